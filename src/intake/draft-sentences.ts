import type { Value } from '../edit/write-yaml.ts'
import { sentenceSegments } from '../foundation/split-sentences.ts'
import type { NamesForFeeds } from './draft-names.ts'
import { PAGE } from './draft-times.ts'
import type { FeedIncident } from './feed-incident.ts'
import type { FeedWords } from './feed-words.ts'

/** What a draft is made with. */
export interface DraftContext {
  readonly names: NamesForFeeds
  readonly words: FeedWords
  /** Languages that the newsroom publishes in. */
  readonly languages: readonly string[]
}

/** A text of the program in the languages that are published. */
function publishedIn(
  languages: readonly string[],
  told: Readonly<Record<string, string>>,
  filled: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap(language => (told[language] === undefined ? [] : [[language, filled(told[language])]])),
  )
}

/** A sentence of ours about what the page lists, in the languages that are published. */
export function sentenceOf(
  name: string,
  slots: Readonly<Record<string, string>>,
  { state, isMaintenance }: FeedIncident,
  { words, languages }: DraftContext,
): Value {
  const tense = isMaintenance ? 'work' : state === 'resolved' ? 'past' : 'now'
  return { ...publishedIn(languages, words.sentence(name, tense), one => filled(one, slots)), by: PAGE }
}

const filled = (text: string, slots: Readonly<Record<string, string>>): string =>
  Object.entries(slots).reduce((all, [name, value]) => all.replace(`{{${name}}}`, () => value), text)

/** What the notice is headed, in the feed's own words: what it is about where nothing else says so. */
export function titleFact(feed: FeedIncident, context: DraftContext): Value[] {
  return feed.title === '' ? [] : [sentenceOf('title', { title: quotable(feed.title, context.words) }, feed, context)]
}

/** A title within quotation marks of ours, without its own; one that is a whole text, by its first sentence. */
export function quotable(title: string, { defaultLanguage }: FeedWords): string {
  const short = title.length <= 120 ? title : (sentenceSegments(title, defaultLanguage)[0] ?? title).trim()
  return short.replace(/["“”«»]/g, '').trim()
}

/** That a monitor saw several short interruptions, which are one draft. */
export function gatheredFact(feed: FeedIncident, context: DraftContext): Value[] {
  return feed.gathered === undefined ? [] : [sentenceOf('gathered', { count: String(feed.gathered) }, feed, context)]
}
