import { grammarPattern } from '../language/grammar-pattern.ts'
import type { Locale } from '../language/locale.ts'
import { capital, typeset } from '../language/typeset.ts'
import type { Span } from './article.ts'
import type { FilledWording } from './fill-wording.ts'
import { released, smoothed, withoutLastComma } from './smooth-joints.ts'

/** The spans as readers will see them. */
export function typesetSpans({ spans }: Pick<FilledWording, 'spans'>, locale: Locale): Span[] {
  return released(typeset(locale, capitalised(locale, withOpening(locale, withoutLastComma(smoothed(spans))))))
}

/** The text of spans. */
export function textOf(spans: readonly Span[]): string {
  let text = ''
  for (const span of spans) text += span.text
  return text
}

/** A fragment that cannot begin a sentence gets the word it needs before it: "On Tuesday, …" */
function withOpening({ grammar: { opening } }: Locale, spans: readonly Span[]): readonly Span[] {
  const [first, ...others] = spans
  if (!first || first.verbatim) return spans
  const rule = opening.find(({ match }) => grammarPattern(match).test(first.text))
  return rule ? [{ ...first, text: rule.put + first.text }, ...others] : spans
}

function capitalised(locale: Locale, spans: readonly Span[]): Span[] {
  const begins = spans.findIndex(({ text }) => /[^\s«“"‘(]/u.test(text))
  return spans.map((span, nth) =>
    nth !== begins || span.verbatim
      ? span
      : { ...span, text: capital(locale, span.text, span.fixed === 'name' && !isOfSeveral(locale, span.text)) },
  )
}

/** "police and the NCSC" typed as one name: no brand that is spelled with a small letter. */
const isOfSeveral = ({ grammar }: Locale, name: string): boolean => name.includes(grammar.list.and.two)
