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

/** One kind of rule: the edits it asks for in a text, outside what is protected. */
type Pass = (text: string, typography: Typography, isProtected: IsProtected) => Edit[]

/** One after the other, since the marks that one sets need the spaces that the next one sets. */
const PASSES: readonly Pass[] = [
  straightMarks,
  letters,
  marksInside,
  closingCommas,
  spacesBefore,
  spacesAfter,
  gluedSpaces,
]

/**
 * The very last pass over a text: no-break spaces, apostrophes, straight quotation marks, ellipses, dashes. Rules look
 * across the borders of spans, but never move them. Doing it twice changes nothing. Verbatim spans, web and mail addresses
 * and `code` are left alone.
 */
export function typeset<S extends TextSpan>(tongue: Tongue, spans: readonly S[], foreign: Foreign = {}): S[] {
  const rules = spans.map(span => (span.verbatim ? undefined : rulesFor(span, tongue, foreign)))
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

/** What each kind of rules must leave alone in a text. */
type Guards = ReadonlyMap<Typography, IsProtected>

function guardsOf(text: string, spans: readonly TextSpan[], rules: readonly (Typography | undefined)[]): Guards {
  const guards = new Map<Typography, IsProtected>()
  for (const own of rules) if (own && !guards.has(own)) guards.set(own, protection(text, spans, rules, own))
  return guards
}

function textOf(spans: readonly TextSpan[]): string {
  return spans.length === 1 ? (spans[0]?.text ?? '') : spans.map(span => span.text).join('')
}

/** Typesets one text of the tongue's own language. */
export function typesetText(tongue: Tongue, text: string): string {
  return typeset(tongue, [{ text }])[0]?.text ?? ''
}

/**
 * Upper-cases the first letter, after any opening mark; accents stay (« À », « État »). A name such as "iPhone" or "eBay"
 * keeps its small letter, and so do "@orion", "#down", "<b>" and an address, and a text with `keep`.
 */
export function capital(tongue: Tongue, text: string, keep = false): string {
  const { skip, together } = tongue.grammar.capital
  if (keep) return text
  const start = text.search(/[\p{L}\p{N}]/u)
  if (start < 0 || /[@#<&\\/]/.test(text.charAt(start - 1)) || /^(?:\w+:\/\/|www\.)/.test(text.slice(start)))
    return text
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

/** Applies to each span the edits of its own rules; the same spans when there are none. */
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

/** Is the character at this place of an address, of code, or of a span that has other rules? */
type IsProtected = (at: number) => boolean

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
      // A final point, comma or mark belongs to the sentence.
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

/** Turns straight double marks that pair into the outer marks of the language; a lone one, and inches, stay. */
function straightMarks(text: string, { marks }: Typography, isProtected: IsProtected): Edit[] {
  const found: Edit[] = []
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const opens = found.length % 2 === 0
    const isInch = opens && /\d/.test(text.charAt(at - 1))
    if (!isProtected(at) && !isInch) found.push({ at, length: 1, text: marks[opens ? 0 : 1] })
  }
  return found.length % 2 === 0 ? found : []
}

const NONE = { opens: new Set<number>(), closes: new Set<number>() }

/**
 * Straight single marks round words, "'no' to it": from one before a word, past apostrophes within words, to one after a
 * word. A letter alone is an apostrophe's (« 's avonds », "rock 'n' roll"), and so are tens of years ("the '90s").
 */
const SINGLE =
  /(?<![^\s([{«“‘–—])'(?!\p{L}(?![\p{L}\p{N}]|'\p{L})|\d0s(?!\p{L}))(?=[\p{L}\p{N}])[^']*(?:(?<=\p{L})'(?=\p{L})[^']*)*(?<=[\p{L}\p{N}.,!?…%)])'(?![\p{L}\p{N}])/gu

/** Where such marks open and close. */
function singleMarks(text: string): { readonly opens: ReadonlySet<number>; readonly closes: ReadonlySet<number> } {
  const found = [...text.matchAll(SINGLE)]
  return {
    opens: new Set(found.map(({ index }) => index)),
    closes: new Set(found.map(({ index, 0: { length } }) => index + length - 1)),
  }
}

/** Apostrophes, ellipses and what else the grammar replaces. */
function letters(text: string, { rules, single }: Typography, isProtected: IsProtected): Edit[] {
  const edits: Edit[] = []
  const { opens, closes } = text.includes("'") ? singleMarks(text) : NONE
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1)) {
    // A straight apostrophe may stand for minutes or feet (`5'30`).
    const isPrime = !closes.has(at) && /\d/.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + 1))
    if (!isPrime && !isProtected(at)) edits.push({ at, length: 1, text: opens.has(at) ? single : rules.apostrophe })
  }
  literal(text, '...', rules.ellipsis, edits, isProtected)
  for (const [from, to] of Object.entries(rules.replace)) literal(text, from, to, edits, isProtected)
  return edits.length < 2 ? edits : edits.sort((a, b) => a.at - b.at)
}

function literal(text: string, from: string, to: string, edits: Edit[], isProtected: IsProtected): void {
  if (to === '') return
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    if (!isProtected(at)) edits.push({ at, length: from.length, text: to })
  }
}

/** A point or a comma changes places with the closing quotation mark before it. */
function marksInside(text: string, { inside }: Typography, isProtected: IsProtected): Edit[] {
  const edits: Edit[] = []
  if (!inside) return edits
  for (let match = firstIn(text, inside); match; match = inside.exec(text)) {
    const { index, 0: found } = match
    if (!isProtected(index)) edits.push({ at: index, length: 2, text: `${found.charAt(1)}${found.charAt(0)}` })
  }
  return edits
}

function spacesBefore(text: string, { rules, before }: Typography, isProtected: IsProtected): Edit[] {
  const edits: Edit[] = []
  if (!before) return edits
  for (let match = firstIn(text, before); match; match = before.exec(text)) {
    const { index, 0: found, 1: spaces = '', 2: mark = '' } = match
    const wanted = rules.space_before[mark] ?? ''
    const end = index + found.length
    if (spaces === wanted || isProtected(end - 1) || !takesSpace(text, index, end, mark, spaces)) continue
    edits.push({ at: index, length: spaces.length, text: wanted })
  }
  return edits
}

function spacesAfter(text: string, { rules, after }: Typography, isProtected: IsProtected): Edit[] {
  const edits: Edit[] = []
  if (!after) return edits
  for (let match = firstIn(text, after); match; match = after.exec(text)) {
    const { index, 1: mark = '', 2: spaces = '' } = match
    const wanted = rules.space_after[mark] ?? ''
    if (spaces !== wanted && !isProtected(index))
      edits.push({ at: index + mark.length, length: spaces.length, text: wanted })
  }
  return edits
}

/** The comma that closes a date is set where the sentence goes on after it; in a quote, what was recorded stands. */
function closingCommas(text: string, { closed, marks: [open, close] }: Typography, isProtected: IsProtected): Edit[] {
  const edits: Edit[] = []
  if (!closed) return edits
  const isQuoted = (at: number) => text.lastIndexOf(open, at) > text.lastIndexOf(close, at)
  for (let match = firstIn(text, closed); match; match = closed.exec(text)) {
    const { index } = match
    if (!isProtected(index) && !isQuoted(index)) edits.push({ at: index, length: 0, text: ',' })
    // The place itself is empty: without a step it would be found for ever.
    closed.lastIndex = index + 1
  }
  return edits
}

function gluedSpaces(text: string, { rules, glue }: Typography, isProtected: IsProtected): Edit[] {
  const edits: Edit[] = []
  if (!glue) return edits
  for (let match = firstIn(text, glue); match; match = glue.exec(text)) {
    const { index } = match
    if (!isProtected(index)) edits.push({ at: index, length: 1, text: rules.glue_with })
  }
  return edits
}

/** The first place of a global pattern; `exec` gives the next ones. `matchAll` would make a pattern anew for each text. */
function firstIn(text: string, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = 0
  return pattern.exec(text)
}

const OPENING = /[\s([{«“‘"'’]/
const ENDS = /[\s»”"’)\]!?.,…;:]/

/** Does this mark end something here? `18:30`, `:)`, `(?)`, `?!` and `%20` hold marks that do not. */
function takesSpace(text: string, start: number, end: number, mark: string, spaces: string): boolean {
  const previous = text.charAt(start - 1)
  const next = text.charAt(end)
  if (previous === '' || /[\n([]/.test(previous)) return false
  if (mark === '%') return /\d/.test(previous) && !/[\p{L}\p{N}]/u.test(next)
  if (mark === '»') return true
  // Of `?!` the first takes the space; `:)` and `;)` are faces.
  if (spaces === '' && (/[!?:;]/.test(previous) || OPENING.test(previous))) return false
  if (mark === ':' || mark === ';') return next === '' || /[\s»”"]/.test(next)
  return next === '' || ENDS.test(next)
}
