import type { Span } from './article.ts'

/**
 * The spans of a filled wording as one text: punctuation doubled where slots were filled is removed. Only marks of our own
 * are touched, never those inside a name, a quotation or words that somebody typed: ".be, .eu and .nl" stays.
 */
export function smoothed(spans: readonly Span[]): Span[] {
  const merged = mergedSpans(withoutMarkInside(spans))
  const text = textOf(merged)
  if (!DOUBLED.test(text)) return merged
  const own = ownMarks(merged)
  const isAtJoint = (at: number) => own(at) || own(at + 1)
  const joined = withoutFound(merged, [
    ...[...text.matchAll(COMMA_BEFORE_MARK)].filter(
      ({ index, 0: found }) => isAtJoint(index) && own(index + found.length),
    ),
    ...[...text.matchAll(SECOND_STOP)].filter(({ index }) => own(index)),
  ])
  return asides(withoutStopAfterEnd(joined))
}

/** The mark that ends words somebody typed gives way where a sentence of ours goes on: "All are firefighters!", they said. */
function withoutMarkInside(spans: readonly Span[]): readonly Span[] {
  if (!spans.some((span, nth) => isEndedInside(span, spans[nth + 1]))) return spans
  return spans.map((span, nth) =>
    isEndedInside(span, spans[nth + 1]) ? { ...span, text: span.text.replace(END, '') } : span,
  )
}

const isEndedInside = (span: Span, next: Span | undefined): boolean =>
  span.fixed === 'typed' && next !== undefined && isOwn(next) && END.test(span.text) && GOES_ON.test(next.text)

const END = /(?:\s*[?!…]+|\.{3})$/u
const GOES_ON = /^(?:\s*[,;:]| \p{Ll})/u

/** The comma that closes « in Cork, Ireland, » has nothing to close at the end of a title. */
export function withoutLastComma(spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1)
  if (!last || !isOwn(last) || !last.text.endsWith(',')) return spans
  return [...spans.slice(0, -1), { ...last, text: last.text.slice(0, -1) }]
}

/** The spans once they are set: what was a name or typed is text like any other. */
export function released(spans: readonly Span[]): Span[] {
  if (!spans.some(({ fixed }) => fixed !== undefined)) return [...spans]
  return mergedSpans(spans.map(({ fixed: _, ...span }) => span))
}

/** Merges neighbouring spans of the same kind. */
function mergedSpans(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (span.text === '') continue
    if (last && isAlike(last, span)) result[result.length - 1] = { ...last, text: last.text + span.text }
    else result.push(span)
  }
  return result
}

const isAlike = (one: Span, other: Span): boolean =>
  one.lang === other.lang &&
  one.href === other.href &&
  one.verbatim === other.verbatim &&
  one.fixed === other.fixed &&
  one.fixed !== 'name'

function textOf(spans: readonly Span[]): string {
  let text = ''
  for (const span of spans) text += span.text
  return text
}

/** Whether the character at this place of the whole text is of our own words. */
function ownMarks(spans: readonly Span[]): (at: number) => boolean {
  const [only] = spans
  if (spans.length === 1 && only && isOwn(only)) return () => true
  const ranges: (readonly [from: number, to: number])[] = []
  let start = 0
  for (const span of spans) {
    if (isOwn(span)) ranges.push([start, start + span.text.length])
    start += span.text.length
  }
  return at => ranges.some(([from, to]) => at >= from && at < to)
}

const isOwn = ({ fixed, verbatim, lang }: Span): boolean => fixed === undefined && !verbatim && lang === undefined

/** Without what was found, each in the span in which it begins. */
function withoutFound(spans: readonly Span[], found: readonly RegExpExecArray[]): Span[] {
  if (found.length === 0) return [...spans]
  let start = 0
  return spans.flatMap(span => {
    let text = ''
    let from = 0
    for (const { index, 0: dropped } of found.toSorted((one, other) => one.index - other.index)) {
      if (index < start + from || index >= start + span.text.length) continue
      text += span.text.slice(from, index - start)
      from = Math.min(index - start + dropped.length, span.text.length)
    }
    text += span.text.slice(from)
    start += span.text.length
    return text === '' ? [] : [{ ...span, text }]
  })
}

/** A quick look at the whole: most texts have nothing to smooth. */
const DOUBLED = /,\s*[,;:().]|\.\.|\) \(|[!?…]\.|[.!?…]\s*[»”’")\]]\.$/u

/** The comma that closes an apposition is dropped before other punctuation. */
const COMMA_BEFORE_MARK = /,(?=\s*[,;:()])|,\s*(?=\.(?!\.))/gu

/** A full stop after an abbreviation's, or after a name that ends with a mark: « Yahoo! ». */
const SECOND_STOP = /(?<=\p{L}\.|\.\.)\.(?!\.)|(?<=[\p{L}\p{N})\u202F\u00A0 ][!?…]{1,3})\.(?!\.)/gu

/** A sentence that ends with a quote with its own full stop, or with a whole sentence in brackets, needs no second one. */
function withoutStopAfterEnd(spans: readonly Span[]): Span[] {
  const last = spans.at(-1)
  if (!last || !isOwn(last) || !last.text.endsWith('.')) return [...spans]
  const text = textOf(spans)
  if (!ENDED_QUOTE.test(text) && !ENDED_BRACKET.test(text)) return [...spans]
  const rest = spans.slice(0, -1)
  return last.text === '.' ? rest : [...rest, { ...last, text: last.text.slice(0, -1) }]
}

const ENDED_QUOTE = /[.!?…]\s*[»”’"]\.$/u
const ENDED_BRACKET = /(?:^|[.!?…]\s+)\(\p{Lu}[^()]*[.!?…]\)\.$/u

/**
 * Of two parentheses side by side the first becomes an apposition: « à 15h45, heure de Bruxelles (traduit de
 * l'anglais) ».
 */
function asides(spans: readonly Span[]): Span[] {
  const text = textOf(spans)
  if (!text.includes(') (')) return [...spans]
  const own = ownMarks(spans)
  let result = [...spans]
  // From the end, since a mark less moves what follows.
  for (const { index, 0: found } of [...text.matchAll(PARENTHESES)].reverse()) {
    const [open, close, next] = [index + 1, index + found.length - 3, index + found.length - 1]
    if ([open, close, next].every(own)) result = withText(withText(result, close, ''), index, ', ', 2)
  }
  return result
}

const PARENTHESES = / \([^()]*\) \(/gu

/** Puts a text in the place of so many characters at a place that lies in one span. */
function withText(spans: readonly Span[], at: number, text: string, length = 1): Span[] {
  let start = 0
  return spans.map(span => {
    const from = at - start
    start += span.text.length
    if (from < 0 || from >= span.text.length) return span
    return { ...span, text: span.text.slice(0, from) + text + span.text.slice(from + length) }
  })
}
