import type { Pointer } from '../../foundation/pointer.ts'
import type { Advice } from '../../incident/incident.ts'
import { adviceInForce } from '../../incident/left-out-values.ts'
import { fact, once, speaker, term, text, verbatim, wanted, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

/**
 * Advice that holds, entry by entry: an opening, one item per step and number, until when. What the opening says (who advises,
 * for which case) the first item says where no opening stands, in a brief.
 */
export function advice(storyContext: StoryContext): Record<'advice', Fact[]> {
  const inForce = adviceInForce(storyContext.incident)
  let before: readonly Fact[] = []
  return {
    advice: withoutLoneItems(
      inForce.flatMap(({ advice: one, at }, index) => {
        // Steps that follow one another without a word of who or when are one list.
        const goesOn = (nth: number) => [inForce[nth - 1], inForce[nth]].every(held => held && isBare(held.advice))
        const isAlone = (nth: number) =>
          inForce[nth] !== undefined && isOneStep(inForce[nth].advice) && !goesOn(nth) && !goesOn(nth + 1)
        if (!isAlone(index)) return entryFacts(one, at, storyContext, goesOn(index))
        const own = alone(one, at, storyContext)
        before = isAlone(index - 1) ? afterOne(own, before) : own
        return before
      }),
    ),
  }
}

/** A list of one item is none: it is a sentence, in the paragraph of what is advised before it. */
function withoutLoneItems(facts: readonly Fact[]): Fact[] {
  const isAlone = (nth: number) =>
    facts[nth]?.item === true && facts[nth - 1]?.item !== true && facts[nth + 1]?.item !== true
  return facts.flatMap((one, nth) => {
    const { item: _, ...sentence } = one
    if (one.announces) return isAlone(nth + 1) && !saysMore(one) ? [] : [one]
    const before = facts[nth - 1]
    if (!isAlone(nth) || (before?.announces && saysMore(before))) return [one]
    return [facts.slice(0, nth).some(isTold) ? sentence : { ...sentence, opens: true }]
  })
}

/** Whether the line above a list says when and for which case. */
const saysMore = ({ slots: { at, for: whom } }: Fact): boolean => at !== undefined || whom !== undefined

const isTold = ({ announces }: Fact): boolean => announces !== true

/** One thing to do, or two, are told in a sentence. */
const isOneStep = ({ steps, numbers, at }: Advice): boolean =>
  (steps.length === 1 || steps.length === 2) && numbers.length === 0 && at === undefined

/** One thing to do, or two, is a sentence, no list. */
function alone(one: Advice, at: Pointer, storyContext: StoryContext): Fact[] {
  return withoutSecondStep(one, at, entryFacts(one, at, storyContext, false))
    .filter(({ announces }) => !announces)
    .map(({ item: _, keys, ...own }, nth) =>
      nth === 0 ? { ...own, keys, opens: true } : { ...own, keys: keys.map(key => `${key}-one`), opens: false },
    )
}

/** One thing to do after another stands in its paragraph; the case in which both are to be done is said once. */
function afterOne([first, ...others]: readonly Fact[], before: readonly Fact[]): Fact[] {
  if (!first) return []
  const { opens: _, ...own } = first
  const emergency = own.slots.emergency && before[0]?.slots.emergency
  return [emergency ? { ...own, slots: { ...own.slots, emergency } } : own, ...others]
}

/** The second step told with the first. */
function withoutSecondStep({ steps }: Advice, at: Pointer, facts: readonly Fact[]): Fact[] {
  const own = facts.filter(({ item }) => item)
  const [first, second] = own
  if (!first || !second) return [...facts]
  const from = steps.map((_, index) => `${at}/steps/${index}`)
  const both = { ...first, slots: { ...first.slots, text: { kind: 'texts', texts: steps, from, once: true } as Slot } }
  return facts.flatMap(fact => (fact === second ? [] : [fact === first ? both : fact]))
}

/** The first thing to do, in a title, with who says so. */
export function firstStep({ incident }: Pick<StoryContext, 'incident'>): Readonly<Record<string, Slot | undefined>> {
  const [first] = adviceInForce(incident).filter(({ advice: { steps } }) => steps.length > 0)
  if (!first) return { firststep: undefined, adviser: undefined, case: undefined }
  const { advice: one, at } = first
  return {
    firststep: wanted(once(text(one.steps[0], `${at}/steps/0`))),
    adviser: speaker(one.by, `${at}/by`),
    case: wanted(once(text(one.for, `${at}/for`))),
  }
}

const isBare = ({ by, at, for: whom, urgent, numbers, valid_until }: Advice): boolean =>
  [by, at, whom, urgent, valid_until].every(value => value === undefined) && numbers.length === 0

function entryFacts(one: Advice, at: Pointer, storyContext: StoryContext, goesOn: boolean): Fact[] {
  const urgent = one.urgent ? inEmergency() : undefined
  const common = {
    services: storyContext.all,
    company: storyContext.company,
    by: once(speaker(one.by, `${at}/by`)),
    for: once(text(one.for, `${at}/for`)),
    at: once(when(one.at, `${at}/at`)),
  }
  const steps = one.steps.map((step, index) =>
    fact(
      'advice.step',
      { ...common, emergency: urgent, text: once(text(step, `${at}/steps/${index}`)) },
      { item: true, holds: { urgent: one.urgent === true } },
    ),
  )
  return [
    ...(steps.length > 0 && !goesOn ? [opening('advice.opening', { ...common, emergency: urgent }, one.urgent)] : []),
    ...steps,
    ...numberFacts(one, at, common, urgent),
    ...(one.valid_until
      ? [fact('advice.valid', { until: once(when(one.valid_until, `${at}/valid_until`)) }, { opens: true })]
      : []),
  ]
}

const inEmergency = (): Slot => once(term('terms.emergency'))

const opening = (key: string, slots: Readonly<Record<string, Slot | undefined>>, urgent?: boolean, calm?: boolean) =>
  fact(key, slots, { opens: true, announces: true, holds: { urgent: urgent === true, 'not-urgent': calm === true } })

/** Numbers of one urgency stand under one opening; those as urgent as the steps stand under the opening of the steps. */
function numberFacts(
  one: Advice,
  at: Pointer,
  common: Readonly<Record<string, Slot | undefined>>,
  ofSteps: Slot | undefined,
): Fact[] {
  const facts: Fact[] = []
  let open = one.steps.length > 0 ? one.urgent : null
  let marks: Readonly<Record<string, Slot | undefined>> = { emergency: ofSteps }
  for (const [index, { urgent: own, ...entry }] of one.numbers.entries()) {
    const urgent = own ?? one.urgent
    const isApart = open === null || urgent !== open
    if (isApart) {
      const mark = urgent === true ? { emergency: inEmergency() } : {}
      marks = urgent === false ? { calm: once(term('terms.not-urgent')) } : mark
      // Who advises is said of what that somebody advises: numbers of the same entry.
      const isFirst = open === null
      facts.push(
        opening('advice.numbers', isFirst ? { ...common, ...marks } : marks, urgent === true, urgent === false),
      )
    }
    open = urgent
    const here = `${at}/numbers/${index}`
    const slots = {
      ...common,
      ...marks,
      // In which case the advice holds goes wherever its number goes.
      case: common.for,
      for: once(text(entry.for, `${here}/for`)),
      number: once(verbatim(entry.number, [`${here}/number`])),
      what: once(text(entry.what, `${here}/what`)),
    }
    facts.push(
      fact('advice.number', slots, {
        item: true,
        holds: {
          call: entry.by.includes('call'),
          text: entry.by.includes('text'),
          chat: entry.by.includes('chat'),
          urgent: urgent === true,
          'not-urgent': urgent === false,
        },
      }),
    )
  }
  return facts
}
