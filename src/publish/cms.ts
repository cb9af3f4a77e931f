import { hexDigestOf } from '../foundation/digest.ts'
import type { HttpClientOptions } from './http-client.ts'
import type { Picture, Post } from './post.ts'
import type { PostFields } from './post-fields.ts'
import { postProse } from './post-prose.ts'
import { DestinationRefused, publishDiagnostic, type Remote } from './publisher.ts'

/** What every CMS is opened with. */
export interface CmsOptions extends Pick<HttpClientOptions, 'fetch' | 'timeout' | 'pace' | 'patience'> {
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

/** How a picture is called there: the same one with the same description has one name. */
export function pictureSlug({ id, alt }: Picture): string {
  return `depeche-${hexDigestOf(`${id}\0${alt}`)}`
}

/**
 * Remotes of ours by their key. Of several with one key the published one stays, else the oldest; the others are its extras.
 *
 * @param remotes oldest first
 */
export function byKey(remotes: readonly Remote[]): Map<string, Remote> {
  const found = new Map<string, Remote>()
  for (const remote of remotes) {
    if (!remote.ours) continue
    const elder = found.get(remote.key)
    found.set(remote.key, elder ? adopted(elder, remote) : remote)
  }
  return found
}

function adopted(elder: Remote, younger: Remote): Remote {
  const [keep, lose] =
    younger.status === 'published' && elder.status !== 'published' ? [younger, elder] : [elder, younger]
  return { ...keep, extras: [...elder.extras, lose.id] }
}

/** Slugs asked for at once: the address of a request must not grow too long. */
const AT_ONCE = 50

/**
 * Posts of another hand at the addresses that ours would have, each with the one of ours it stands in the way of.
 *
 * @param ask gives what stands there under some slugs
 */
export async function inTheWay<P extends { readonly slug: string }>(
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

/** A post of another hand, as what stands in the way of one of ours. */
export function foreign(remote: Remote, { key }: Post): Remote {
  return { ...remote, key, ours: false, wrote: undefined }
}

/**
 * What is known under a key, else what `make` gives: made once, however many ask at the same time. A failure is not
 * remembered: the next story may try again.
 */
export function shared<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make()
  known.set(key, found)
  found.catch(() => known.delete(key))
  return found
}

/**
 * What a CMS refuses. Where the key does not hold or does not suffice, nothing else would succeed either.
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
