import type { FieldContext } from '../../fields/field-context.ts'
import { locate } from '../../fields/short-form-pointers.ts'
import type { LocalText } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { shownPath } from '../../foundation/pointer.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { PLACE_OF_WORDS } from '../fields/speech-fields.ts'
import type { Quote } from '../incident.ts'
import { fragmentsIn, type PlacedSpeech, speechesIn } from '../quoted-fragments.ts'

/** Quotes: the words for the headline are verbatim in them, every edition can read them, and none is half a sentence alone. */
export function checkQuotes(draft: IncidentDraft, context: FieldContext): readonly UnplacedDiagnostic[] {
  const quoted = speechesIn(draft).flatMap(({ quote, pointer }): UnplacedDiagnostic[] => {
    if (!quote) return []
    return [
      ...highlights(quote, highlightAt(draft, pointer), pointer),
      ...translations(quote, pointer, draft, context),
      ...marks(quote, pointer),
    ]
  })
  return [...quoted, ...speechesIn(draft).flatMap(one => [...frames(one)]), ...fragments(draft, context)]
}

function highlightAt({ statements }: IncidentDraft, pointer: Pointer): LocalText {
  const found = statements.find((_, index) => pointer === `/statements/${index}`)
  return found?.kind === 'said' ? (found.highlight ?? {}) : {}
}

/** Words that are no sentence, without a sentence around them. */
function* fragments(draft: IncidentDraft, context: FieldContext): Generator<UnplacedDiagnostic> {
  for (const { text, place, pointer, by, frame } of fragmentsIn(draft, context)) {
    if (frame) continue
    // Of somebody who is not named, and no spokesperson either, it is not the company that speaks.
    const isUnnamed = by !== undefined && !by.name && UNNAMED.has(by.kind)
    const who = by?.name?.name ?? by?.of?.name ?? draft.company?.name ?? ''
    const context = isUnnamed || who === '' ? 'unnamed' : ''
    yield { code: 'text/fragment', facts: { text, who, context }, pointer: `${pointer}/quote/${place}` }
  }
}

const UNNAMED: ReadonlySet<string> = new Set(['user', 'users'])

/** A sentence of ours has one place for the words, and no quotation marks around it: typography adds them. */
function* frames({ frame, pointer }: PlacedSpeech): Generator<UnplacedDiagnostic> {
  for (const [language, text] of Object.entries(frame ?? {})) {
    const place = `${pointer}/frame/${language}`
    if (text.split(PLACE_OF_WORDS).length !== 2) yield { code: 'text/frame-place', facts: { text }, pointer: place }
    else if (MARKED_PLACE.test(text)) yield { code: 'text/frame-marks', facts: { text }, pointer: place }
  }
}

/** The place of the words between quotation marks. */
const MARKED_PLACE = /[«“"]\s*(?:…|\.{3})|(?:…|\.{3})\s*[»”"]/u

/** Recorded with an ellipsis at its end: the omitted part may contain the words. No headline will quote them. */
const isAbridged = (text: string): boolean => /(?:…|\.\.\.)\]?$/u.test(text.trim())

function* highlights(quote: Quote, highlight: LocalText, pointer: Pointer): Generator<UnplacedDiagnostic> {
  for (const [language, words] of Object.entries(highlight)) {
    const here = `${pointer}/highlight/${language}`
    const text = language === quote.lang ? quote.text : quote.translations[language]?.text
    if (text === undefined) {
      yield { code: 'text/highlight-language', facts: { language }, pointer: here }
      continue
    }
    if (flat(text).includes(flat(words)) || isAbridged(text)) continue
    const right = meant(text, words)
    yield {
      code: 'text/highlight',
      facts: { highlight: words, language, right: right ?? '' },
      pointer: here,
      ...(right !== undefined && { replace: right }),
    }
  }
}

/** Line breaks inside a text are spaces. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The words of the quote that differ only by capitals, apostrophes, quotation marks or no-break spaces. */
function meant(text: string, words: string): string | undefined {
  const whole = flat(text)
  const at = alike(whole).indexOf(alike(flat(words)))
  return at === -1 ? undefined : whole.slice(at, at + flat(words).length)
}

/** Replaces one unit by one unit, so that offsets stay the same. */
function alike(text: string): string {
  const simple = text
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[\u00A0\u202F]/g, ' ')
  return [...simple]
    .map(letter => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('')
}

function* translations(
  quote: Quote,
  at: Pointer,
  { raw }: IncidentDraft,
  { languages }: FieldContext,
): Generator<UnplacedDiagnostic> {
  const pointer = `${at}/quote`
  for (const language of languages) {
    if ((language === quote.lang && quote.text !== undefined) || quote.translations[language]) continue
    // Of words that are lost another translation is quoted.
    const own = quote.text === undefined ? (Object.keys(quote.translations)[0] ?? quote.lang) : quote.lang
    yield {
      code: 'text/no-translation',
      facts: { language, quote: own, field: shownPath(locate(raw, pointer)) },
      pointer,
      part: 'key',
    }
  }
}

/** Typography adds quotation marks; typed ones would be doubled. */
function* marks(quote: Quote, pointer: Pointer): Generator<UnplacedDiagnostic> {
  const texts: [string, string][] = [
    ...(quote.text === undefined ? [] : [['text', quote.text] as [string, string]]),
    ...Object.entries(quote.translations).map(([language, { text }]): [string, string] => [
      `translations/${language}/text`,
      text,
    ]),
  ]
  for (const [where, text] of texts) {
    const inner = insideMarks(text.trim())
    if (inner === undefined) continue
    yield { code: 'text/quote-marks', facts: { text: inner }, pointer: `${pointer}/quote/${where}` }
  }
}

/** The text between opening and closing marks, when there is no other mark in it. */
function insideMarks(text: string): string | undefined {
  if (text.length < 2 || !/^[«“"]/.test(text) || !/[»”"]$/.test(text)) return undefined
  const inner = text.slice(1, -1).trim()
  return /[«»“”"]/.test(inner) ? undefined : inner
}
