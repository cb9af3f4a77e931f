import { documentPublisher } from './documents.ts'
import { openPayload, type PayloadOptions } from './payload-store.ts'
import type { Publisher } from './publisher.ts'

/** Articles in a Payload, through its REST API: localized fields of one document for each story. */
export function payload(options: PayloadOptions): Publisher {
  return documentPublisher('payload', options, openPayload(options))
}
