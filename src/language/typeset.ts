import type { Tongue } from './tongue.ts'
import type { Typography } from './typography.ts'

/** A run of text in one language. `lang` is given where it is not the tongue's own. */
export interface TextSpan {
  readonly text: string
  readonly lang?: string
  /** Left as it is: addresses, code, error texts. */
  readonly verbatim?: boolean
}

/** Typography of other languages, by the first part of their tag; without it a foreign span gets its apostrophes only. */
export type Foreign = Readonly<Record<string, Typography | undefined>>

/** Replaces `length` characters at `at` by `text`. */
interface Edit {
  readonly at: number
  readonly length: number
  readonly text: string
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s»”)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`]*`/g

/**
 * The very last pass over a text: no-break spaces, apostrophes, straight quotation marks, ellipses, dashes. Rules look
 * across the borders of spans, but never move them. Doing it twice changes nothing. Verbatim spans, web and mail addresses
 * and `code` are left alone.
 */
export function typeset<S extends TextSpan>(tongue: Tongue, spans: readonly S[], foreign: Foreign = {}): S[] {
  const marked = setStraightMarks(tongue, spans, foreign)
  return edited(
    marked,
    text => (rules, protect) => editsOf(text, rules).filter(edit => !protect(edit)),
    tongue,
    foreign,
  )
}

/** Typesets one text of the tongue's own language. */
export function typesetText(tongue: Tongue, text: string): string {
  return typeset(tongue, [{ text }])[0]?.text ?? ''
}

/**
 * Upper-cases the first letter, after any opening mark; accents stay (« À », « État »). A name such as "iPhone" or "eBay"
 * keeps its small letter, and so does a text with `keep`.
 */
export function capital(tongue: Tongue, text: string, keep = false): string {
  const { skip, together } = tongue.grammar.capital
  if (keep) return text
  const start = text.search(/[\p{L}\p{N}]/u)
  if (start < 0) return text
  const skipped = skip.find(words => text.startsWith(words, start))
  const from = skipped ? start + skipped.length : markBefore(text, start, skip)
  if (/^\p{Ll}+\p{Lu}/u.test(text.slice(from))) return text
  const pair = together.find(letters => text.startsWith(letters, from))
  const end = from + (pair?.length ?? String.fromCodePoint(text.codePointAt(from) ?? 0).length)
  return text.slice(0, from) + text.slice(from, end).toLocaleUpperCase(tongue.edition.tag) + text.slice(end)
}

/** Words to skip may begin with a mark (an apostrophe), which is no letter. */
function markBefore(text: string, start: number, skip: readonly string[]): number {
  const skipped = skip.find(words => text.startsWith(words, start - 1) && start > 0)
  return skipped ? start - 1 + skipped.length : start
}

type Protect = (edit: Edit) => boolean
type Find = (text: string) => (rules: Typography, protect: Protect) => Edit[]

/** Applies the edits that each span's own rules ask for. */
function edited<S extends TextSpan>(spans: readonly S[], find: Find, tongue: Tongue, foreign: Foreign): S[] {
  const text = spans.length === 1 ? (spans[0]?.text ?? '') : spans.map(span => span.text).join('')
  const protect = protection(text)
  const found = find(text)
  const byRules = new Map<Typography, Edit[]>()
  let start = 0
  return spans.map(span => {
    const end = start + span.text.length
    const from = start
    start = end
    if (span.verbatim) return span
    const rules = rulesFor(span, tongue, foreign)
    let edits = byRules.get(rules)
    if (!edits) {
      edits = found(rules, protect)
      byRules.set(rules, edits)
    }
    const own = edits.filter(
      edit => edit.at >= from && edit.at + edit.length <= end && (edit.at < end || end === text.length),
    )
    return own.length === 0 ? span : { ...span, text: apply(span.text, own, from) }
  })
}

function rulesFor(span: TextSpan, tongue: Tongue, foreign: Foreign): Typography {
  if (span.lang === undefined) return tongue.typography
  const language = span.lang.split('-')[0] ?? span.lang
  if (language === tongue.edition.language) return tongue.typography
  return foreign[span.lang] ?? foreign[language] ?? apostrophesOnly(tongue.typography)
}

const onlyApostrophes = new WeakMap<Typography, Typography>()

