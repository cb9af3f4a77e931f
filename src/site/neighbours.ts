import type { ArticleSummary } from './article-summary.ts'
import { nameKey } from './subject.ts'

/** An article as the page of another links to it. */
export type Neighbour = Pick<ArticleSummary, 'id' | 'edition' | 'slug' | 'headline' | 'published' | 'knownToTheDay'>

/** Links from one article to others of its edition. */
export interface Neighbours {
  readonly previous?: Neighbour
  readonly next?: Neighbour
  /** Earlier articles on one of its services or on its company, latest first. */
  readonly related: readonly Neighbour[]
}

/** The fields of a summary that a link shows. */
export function neighbour({ id, edition, slug, headline, published, knownToTheDay }: ArticleSummary): Neighbour {
  return { id, edition, slug, headline, published, knownToTheDay }
}

/** Maximum number of related articles. */
const RELATED = 4

/**
 * Collects neighbours while articles are visited in the order of their ids, which begin with the day: only earlier
 * articles are related, so that a new one changes the page before it and no other.
 */
export function openNeighbourTracker(): NeighbourTracker {
  const last = new Map<string, Neighbour>()
  const bySubject = new Map<string, readonly Neighbour[]>()
  return {
    before: item => last.get(item.edition),
    related(item) {
      const found = new Map<string, Neighbour>()
      for (const subject of keysOf(item)) {
        for (const other of bySubject.get(subject) ?? []) found.set(other.id, other)
      }
      return [...found.values()].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, RELATED)
    },
    pass(item) {
      const passed = neighbour(item)
      last.set(item.edition, passed)
      for (const subject of keysOf(item)) {
        bySubject.set(subject, [passed, ...(bySubject.get(subject) ?? [])].slice(0, RELATED))
      }
    },
  }
}

export interface NeighbourTracker {
  /** The article visited just before, of the same edition. */
  readonly before: (item: ArticleSummary) => Neighbour | undefined
  readonly related: (item: ArticleSummary) => readonly Neighbour[]
  /** Records an article as an earlier one. */
  readonly pass: (item: ArticleSummary) => void
}

/** A place has too many outages for two of them to be related. */
function keysOf({ edition, subjects }: ArticleSummary): string[] {
  return subjects
    .filter(({ kind }) => kind === 'service' || kind === 'company')
    .map(subject => `${edition}/${nameKey(subject)}`)
}

/** Cache key of the neighbours a page shows. */
export function neighboursText(neighbours: readonly Neighbours[]): string {
  const shown = (item: Neighbour | undefined) =>
    item === undefined
      ? ''
      : `${item.slug}\t${item.headline}\t${item.published}${item.knownToTheDay.published ? ' day' : ''}`
  return neighbours
    .map(({ previous, next, related }) => [shown(previous), shown(next), ...related.map(shown)].join('\n'))
    .join('\n\n')
}
