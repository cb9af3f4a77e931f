import type { FieldContext } from '../../fields/field-context.ts'
import { locate } from '../../fields/short-form-pointers.ts'
import type { LocalText } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { shownPath } from '../../foundation/pointer.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import type { Quote } from '../incident.ts'

/** Quotes: the words for the headline are verbatim in them, and every edition can read them. */
export function checkQuotes(draft: IncidentDraft, context: FieldContext): readonly UnplacedDiagnostic[] {
  return [...quotesOf(draft)].flatMap(({ quote, highlight, pointer }) => [
    ...highlights(quote, highlight ?? {}, pointer),
    ...translations(quote, pointer, draft, context),
    ...marks(quote, pointer),
  ])
}

interface FoundQuote {
  readonly quote: Quote
  readonly highlight?: LocalText | undefined
  readonly pointer: Pointer
}

function* quotesOf(draft: IncidentDraft): Generator<FoundQuote> {
  for (const [index, statement] of draft.statements.entries()) {
    if (statement.kind === 'said') {
      yield { quote: statement.quote, highlight: statement.highlight, pointer: `/statements/${index}` }
    }
  }
  for (const family of ['reactions', 'third_parties'] as const) {
    for (const [index, { quote }] of draft[family].entries()) if (quote) yield { quote, pointer: `/${family}/${index}` }
  }
}

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
    if (language === quote.lang || quote.translations[language]) continue
    yield {
      code: 'text/no-translation',
      facts: { language, quote: quote.lang, field: shownPath(locate(raw, pointer)) },
      pointer,
      part: 'key',
    }
  }
}

/** Typography adds quotation marks; typed ones would be doubled. */
function* marks(quote: Quote, pointer: Pointer): Generator<UnplacedDiagnostic> {
  const texts: [string, string][] = [
    ['text', quote.text],
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
