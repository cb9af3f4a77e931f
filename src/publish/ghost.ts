import { createHmac } from 'node:crypto'
import type { Problem } from '../problem/problem.ts'
import { type Fields, hashOf } from './fields.ts'
import {
  editionTag,
  type GhostPost,
  ghostFields,
  headOf,
  lexicalOf,
  markOf,
  OURS,
  partLexical,
  seconds,
  storyTag,
} from './ghost-post.ts'
import { isoOf } from './page-file.ts'
import { REMOVED } from './plan.ts'
import { type Link, type Picture, type Post, partsOf } from './post.ts'
import { proseOf } from './prose.ts'
import { complaint, Moved, type Publisher, Refused, type Remote, type Write } from './publisher.ts'
import { type Answer, openWire, TRIES, type WireOptions } from './wire.ts'
import { pictureSlug } from './wordpress-shelf.ts'

export interface GhostOptions extends Pick<WireOptions, 'fetch' | 'timeout' | 'pace' | 'patience'> {
  readonly name: string
  /** Root of the site, without a final slash. */
  readonly address: string
  /** Admin API key (`id:secret`) of a custom integration: from the environment. */
  readonly key: string
  /** Do search engines find the article on the newsroom's own site? Then its address there is the canonical one. */
  readonly canonical?: boolean | undefined
  readonly concurrency?: number | undefined
}

const API = '/ghost/api/admin'
const ASKED = 'formats=lexical&include=tags'
const LEAST = 5

/** Does it look like an Admin API key? */
export function isGhostKey(key: string): boolean {
  return /^[0-9a-f]{24}:[0-9a-f]{64}$/.test(key)
}

