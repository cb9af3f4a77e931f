import type { Locale } from '../language/locale.ts'
import type { Sentence, Span } from './article.ts'
import type { DiscourseContext } from './discourse-context.ts'
import { textOf, typesetSpans } from './finish-spans.ts'
import { withoutCapital } from './formats/text-formats.ts'
import type { RealisedFact, RealisedWording } from './realise-fact.ts'

/** Several sentences in one: each after its connective, without the capital of a wording's own first word. */
export function joinedSentence(
  parts: readonly RealisedFact[],
  connectives: readonly string[],
  { locale }: DiscourseContext,
): Sentence {
  const spans = parts.flatMap(({ chosen }, nth) => {
    const own = nth < parts.length - 1 ? withoutStop(chosen.filled.spans) : chosen.filled.spans
    return nth === 0 ? own : [{ text: connectives[nth - 1] ?? '' }, ...withoutCapitalOf(own, chosen, locale)]
  })
  const typeset = typesetSpans({ spans }, locale)
  return {
    spans: typeset,
    text: textOf(typeset),
    wording: parts.map(({ sentence }) => sentence.wording).join(' + '),
    from: [...new Set(parts.flatMap(({ sentence }) => sentence.from))],
  }
}

/** What is said of one subject twice, as one sentence: the first beside the subject. */
export function relativeSentence(
  first: RealisedFact,
  second: RealisedFact,
  { open, close }: { readonly open: string; readonly close: string },
  discourse: DiscourseContext,
): Sentence {
  const [one, other] = [first, second].map(({ chosen: { filled } }) => filled)
  const head = one?.spans.slice(0, one.head) ?? []
  const beside = withoutStop(one?.spans.slice(one.head) ?? [])
  const spans = [...head, { text: open }, ...beside, { text: close }, ...(other?.spans.slice(other.head) ?? [])]
  const joined = joinedSentence([first, second], [' '], discourse)
  const typeset = typesetSpans({ spans }, discourse.locale)
  return { ...joined, spans: typeset, text: textOf(typeset) }
}

function withoutCapitalOf(spans: readonly Span[], { opensWith, slots }: RealisedWording, locale: Locale): Span[] {
  const [opening, ...rest] = spans
  if (!opening) return []
  if (opensWith === undefined) return [{ ...opening, text: lower(opening.text) }, ...rest]
  return slots[opensWith]?.kind === 'text'
    ? [{ ...opening, text: withoutCapital(locale, opening.text) }, ...rest]
    : [...spans]
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function withoutStop(spans: readonly Span[]): Span[] {
  const last = spans.at(-1)
  if (!last) return []
  return last.fixed ? [...spans] : [...spans.slice(0, -1), { ...last, text: last.text.replace(/\.$/u, '') }]
}
