import type { FieldContext } from '../fields/field-context.ts'
import type { LocalText } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { IncidentDraft } from './assemble-incident.ts'
import type { Claim } from './incident.ts'
import { comesAfter, wholeEnds } from './moments.ts'
import { speechesIn } from './quoted-fragments.ts'
import { saidWhen } from './said-when.ts'

/** A clause typed while the trouble lasted, which its own end has overtaken. */
export interface PresentClause {
  readonly pointer: Pointer
  readonly language: string
  readonly text: string
  /** Whether the file says itself that it is over. */
  readonly isMarked: boolean
}

/** Clauses in the present about what is over: each once, in the first language in which it is so. */
export function presentClauses(draft: IncidentDraft, { isPresent }: Pick<FieldContext, 'isPresent'>): PresentClause[] {
  if (!isPresent) return []
  return clausesOfThen(draft).flatMap(({ pointer, text, state }) => {
    const found = Object.entries(text).find(([language, clause]) => isPresent(language, clause))
    return found ? [{ pointer, language: found[0], text: found[1], isMarked: state === 'resolved' }] : []
  })
}

/** Whether a fact goes with the trouble: it is over with it, unless it is background or was said after the end. */
function isOfThen({ state, ended }: IncidentDraft, { state: own, value, at }: Claim): boolean {
  if (own) return own === 'resolved'
  const end = wholeEnds(ended)[0]
  return state === 'resolved' && value !== 'recall' && !comesAfter(at, end)
}

type ClauseState = 'ongoing' | 'resolved' | undefined

interface Clause {
  readonly pointer: Pointer
  readonly text: LocalText
  readonly state: ClauseState
}

/** A clause that is over; one that is still so is none. */
const clause = (pointer: Pointer, text: LocalText | undefined, state: ClauseState): Clause[] =>
  text && state !== 'ongoing' ? [{ pointer, text, state }] : []

/** What was seen, what still worked, what befell others and what was said, where the story says that it is over. */
function clausesOfThen(draft: IncidentDraft): Clause[] {
  const { state, symptoms, services, still_works, knock_on, facts } = draft
  const isOver = state === 'resolved'
  return [
    ...speechesIn(draft).flatMap(({ clause: reported, frame, pointer, state: own, ...speech }) =>
      own === 'resolved' || saidWhen(draft, speech)
        ? [...clause(`${pointer}/clause`, reported, own), ...clause(`${pointer}/frame`, frame, own)]
        : [],
    ),
    ...symptoms.flatMap(({ text, state: own }, index) =>
      isOver || own === 'resolved' ? clause(`/symptoms/${index}/text`, text, own) : [],
    ),
    ...services.flatMap(({ symptoms: own, ended, state: seen }, index) =>
      isOver || seen === 'resolved' || ended?.at !== undefined ? clause(`/services/${index}/symptoms`, own, seen) : [],
    ),
    ...still_works.flatMap((one, index) =>
      'text' in one && (isOver || one.state === 'resolved')
        ? clause(`/still_works/${index}/text`, one.text, one.state)
        : [],
    ),
    ...knock_on.flatMap(({ text, ended, state: own }, index) =>
      own === 'resolved' || ended || isOver
        ? clause(`/knock_on/${index}/text`, text, ended && own === undefined ? 'resolved' : own)
        : [],
    ),
    ...facts.flatMap((fact, index) =>
      isOfThen(draft, fact) ? clause(`/facts/${index}/text`, fact.text, fact.state) : [],
    ),
  ]
}
