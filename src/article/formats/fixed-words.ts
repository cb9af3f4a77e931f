import type { Named } from '../../fields/directory.ts'
import type { Locale } from '../../language/locale.ts'
import { marks, quoted } from '../../language/quote.ts'
import type { Slot } from '../../story/story.ts'
import type { Span } from '../article.ts'
import { nounOf } from '../noun-phrases.ts'
import type { Filled } from '../sentence-context.ts'

/** Words that somebody typed, as a span of their own where it holds marks that could be taken for ours. */
export function typedSpan(text: string): Span {
  return MARK.test(text) ? { text, fixed: 'typed' } : { text }
}

const MARK = /[^\p{L}\p{N}\s'’]/u

/** Words around names, each of which is a span of its own where typography or a capital could change it: "Yahoo! Finance". */
export function nameWords(locale: Locale, text: string, named: readonly Named[], slot: Pick<Slot, 'from'>): Filled {
  return { spans: nameSpans(locale, text, named), from: slot.from }
}

/** The same as spans; of what was typed, the words around them are `typed`. */
export function nameSpans(locale: Locale, text: string, named: readonly Named[], around = plainSpan): Span[] {
  const names = named.flatMap(one => oddNames(locale, one)).filter(name => text.includes(name))
  if (names.length === 0) return [around(text)]
  const spans: Span[] = []
  let rest = 0
  for (const { index, 0: found } of text.matchAll(patternOf(names))) {
    if (SMALL.test(found) && !MARKED.test(found) && index > 0) continue
    if (index > rest) spans.push(around(text.slice(rest, index)))
    spans.push({ text: found, fixed: 'name' })
    rest = index + found.length
  }
  if (rest < text.length) spans.push(around(text.slice(rest)))
  return spans
}

const plainSpan = (text: string): Span => ({ text })

/** A quotation in marks of our own; what stands within them is somebody's. */
export function quotedSpans(locale: Locale, text: string, depth: number | 'headline' = 1): Span[] {
  const [open, close] = marks(locale, depth)
  const whole = quoted(locale, text, depth)
  return [{ text: open }, typedSpan(whole.slice(open.length, whole.length - close.length)), { text: close }]
}

/** Names that are not spelled as other words are; a common noun and one with an article of our own are words like others. */
function oddNames(locale: Locale, named: Named): readonly string[] {
  const owner = named.owner ? oddNames(locale, named.owner) : NONE
  const { text, article } = nounOf(locale, named)
  const isOdd =
    MARKED.test(text) ||
    (!UNBRANDED.has(named.kind) && SMALL.test(text) && (article === undefined || /^\p{Lu}/u.test(article)))
  return isOdd && !named.common ? [text, ...owner] : owner
}

/** What is called by common words where it begins with a small letter: "southern Africa", "hospital management". */
const UNBRANDED: ReadonlySet<Named['kind']> = new Set(['place', 'authority', 'person'])

const NONE: readonly string[] = []
const MARKED = /[^\p{L}\p{N}\s'’-]| - /u
const SMALL = /^\p{Ll}/u

const patterns = new Map<string, RegExp>()

function patternOf(names: readonly string[]): RegExp {
  const key = names.join('\n')
  const known = patterns.get(key)
  if (known) return known
  const alternatives = names.toSorted((one, other) => other.length - one.length).map(escaped)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  if (patterns.size >= KEPT) patterns.clear()
  patterns.set(key, pattern)
  return pattern
}

const KEPT = 500

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
