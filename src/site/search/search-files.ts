import { byCodeUnit } from '../../foundation/workspace.ts'
import type { ArticleSummary } from '../article-summary.ts'
import { stateInWords } from '../article-summary.ts'
import type { EditionIndex } from '../edition-index.ts'
import type { ListContext } from '../list-pages.ts'
import type { GeneratedFile } from '../output-file.ts'
import { publishedOn, sectionPath } from '../page-layout.ts'
import { plain } from '../plain-text.ts'
import { bucketOf, postingsByWord, type WordPostings } from './postings.ts'

/** Articles to a file of what results show: ten results load ten of them at most. */
const SHOWN_TOGETHER = 8

/** At most so many articles to a bucket of words: those of ten thousand are some 3 kB each, more with a word that is in most. */
const ARTICLES_PER_BUCKET = 16

/** Most letters of `names.json`: some five thousand words. */
const NAMES_SIZE = 40_000

const DAY = 86_400_000

/**
 * The search of an edition, as files that are never loaded whole: `index.json` with the state and day of each article, the
 * words in buckets by their beginning, what results show in small pieces, and the words of titles for what is mistyped.
 * Articles are numbered from the oldest, so that a new one leaves the numbers of the others.
 */
export function searchFiles(editionIndex: EditionIndex, { key }: ListContext): GeneratedFile[] {
  const { siteEdition, items } = editionIndex
  const folder = `site/${sectionPath('search', siteEdition)}`
  const oldest = items.toReversed()
  const all = key(items)
  const buckets = bucketCount(oldest.length)
  const postings = once(() => postingsByWord(oldest.map(({ words }) => words)))
  const byBucket = once(() => inBuckets(postings(), buckets))
  return [
    { path: `${folder}index.json`, key: all, make: () => json(indexOf(oldest, buckets)) },
    { path: `${folder}names.json`, key: all, make: () => json(namesIn(postings())) },
    ...Array.from({ length: buckets }, (_, nth) => ({
      path: `${folder}words/${nth}.json`,
      key: `${all} ${buckets}`,
      make: () => json(Object.fromEntries(byBucket()[nth] ?? [])),
    })),
    ...pieces(oldest).map((some, nth) => ({
      path: `${folder}articles/${nth}.json`,
      key: key(some),
      make: () => json(some.map(item => shownResult(item, editionIndex))),
    })),
  ]
}

const json = (value: unknown): string => `${JSON.stringify(value)}\n`

/** The smallest power of two that leaves no more than so many articles to a bucket. */
function bucketCount(articles: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, articles) / ARTICLES_PER_BUCKET)))
}

/** What every search loads: the number of buckets, and of each article the days since the one before and its state. */
function indexOf(oldest: readonly ArticleSummary[], buckets: number): object {
  const days = oldest.map(({ published }) => Math.floor(published / DAY))
  return {
    buckets,
    together: SHOWN_TOGETHER,
    first: days[0] ?? 0,
    days: days.map((day, at) => day - (days[at - 1] ?? day)),
    states: oldest.map(stateLetter).join(''),
  }
}

/** How an article stands, as the filter of the page asks: its letter is the value of an option there. */
function stateLetter({ state, aged }: ArticleSummary): string {
  if (state === 'retracted') return 'w'
  if (aged) return 'a'
  if (state === 'planned') return 'p'
  return state === 'resolved' ? 'o' : 'u'
}

function pieces(oldest: readonly ArticleSummary[]): ArticleSummary[][] {
  const count = Math.ceil(oldest.length / SHOWN_TOGETHER)
  return Array.from({ length: count }, (_, at) => oldest.slice(at * SHOWN_TOGETHER, (at + 1) * SHOWN_TOGETHER))
}

function shownResult(item: ArticleSummary, { siteEdition }: EditionIndex): string[] {
  const state = stateInWords(item, siteEdition)
  return [item.slug, ...[item.headline, item.standfirst, state].map(plain), publishedOn(item, siteEdition).text]
}

function inBuckets(postings: readonly WordPostings[], buckets: number): [string, string][][] {
  const found: [string, string][][] = Array.from({ length: buckets }, () => [])
  for (const { word, coded } of postings) found[bucketOf(word, buckets)]?.push([word, coded])
  return found
}

/** The words of titles and names, those of most articles first as far as there is room: what is mistyped is sought among them. */
function namesIn(postings: readonly WordPostings[]): string {
  const named = postings.filter(({ word, inHeads }) => inHeads > 0 && word.length > 3)
  const chosen: string[] = []
  let size = 0
  for (const { word } of named.sort((one, other) => other.inHeads - one.inHeads)) {
    size += word.length + 1
    if (size > NAMES_SIZE) break
    chosen.push(word)
  }
  return chosen.sort(byCodeUnit).join(' ')
}

/** Makes something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
