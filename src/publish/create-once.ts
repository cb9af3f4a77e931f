import { partedFromCopies } from './copies.ts'
import type { HttpClient, HttpResponse } from './http-client.ts'
import type { Remote } from './publisher.ts'

/** Access to the posts of one CMS. */
export interface CmsPostAccess<P> {
  readonly http: HttpClient
  /** Posts of ours with this key, oldest first; no copies of people. */
  readonly find: (key: string) => Promise<readonly P[]>
  readonly remoteOf: (post: P) => Remote | Promise<Remote>
  /** The post in the response to its creation. */
  readonly made: (answer: HttpResponse) => P
  readonly refused: (answer: HttpResponse, key: string) => Error
  readonly drop: (ids: readonly string[]) => Promise<void>
}

/**
 * Creates posts, each once: after a lost answer it checks whether the post exists. Unconfirmed ones are checked once more
 * at the end, for a request may still have been under way.
 */
export function openPostCreator<P extends { readonly id: string | number }>(cms: CmsPostAccess<P>) {
  const unconfirmed = new Set<string>()
  const known = async (key: string): Promise<Remote | undefined> => {
    const all: Remote[] = []
    for (const post of await cms.find(key)) all.push(await cms.remoteOf(post))
    return partedFromCopies(all).remotes.get(key)
  }
  return {
    create(path: string, json: object, key: string): Promise<Remote> {
      return cms.http.requestOnce('POST', path, {
        body: () => ({ json }),
        read: answer => {
          if (answer.status !== 201) throw cms.refused(answer, key)
          return cms.remoteOf(cms.made(answer))
        },
        findExisting: async () => {
          unconfirmed.add(key)
          return known(key)
        },
      })
    },
    /** Removes younger twins of unconfirmed posts. */
    async settle(): Promise<void> {
      for (const key of unconfirmed) await cms.drop((await known(key))?.extras ?? [])
      unconfirmed.clear()
    },
  }
}
