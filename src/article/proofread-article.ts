import { typedAt } from '../fields/short-form-pointers.ts'
import type { Diagnostic, Fix, Place } from '../foundation/diagnostic.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { placeAt } from '../foundation/text-place.ts'
import type { Incident } from '../incident/incident.ts'
import type { Story } from '../story/story.ts'
import { rangesOf } from '../yaml/pointer-positions.ts'
import type { Article, Sentence } from './article.ts'
import { MAX_TITLE_LENGTH } from './realise-article.ts'
import { isByHand, messageOf } from './sentence-by-hand.ts'

/**
 * Headlines longer than this are seldom shown whole; past `MAX_TITLE_LENGTH` they are cut everywhere. In characters.
 * An editor can keep to what Reuters aims at; a generated headline has already been tried shorter.
 */
const LONG = { typed: 64, made: 90 }
/**
 * Two sentences that share this part of their words say the same; shorter ones than `FEW` words may be alike by
 * chance.
 */
const SAME = 0.75
const FEW = 5

/**
 * Proofreads the articles of one story, in all its editions: facts that no edition or only some of them tell
 * (`article/untold`, `article/untold-in`), marked words that nothing on top quotes (`article/highlight-unused`), planned sentences without a wording (`article/unworded`), headlines that are too long (`article/headline-long`,
 * `article/headline-too-long`), typed alerts that are too long (`article/alert-long`), sentences that say the same (`article/said-twice`). With the `text` of the incident
 * file the diagnostics have lines.
 */
export function proofread(
  { incident }: Pick<Story, 'incident'>,
  articles: readonly Article[],
  text?: string,
): Diagnostic[] {
  const places = placesIn(incident.file, text)
  const { placeOf } = places
  return [
    ...untold(incident, articles, placeOf),
    ...unquotedMarks(incident, articles, placeOf),
    ...articles.flatMap(article => [
      ...unworded(article, placeOf),
      ...typedSentences(article, incident, places),
      ...headline(article, placeOf),
      ...alert(article, placeOf),
      ...saidTwice(article, placeOf),
    ]),
  ]
}

type PlaceOf = (pointer: Pointer | undefined) => Place

/** Where a value stands in the file, and what puts another in its place. */
interface Places {
  readonly placeOf: PlaceOf
  readonly fixAt: (pointer: Pointer, text: string) => Fix | undefined
}

function placesIn(file: string, text: string | undefined): Places {
  // Positions need a second parse of the file: only an article with diagnostics asks for them.
  let ranges: ReturnType<typeof rangesOf> | undefined
  const rangeOf = (pointer: Pointer) => {
    if (text === undefined) return undefined
    ranges ??= rangesOf(text)
    return ranges(pointer)
  }
  return {
    placeOf: pointer => {
      const range = pointer === undefined ? undefined : rangeOf(pointer)
      return range && text !== undefined ? placeAt(file, text, range.from, range.to) : { file }
    },
    fixAt: (pointer, put) => {
      const range = rangeOf(pointer)
      return range && { from: range.from, to: range.to, text: put }
    },
  }
}

/** What the plan tells and the edition's language cannot say: a wording is missing there. */
function unworded({ unworded, edition }: Article, placeOf: PlaceOf): Diagnostic[] {
  return unworded.map(key => ({
    code: 'article/unworded',
    severity: 'warning',
    place: placeOf(''),
    facts: { edition, key },
  }))
}

/**
 * Sentences in an editor's own words whose facts have changed since (`article/sentence-changed`), that tell what no article tells
 * (`article/sentence-gone`), or whose facts nobody watches (`article/sentence-unmarked`). What was typed stays in the file.
 */
function typedSentences(
  { paragraphs, brief, edition, lang }: Article,
  { publication, raw }: Incident,
  { placeOf, fixAt }: Places,
): Diagnostic[] {
  const { sentences: typed } = publication
  if (typed.length === 0) return []
  const told = [...paragraphs.flatMap(({ sentences }) => sentences), ...brief].flatMap(sentence => {
    const mark = messageOf(sentence)
    return mark ? [{ ...mark, sentence }] : []
  })
  return typed.flatMap(({ tells, facts: mark, text }, index): Diagnostic[] => {
    const own = text[new Intl.Locale(lang).language]
    if (own === undefined) return []
    const at = `/sentences/${index}`
    const meant = told.filter(one => one.tells === tells)
    const warn = (code: string, pointer: string, facts: Diagnostic['facts'], text?: string): Diagnostic[] => {
      const at = typedAt(raw, pointer)
      const fix = text === undefined ? undefined : fixAt(at, text)
      const all = { edition, tells, typed: own, ...facts }
      return [{ code, severity: 'warning', place: placeOf(at), facts: all, ...(fix && { fix }) }]
    }
    const [made] = meant
    if (!made) return warn('article/sentence-gone', `${at}/tells`, {})
    if (mark === undefined) return warn('article/sentence-unmarked', `${at}/tells`, { facts: made.facts })
    if (meant.some(({ sentence }) => isByHand(sentence))) return []
    return warn('article/sentence-changed', `${at}/facts`, { facts: made.facts, made: made.sentence.text }, made.facts)
  })
}

