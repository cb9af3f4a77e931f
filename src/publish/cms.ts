import { hexDigestOf } from '../foundation/digest.ts'
import type { HttpClientOptions } from './http-client.ts'
import type { Picture, Post } from './post.ts'
import type { PostFields } from './post-fields.ts'
import { postProse } from './post-prose.ts'
import { DestinationRefused, publishDiagnostic, type Remote } from './publisher.ts'

/** Options that every CMS shares. */
export interface CmsOptions extends Pick<HttpClientOptions, 'fetch' | 'timeout' | 'retryDelay' | 'maxRetryAfter'> {
  readonly name: string
  /** Root of the site, without a final slash. */
  readonly address: string
  /** How many stories are written at the same time. */
  readonly concurrency?: number | undefined
}

/** What a CMS is as a destination: it keeps appointments, and knows an address only once the post stands there. */
export function cmsTraits({ name, address }: CmsOptions) {
  return {
    name,
    place: address,
    schedules: true,
    draftsFirst: true,
    addressOf: () => undefined,
    prose: ({ body }: PostFields) => postProse(body ?? ''),
  }
}

/** The slug of a picture: the same picture with the same description has one slug. */
export function pictureSlug({ id, alt }: Picture): string {
  return `depeche-${hexDigestOf(`${id}\0${alt}`)}`
}

/** Slugs per request: its URL must not grow too long. */
const AT_ONCE = 50

/**
 * Foreign posts at the addresses our posts would have, each with the post it blocks.
 *
 * @param ask returns the posts with some slugs
 */
export async function findBlocking<P extends { readonly slug: string }>(
  posts: readonly Post[],
  slugOf: (post: Post) => string,
  ask: (slugs: readonly string[]) => Promise<readonly P[]>,
): Promise<[Post, P][]> {
  const bySlug = new Map(posts.map(post => [slugOf(post), post]))
  const slugs = [...bySlug.keys()]
  const found: [Post, P][] = []
  for (let at = 0; at < slugs.length; at += AT_ONCE) {
    for (const stranger of await ask(slugs.slice(at, at + AT_ONCE))) {
      const post = bySlug.get(stranger.slug)
      if (post) found.push([post, stranger])
    }
  }
  return found
}

/** A foreign post, as the remote that blocks one of ours. */
export function foreign(remote: Remote, { key }: Post): Remote {
  return { ...remote, key, ours: false, wrote: undefined }
}

/**
 * The cached value of a key, else the result of `make`: called once, however many ask at the same time. A failure is
 * not cached: the next story may try again.
 */
export function shared<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make()
  known.set(key, found)
  found.catch(() => known.delete(key))
  return found
}

/**
 * The refusal of a CMS as a diagnostic. Without valid credentials or sufficient rights, nothing else would succeed
 * either.
 *
 * @param about the post or the thing refused
 * @param reason in the words of the CMS
 */
export function refusal(
  { name, address }: CmsOptions,
  { status, about, reason }: { readonly status: number; readonly about: string; readonly reason: string },
): DestinationRefused {
  if (status === 401) return new DestinationRefused(publishDiagnostic('unauthorized', { address, name }), true)
  if (status === 403) return new DestinationRefused(publishDiagnostic('forbidden', { address, name, reason }), true)
  return new DestinationRefused(publishDiagnostic('rejected', { address, key: about, reason }))
}
