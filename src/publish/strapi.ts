import { type DocumentOptions, documentPublisher } from './documents.ts'
import type { Publisher } from './publisher.ts'
import { openStrapi } from './strapi-store.ts'

export interface StrapiOptions extends DocumentOptions {
  /** API token: from the environment. */
  readonly token: string
}

/** Articles in a Strapi, through its REST API: one document for each story, with a version for each locale. */
export function strapi(options: StrapiOptions): Publisher {
  return documentPublisher('strapi', options, openStrapi(options))
}