/** Posts of a Ghost, through its Admin interface. */
export function ghost(options: GhostOptions): Publisher {
  const { name, address } = options
  const wire = openWire({
    ...options,
    headers: () => ({ authorization: `Ghost ${ghostToken(options.key)}`, 'accept-version': `v${LEAST}.0` }),
  })
  const doubtful = new Set<string>()
  const uploads = new Map<string, Promise<string>>()
  /** Where each version of a story stands, for the links in the heads of the others. */
  const known = new Map<string, { readonly lang: string; readonly address: string }>()

  return {
    name,
    kind: 'ghost',
    place: address,
    schedules: true,
    draftsFirst: true,
    concurrency: options.concurrency ?? 1,
    addressOf: () => undefined,
    prose: ({ body }) => proseOf(body ?? ''),
    wanted,
    verify,
    async lookUp(posts) {
      const remotes = new Map<string, Remote>()
      for (const post of await list(`tag:${slugOf(OURS)}`)) {
        const remote = remoteOf(post)
        const twin = remotes.get(remote.key)
        if (!twin) remotes.set(remote.key, remote)
        else remotes.set(remote.key, adopt(twin, remote))
      }
      for (const { key, address, fields } of remotes.values()) known.set(key, { lang: fields.lang ?? '', address })
      const unseen = posts.filter(({ key }) => !remotes.has(key))
      const bySlug = new Map(unseen.map(post => [wanted(post, []).slug ?? '', post]))
      const slugs = [...bySlug.keys()]
      for (let at = 0; at < slugs.length; at += 50) {
        for (const stranger of await list(`slug:[${slugs.slice(at, at + 50).join(',')}]`)) {
          const post = bySlug.get(stranger.slug)
          if (post) remotes.set(post.key, { ...remoteOf(stranger), key: post.key, ours: false, wrote: undefined })
        }
      }
      return { remotes }
    },
    async put(write) {
      const after = write.remote ? await change(write, write.remote) : await create(write)
      known.set(write.post.key, { lang: write.post.lang, address: after.address })
      return after
    },
    async unpublish(remote) {
      const post = await unmoved(remote)
      const mark = markOf(post)
      const head =
        mark && headOf(post.codeinjection_head ?? '', { ...mark, wrote: { ...mark.wrote, status: REMOVED } }, [])
      // Ghost has no trash: a draft is out of readers' sight, and nothing is lost.
      await update(post, { status: 'draft', ...(head !== undefined && { codeinjection_head: head }) }, remote.key)
      known.delete(remote.key)
    },
    drop,
    async finish() {
      for (const key of doubtful) await drop((await find(key)).slice(1).map(({ id }) => id))
      doubtful.clear()
      return []
    },
  }

  async function verify(): Promise<Problem[]> {
    const site = await wire.ask('GET', `${API}/site/`)
    const { version } = (site.json as { site?: { version?: string } } | undefined)?.site ?? {}
    if (version === undefined) return [complaint('not-there', { address, what: 'Ghost' })]
    if (Number.parseInt(version, 10) < LEAST) return [complaint('too-old', { address, version, least: `${LEAST}.0` })]
    const asked = await wire.ask('GET', `${API}/posts/?limit=1&fields=id`)
    if (asked.status === 401 || asked.status === 403) return [complaint('unauthorized', { address, name })]
    return asked.status === 200 ? [] : [refusalOf(asked, name).problem]
  }

  function wanted(post: Post, links: readonly Link[]): Fields {
    const fields = ghostFields(post, links, options.canonical === true)
    return { ...fields, image: post.image ? pictureSlug(post.image) : '' }
  }

  /** All pages of a question, oldest post first. */
  async function list(filter: string): Promise<GhostPost[]> {
    const posts: GhostPost[] = []
    for (let page = 1; ; page++) {
      const query = `${ASKED}&limit=100&page=${page}&order=${encodeURIComponent('created_at asc, id asc')}`
      const answer = await wire.ask('GET', `${API}/posts/?${query}&filter=${encodeURIComponent(filter)}`)
      if (answer.status !== 200) throw refusalOf(answer, name)
      const { posts: some, meta } = answer.json as { posts: GhostPost[]; meta: { pagination: { pages: number } } }
      posts.push(...some)
      if (page >= meta.pagination.pages) return posts
    }
  }

  async function find(key: string): Promise<GhostPost[]> {
    const { story, edition } = partsOf(key)
    return list(`tag:${slugOf(storyTag(story))}+tag:${slugOf(editionTag(edition))}`)
  }

  async function create({ post, fields, wrote }: Write): Promise<Remote> {
    const content = await contents(post, fields, Object.keys(fields), wrote, undefined)
    for (let turn = 0; turn < TRIES; turn++) {
      const answer = await wire.once('POST', `${API}/posts/?${ASKED}`, { json: { posts: [content] } })
      if (answer !== 'lost') {
        if (answer.status !== 201) throw refusalOf(answer, post.key)
        return remoteOf(onlyOf(answer))
      }
      doubtful.add(post.key)
      await wire.rest(turn)
      const [oldest] = await find(post.key)
      if (oldest) return remoteOf(oldest)
    }
    throw new Refused(complaint('down', { address, status: '–' }), true)
  }

  async function change({ post, fields, changed, wrote }: Write, remote: Remote): Promise<Remote> {
    const there = await unmoved(remote)
    const content = await contents(post, fields, changed, wrote, there)
    return remoteOf(await update(there, content, post.key))
  }

  /** Ghost itself refuses an update of what somebody else has changed; after a lost answer, ours may be the change. */
  async function update(there: GhostPost, content: object, key: string): Promise<GhostPost> {
    let last = there
    for (let turn = 0; turn < TRIES; turn++) {
      const body = { json: { posts: [{ ...content, updated_at: last.updated_at }] } }
      const answer = await wire.once('PUT', `${API}/posts/${there.id}/?${ASKED}`, body)
      if (answer !== 'lost') {
        if (answer.status === 409 || answer.status === 404) throw new Moved(key)
        if (answer.status !== 200) throw refusalOf(answer, key)
        return onlyOf(answer)
      }
      await wire.rest(turn)
      const now = await fetchOne(there.id, key)
      // Either nothing happened, or exactly what we asked for: then the marks are ours, and asking again does no harm.
      if (versionOf(now) !== versionOf(there) && !holds(now, content)) throw new Moved(key)
      last = now
    }
    throw new Refused(complaint('down', { address, status: '–' }), true)
  }

  async function fetchOne(id: string, key: string): Promise<GhostPost> {
    const answer = await wire.ask('GET', `${API}/posts/${id}/?${ASKED}`)
    if (answer.status === 404) throw new Moved(key)
    if (answer.status !== 200) throw refusalOf(answer, key)
    return onlyOf(answer)
  }

  async function unmoved(remote: Remote): Promise<GhostPost> {
    const post = await fetchOne(remote.id, remote.key)
    if (versionOf(post) !== remote.version) throw new Moved(remote.key)
    return post
  }

  /** Some of our fields in Ghost's words; the head always, because it holds the mark. */
  async function contents(
    post: Post,
    fields: Fields,
    changed: readonly string[],
    wrote: Write['wrote'],
    there: GhostPost | undefined,
  ): Promise<object> {
    const has = (...names: string[]) => names.some(field => changed.includes(field))
    const mark = { key: post.key, modified: isoOf(post.modified), lang: post.lang, wrote }
    const internal = [OURS, storyTag(post.story), editionTag(post.edition)]
    const own = (there?.tags ?? []).map(tag => tag.name).filter(tag => tag.startsWith('#') && !internal.includes(tag))
    const tags = [...(JSON.parse(fields.tags || '[]') as string[]), ...internal, ...own]
    const picture = post.image && fields.image === pictureSlug(post.image) ? post.image : undefined
    return {
      codeinjection_head: headOf(there?.codeinjection_head ?? '', mark, versionsOf(post, fields)),
      ...(has('title') && { title: fields.title }),
      ...(has('excerpt') && { custom_excerpt: fields.excerpt || null }),
      ...(has('body', 'links') && { lexical: lexicalOf(fields) }),
      ...(has('slug') && { slug: fields.slug }),
      ...(has('status', 'date') && { status: fields.status, published_at: fields.date }),
      ...(has('canonical') && { canonical_url: fields.canonical || null }),
      ...((has('tags') || !there) && { tags: tags.map(tag => ({ name: tag })) }),
      ...(has('image') && {
        feature_image: picture ? await imageAddress(picture) : null,
        feature_image_alt: picture ? picture.alt.slice(0, 191) : null,
      }),
    }
  }

  /** This version and those its line of translations names. */
  function versionsOf(post: Post, fields: Fields): { lang: string; address: string }[] {
    const linked = [...known].filter(
      ([key, { address }]) =>
        key !== post.key && partsOf(key).story === post.story && fields.links?.includes(`](${address})`),
    )
    const self = known.get(post.key)
    return [...(self ? [self] : []), ...linked.map(([, version]) => version)].sort((one, other) =>
      one.lang < other.lang ? -1 : 1,
    )
  }

  /** Ghost has no list of its images: a name made of the content is found in the posts that show it, or in its store. */
  function imageAddress(picture: Picture): Promise<string> {
    const slug = pictureSlug(picture)
    const found = uploads.get(slug) ?? upload(picture, slug)
    uploads.set(slug, found)
    found.catch(() => uploads.delete(slug))
    return found
  }

  async function upload(picture: Picture, slug: string): Promise<string> {
    const shown = await list(`feature_image:~'${slug}'`)
    const there = shown.find(({ feature_image }) => feature_image?.includes(slug))?.feature_image
    if (there) return there
    const file = slug + picture.ending
    // Uploaded by a publish that was cut off before any post showed it.
    const left = await storedImage(file)
    if (left !== undefined) return left
    const bytes = Buffer.from(await picture.make())
    const form = () => {
      const data = new FormData()
      data.append('file', new Blob([bytes], { type: picture.type }), file)
      data.append('purpose', 'image')
      return data
    }
    for (let turn = 0; turn < TRIES; turn++) {
      const answer = await wire.once('POST', `${API}/images/upload/`, { form })
      if (answer !== 'lost') {
        const url = (answer.json as { images?: { url: string }[] } | undefined)?.images?.[0]?.url
        if (answer.status !== 201 || url === undefined) throw refusalOf(answer, file)
        return url
      }
      await wire.rest(turn)
      const stored = await storedImage(file)
      if (stored !== undefined) return stored
    }
    throw new Refused(complaint('down', { address, status: '–' }), true)
  }

  /** Where Ghost's own store puts an image of this month, if it is there. */
  async function storedImage(file: string): Promise<string | undefined> {
    const month = new Date().toISOString().slice(0, 7).replace('-', '/')
    const path = `/content/images/${month}/${file}`
    return (await wire.ask('HEAD', path)).status === 200 ? address + path : undefined
  }

  async function drop(extras: readonly string[]): Promise<void> {
    for (const id of extras) {
      const answer = await wire.ask('DELETE', `${API}/posts/${id}/`)
      if (answer.status !== 204 && answer.status !== 404) throw refusalOf(answer, id)
    }
  }

  function refusalOf(answer: Answer, about: string): Refused {
    const { errors = [] } = (answer.json ?? {}) as { errors?: { message?: string; context?: string }[] }
    const reason = errors[0]?.context || errors[0]?.message || String(answer.status)
    if (answer.status === 401) return new Refused(complaint('unauthorized', { address, name }), true)
    if (answer.status === 403) return new Refused(complaint('forbidden', { address, name, reason }), true)
    return new Refused(complaint('rejected', { address, key: about, reason }))
  }
}

