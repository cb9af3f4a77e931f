import { wordpress } from '../../src/publish/wordpress.ts'
import { onReal } from '../machine/on-real.ts'
import { type Ground, keepsThePromise } from '../publish/publisher-contract.ts'
import { openWordPress, type WordPress } from './wordpress-server.ts'

/** A person at work in WordPress. */
function groundOf(site: WordPress, plugin: boolean): Ground {
  const hand = async (method: string, path: string, body?: object) => {
    const headers = {
      authorization: `Basic ${Buffer.from(`editor:${site.passwords.editor}`).toString('base64')}`,
      'content-type': 'application/json',
    }
    const answer = await fetch(`${site.url}/?rest_route=/wp/v2${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { id: number; content: { raw: string }; meta: object; comment_status: string }
  }
  const media = async () => (await hand('GET', '/media&context=edit')) as unknown as { id: number }[]
  const raw = async (id: string) => (await hand('GET', `/posts/${id}&context=edit`)).content.raw
  const number = (sql: string) => Number(site.value(sql))
  return {
    publisher: () =>
      wordpress({
        name: 'wordpress',
        address: site.url,
        user: 'editor',
        password: site.passwords.editor,
        retryDelay: 50,
      }),
    count: async () =>
      number("SELECT COUNT(*) FROM wp_posts WHERE post_type = 'post' AND post_status NOT IN ('trash', 'auto-draft')"),
    extras: async () => ({
      tags: number("SELECT COUNT(*) FROM wp_term_taxonomy WHERE taxonomy = 'post_tag'"),
      images: number("SELECT COUNT(*) FROM wp_posts WHERE post_type = 'attachment'"),
    }),
    text: raw,
    retitle: async (id, title) => void (await hand('POST', `/posts/${id}`, { title })),
    reword: async (id, from, to) =>
      void (await hand('POST', `/posts/${id}`, { content: (await raw(id)).replace(from, to) })),
    copy: async (id, title) => {
      const { content, meta } = await hand('GET', `/posts/${id}&context=edit`)
      const copy = { title, status: 'publish', content: content.raw, meta }
      return String((await hand('POST', '/posts', copy)).id)
    },
    hide: async id => void (await hand('POST', `/posts/${id}`, { status: 'draft' })),
    formerly: async (_, slug) => (await fetch(`${site.url}/${slug}/`)).text(),
    editPictures: async () => {
      for (const { id } of await media()) await hand('POST', `/media/${id}`, { caption: 'Ours now' })
    },
    tag: async name => void (await hand('POST', '/tags', { name })),
    own: {
      write: async id => void (await hand('POST', `/posts/${id}`, { comment_status: 'closed', sticky: true })),
      read: async id => (await hand('GET', `/posts/${id}`)).comment_status,
    },
    occupy: async ({ article }) =>
      void (await hand('POST', '/posts', { title: 'Mine', slug: article.slug, status: 'publish' })),
    clear: async () => {
      site.plugin(plugin)
      site.clear()
    },
  }
}

await onReal('WordPress', openWordPress, site => {
  for (const [name, plugin] of [
    ['core alone', false],
    ['with our plugin', true],
  ] as const) {
    keepsThePromise(`WordPress, ${name}`, async () => ({ ...groundOf(site, plugin), stop: async () => {} }))
  }
})
