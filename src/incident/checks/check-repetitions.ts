import type { LocalText } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import { plain } from '../../foundation/nearest-word.ts'
import type { IncidentDraft } from '../assemble-incident.ts'

/** What is entered in two places and would be told twice. */
export function checkRepetitions(draft: IncidentDraft): readonly UnplacedDiagnostic[] {
  return [...advice(draft), ...origin(draft)]
}

/** The same step of advice, whoever gives it. */
function* advice({ advice: all }: IncidentDraft): Generator<UnplacedDiagnostic> {
  const steps = all.flatMap(({ steps: own, replaced }, index) =>
    replaced ? [] : own.map((text, nth) => ({ text, pointer: `/advice/${index}/steps/${nth}` })),
  )
  for (const [nth, { text, pointer }] of steps.entries()) {
    const same = steps.slice(0, nth).some(other => isSaidTwice(other.text, text))
    if (same) yield { code: 'text/advice-twice', facts: { text: Object.values(text)[0] ?? '' }, pointer }
  }
}

/** Where the fault is, said again by its cause. */
function* origin({ origin: own, causes }: IncidentDraft): Generator<UnplacedDiagnostic> {
  const text = own?.text
  if (!text || !causes.some(({ text: cause }) => cause && isWithin(text, cause))) return
  yield { code: 'text/origin-and-cause', facts: { text: Object.values(text)[0] ?? '' }, pointer: '/origin/text' }
}

const isSaidTwice = (one: LocalText, other: LocalText): boolean =>
  Object.keys(one).some(
    language => other[language] !== undefined && plain(one[language] ?? '') === plain(other[language] ?? ''),
  )

/** Whether a text says what another says with more words. */
const isWithin = (one: LocalText, whole: LocalText): boolean =>
  Object.keys(one).some(language => plain(whole[language] ?? '').includes(plain(one[language] ?? ' ')))
