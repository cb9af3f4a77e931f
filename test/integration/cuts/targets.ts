import { ghostToken } from '../../../src/publish/ghost-key.ts'
import { FIELDS } from '../document-field-names.ts'
import type { Ghost } from '../ghost-server.ts'
import { payloadPeople } from '../payload-people.ts'
import type { PayloadServer } from '../payload-server.ts'
import { strapiPeople } from '../strapi-people.ts'
import type { StrapiServer } from '../strapi-server.ts'
import type { WordPress } from '../wordpress-server.ts'
import type { Target } from './cutting.ts'

/** A WordPress, and what it holds after one whole publish of the test's story. */
export function wordpressTarget(site: WordPress, plugin: boolean): { target: Target; whole: object } {
  const one = (what: string) => Number(site.value(`SELECT COUNT(*) FROM ${what}`))
  const target: Target = {
    url: site.url,
    kind: 'wordpress',
    secrets: { DEPECHE_TARGET_USER: 'editor', DEPECHE_TARGET_PASSWORD: site.passwords.editor },
    clear() {
      site.plugin(plugin)
      site.clear()
    },
    rows: () => ({
      published: one("wp_posts WHERE post_type = 'post' AND post_status = 'publish'"),
      others: one("wp_posts WHERE post_type = 'post' AND post_status NOT IN ('publish', 'auto-draft')"),
      linked: one(
        "wp_posts WHERE post_type = 'post' AND post_status = 'publish' AND post_content LIKE '%depeche-translations%'",
      ),
      images: one("wp_posts WHERE post_type = 'attachment'"),
      tags: one("wp_term_taxonomy WHERE taxonomy = 'post_tag'"),
    }),
  }
  return { target, whole: { published: 2, others: 0, linked: 2, images: 1, tags: 3 } }
}

/** A Ghost, and what it holds after one whole publish of the test's story. */
export function ghostTarget(site: Ghost): { target: Target; whole: object } {
  const one = (what: string) => Number(site.value(`SELECT COUNT(*) FROM ${what}`))
  const hand = async (method: string, path: string) => {
    const headers = { authorization: `Ghost ${ghostToken(site.key)}` }
    const answer = await fetch(`${site.url}/ghost/api/admin${path}`, { method, headers })
    return (method === 'GET' ? await answer.json() : {}) as Record<string, { id: string }[]>
  }
  const target: Target = {
    url: site.url,
    kind: 'ghost',
    secrets: { DEPECHE_TARGET_KEY: site.key },
    async clear() {
      for (const what of ['posts', 'tags']) {
        for (const { id } of (await hand('GET', `/${what}/?limit=100`))[what] ?? [])
          await hand('DELETE', `/${what}/${id}/`)
      }
      site.forgetImages()
    },
    rows: () => ({
      published: one("posts WHERE type = 'post' AND status = 'published'"),
      others: one("posts WHERE type = 'post' AND status <> 'published'"),
      linked: one(
        "posts WHERE type = 'post' AND (lexical LIKE '%[Read in English](%' OR lexical LIKE '%[Lire en français](%')",
      ),
      images: site.images(),
      tags: one('tags'),
    }),
  }
  return { target, whole: { published: 2, others: 0, linked: 2, images: 1, tags: 7 } }
}

/** What a CMS of documents holds after one whole publish of the test's story. */
const DOCUMENTS = { published: 2, others: 0, linked: 2, images: 1, tags: 3 }
const PAGE = 'https://news.example/{locale}/{slug}'

/** A version as readers and editors have it. */
interface Version {
  readonly isPublished: boolean
  readonly body: string
}

const rowsOf = (versions: readonly Version[], extras: { tags: number; images: number }) => ({
  published: versions.filter(({ isPublished }) => isPublished).length,
  others: versions.filter(({ isPublished }) => !isPublished).length,
  linked: versions.filter(({ body }) => /\[(?:Read in English|Lire en français)\]\(/.test(body)).length,
  images: extras.images,
  tags: extras.tags,
})

/** A Payload, and what it holds after one whole publish. */
export function payloadTarget(site: PayloadServer): { target: Target; whole: object } {
  const people = payloadPeople(site)
  const target: Target = {
    url: site.url,
    kind: 'payload',
    settings: { page: PAGE, fields: FIELDS },
    secrets: { DEPECHE_TARGET_KEY: site.key },
    clear: people.clear,
    rows: async () => rowsOf(await people.versions(), { ...(await people.extras()), tags: await people.tags() }),
  }
  return { target, whole: DOCUMENTS }
}

/** A Strapi, and what it holds after one whole publish. */
export function strapiTarget(site: StrapiServer): { target: Target; whole: object } {
  const people = strapiPeople(site)
  const target: Target = {
    url: site.url,
    kind: 'strapi',
    settings: { page: PAGE, fields: FIELDS },
    secrets: { DEPECHE_TARGET_TOKEN: site.token },
    clear: people.clear,
    rows: async () => rowsOf(await people.versions(), { ...(await people.extras()), tags: await people.tags() }),
  }
  return { target, whole: DOCUMENTS }
}