/** A fresh key for five minutes: the secret itself never leaves this process. */
export function ghostToken(key: string): string {
  const [id = '', secret = ''] = key.split(':')
  const now = Math.floor(Date.now() / 1000)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = `${part({ alg: 'HS256', typ: 'JWT', kid: id })}.${part({ iat: now, exp: now + 300, aud: '/admin/' })}`
  return `${head}.${createHmac('sha256', Buffer.from(secret, 'hex')).update(head).digest('base64url')}`
}

/** How Ghost writes an internal tag in an address: `#depeche` is `hash-depeche`. */
function slugOf(tag: string): string {
  return tag.replace(/^#/, 'hash-').toLowerCase()
}

function onlyOf(answer: Answer): GhostPost {
  const [post] = (answer.json as { posts: GhostPost[] }).posts
  if (!post) throw new Error('Ghost answered without the post')
  return post
}

function remoteOf(post: GhostPost): Remote {
  const mark = markOf(post)
  const key = mark?.key ?? keyFromTags(post)
  const { body, links } = partLexical(post.lexical)
  const status = post.status === 'draft' && mark?.wrote.status === REMOVED ? 'removed' : statusOf(post.status)
  return {
    key: key ?? '',
    id: post.id,
    // A draft has an address of its own for those who edit; readers will have this one.
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
      tags: JSON.stringify((post.tags ?? []).map(tag => tag.name).filter(tag => !tag.startsWith('#'))),
      canonical: post.canonical_url ?? '',
      image: /depeche-[\da-f]{16}/.exec(post.feature_image ?? '')?.[0] ?? post.feature_image ?? '',
    },
    wrote: mark?.wrote,
    version: versionOf(post),
    ours: key !== undefined,
    extras: [],
  }
}

