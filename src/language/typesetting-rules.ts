import type { Typography } from './typography.ts'

/** Replaces `length` characters at `at` by `text`. */
export interface Edit {
  readonly at: number
  readonly length: number
  readonly text: string
}

/** Whether the character at this offset belongs to an address, to code, or to a span with other rules. */
export type IsProtected = (at: number) => boolean

/** One kind of rule: the edits it wants in a text, outside protected characters. */
export type Pass = (text: string, typography: Typography, isProtected: IsProtected) => Edit[]

/** In this order, since the marks that one inserts need the spaces that the next one inserts. */
export const PASSES: readonly Pass[] = [
  straightMarks,
  letters,
  marksInside,
  closingCommas,
  spacesBefore,
  spacesAfter,
  gluedSpaces,
]

/** Replaces paired straight double marks by the outer marks of the language; an unpaired one, and inches, stay. */
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

/**
 * Whether a straight single mark stands where one could open: most are apostrophes after a letter, and the full search
 * is slow.
 */
function mayOpen(text: string): boolean {
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1))
    if (at === 0 || /[\s([{«“‘–—]/.test(text.charAt(at - 1))) return true
  return false
}

/** The positions where such marks open and close. */
function singleMarks(text: string): { readonly opens: ReadonlySet<number>; readonly closes: ReadonlySet<number> } {
  const found = [...text.matchAll(SINGLE)]
  return {
    opens: new Set(found.map(({ index }) => index)),
    closes: new Set(found.map(({ index, 0: { length } }) => index + length - 1)),
  }
}

/** Apostrophes, ellipses and the other replacements of the grammar. */
function letters(text: string, { rules, single }: Typography, isProtected: IsProtected): Edit[] {
  const edits: Edit[] = []
  const { opens, closes } = mayOpen(text) ? singleMarks(text) : NONE
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1)) {
    // A straight apostrophe may mean minutes or feet (`5'30`).
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

/** Moves a full stop or a comma before the closing quotation mark that precedes it. */
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

/** Adds the comma after a date where the sentence goes on; quotes stay as recorded. */
function closingCommas(text: string, { closed, marks: [open, close] }: Typography, isProtected: IsProtected): Edit[] {
  const edits: Edit[] = []
  if (!closed) return edits
  const isQuoted = (at: number) => text.lastIndexOf(open, at) > text.lastIndexOf(close, at)
  for (let match = firstIn(text, closed); match; match = closed.exec(text)) {
    const { index } = match
    if (!isProtected(index) && !isQuoted(index)) edits.push({ at: index, length: 0, text: ',' })
    // The match is empty: without a step it would be found for ever.
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

/**
 * The first match of a global pattern; `exec` gives the next ones. `matchAll` would clone the pattern for each text.
 */
function firstIn(text: string, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = 0
  return pattern.exec(text)
}

const OPENING = /[\s([{«“‘"'’]/
const ENDS = /[\s»”"’)\]!?.,…;:]/

/** Whether this mark is punctuation here. `18:30`, `:)`, `(?)`, `?!` and `%20` hold marks that are not. */
function takesSpace(text: string, start: number, end: number, mark: string, spaces: string): boolean {
  const previous = text.charAt(start - 1)
  const next = text.charAt(end)
  if (previous === '' || /[\n([]/.test(previous)) return false
  if (mark === '%') return /\d/.test(previous) && !/[\p{L}\p{N}]/u.test(next)
  if (mark === '»') return true
  // Of `?!` the first takes the space; `:)` and `;)` are smileys.
  if (spaces === '' && (/[!?:;]/.test(previous) || OPENING.test(previous))) return false
  if (mark === ':' || mark === ';') return next === '' || /[\s»”"]/.test(next)
  return next === '' || ENDS.test(next)
}
