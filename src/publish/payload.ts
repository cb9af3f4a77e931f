import { type DocumentOptions, documentPublisher } from './documents.ts'
import { openPayload } from './payload-store.ts'
import type { Publisher } from './publisher.ts'

export interface PayloadOptions extends DocumentOptions {
  /** Name of the collection of pictures, and of the accounts whose key it is. */
  readonly media: string
  readonly users: string
  /** API key of an account: from the environment. */
  readonly key: string
}

/** Articles in a Payload, through its REST API: localized fields of one document for each story. */
export function payload(options: PayloadOptions): Publisher {
  return documentPublisher('payload', options, openPayload(options))
}