/** What an editor filled in and readers do not get: in no edition, or in some and not in others; once for each entry of the file. */
function untold(incident: Incident, articles: readonly Article[], placeOf: PlaceOf): Diagnostic[] {
  const entriesTold = new Set(articles.flatMap(toldIn).map(topOf))
  const without = new Map<Pointer, string[]>()
  for (const { untold, edition } of articles) {
    for (const pointer of untold) without.set(pointer, [...(without.get(pointer) ?? []), edition])
  }
  const entries = new Map<string, { pointers: Pointer[]; editions: string[] }>()
  for (const [pointer, editions] of without) {
    const key = `${entryOf(pointer)} ${editions}`
    const known = entries.get(key)
    entries.set(key, { pointers: [...(known?.pointers ?? []), pointer], editions })
  }
  return [...entries.values()].map(({ pointers, editions }): Diagnostic => {
    const field = fieldsOf(pointers)
    const nowhere = editions.length === articles.length
    return {
      code: nowhere ? 'article/untold' : 'article/untold-in',
      severity: 'warning',
      place: placeOf(pointers[0]),
      facts: nowhere
        ? { field, state: incident.state, context: reasonFor(pointers, entriesTold) }
        : { field, editions: editions.join(', ') },
    }
  })
}

/** Why nothing tells it: no sentence needs the company, the sentence of its entry has no room for it, or the state has none. */
function reasonFor([first = '']: readonly Pointer[], entriesTold: ReadonlySet<Pointer>): string {
  if (first === '/company') return 'company'
  return first !== topOf(first) && entriesTold.has(topOf(first)) ? 'part' : 'state'
}

/** Everything that the sentences of an article rest on. */
const toldIn = ({ headline, standfirst, alert, brief, paragraphs }: Article): Pointer[] =>
  [headline, standfirst, alert, ...brief, ...paragraphs.flatMap(({ sentences }) => sentences)].flatMap(({ from }) => [
    ...from,
  ])

/** The entry or the field that a pointer leads into: `/counts/5`, `/resolution`. */
const topOf = (pointer: Pointer): Pointer => /^\/[^/]+(?:\/\d+)?/.exec(pointer)?.[0] ?? pointer

/** The entry of a list that a pointer leads into: `/counts/5`; else the pointer itself. */
const entryOf = (pointer: Pointer): string => /^\/[^/]+\/\d+(?=\/)/.exec(pointer)?.[0] ?? pointer

/** « counts › 5 › value, unit, place ». */
function fieldsOf(pointers: readonly Pointer[]): string {
  const [first = ''] = pointers
  const entry = entryOf(first)
  const shown = (path: string) => path.replace(/^\//, '').replaceAll('/', ' › ')
  if (pointers.length === 1 || entry === first) return shown(first)
  return `${shown(entry)} › ${pointers.map(pointer => shown(pointer.slice(entry.length))).join(', ')}`
}

/** Words that an editor has marked and that no title, standfirst or alert quotes: once for each statement. */
function unquotedMarks({ statements }: Incident, articles: readonly Article[], placeOf: PlaceOf): Diagnostic[] {
  return statements.flatMap((statement, index) => {
    if (statement.kind !== 'said' || !statement.highlight) return []
    const { highlight } = statement
    const isQuoted = articles.some(({ headline, standfirst, alert, lang }) => {
      const words = highlight[new Intl.Locale(lang).language]
      return words === undefined || [headline, standfirst, alert].some(({ text }) => plain(text).includes(plain(words)))
    })
    if (isQuoted) return []
    const at = `/statements/${index}/highlight`
    return [
      {
        code: 'article/highlight-unused',
        severity: 'warning' as const,
        place: placeOf(at),
        facts: { angle: `statements/${index}` },
      },
    ]
  })
}

const plain = (text: string): string => text.replaceAll('’', "'").replace(/\s+/gu, ' ').trim().toLowerCase()

function headline({ headline, edition }: Article, placeOf: PlaceOf): Diagnostic[] {
  const { length } = headline.text
  const typed = headline.wording === 'override'
  const long = typed ? LONG.typed : LONG.made
  if (length <= long) return []
  const tooLong = length > MAX_TITLE_LENGTH
  return [
    {
      code: tooLong ? 'article/headline-too-long' : 'article/headline-long',
      severity: tooLong ? 'error' : 'warning',
      place: placeOf(headline.from[0]),
      facts: {
        edition,
        length,
        most: tooLong ? MAX_TITLE_LENGTH : long,
        headline: headline.text,
        ...(!typed && !tooLong && { context: 'made' }),
      },
    },
  ]
}

/** Only a typed one: a generated alert is made to fit. */
function alert({ alert: { text, wording, from }, edition }: Article, placeOf: PlaceOf): Diagnostic[] {
  if (wording !== 'override' || text.length <= MAX_TITLE_LENGTH) return []
  return [
    {
      code: 'article/alert-long',
      severity: 'warning',
      place: placeOf(from[0]),
      facts: { edition, length: text.length, most: MAX_TITLE_LENGTH, alert: text },
    },
  ]
}

/** Sentences of a body that repeat another, word for word or nearly. */
function saidTwice({ paragraphs, edition }: Article, placeOf: PlaceOf): Diagnostic[] {
  const sentences = paragraphs.flatMap(paragraph => paragraph.sentences)
  const words = sentences.map(wordsOf)
  return sentences.flatMap((sentence, index) => {
    const before = words.findIndex((other, place) => place < index && isSame(other, words[index] ?? new Set()))
    const first = sentences[before]
    if (!first) return []
    return [
      {
        code: 'article/said-twice',
        severity: 'warning' as const,
        place: placeOf(sentence.from[0]),
        facts: { edition, first: first.text, second: sentence.text },
      },
    ]
  })
}

function wordsOf({ text }: Sentence): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu))
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (Math.min(one.size, other.size) < FEW) return false
  const shared = [...one].filter(word => other.has(word)).length
  return shared / (one.size + other.size - shared) >= SAME
}
