import type { FieldContext } from '../../fields/field-context.ts'
import type { DiagnosticCode, UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import type { Claim } from '../incident.ts'
import { leaningTexts } from '../leaning-texts.ts'

/** What no other field has a place for is one clause: a sentence of ours has no room for half of one, nor for two. */
export function checkClaims(draft: IncidentDraft, context: FieldContext): readonly UnplacedDiagnostic[] {
  const { facts } = draft
  return [
    ...leaning(draft, context),
    ...facts.flatMap(({ text }, index) =>
      Object.entries(text).flatMap(([language, typed]): UnplacedDiagnostic[] => {
        const code = codeOf(language, typed, context)
        return code ? [{ code, facts: { text: typed }, pointer: `/facts/${index}/text/${language}` }] : []
      }),
    ),
    ...facts.flatMap((fact, index) => [...misvalued(fact, index, context)]),
  ]
}

/** What means something by a pronoun alone may come to stand where nothing is named before it. */
const leaning = (draft: IncidentDraft, context: FieldContext): UnplacedDiagnostic[] =>
  leaningTexts(draft, context).map(({ entry, language, text }) => ({
    code: 'text/leaning',
    facts: { text, word: /^[^\s]+/u.exec(text.trim())?.[0] ?? '' },
    pointer: `${entry}/text/${language}`,
  }))

/** That lives are not in danger, or that no data is lost, is no news of danger or of data. */
function* misvalued(
  { text, value }: Claim,
  index: number,
  { isReassuring }: FieldContext,
): Generator<UnplacedDiagnostic> {
  if (!isReassuring || value === undefined || !ALARMING.has(value)) return
  const denied = Object.entries(text).find(([language, clause]) => isReassuring(language, clause))
  if (denied) yield { code: 'text/value-negated', facts: { text: denied[1], value }, pointer: `/facts/${index}/value` }
}

const ALARMING: ReadonlySet<NonNullable<Claim['value']>> = new Set(['danger', 'data', 'scale', 'world'])

type ClauseCode = Extract<DiagnosticCode, 'text/two-sentences' | 'text/no-clause'>

function codeOf(language: string, typed: string, { isFragment, isNounPhrase }: FieldContext): ClauseCode | undefined {
  const text = typed.trim().replace(/[.!]+$/u, '')
  if (/[.!?…]\s+\p{Lu}\p{L}* \p{Ll}/u.test(text)) return 'text/two-sentences'
  // A few words that begin with a small letter: of more, and of those with an article, a verb is not to be told from a noun.
  const words = text.split(/[\s'’]+/u)
  const isBare = /^\p{Ll}{4}/u.test(text) && words.length <= FEW_WORDS
  const asSentence = text.charAt(0).toUpperCase() + text.slice(1)
  // « tills accept cards »: three words, one of which says what they do.
  const hasVerb = isNounPhrase?.(language, text) === false
  return isBare && !hasVerb && isFragment?.(language, asSentence) ? 'text/no-clause' : undefined
}

const FEW_WORDS = 3
