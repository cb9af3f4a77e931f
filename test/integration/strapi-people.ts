import type { Ground } from '../publish/publisher-contract.ts'
import type { StrapiServer } from './strapi-server.ts'

interface Row {
  readonly documentId: string
  readonly locale: string
  readonly title: string
  readonly body: string
  readonly slug: string
  readonly tags: readonly string[] | null
  readonly note: string | null
  readonly formerSlugs: string | null
}

/** A person at work in Strapi. */
export function strapiPeople({ url, token }: StrapiServer): Omit<Ground, 'publisher'> & {
  /** Every version that editors have. */
  versions(): Promise<{ isPublished: boolean; body: string }[]>
  /** How many tags there are. */
  tags(): Promise<number>
} {
  const hand = async (method: string, path: string, body?: object): Promise<unknown> => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && !isForm && { 'content-type': 'application/json' }) },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text === '' ? {} : JSON.parse(text)
  }
  const rows = async (status: string): Promise<readonly Row[]> =>
    ((await hand('GET', `/api/articles?locale=*&status=${status}&pagination[pageSize]=100`)) as { data: Row[] }).data
  const files = async () => (await hand('GET', '/api/upload/files')) as { id: number }[]
  const read = async (id: string): Promise<Row> => {
    const found = (await rows('draft')).find(({ documentId, locale }) => `${documentId}:${locale}` === id)
    if (!found) throw new Error(`${id} is not there`)
    return found
  }
  /** As the button Publish does. */
  const edit = async (id: string, data: object) => {
    const [document, locale] = id.split(':')
    await hand('PUT', `/api/articles/${document}?locale=${locale}&status=published`, { data })
  }
  return {
    async versions() {
      const published = await rows('published')
      return (await rows('draft')).map(({ documentId, locale, body }) => ({
        isPublished: published.some(one => one.documentId === documentId && one.locale === locale),
        body,
      }))
    },
    tags: async () => new Set((await rows('draft')).flatMap(({ tags }) => tags ?? [])).size,
    count: async () => (await rows('draft')).length,
    extras: async () => ({
      // Tags are words of a document, and go with it.
      tags: 0,
      images: (await files()).length,
    }),
    text: async id => (await read(id)).body,
    retitle: (id, title) => edit(id, { title }),
    reword: async (id, from, to) => edit(id, { body: (await read(id)).body.replace(from, to) }),
    async copy(id, title) {
      const [document, locale] = id.split(':')
      const { documentId } = (await hand('POST', `/people/duplicate/${document}/${locale}`)) as Row
      await edit(`${documentId}:${locale}`, { title })
      return `${documentId}:${locale}`
    },
    async hide(id) {
      const [document, locale] = id.split(':')
      await hand('POST', `/people/unpublish/${document}/${locale}`)
    },
    async formerly(wanted, slug) {
      const there = (await rows('published')).filter(({ locale }) => locale === wanted)
      const now = there.find(one => one.slug === slug)
      const led = there.filter(({ formerSlugs }) => (formerSlugs ?? '').split('\n').includes(slug))
      return (now ? [now] : led).map(({ title }) => title).join('\n')
    },
    async editPictures() {
      for (const { id } of await files()) {
        const form = new FormData()
        form.append('fileInfo', JSON.stringify({ caption: 'Ours now' }))
        await hand('POST', `/api/upload?id=${id}`, form)
      }
    },
    own: {
      write: id => edit(id, { note: 'Call them again' }),
      read: async id => String((await read(id)).note),
    },
    occupy: async ({ article }) => {
      const data = { title: 'Mine', slug: article.slug }
      await hand('POST', `/api/articles?locale=${article.edition}&status=published`, { data })
    },
    async clear() {
      for (const { documentId, locale } of await rows('draft'))
        await hand('DELETE', `/api/articles/${documentId}?locale=${locale}`)
      for (const { id } of await files()) await hand('DELETE', `/api/upload/files/${id}`)
    },
  }
}
