import type { Diagnostic } from '../foundation/diagnostic.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { slugOf } from '../foundation/slug.ts'
import { type CmsOptions, cmsTraits, findBlocking, foreign, pictureSlug, refusal } from './cms.ts'
import { partedFromCopies } from './copies.ts'
import { openPostCreator } from './create-once.ts'
import { altOf, openImages } from './ghost-images.ts'
import { ghostToken } from './ghost-key.ts'
import {
  editionTag,
  type GhostPost,
  type GhostTag,
  ghostFields,
  headOf,
  lexicalOf,
  markOf,
  OURS,
  storyTag,
} from './ghost-post.ts'
import { openRedirects } from './ghost-redirects.ts'
import { isOfGhost, remoteOf as remoteFrom, versionOf } from './ghost-remote.ts'
import { type HttpResponse, openHttpClient } from './http-client.ts'
import { type Link, type Post, partsOf } from './post.ts'
import { type PostFields, REMOVED } from './post-fields.ts'
import {
  type DestinationRefused,
  PostMoved,
  type Publisher,
  publishDiagnostic,
  type Remote,
  type Write,
} from './publisher.ts'
import { openTerms } from './terms.ts'

export interface GhostOptions extends CmsOptions {
  /** Admin API key (`id:secret`) of a custom integration: from the environment. */
  readonly key: string
  /** Do search engines find the article on the newsroom's own site? Then its address there is canonical. */
  readonly canonical?: boolean | undefined
}

const API = '/ghost/api/admin'
const ASKED = 'formats=lexical&include=tags'
/** Oldest supported major version of Ghost. */
const LEAST = 5