function apostrophesOnly(typography: Typography): Typography {
  let only = onlyApostrophes.get(typography)
  if (!only) {
    const rules = { ...typography.rules, ellipsis: '', replace: {}, space_before: {}, space_after: {}, glue: [] }
    only = { rules, marks: ['"', '"'] }
    onlyApostrophes.set(typography, only)
  }
  return only
}

/** Tells whether an edit would touch an address or code. */
function protection(text: string): Protect {
  if (!/[@`]|:\/\/|www\./.test(text)) return () => false
  const ranges = [...text.matchAll(ADDRESS)].map(({ index, 0: found }) => {
    // A final point, comma or mark belongs to the sentence.
    const length = found.startsWith('`') ? found.length : found.replace(/[.,;:!?…]+$/, '').length
    return [index, index + length] as const
  })
  return ({ at, length }) => ranges.some(([from, to]) => at + Math.max(length, 1) > from && at < to)
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

function editsOf(text: string, { rules, before, after, glue }: Typography): Edit[] {
  const edits: Edit[] = []
  apostrophes(text, rules.apostrophe, edits)
  if (rules.ellipsis !== '') literal(text, '...', rules.ellipsis, edits)
  for (const [from, to] of Object.entries(rules.replace)) literal(text, from, to, edits)
  if (before) {
    for (const { index, 0: found, 1: spaces = '', 2: mark = '' } of text.matchAll(before)) {
      const wanted = rules.space_before[mark] ?? ''
      if (spaces === wanted || !takesSpace(text, index, index + found.length, mark, spaces)) continue
      edits.push({ at: index, length: spaces.length, text: wanted })
    }
  }
  if (after) {
    for (const { index, 1: mark = '', 2: spaces = '' } of text.matchAll(after)) {
      const wanted = rules.space_after[mark] ?? ''
      if (spaces !== wanted) edits.push({ at: index + mark.length, length: spaces.length, text: wanted })
    }
  }
  if (glue) {
    for (const { index } of text.matchAll(glue)) edits.push({ at: index, length: 1, text: rules.glue_with })
  }
  return edits.length < 2 ? edits : edits.sort((a, b) => a.at - b.at)
}

/** A straight apostrophe, unless it stands for minutes or feet (`5'30`). */
function apostrophes(text: string, apostrophe: string, edits: Edit[]): void {
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1)) {
    const prime = /\d/.test(text.charAt(at - 1)) && !/[\p{L}]/u.test(text.charAt(at + 1))
    if (!prime) edits.push({ at, length: 1, text: apostrophe })
  }
}

function literal(text: string, from: string, to: string, edits: Edit[]): void {
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    edits.push({ at, length: from.length, text: to })
  }
}

const OPENING = /[\s([{«“‘"'’]/
const ENDS = /[\s»”"’)\]]/

/** Does this mark end something here? `18:30`, `:)`, `(?)`, `?!` and `%20` hold marks that do not. */
function takesSpace(text: string, start: number, end: number, mark: string, spaces: string): boolean {
  const previous = text.charAt(start - 1)
  const next = text.charAt(end)
  if (previous === '' || /[\n([]/.test(previous)) return false
  if (mark === '%') return /\d/.test(previous) && !/[\p{L}\p{N}]/u.test(next)
  // `:)` and `;)` are faces.
  if (mark === ':' || mark === ';') return next === '' || /[\s»”"]/.test(next)
  if (mark === '»') return true
  if (spaces === '' && (previous === '!' || previous === '?' || OPENING.test(previous))) return false
  return next === '' || ENDS.test(next) || /[!?.,…]/.test(next)
}

/** Turns straight double marks that pair into the outer marks of the language. */
function setStraightMarks<S extends TextSpan>(tongue: Tongue, spans: readonly S[], foreign: Foreign): readonly S[] {
  if (!spans.some(span => !span.verbatim && span.text.includes('"'))) return spans
  return edited(spans, text => (rules, protect) => straightMarks(text, rules, protect), tongue, foreign)
}

function straightMarks(text: string, { marks }: Typography, protect: Protect): Edit[] {
  const found: Edit[] = []
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const edit = { at, length: 1, text: marks[found.length % 2 === 0 ? 0 : 1] }
    const inch = /\d/.test(text.charAt(at - 1)) && found.length % 2 === 0
    if (!protect(edit) && !inch) found.push(edit)
  }
  return found.length % 2 === 0 ? found : []
}