/** The key of a post whose head somebody emptied: its internal tags still tell. */
function keyFromTags({ tags = [] }: GhostPost): string | undefined {
  const names = tags.map(tag => tag.name)
  const story = names.find(tag => tag.startsWith('#story-'))?.slice('#story-'.length)
  const edition = names.find(tag => tag.startsWith('#') && tag !== OURS && !tag.startsWith('#story-'))?.slice(1)
  return names.includes(OURS) && story && edition ? `${story}.${edition}` : undefined
}

function statusOf(status: string): 'draft' | 'scheduled' | 'published' {
  return status === 'published' || status === 'scheduled' ? status : 'draft'
}

function adopt(elder: Remote, younger: Remote): Remote {
  const [keep, lose] =
    younger.status === 'published' && elder.status !== 'published' ? [younger, elder] : [elder, younger]
  return { ...keep, extras: [...elder.extras, lose.id] }
}

function versionOf(post: GhostPost): string {
  return hashOf(
    JSON.stringify([post.updated_at, post.status, post.slug, post.title, post.lexical, post.codeinjection_head]),
  )
}

/** Did our update arrive, though its answer did not? The head holds our mark, letter for letter. */
function holds(post: GhostPost, content: object): boolean {
  return (content as { codeinjection_head?: string }).codeinjection_head === post.codeinjection_head
}
