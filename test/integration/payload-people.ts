import type { Ground } from '../publish/publisher-contract.ts'
import type { PayloadServer } from './payload-server.ts'

type Fields = Record<string, unknown> & { readonly id: number; readonly hash?: string | null }

interface Answer {
  readonly docs: readonly Fields[]
  readonly doc: Fields
}

/** A person at work in Payload. */
export function payloadPeople({ url, key }: PayloadServer): Omit<Ground, 'publisher'> & {
  /** Every version that editors have. */
  versions(): Promise<{ isPublished: boolean; body: string }[]>
  /** How many tags there are. */
  tags(): Promise<number>
} {
  const hand = async (method: string, path: string, body?: object): Promise<Answer> => {
    const headers = { authorization: `users API-Key ${key}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as Answer
  }
  const all = async (what: string) => (await hand('GET', `/${what}?limit=1000&depth=0&locale=all&draft=true`)).docs
  const read = async (id: string): Promise<Fields> => {
    const [document, locale] = id.split(':')
    return (await hand('GET', `/articles/${document}?locale=${locale}&depth=0&draft=true`)) as unknown as Fields
  }
  /** As the button Publish does. */
  const edit = async (id: string, change: object) => {
    const [document, locale] = id.split(':')
    await hand('PATCH', `/articles/${document}?locale=${locale}&depth=0`, { ...change, _status: 'published' })
  }
  return {
    versions: async () =>
      (await all('articles')).flatMap(({ title, _status, body }) =>
        Object.entries(title as Record<string, string | null>).flatMap(([locale, there]) =>
          there
            ? [
                {
                  isPublished: (_status as Record<string, string>)[locale] === 'published',
                  body: String((body as Record<string, string>)[locale]),
                },
              ]
            : [],
        ),
      ),
    tags: async () => new Set((await all('articles')).flatMap(({ tags }) => tags as string[])).size,
    count: async () =>
      (await all('articles')).flatMap(({ title }) => Object.values((title ?? {}) as object).filter(Boolean)).length,
    extras: async () => ({
      // Tags are words of a document, and go with it.
      tags: 0,
      images: (await all('media')).length,
    }),
    text: async id => String((await read(id)).body),
    retitle: (id, title) => edit(id, { title }),
    reword: async (id, from, to) => edit(id, { body: String((await read(id)).body).replace(from, to) }),
    async copy(id, title) {
      const [document = ''] = id.split(':')
      const { doc } = await hand('POST', `/articles/${document}/duplicate?locale=fr&depth=0`, {})
      // Of one language only.
      await hand('PATCH', `/articles/${doc.id}?locale=en&depth=0&draft=true`, {
        title: null,
        slug: null,
        body: null,
        hash: null,
      })
      await edit(`${doc.id}:fr`, { title })
      return `${doc.id}:fr`
    },
    async hide(id) {
      const [document, locale] = id.split(':')
      await hand('PATCH', `/articles/${document}?locale=${locale}&depth=0`, { _status: 'draft' })
    },
    async formerly(locale, slug) {
      const answer = await fetch(`${url}/api/articles?locale=${locale}&depth=0&limit=1000`)
      const { docs } = (await answer.json()) as Answer
      const there = docs.find(one => one.slug === slug)
      const led = docs.filter(one =>
        String(one.formerSlugs ?? '')
          .split('\n')
          .includes(slug),
      )
      return (there ? [there] : led).map(({ title }) => title).join('\n')
    },
    async editPictures() {
      for (const { id } of await all('media')) await hand('PATCH', `/media/${id}?locale=fr`, { alt: 'Ours now' })
    },
    own: {
      write: id => edit(id, { note: 'Call them again' }),
      read: async id => String((await read(id)).note),
    },
    occupy: async ({ article }) => {
      const mine = { title: 'Mine', slug: article.slug, _status: 'published', tags: [] }
      await hand('POST', `/articles?locale=${article.edition}&depth=0`, mine)
    },
    async clear() {
      for (const what of ['articles', 'media'])
        for (const { id } of await all(what)) await hand('DELETE', `/${what}/${id}?depth=0`)
    },
  }
}
