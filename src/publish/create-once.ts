import type { HttpClient, HttpResponse } from './http-client.ts'
import type { Remote } from './publisher.ts'

/** How posts are made and found again at one CMS. */
export interface CmsPosts<P> {
  readonly http: HttpClient
  /** Posts with this key, oldest first. */
  readonly find: (key: string) => Promise<readonly P[]>
  readonly remoteOf: (post: P) => Remote | Promise<Remote>
  /** The post in the answer to its creation. */
  readonly made: (answer: HttpResponse) => P
  readonly refused: (answer: HttpResponse, key: string) => Error
  readonly drop: (ids: readonly string[]) => Promise<void>
}

/**
 * Makes posts, each once: after a lost answer it looks whether the post stands there. What was in doubt is looked at once
 * more in the end, for a request may still have been under way.
 */
export function openCreations<P extends { readonly id: string | number }>(cms: CmsPosts<P>) {
  const doubtful = new Set<string>()
  return {
    create(path: string, json: object, key: string): Promise<Remote> {
      return cms.http.once('POST', path, {
        body: () => ({ json }),
        read: answer => {
          if (answer.status !== 201) throw cms.refused(answer, key)
          return cms.remoteOf(cms.made(answer))
        },
        look: async () => {
          doubtful.add(key)
          const [oldest] = await cms.find(key)
          return oldest && cms.remoteOf(oldest)
        },
      })
    },
    /** Drops younger copies of what was in doubt. */
    async settle(): Promise<void> {
      for (const key of doubtful) await cms.drop((await cms.find(key)).slice(1).map(({ id }) => String(id)))
      doubtful.clear()
    },
  }
}
