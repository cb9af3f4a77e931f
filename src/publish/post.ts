import type { Article } from '../article/article.ts'
import type { Instant } from '../fields/values.ts'

/** An article that could be published, with what the incident says about when it may be. */
export interface PostCandidate {
  readonly article: Article
  /** It is published at this moment: destinations that can schedule get it beforehand. */
  readonly publish_at?: Instant | undefined
  /** Nothing of it, not even its title, leaves before this moment. */
  readonly embargo?: Instant | undefined
  /** Absolute address of the article on the newsroom's own site. */
  readonly canonical: string
  /** Fingerprint of what the article rests on: it changes with the incident's file, and with nothing else. */
  readonly facts: string
  /** Heading of the list of sources, in the edition's language. */
  readonly sources: string
  /** How another edition's article links to this one: "Read in English". */
  readonly invitation: string
  readonly image?: Picture | undefined
  /** Slugs that it had, as its file says. */
  readonly former?: readonly string[]
}

/** Slugs that a post had and that no other article has now, nor had before it. */
export interface FormerSlugs {
  /** … in its edition: where each edition has addresses of its own. */
  readonly inEdition: readonly string[]
  /** … in any: where all editions share their addresses. */
  readonly onSite: readonly string[]
}

export interface Picture {
  /** Hash of everything shown on it: the same id gives the same picture, so that an existing one is not made again. */
  readonly id: string
  /** Extension of its file: `.png`. */
  readonly ending: string
  readonly type: string
  readonly make: () => Promise<Uint8Array>
  /** What it shows, as alternative text. */
  readonly alt: string
  /** Where the newsroom's own site has it. */
  readonly address?: string
}

export type Status = 'draft' | 'scheduled' | 'published'

/** An article on its way to a destination, in no destination's format yet. */
export interface Post {
  /** `<story>.<edition>`: its permanent key at every destination. */
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
  readonly facts: string
  readonly sources: string
  readonly invitation: string
  readonly image: Picture | undefined
  readonly former: FormerSlugs
}

/** A link from an article to its translation. The address is unknown until the translation exists there. */
export interface Link {
  readonly edition: string
  readonly lang: string
  readonly label: string
  readonly address: string | undefined
}

/** What may be published at a moment, and what is held back: neither published nor unpublished. */
export interface Ready {
  readonly posts: readonly Post[]
  /** Keys of articles under embargo. */
  readonly held: readonly string[]
}

/** Decides what may be published at the moment `now`. Pure. */
export function readyAt(candidates: readonly PostCandidate[], now: Instant): Ready {
  const held: string[] = []
  const posts: Post[] = []
  const formerOf = formerSlugs(candidates)
  for (const offer of candidates) {
    const key = keyOf(offer.article.id, offer.article.edition)
    if (offer.embargo !== undefined && offer.embargo > now) held.push(key)
    else posts.push(postOf(key, offer, now, formerOf(offer)))
  }
  return { posts, held }
}

function postOf(
  key: string,
  { article, publish_at, embargo, canonical, facts, sources, invitation, image }: PostCandidate,
  now: Instant,
  former: FormerSlugs,
): Post {
  const waits = publish_at !== undefined && publish_at > now
  return {
    key,
    story: article.id,
    edition: article.edition,
    lang: article.lang,
    article,
    status: article.draft ? 'draft' : waits ? 'scheduled' : 'published',
    date: Math.max(article.published, publish_at ?? 0, embargo ?? 0),
    modified: article.updated,
    canonical,
    facts,
    sources,
    invitation,
    image,
    former,
  }
}

/** Former slugs never lead to two articles, and never away from one that is there. */
function formerSlugs(candidates: readonly PostCandidate[]): (candidate: PostCandidate) => FormerSlugs {
  const inEdition = new Map(candidates.map(({ article }) => [`${article.edition}/${article.slug}`, '']))
  const onSite = new Map(candidates.map(({ article }) => [article.slug, '']))
  return ({ article, former = [] }) => {
    const key = keyOf(article.id, article.edition)
    const free = (taken: Map<string, string>, name: string) => {
      if (!taken.has(name)) taken.set(name, key)
      return taken.get(name) === key
    }
    return {
      inEdition: former.filter(slug => free(inEdition, `${article.edition}/${slug}`)),
      onSite: former.filter(slug => free(onSite, slug)),
    }
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
