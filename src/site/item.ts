import type { Article } from '../article/article.ts'
import type { Instant, State } from '../incident/incident.ts'

/** What lists keep of an article: all that stays in memory of it once its own files are written. */
export interface Item {
  readonly id: string
  readonly edition: string
  readonly slug: string
  readonly headline: string
  readonly standfirst: string
  readonly kicker: string
  readonly state: State
  readonly published: Instant
  readonly updated: Instant
}

export function itemOf(article: Article): Item {
  const { id, edition, slug, headline, standfirst, kicker, state, published, updated } = article
  return { id, edition, slug, headline: headline.text, standfirst: standfirst.text, kicker, state, published, updated }
}

/** Latest publication first; of one moment, by id. */
export function latestFirst(one: Item, other: Item): number {
  return other.published - one.published || (one.id < other.id ? -1 : 1)
}

/** Is there anything still going on, or to come? */
export function isOpen({ state }: Item): boolean {
  return state === 'ongoing' || state === 'recovering' || state === 'disputed' || state === 'planned'
}
