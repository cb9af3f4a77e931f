import { hexDigestOf } from '../foundation/digest.ts'
import { type GhostPost, markOf, OURS, partLexical, STORY, seconds } from './ghost-post.ts'
import { REMOVED } from './post-fields.ts'
import type { Remote } from './publisher.ts'
import { namesOf } from './terms.ts'

/**
 * A remote post, with who made it.
 *
 * @param asked the tags that we want for the post of a key
 */
export function remoteOf(post: GhostPost, asked: (key: string) => readonly string[]): Remote {
  const mark = markOf(post)
  const key = mark?.key ?? keyFromTags(post)
  const { body, links } = partLexical(post.lexical)
  const status = post.status === 'draft' && mark?.wrote.status === REMOVED ? 'removed' : statusOf(post.status)
  return {
    key: key ?? '',
    id: post.id,
    // A draft has an address for its editors; readers will get this one.
    address: post.status === 'published' ? post.url : new URL(`/${post.slug}/`, post.url).href,
    status,
    fields: {
      title: post.title,
      excerpt: post.custom_excerpt ?? '',
      body,
      links,
      slug: post.slug,
      status,
      date: post.published_at ? seconds(post.published_at) : '',
      modified: mark?.modified ?? '',
      lang: mark?.lang ?? '',
      tags: JSON.stringify(namesOf(publicTags(post), mark?.tags, asked(key ?? ''))),
      canonical: post.canonical_url ?? '',
      former: mark?.former ?? '',
      image: /depeche-[\da-f]{16}/.exec(post.feature_image ?? '')?.[0] ?? post.feature_image ?? '',
    },
    wrote: mark?.wrote,
    writtenAs: mark?.id,
    version: versionOf(post),
    ours: key !== undefined,
    extras: [],
  }
}

const publicTags = ({ tags = [] }: GhostPost) => tags.filter(({ name }) => !name.startsWith('#'))

/** The key of a post whose head was emptied: its internal tags still tell. */
function keyFromTags({ tags = [] }: GhostPost): string | undefined {
  const names = tags.map(tag => tag.name)
  const story = names.find(tag => tag.startsWith(STORY))?.slice(STORY.length)
  const edition = names.find(tag => tag.startsWith('#') && tag !== OURS && !tag.startsWith(STORY))?.slice(1)
  return names.includes(OURS) && story && edition ? `${story}.${edition}` : undefined
}

function statusOf(status: string): 'draft' | 'scheduled' | 'published' {
  return status === 'published' || status === 'scheduled' ? status : 'draft'
}

/** Whether an answer is what Ghost gives to such a request. The first one, which asks who is there, may say anything. */
export function isOfGhost(
  method: string,
  path: string,
  { json, text }: { readonly json: unknown; readonly text: string },
) {
  const what = /^\/ghost\/api\/admin\/(\w+)/.exec(path)?.[1]
  if (method === 'HEAD' || what === 'site' || what === undefined) return true
  if (method === 'DELETE') return text === ''
  if (what === 'redirects') return method === 'POST' || /^(?:\[|30[12]:|#)/.test(text.trimStart())
  const listed = (json as Readonly<Record<string, unknown>> | null | undefined)?.[what]
  return Array.isArray(listed) && listed.every(one => typeof one === 'object' && one !== null)
}

/** Changes when anybody edits the post. */
export function versionOf(post: GhostPost): string {
  return hexDigestOf(
    JSON.stringify([post.updated_at, post.status, post.slug, post.title, post.lexical, post.codeinjection_head]),
  )
}
