import type { Value } from '../edit/write-yaml.ts'
import { sentenceSegments } from '../foundation/split-sentences.ts'
import type { DraftContext } from './draft-sentences.ts'
import { written } from './draft-times.ts'
import type { FeedIncident, FeedUpdate } from './feed-incident.ts'
import { languageOf } from './feed-text.ts'
import type { FeedWords } from './feed-words.ts'

/** Characters of a post that are quoted at most, cut after a sentence. */
const LONGEST_QUOTE = 420

/** Up to three posts that say more than the state: the first, the last before the end, and that of the end. */
export function statementsOf(
  feed: FeedIncident,
  asOf: number,
  context: DraftContext,
): { quoted: Value[]; unquoted: FeedUpdate[] } {
  const { words } = context
  const until = feed.updates.filter(({ at }) => at === undefined || at <= asOf)
  const telling = until.filter(({ text }) => text !== '' && !words.formula.test(text.replace(/\s+/g, ' ')))
  const unlike = telling.filter(({ text }, at) => telling.findIndex(other => other.text === text) === at)
  const [first] = unlike
  const over = unlike.findLast(({ phase }) => phase === 'resolved')
  const latest = unlike.findLast(one => one.phase !== 'resolved' && one.phase !== 'postmortem')
  const chosen = [...new Set([first, latest, over])]
    .flatMap(one => one ?? [])
    .filter(one => quoteOf(one.text, feed, words) !== undefined)
  const quoted = chosen.map(one => statementOf(one, one === first, feed, context))
  const isWhole = (one: FeedUpdate) =>
    chosen.includes(one) &&
    quoteOf(one.text, feed, words)?.replace(/\s+/g, ' ') === one.text.replace(/\s+/g, ' ').trim()
  return { quoted, unquoted: feed.updates.filter(one => one.text !== '' && !isWhole(one)) }
}

function statementOf(update: FeedUpdate, isFirst: boolean, feed: FeedIncident, { words, names }: DraftContext): Value {
  const quote = quoteOf(update.text, feed, words) ?? ''
  return {
    ...(names.channel && { via: names.channel.id }),
    ...(update.at !== undefined && { at: written(update.at) }),
    ...(update.at !== undefined && { phase: phaseOf(update, isFirst, feed) }),
    original: { lang: languageOf(quote, feed.language, words), text: quote },
  }
}

function phaseOf({ phase, at }: FeedUpdate, isFirst: boolean, { planned }: FeedIncident): string {
  const isBeforehand = planned !== undefined && at !== undefined && at < planned.from
  if (phase === 'scheduled' || isBeforehand) return 'announcement'
  if (phase === 'resolved') return 'resolution'
  if (phase === 'postmortem') return 'explanation'
  return isFirst ? 'first' : 'progress'
}

/** The first sentences of a post, letter for letter, up to its first list; nothing where the first is too long. */
function quoteOf(text: string, feed: FeedIncident, words: FeedWords): string | undefined {
  const prose = text.split('\n').filter(line => line.trim() !== '')
  const list = prose.findIndex(line => /^[•*|]|^\d+[.)]\s/.test(line))
  const lines = withoutHeadings(list < 0 ? prose : prose.slice(0, list))
  const language = languageOf(text, feed.language, words)
  let quote = ''
  let isCut: boolean = false
  for (const line of lines) {
    const label = words.label.exec(line)?.[0] ?? ''
    // What is labelled anew is another part of the post.
    if (label !== '' && quote.trim() !== '') break
    for (const sentence of sentenceSegments(line.slice(label.length), language)) {
      // What says nothing ends the words that are quoted: nothing is ever taken out of their midst.
      const isEmpty: boolean = words.formula.test(sentence.trim()) || (isCut && quote.trim() === '')
      // Nor do words begin in the midst of a sentence that is left out.
      isCut = isEmpty && !/[.!?…:]["”’)]?$/.test(sentence.trim())
      if (isEmpty && quote.trim() === '') continue
      if (isEmpty || quote.length + sentence.length > LONGEST_QUOTE)
        return quote.trim() === '' ? undefined : quote.trim()
      quote += sentence
    }
    quote = `${quote.trim()} `
  }
  const whole = quote.trim()
  return whole === '' || whole.endsWith(':') ? undefined : whole
}

/** The lines between two headings: what stands before the first is left out, and what follows the next. */
function withoutHeadings(lines: readonly string[]): readonly string[] {
  const isHeading = (line: string) => line.length < 60 && !/[.!…:;,]["”’)]?$/.test(line)
  const begins = lines.findIndex(line => !isHeading(line))
  if (begins < 0) return lines
  const ends = lines.findIndex((line, at) => at > begins && isHeading(line))
  return lines.slice(begins, ends < 0 ? lines.length : ends)
}
