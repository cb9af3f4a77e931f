import { descriptionOf } from '../article/article.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { hexDigestOf } from '../foundation/digest.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { plain } from '../site/plain-text.ts'
import { type CmsOptions, cmsTraits, findBlocking, foreign, pictureSlug, refusal } from './cms.ts'
import { partedFromCopies } from './copies.ts'
import { openPostCreator } from './create-once.ts'
import { type HttpResponse, openHttpClient } from './http-client.ts'
import { type Link, type Post, partsOf } from './post.ts'
import { type Hashes, type PostFields, REMOVED } from './post-fields.ts'
import { htmlText } from './post-prose.ts'
import { type DestinationRefused, PostMoved, type Publisher, type Remote, type Write } from './publisher.ts'
import { namesOf } from './terms.ts'
import { accessTo, isOfWordPress } from './wordpress-access.ts'
import { guarded } from './wordpress-guards.ts'
import { openLibrary, type Taxonomy } from './wordpress-library.ts'
import { leftoverMedia } from './wordpress-pictures.ts'
import {
  addressOf,
  bodyBlocks,
  COMMON_TOKEN,
  contentOf,
  FIELDS,
  linksBlock,
  markJson,
  markOf,
  partContent,
  STATUSES,
  slugOfPost,
  statusOf,
  textHtml,
  tokenOf,
  versionOf,
  type WordPressMark,
  type WordPressPost,
} from './wordpress-post.ts'

export interface WordPressOptions extends CmsOptions {
  /** An account with the role of editor, and one of its application passwords: from the environment. */
  readonly user: string
  readonly password: string
  /** Names of the categories of every post, by edition. Absent: categories are left to the people there. */
  readonly categories?: Readonly<Record<string, readonly string[]>> | undefined
}

/** Every status that a post of ours can have, the trash too. */
const ANY = 'publish,future,draft,pending,private,trash'

