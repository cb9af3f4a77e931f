import type { Article } from '../article/article.ts'
import type { Instant } from '../fields/values.ts'

/** What the run hands over for one article: the article, and what the incident says about when it may leave. */
export interface PostCandidate {
  readonly article: Article
  /** It goes out at this moment: destinations that can keep an appointment get it beforehand. */
  readonly publish_at?: Instant | undefined
  /** Nothing of it, not even its title, leaves before this moment. */
  readonly embargo?: Instant | undefined
  /** Absolute address of the article on the newsroom's own site. */
  readonly canonical: string
  /** Heading of the list of sources, in the edition's language. */
  readonly sources: string
  /** How another edition's article invites to read this one: "Read in English". */
  readonly invitation: string
  readonly image?: Picture | undefined
}

export interface Picture {
  /** Says all that is on it: the same id gives the same picture, so that one that stands there is not made again. */
  readonly id: string
  /** Ending of its file: `.png`. */
  readonly ending: string
  readonly type: string
  readonly make: () => Promise<Uint8Array>
  /** What it shows, for readers who do not see it. */
  readonly alt: string
}

export type Status = 'draft' | 'scheduled' | 'published'

/** An article on its way to a destination, in no destination's format yet. */
export interface Post {
  /** `<story>.<edition>`: what a destination knows it by, for ever. */
  readonly key: string
  readonly story: string
  readonly edition: string
  /** BCP 47. */
  readonly lang: string
  readonly article: Article
  readonly status: Status
  readonly date: Instant
  readonly modified: Instant
  readonly canonical: string
  readonly sources: string
  readonly invitation: string
  readonly image: Picture | undefined
}

/** A link from an article to its translation. The address is not known before the translation stands there. */
export interface Link {
  readonly edition: string
  readonly lang: string
  readonly label: string
  readonly address: string | undefined
}

/** What may go out at a moment, and what is kept back: neither published nor taken down. */
export interface Ready {
  readonly posts: readonly Post[]
  /** Keys of articles under embargo. */
  readonly held: readonly string[]
}

/** Decides what may leave at the moment `now`. Pure. */
export function readyAt(offers: readonly PostCandidate[], now: Instant): Ready {
  const held: string[] = []
  const posts: Post[] = []
  for (const offer of offers) {
    const key = keyOf(offer.article.id, offer.article.edition)
    if (offer.embargo !== undefined && offer.embargo > now) held.push(key)
    else posts.push(postOf(key, offer, now))
  }
  return { posts, held }
}

function postOf(
  key: string,
  { article, publish_at, canonical, sources, invitation, image }: PostCandidate,
  now: Instant,
): Post {
  const waits = publish_at !== undefined && publish_at > now
  return {
    key,
    story: article.id,
    edition: article.edition,
    lang: article.lang,
    article,
    status: article.draft ? 'draft' : waits ? 'scheduled' : 'published',
    date: publish_at ?? article.published,
    modified: article.updated,
    canonical,
    sources,
    invitation,
    image,
  }
}

/** `2024-12-11-meta` and `fr` make `2024-12-11-meta.fr`. */
export function keyOf(story: string, edition: string): string {
  return `${story}.${edition}`
}

/** Story and edition of a key. An edition has no full stop in its name, a story may. */
export function partsOf(key: string): { story: string; edition: string } {
  const dot = key.lastIndexOf('.')
  return { story: key.slice(0, dot), edition: key.slice(dot + 1) }
}
