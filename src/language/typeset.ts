import type { Locale } from './locale.ts'
import { type Edit, type IsProtected, PASSES, type Pass } from './typesetting-rules.ts'
import type { Typography } from './typography.ts'

/** A run of text in one language. `lang` is given where it is not the locale's own. */
export interface TextSpan {
  readonly text: string
  readonly lang?: string
  /** Left unchanged: addresses, code, error texts. */
  readonly verbatim?: boolean
  /**
   * Not our own words. A `name` is written as its owner writes it, but for apostrophes; words that somebody `typed` keep
   * their points and dashes, and only their spaces, apostrophes and quotation marks are set.
   */
  readonly fixed?: 'name' | 'typed'
}

/**
 * Typography of other languages, by the first part of their tag; without it a span in another language gets its
 * apostrophes only.
 */
export type Foreign = Readonly<Record<string, Typography | undefined>>

const ADDRESS = /(?:https?:\/\/|www\.)[^\s»”)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`]*`/g

/**
 * The last pass over a text: no-break spaces, apostrophes, straight quotation marks, ellipses, dashes. Rules look
 * across the borders of spans, but never move them. It is idempotent. Verbatim spans, web and mail addresses and
 * `code` are left alone.
 */
export function typeset<S extends TextSpan>(locale: Locale, spans: readonly S[], foreign: Foreign = {}): S[] {
  const rules = spans.map(span => (span.verbatim ? undefined : rulesFor(span, locale, foreign)))
  let set: readonly S[] = spans
  let text = textOf(set)
  let guards: Guards | undefined
  for (const pass of PASSES) {
    guards ??= guardsOf(text, set, rules)
    const next = edited(set, text, rules, guards, pass)
    if (next === set) continue
    set = next
    text = textOf(set)
    guards = undefined
  }
  return [...set]
}

/** The protected characters of a text, for each set of rules. */
type Guards = ReadonlyMap<Typography, IsProtected>

function guardsOf(text: string, spans: readonly TextSpan[], rules: readonly (Typography | undefined)[]): Guards {
  const guards = new Map<Typography, IsProtected>()
  for (const own of rules) if (own && !guards.has(own)) guards.set(own, protection(text, spans, rules, own))
  return guards
}

function textOf(spans: readonly TextSpan[]): string {
  return spans.length === 1 ? (spans[0]?.text ?? '') : spans.map(span => span.text).join('')
}

/** Typesets one text of the locale's own language. */
export function typesetText(locale: Locale, text: string): string {
  return typeset(locale, [{ text }])[0]?.text ?? ''
}

/**
 * Capitalises the first letter, after any opening mark; accents stay (« À », « État »). A name such as "iPhone" or
 * "eBay" keeps its lower-case letter, and so do "laposte.fr", "@orion", "#down", "<b>" and an address, and a text with
 * `keep`.
 */