/** Posts of a Ghost, through its Admin API. */
export function ghost(options: GhostOptions): Publisher {
  const { name, address } = options
  const http = openHttpClient({
    ...options,
    fits: isOfGhost,
    headers: () => ({ authorization: `Ghost ${ghostToken(options.key)}`, 'accept-version': `v${LEAST}.0` }),
  })
  const imageAddress = openImages({ http, address, shown: imageShown, refused: refusalOf })
  /** The addresses of each version of a story, for the links in the heads of the others. */
  const known = new Map<string, { readonly lang: string; readonly address: string }>()

  /** The tags that we want for the post of a key. */
  const asked = new Map<string, readonly string[]>()
  const remoteOf = (post: GhostPost) => remoteFrom(post, key => asked.get(key) ?? [])
  const creations = openPostCreator({ http, find, remoteOf, made: onlyOf, refused: refusalOf, drop })
  const redirects = openRedirects(http, refusalOf)
  /** Ghost lets the keys of people who administer it make redirects, and no integration's. */
  let leads = true
  /** Former addresses of what was written lead nowhere. */
  let lost = false
  const tagIds = openTerms({ find: similarTags, make: makeTag })

  return {
    ...cmsTraits(options),
    kind: 'ghost',
    concurrency: options.concurrency ?? 1,
    wanted,
    verify,
    async lookUp(posts) {
      for (const post of posts) asked.set(post.key, tagsIn(wanted(post, [])))
      const { remotes, copies } = partedFromCopies((await list(`tag:${tagAddress(OURS)}`)).map(remoteOf))
      for (const { key, address, fields } of remotes.values()) known.set(key, { lang: fields.lang ?? '', address })
      const unseen = posts.filter(({ key }) => !remotes.has(key))
      const strangers = await findBlocking(unseen, slugWanted, slugs => list(`slug:[${slugs.join(',')}]`))
      for (const [post, stranger] of strangers) remotes.set(post.key, foreign(remoteOf(stranger), post))
      const isMoved = [...posts.map(formerOf), ...[...remotes.values()].map(({ fields }) => fields.former)].some(
        Boolean,
      )
      leads = !isMoved || (await redirects.allowed())
      return { remotes, copies }
    },
    async put(write) {
      const after = write.remote ? await change(write, write.remote) : await create(write)
      known.set(write.post.key, { lang: write.post.lang, address: after.address })
      lost ||= !leads && formerOf(write.post) !== ''
      return after
    },
    async unpublish(remote) {
      const post = await unchangedRemote(remote)
      if (remote.fields.former) await lead({}, remote)
      await hide(post, remote.key)
      known.delete(remote.key)
    },
    drop,
    async finish() {
      await creations.settle()
      return lost ? [publishDiagnostic('no-redirects', { address, name }, 'warning')] : []
    },
  }

  /** Ghost has no trash: a draft is hidden from readers, and nothing is lost. */
  async function hide(post: GhostPost, key: string): Promise<void> {
    const mark = markOf(post)
    const hidden = mark && { ...mark, wrote: { ...mark.wrote, status: REMOVED } }
    const head = hidden && headOf(post.codeinjection_head ?? '', hidden, [])
    await update(post, { status: 'draft', ...(head !== undefined && { codeinjection_head: head }) }, key)
  }

  async function verify(): Promise<Diagnostic[]> {
    const site = await http.request('GET', `${API}/site/`)
    const { version } = (site.json as { site?: { version?: string } } | undefined)?.site ?? {}
    if (version === undefined) return [publishDiagnostic('not-there', { address, what: 'Ghost' })]
    if (Number.parseInt(version, 10) < LEAST)
      return [publishDiagnostic('too-old', { address, version, least: `${LEAST}.0` })]
    const asked = await http.request('GET', `${API}/posts/?limit=1&fields=id`)
    if (asked.status === 401 || asked.status === 403) return [publishDiagnostic('unauthorized', { address, name })]
    return asked.status === 200 ? [] : [refusalOf(asked, name).diagnostic]
  }

  function wanted(post: Post, links: readonly Link[]): PostFields {
    const fields = ghostFields(post, links, options.canonical === true)
    return {
      ...fields,
      image: post.image ? pictureSlug(post.image) : '',
      former: leads ? (fields.former ?? '') : '',
    }
  }

  function slugWanted(post: Post): string {
    return wanted(post, []).slug ?? ''
  }

  /** All pages of a query, oldest post first. */
  async function list(filter: string): Promise<GhostPost[]> {
    const posts: GhostPost[] = []
    for (let page = 1; ; page++) {
      const query = `${ASKED}&limit=100&page=${page}&order=${encodeURIComponent('created_at asc, id asc')}`
      const answer = await http.request('GET', `${API}/posts/?${query}&filter=${encodeURIComponent(filter)}`)
      if (answer.status !== 200) throw refusalOf(answer, name)
      const { posts: some, meta } = answer.json as { posts: GhostPost[]; meta?: { pagination?: { pages: number } } }
      posts.push(...some)
      if (page >= (meta?.pagination?.pages ?? 1)) return posts
    }
  }

  async function find(key: string): Promise<GhostPost[]> {
    const { story, edition } = partsOf(key)
    const found = await list(`tag:${tagAddress(storyTag(story))}+tag:${tagAddress(editionTag(edition))}`)
    return found.filter(post => (markOf(post)?.id ?? post.id) === post.id)
  }

  async function create({ post, fields, wrote }: Write): Promise<Remote> {
    const content = await contents(post, fields, Object.keys(fields), wrote, undefined)
    return creations.create(`${API}/posts/?${ASKED}`, { posts: [content] }, post.key)
  }

  async function change({ post, fields, changed, wrote }: Write, remote: Remote): Promise<Remote> {
    const there = await unchangedRemote(remote)
    const content = await contents(post, fields, changed, wrote, there)
    const comesOut = there.status !== 'published' && fields.status === 'published'
    if (changed.includes('former') || (fields.former && (comesOut || changed.includes('slug'))))
      await lead(fields, remote)
    return remoteOf(await update(there, content, post.key))
  }

  /**
   * Ghost itself refuses an update of a post somebody else has changed; after a lost answer, that change may be ours.
   */
  async function update(there: GhostPost, content: object, key: string): Promise<GhostPost> {
    let last = there
    return http.requestOnce('PUT', `${API}/posts/${there.id}/?${ASKED}`, {
      body: () => ({ json: { posts: [{ ...content, updated_at: last.updated_at }] } }),
      read: answer => {
        if (answer.status === 409 || answer.status === 404) throw new PostMoved(key)
        if (answer.status !== 200) throw refusalOf(answer, key)
        return onlyOf(answer)
      },
      findExisting: async () => {
        last = await fetchOne(there.id, key)
        // Either nothing happened, or exactly what we requested: then the marks are ours, and repeating it does no
        // harm.
        if (versionOf(last) !== versionOf(there) && !holds(last, content)) throw new PostMoved(key)
        return undefined
      },
    })
  }

  async function fetchOne(id: string, key: string): Promise<GhostPost> {
    const answer = await http.request('GET', `${API}/posts/${id}/?${ASKED}`)
    if (answer.status === 404) throw new PostMoved(key)
    if (answer.status !== 200) throw refusalOf(answer, key)
    return onlyOf(answer)
  }

  async function unchangedRemote(remote: Remote): Promise<GhostPost> {
    const post = await fetchOne(remote.id, remote.key)
    if (versionOf(post) !== remote.version) throw new PostMoved(remote.key)
    return post
  }

  /** Some of our fields in Ghost's format; the head always, because it holds the mark. */
  async function contents(
    post: Post,
    fields: PostFields,
    changed: readonly string[],
    wrote: Write['wrote'],
    there: GhostPost | undefined,
  ): Promise<object> {
    const has = (...names: string[]) => names.some(field => changed.includes(field))
    const before = there && markOf(there)
    const tags = has('tags') || !there ? await tagIds(tagsIn(fields)) : before?.tags
    const mark = {
      key: post.key,
      modified: isoOf(post.modified),
      lang: post.lang,
      wrote,
      id: there?.id,
      tags,
      former: fields.former,
    }
    const internal = [OURS, storyTag(post.story), editionTag(post.edition)]
    const own = (there?.tags ?? []).filter(({ name }) => name.startsWith('#') && !internal.includes(name))
    const ours = [...new Set(Object.values(tags ?? {})), ...own.map(({ id }) => id)].map(id => ({ id }))
    const picture = post.image && fields.image === pictureSlug(post.image) ? post.image : undefined
    return {
      codeinjection_head: headOf(there?.codeinjection_head ?? '', mark, versionsOf(post, fields)),
      ...(has('title') && { title: fields.title }),
      ...(has('excerpt') && { custom_excerpt: fields.excerpt || null }),
      ...(has('body', 'links') && { lexical: lexicalOf(fields) }),
      ...(has('slug') && { slug: fields.slug }),
      ...(has('status', 'date') && { status: fields.status, published_at: fields.date }),
      ...(has('canonical') && { canonical_url: fields.canonical || null }),
      ...((has('tags') || !there) && { tags: [...ours, ...internal.map(name => ({ name }))] }),
      ...(has('image') && {
        feature_image: picture ? await imageAddress(picture) : null,
        feature_image_alt: picture ? altOf(picture) : null,
      }),
    }
  }

  /** Former slugs lead to the post, and those that it has no more lead nowhere; one at which a post or page stands stays its own. */
  async function lead(fields: PostFields, { fields: before, id }: Remote): Promise<void> {
    if (!leads) return
    const [old, now] = [slugsIn(before), slugsIn(fields)]
    const leading = new Map<string, string | undefined>(
      old.filter(slug => !now.includes(slug)).map(slug => [slug, undefined]),
    )
    for (const slug of now) if (!(await isTaken(slug, id))) leading.set(slug, `/${fields.slug}/`)
    if (leading.size > 0) await redirects.change(leading)
  }

  async function isTaken(slug: string, id: string): Promise<boolean> {
    for (const what of ['posts', 'pages']) {
      const answer = await http.request('GET', `${API}/${what}/slug/${encodeURIComponent(slug)}/?fields=id`)
      if (answer.status !== 200 && answer.status !== 404) throw refusalOf(answer, slug)
      const [there] = (answer.json as Record<string, { id: string }[]> | undefined)?.[what] ?? []
      if (there && there.id !== id) return true
    }
    return false
  }

  /** Tags of a name, or of its slug: in another case or with other accents it is the same to readers. */
  async function similarTags(name: string): Promise<GhostTag[]> {
    const slug = slugOf(name)
    const named = `name:'${name.replace(/['"]/g, '\\$&')}'`
    const filter = encodeURIComponent(slug === '' ? named : `slug:'${slug}',${named}`)
    const answer = await http.request('GET', `${API}/tags/?limit=100&filter=${filter}`)
    if (answer.status !== 200) throw refusalOf(answer, name)
    return (answer.json as { tags: GhostTag[] }).tags
  }

  function makeTag(name: string): Promise<GhostTag> {
    return http.requestOnce('POST', `${API}/tags/`, {
      body: () => ({ json: { tags: [{ name }] } }),
      read: answer => {
        const [tag] = (answer.json as { tags?: GhostTag[] } | undefined)?.tags ?? []
        if (answer.status !== 201 || !tag) throw refusalOf(answer, name)
        return tag
      },
      findExisting: async () => (await similarTags(name)).find(tag => tag.name === name),
    })
  }

  /** This version and those its translation links name. */
  function versionsOf(post: Post, fields: PostFields): { lang: string; address: string }[] {
    const linked = [...known].filter(
      ([key, { address }]) =>
        key !== post.key && partsOf(key).story === post.story && fields.links?.includes(`](${address})`),
    )
    const self = known.get(post.key)
    return [...(self ? [self] : []), ...linked.map(([, version]) => version)].sort((one, other) =>
      one.lang < other.lang ? -1 : 1,
    )
  }

  /** The address at which a post shows an image whose name contains these words. */
  async function imageShown(name: string): Promise<string | undefined> {
    const posts = await list(`feature_image:~'${name}'`)
    return posts.find(({ feature_image }) => feature_image?.includes(name))?.feature_image ?? undefined
  }

  /** Ghost has no trash: a twin of which nobody ever saw anything is deleted, one that readers saw becomes a draft of ours. */
  async function drop(extras: readonly string[]): Promise<void> {
    for (const id of extras) {
      const there = await http.request('GET', `${API}/posts/${id}/?${ASKED}`)
      if (there.status === 404) continue
      if (there.status !== 200) throw refusalOf(there, id)
      const post = onlyOf(there)
      if (post.status !== 'draft') {
        await hide(post, remoteOf(post).key)
        continue
      }
      const answer = await http.request('DELETE', `${API}/posts/${id}/`)
      if (answer.status !== 204 && answer.status !== 404) throw refusalOf(answer, id)
    }
  }

  function refusalOf({ status, json }: HttpResponse, about: string): DestinationRefused {
    const { errors = [] } = (json ?? {}) as { errors?: { message?: string; context?: string }[] }
    const reason = errors[0]?.context || errors[0]?.message || String(status)
    return refusal(options, { status, about, reason })
  }
}

const formerOf = (post: Post): string => ghostFields(post, [], false).former ?? ''

const slugsIn = ({ former }: PostFields): string[] => (former ?? '').split(' ').filter(slug => slug !== '')

const tagsIn = ({ tags }: PostFields): string[] => JSON.parse(tags || '[]') as string[]

/** Ghost's slug of an internal tag: `#depeche` is `hash-depeche`. */
function tagAddress(tag: string): string {
  return tag.replace(/^#/, 'hash-').toLowerCase()
}

function onlyOf(answer: HttpResponse): GhostPost {
  const [post] = (answer.json as { posts: GhostPost[] }).posts
  if (!post) throw new Error('Ghost answered without the post')
  return post
}

/** Whether our update arrived though its answer did not: the head then holds exactly our mark. */
function holds(post: GhostPost, content: object): boolean {
  return (content as { codeinjection_head?: string }).codeinjection_head === post.codeinjection_head
}
