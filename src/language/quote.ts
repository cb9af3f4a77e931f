import { sentenceSegments } from '../foundation/split-sentences.ts'
import type { Locale } from './locale.ts'

/**
 * A text in the edition's quotation marks. Quotation marks inside it are replaced, one level deeper, whatever the
 * source used; nothing else of the text is changed. `depth` 2 is a quote within a quote; `headline` takes a headline's
 * marks.
 */
export function quoted(locale: Locale, text: string, depth: number | 'headline' = 1): string {
  const { quotes } = locale.grammar
  const levels = depth === 'headline' ? quotes.headline : quotes.text
  const level = depth === 'headline' ? 0 : depth - 1
  const [open, close] = markAt(levels, level)
  return open + remark(text.trim(), levels, level + 1) + close
}

/** A pair of quotation marks, to be put around spans of another language or verbatim ones. */
export function marks(locale: Locale, depth: number | 'headline' = 1): readonly [open: string, close: string] {
  const { quotes } = locale.grammar
  return depth === 'headline' ? markAt(quotes.headline, 0) : markAt(quotes.text, depth - 1)
}

type Levels = readonly (readonly [string, string])[]

function markAt(levels: Levels, level: number): readonly [string, string] {
  return levels[level % levels.length] ?? ['', '']
}

/** The closing mark of each opening one. A straight mark opens and closes. */
const CLOSED_BY: Readonly<Record<string, readonly string[]>> = {
  '«': ['»'],
  '“': ['”'],
  '„': ['“', '”'],
  '‘': ['’'],
  '"': ['"'],
}

/** Replaces the marks inside a text at `level` and deeper; a text whose marks do not pair is left as it is. */
function remark(text: string, levels: Levels, level: number): string {
  if (!/[«»“”„‘"]/.test(text)) return text
  const stack: string[] = []
  let result = ''
  let skipSpace = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (skipSpace && /\s/.test(char)) continue
    skipSpace = false
    const innermost = stack.at(-1)
    // Inches, a 6.1" model, open nothing.
    if (char === '"' && innermost !== '"' && /\d/.test(text.charAt(at - 1))) {
      result += char
      continue
    }
    if (innermost !== undefined && CLOSED_BY[innermost]?.includes(char) && closes(text, at)) {
      stack.pop()
      result = result.trimEnd() + markAt(levels, level + stack.length)[1]
    } else if (char in CLOSED_BY) {
      result += markAt(levels, level + stack.length)[0]
      stack.push(char)
      skipSpace = true
    } else if (char === '»' || char === '”') {
      return text
    } else {
      result += char
    }
  }
  return stack.length === 0 ? result : text
}

/** A mark that is also an apostrophe closes only where no letter follows; a straight one only where it does not open. */
function closes(text: string, at: number): boolean {
  const char = text.charAt(at)
  const next = text.charAt(at + 1)
  if (char === '’') return !/[\p{L}\p{N}]/u.test(next)
  return true
}

/** Full stops that end no sentence, in any language: initials and numbers (« J. Dupont », "No. 5"). */
const INITIAL = /(?:^|[\s(«“"])\p{Lu}\.$/u

/**
 * Splits a text into sentences in its own language (BCP 47). A full stop after an initial or after one of
 * `abbreviations`, or before a lower-case letter, ends no sentence.
 */
export function sentences(text: string, lang: string, abbreviations: readonly string[] = []): string[] {
  const found: string[] = []
  for (const segment of sentenceSegments(text.trim(), lang)) {
    const last = found.at(-1)
    if (last !== undefined && goesOn(last, segment, abbreviations)) found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found.map(sentence => sentence.trim()).filter(sentence => sentence !== '')
}

function goesOn(before: string, after: string, abbreviations: readonly string[]): boolean {
  if (/\n\s*$/.test(before)) return false
  const end = before.trimEnd()
  if (/^\p{Ll}/u.test(after) || INITIAL.test(end)) return true
  const lastWord = end.slice(Math.max(end.lastIndexOf(' '), end.lastIndexOf('\u00A0')) + 1).replace(/^[(«“"]/, '')
  return abbreviations.includes(lastWord)
}

/** A quote, cut after its first sentence. */
export interface SplitQuote {
  readonly first: string
  /** What follows; may be empty. */
  readonly rest: string
}

/** The first sentence of a quote and what follows it, in the language of the quote. */
export function splitQuote(text: string, lang: string, abbreviations: readonly string[] = NONE): SplitQuote {
  const known = splits.get(abbreviations) ?? new Map<string, SplitQuote>()
  if (known.size === 0) splits.set(abbreviations, known)
  const key = `${lang}\n${text}`
  const before = known.get(key)
  if (before) return before
  const whole = text.trim()
  const [first = ''] = sentences(whole, lang, abbreviations)
  const split = { first, rest: whole.slice(first.length).trim() }
  if (known.size >= KEPT) known.clear()
  known.set(key, split)
  return split
}

const NONE: readonly string[] = []

/** Every wording and every length of an article uses the same quotes. */
const splits = new WeakMap<readonly string[], Map<string, SplitQuote>>()
const KEPT = 100