/** Posts of a WordPress, through its own REST API. */
export function wordpress(options: WordPressOptions): Publisher {
  const { name } = options
  const key = Buffer.from(`${options.user}:${options.password}`).toString('base64')
  const http = openHttpClient({ ...options, fits: isOfWordPress, headers: () => ({ authorization: `Basic ${key}` }) })
  const library = openLibrary(http, refusalOf)
  const made = ({ json }: HttpResponse) => json as WordPressPost
  const creations = openPostCreator({ http, find, remoteOf, made, refused: refusalOf, drop })
  let plugin = false
  let redirects = false
  /** What each post of ours shows, now and before this publish. */
  const shown = { now: new Map<number, number>(), before: new Set<number>() }
  let cleared = true
  /** Our fields of the posts asked for, by key. */
  const asked = new Map<string, PostFields>()

  return {
    ...cmsTraits(options),
    kind: 'wordpress',
    concurrency: options.concurrency ?? 2,
    wanted,
    verify,
    async lookUp(posts) {
      for (const post of posts) asked.set(post.key, wanted(post, []))
      const found = new Map<number, WordPressPost>()
      if (plugin) for (const post of await postsOf('&depeche=1')) found.set(post.id, post)
      for (const post of await postsOf(`&search=${COMMON_TOKEN}`)) found.set(post.id, post)
      await learn([...found.values()])
      const all: Remote[] = []
      for (const post of [...found.values()].sort((one, other) => one.id - other.id)) all.push(await remoteOf(post))
      const { remotes, copies } = partedFromCopies(all)
      for (const [post, stranger] of await strangers(posts.filter(({ key }) => !remotes.has(key)))) {
        remotes.set(post.key, foreign(await remoteOf(stranger), post))
      }
      for (const { id, featured_media } of found.values()) shown.now.set(id, featured_media)
      for (const { id, status, wrote } of remotes.values()) {
        shown.before.add(shown.now.get(Number(id)) ?? 0)
        if (status === 'removed' && wrote?.status === REMOVED) shown.now.set(Number(id), 0)
      }
      cleared = (await leftoverMedia(http, shown, refusalOf)).length === 0
      return { remotes, copies, unfinished: !cleared }
    },
    async put(write) {
      const isOther = write.remote === undefined || write.changed.includes('image')
      if (isOther) cleared = false
      return write.remote ? change(write, write.remote) : create(write)
    },
    async unpublish(remote) {
      const post = await unchangedRemote(remote)
      const mark = markOf(post)
      if (mark) {
        const kept = { ...mark, wrote: { ...mark.wrote, status: REMOVED } }
        await sent('POST', `/${post.id}`, { json: { tags: post.tags, ...marked(kept, remote.fields) } }, remote.key)
      }
      await sent('DELETE', `/${post.id}`, undefined, remote.key)
      shown.now.set(post.id, 0)
      cleared = false
    },
    drop,
    async finish() {
      await creations.settle()
      const left = cleared ? [] : await leftoverMedia(http, shown, refusalOf)
      for (const id of left) {
        const answer = await http.request('DELETE', `/?rest_route=/wp/v2/media/${id}&force=true`)
        if (answer.status !== 200 && answer.status !== 404) throw refusalOf(answer, String(id))
      }
      return []
    },
  }

  async function verify(): Promise<Diagnostic[]> {
    const access = await accessTo(http, options)
    plugin = access.plugin
    redirects = access.redirects
    return access.diagnostics
  }

  function wanted(post: Post, links: readonly Link[]): PostFields {
    const { article, edition } = post
    const categories = options.categories?.[edition]
    return {
      title: plain(article.headline.text),
      excerpt: plain(descriptionOf(article)),
      body: bodyBlocks(post),
      links: linksBlock(links),
      slug: slugFor(article.slug, post),
      status: post.status,
      date: isoOf(post.date),
      modified: isoOf(post.modified),
      lang: article.lang,
      tags: JSON.stringify([...new Set(article.tags.map(plain))].sort()),
      image: post.image ? pictureSlug(post.image) : '',
      // Of itself it notes the former slugs of published posts only.
      former: redirects || post.status === 'published' ? formerSlugs(post).join(' ') : '',
      ...(categories && { categories: JSON.stringify([...categories].sort()) }),
    }
  }

  /** All pages of a query, oldest post first. */
  async function postsOf(query: string): Promise<WordPressPost[]> {
    const posts: WordPressPost[] = []
    for (let page = 1; ; page++) {
      const path = `/?rest_route=/wp/v2/posts&context=edit&status=${ANY}&orderby=id&order=asc&per_page=100&page=${page}${query}&_fields=${FIELDS}`
      const answer = await http.request('GET', path)
      if (answer.status !== 200) throw refusalOf(answer, name)
      posts.push(...(answer.json as WordPressPost[]))
      if (page >= Number(answer.headers.get('x-wp-totalpages') ?? 1)) return posts
    }
  }

  /** Every post of one key, oldest first. */
  async function find(key: string): Promise<WordPressPost[]> {
    const ours = plugin ? await postsOf(`&depeche_key=${encodeURIComponent(key)}`) : []
    const searched = await postsOf(`&search=${tokenOf(key)}`)
    const all = new Map([...ours, ...searched].map(post => [post.id, post]))
    const isOurs = (post: WordPressPost) => {
      const mark = markOf(post)
      return mark?.key === key && (mark.id ?? post.id) === post.id
    }
    return [...all.values()].filter(isOurs).sort((one, other) => one.id - other.id)
  }

  /** Foreign posts at the addresses our posts would have; one in the trash blocks nothing. */
  async function strangers(posts: readonly Post[]): Promise<[Post, WordPressPost][]> {
    const slugOf = (post: Post) => wanted(post, []).slug ?? ''
    const found = await findBlocking(posts, slugOf, slugs =>
      postsOf(`&slug=${slugs.map(encodeURIComponent).join(',')}`),
    )
    const there = found.filter(([, { status }]) => status !== 'trash')
    await learn(there.map(([, post]) => post))
    return there
  }

  function learn(posts: readonly WordPressPost[]): Promise<void> {
    const categories = options.categories ? posts.flatMap(({ categories }) => categories) : []
    return library.learn(
      { tags: posts.flatMap(({ tags }) => tags), categories },
      posts.map(({ featured_media }) => featured_media),
    )
  }

  async function remoteOf(post: WordPressPost): Promise<Remote> {
    const mark = markOf(post)
    const { body, links } = partContent(post.content.raw)
    const status = statusOf(post.status)
    const image = await library.pictureName(post.featured_media)
    return {
      key: mark?.key ?? '',
      id: String(post.id),
      address: addressOf(post),
      status,
      fields: {
        title: htmlText(post.title.raw),
        excerpt: htmlText(post.excerpt.raw),
        body,
        links,
        slug: slugOfPost(post),
        status,
        date: `${post.date_gmt}Z`,
        modified: mark?.modified ?? '',
        lang: mark?.lang ?? '',
        tags: await termNames('tags', post),
        image,
        former: mark?.former ?? '',
        ...(options.categories && { categories: await termNames('categories', post) }),
      },
      wrote: status === 'removed' && image === '' ? withoutPicture(mark?.wrote) : mark?.wrote,
      writtenAs: mark?.id === undefined ? undefined : String(mark.id),
      version: versionOf(post),
      ours: mark !== undefined,
      extras: [],
    }
  }

  /** The terms of a post as we call them. */
  async function termNames(taxonomy: Taxonomy, post: WordPressPost): Promise<string> {
    const mark = markOf(post)
    const ours = asked.get(mark?.key ?? '')?.[taxonomy]
    const names = namesOf(await library.called(taxonomy, post[taxonomy]), mark?.[taxonomy], namesIn(ours))
    return JSON.stringify(names.sort())
  }

  async function create({ post, fields, wrote }: Write): Promise<Remote> {
    const changed = Object.keys(fields)
    const mark = await markFor(post, fields, changed, wrote)
    const content = { ...(await contents(fields, changed, post)), ...marked(mark, fields) }
    return creations.create('/?rest_route=/wp/v2/posts', content, post.key)
  }

  async function change({ post, fields, changed, wrote }: Write, remote: Remote): Promise<Remote> {
    const there = await unchangedRemote(remote)
    const mark = await markFor(post, fields, changed, wrote, there)
    // Without ids it would give the post its tags anew by name, and take "C++" for "C".
    const { tags } = there
    const content = { tags, ...(await contents(fields, changed, post)) }
    const before = there.status === 'publish' ? (markOf(there)?.former ?? '').split(' ') : []
    const fresh = redirects || fields.status !== 'published' ? [] : wordsOf(fields.former)
    const send = async (json: object) => (await sent('POST', `/${there.id}`, { json }, post.key)).json as WordPressPost
    const after = await passing(fresh.filter(slug => !before.includes(slug)))
    shown.now.set(after.id, after.featured_media)
    return remoteOf(after)

    /** Left for a moment at each former slug: WordPress leads from there by itself. Our mark says how far we are. */
    async function passing(slugs: readonly string[]): Promise<WordPressPost> {
      if (slugs.length === 0) return send({ ...content, ...marked(mark, fields) })
      const { former: _, ...wrote } = mark.wrote
      const under = (slug: string) =>
        marked({ ...mark, former: '', wrote: { ...wrote, slug: hexDigestOf(slug) } }, fields)
      await send({ ...content, ...under(fields.slug ?? '') })
      for (const slug of slugs) {
        if ((await postsOf(`&slug=${encodeURIComponent(slug)}`)).some(({ id }) => id !== there.id)) continue
        await send({ tags: content.tags, slug, ...under(slug) })
      }
      return send({ tags: content.tags, slug: fields.slug, ...marked(mark, fields) })
    }
  }

  /** The current remote post, unless somebody edited it since we looked. */
  async function unchangedRemote(remote: Remote): Promise<WordPressPost> {
    const answer = await http.request('GET', `/?rest_route=/wp/v2/posts/${remote.id}&context=edit&_fields=${FIELDS}`)
    if (answer.status === 404) throw new PostMoved(remote.key)
    if (answer.status !== 200) throw refusalOf(answer, remote.key)
    const post = answer.json as WordPressPost
    if (versionOf(post) !== remote.version) throw new PostMoved(remote.key)
    return post
  }

  async function sent(
    method: string,
    path: string,
    body: { json: object } | undefined,
    about: string,
  ): Promise<HttpResponse> {
    const answer = await http.request(method, `/?rest_route=/wp/v2/posts${path}`, body)
    // It is already in the trash: our first attempt did that, and its answer got lost.
    if (answer.status === 410) return answer
    if (answer.status !== 200) throw refusalOf(answer, about)
    return answer
  }

  /** What is stored with a post; the post that it stands in is known once it is there. */
  async function markFor(
    post: Post,
    fields: PostFields,
    changed: readonly string[],
    wrote: Write['wrote'],
    there?: WordPressPost,
  ): Promise<WordPressMark> {
    const before = there && markOf(there)
    const ids = async (taxonomy: Taxonomy) =>
      changed.includes(taxonomy) ? library.terms(taxonomy, namesIn(fields[taxonomy])) : before?.[taxonomy]
    const mark = {
      key: post.key,
      lang: post.lang,
      modified: isoOf(post.modified),
      wrote,
      id: there?.id,
      former: fields.former,
    }
    return { ...mark, tags: await ids('tags'), categories: await ids('categories') }
  }

  /** Some of our fields in WordPress's format. */
  async function contents(fields: PostFields, changed: readonly string[], post: Post): Promise<object> {
    const has = (field: string) => changed.includes(field)
    const ids = async (taxonomy: Taxonomy) => [
      ...new Set(Object.values(await library.terms(taxonomy, namesIn(fields[taxonomy]))).map(Number)),
    ]
    const picture = post.image && fields.image === pictureSlug(post.image) ? post.image : undefined
    return {
      ...(has('title') && { title: guarded(textHtml(fields.title ?? '')) }),
      ...(has('excerpt') && { excerpt: guarded(textHtml(fields.excerpt ?? '')) }),
      ...(has('slug') && { slug: fields.slug }),
      ...((has('status') || has('date')) && {
        status: STATUSES[fields.status ?? ''],
        date_gmt: fields.date?.replace('Z', ''),
      }),
      ...(has('tags') && { tags: await ids('tags') }),
      ...(has('categories') && { categories: await ids('categories') }),
      ...(has('image') && { featured_media: picture ? await library.picture(picture) : 0 }),
    }
  }

  /** The content of a post with its mark, where the mark belongs. */
  function marked(mark: WordPressMark, fields: PostFields): object {
    if (!plugin) return { content: contentOf(fields, mark) }
    const { story } = partsOf(mark.key)
    const state = {
      depeche_key: mark.key,
      depeche_story: story,
      depeche_lang: mark.lang,
      depeche_state: markJson(mark),
    }
    const meta = { ...state, ...(redirects && { depeche_former: JSON.stringify(wordsOf(mark.former)) }) }
    return { content: contentOf(fields, undefined), meta }
  }

  async function drop(extras: readonly string[]): Promise<void> {
    for (const id of extras) {
      const answer = await http.request('DELETE', `/?rest_route=/wp/v2/posts/${id}`)
      if (answer.status !== 200 && answer.status !== 404 && answer.status !== 410) throw refusalOf(answer, id)
    }
  }

  function refusalOf({ status, json }: HttpResponse, about: string): DestinationRefused {
    const { message = '', code = '' } = (json ?? {}) as { message?: string; code?: string }
    return refusal(options, { status, about, reason: htmlText(message || code || String(status)) })
  }
}

/** Slugs are shared by all languages there: one that was not written for its language gets the language added. */
const slugFor = (slug: string, { story, edition }: Post): string => (slug === story ? `${slug}-${edition}` : slug)

/** What we took down lost its picture by us: the story may come back with it, or with another. */
const withoutPicture = (wrote: Hashes | undefined): Hashes | undefined =>
  wrote?.status === REMOVED ? { ...wrote, image: hexDigestOf('') } : wrote

const formerSlugs = (post: Post): string[] =>
  post.former.onSite.map(slug => slugFor(slug, post)).filter(slug => slug !== slugFor(post.article.slug, post))

const wordsOf = (words: string | undefined): string[] => (words ?? '').split(' ').filter(word => word !== '')

const namesIn = (json: string | undefined): string[] => JSON.parse(json || '[]') as string[]