export function capital(locale: Locale, text: string, keep = false): string {
  const { skip, together } = locale.grammar.capital
  if (keep) return text
  const start = text.search(/[\p{L}\p{N}]/u)
  if (start < 0 || /[@#<&\\/]/.test(text.charAt(start - 1)) || /^(?:\w+:\/\/|www\.)/.test(text.slice(start)))
    return text
  const skipped = skip.find(words => text.startsWith(words, start))
  const from = skipped ? start + skipped.length : markBefore(text, start, skip)
  if (NO_CAPITAL.test(text.slice(from))) return text
  const pair = together.find(letters => text.startsWith(letters, from))
  const end = from + (pair?.length ?? String.fromCodePoint(text.codePointAt(from) ?? 0).length)
  return text.slice(0, from) + text.slice(from, end).toLocaleUpperCase(locale.edition.tag) + text.slice(end)
}

/** What is spelled with a small letter by itself: iPhone, n8n, node.js, laposte.fr. */
const NO_CAPITAL = /^\p{Ll}+(?:\p{Lu}|\p{N})|^\p{Ll}[\p{L}\p{N}-]*\.\p{L}/u

/** Words to skip may begin with a mark (an apostrophe), which is no letter. */
function markBefore(text: string, start: number, skip: readonly string[]): number {
  const skipped = skip.find(words => text.startsWith(words, start - 1) && start > 0)
  return skipped ? start - 1 + skipped.length : start
}

/** Applies to each span the edits of its own rules; returns the same spans when there are none. */
function edited<S extends TextSpan>(
  spans: readonly S[],
  text: string,
  rules: readonly (Typography | undefined)[],
  guards: Guards,
  pass: Pass,
): readonly S[] {
  let found: Map<Typography, Edit[]> | undefined
  for (const [own, guard] of guards) {
    const edits = pass(text, own, guard)
    if (edits.length === 0) continue
    found ??= new Map()
    found.set(own, edits)
  }
  if (!found) return spans
  const byRules = found
  let end = 0
  return spans.map((span, index) => {
    const start = end
    end += span.text.length
    const own = rules[index]
    const edits = own && byRules.get(own)
    if (!edits) return span
    const isLast = end === text.length
    const fitting = edits.filter(({ at, length }) => at >= start && at + length <= end && (at < end || isLast))
    return fitting.length === 0 ? span : { ...span, text: apply(span.text, fitting, start) }
  })
}

function rulesFor(span: TextSpan, locale: Locale, foreign: Foreign): Typography {
  const own = languageRules(span, locale, foreign)
  if (span.fixed === 'name') return apostrophesOnly(own)
  return span.fixed === 'typed' ? marksOnly(own) : own
}

function languageRules(span: TextSpan, locale: Locale, foreign: Foreign): Typography {
  if (span.lang === undefined) return locale.typography
  const language = span.lang.split('-')[0] ?? span.lang
  if (language === locale.edition.language) return locale.typography
  return foreign[span.lang] ?? foreign[language] ?? apostrophesOnly(locale.typography)
}

const onlyApostrophes = new WeakMap<Typography, Typography>()

function apostrophesOnly(typography: Typography): Typography {
  let only = onlyApostrophes.get(typography)
  if (!only) {
    const rules = {
      ...typography.rules,
      ellipsis: '',
      replace: {},
      space_before: {},
      space_after: {},
      glue: [],
      comma_after: [],
      inside_marks: '',
    }
    only = { rules, marks: ['"', '"'], single: typography.single }
    onlyApostrophes.set(typography, only)
  }
  return only
}

const onlyMarks = new WeakMap<Typography, Typography>()

/** Without what smooths the joints of our own words. */
function marksOnly(typography: Typography): Typography {
  let only = onlyMarks.get(typography)
  if (!only) {
    const { closed: _, inside: __, ...kept } = typography
    const rules = { ...typography.rules, ellipsis: '', replace: {}, comma_after: [], inside_marks: '' }
    only = { ...kept, rules }
    onlyMarks.set(typography, only)
  }
  return only
}

const nowhere: IsProtected = () => false

function protection(
  text: string,
  spans: readonly TextSpan[],
  rules: readonly (Typography | undefined)[],
  own: Typography,
): IsProtected {
  const ranges: (readonly [from: number, to: number])[] = []
  if (rules.some(other => other !== own)) {
    let start = 0
    for (const [index, span] of spans.entries()) {
      const end = start + span.text.length
      if (rules[index] !== own) ranges.push([start, end])
      start = end
    }
  }
  if (/[@`]|:\/\/|www\./.test(text)) {
    for (const { index, 0: found } of text.matchAll(ADDRESS)) {
      // A final full stop, comma or mark belongs to the sentence.
      const length = found.startsWith('`') ? found.length : found.replace(/[.,;:!?…'’"]+$/, '').length
      ranges.push([index, index + length])
    }
  }
  if (ranges.length === 0) return nowhere
  return at => ranges.some(([from, to]) => at >= from && at < to)
}

function apply(text: string, edits: readonly Edit[], offset: number): string {
  let result = ''
  let done = 0
  for (const { at, length, text: replacement } of edits) {
    const from = at - offset
    if (from < done) continue
    result += text.slice(done, from) + replacement
    done = from + length
  }
  return result + text.slice(done)
}
