import { documentPublisher } from './documents.ts'
import type { Publisher } from './publisher.ts'
import { openStrapi } from './strapi-store.ts'
import type { StrapiOptions } from './strapi-type.ts'

/** Articles in a Strapi, through its REST API: one document for each story, with a version for each locale. */
export function strapi(options: StrapiOptions): Publisher {
  return documentPublisher('strapi', options, openStrapi(options))
}
