import { attackDenialOf } from '../../incident/attack-denial.ts'
import type { Attack, Cause, DeeperCause, Incident } from '../../incident/incident.ts'
import { isSuspicion } from '../../incident/suspicion.ts'
import { confirmedAttack } from '../incident-slots.ts'
import { answered, fact, once, slug, speaker, tenseOf, term, text, wanted, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isCompanys, isSilent } from '../story-holds.ts'
import { sureFact } from './claim-facts.ts'
import { hostOfOrigin, isWhollyHosted, lineOfOrigin, origin, originOfCause } from './origin-facts.ts'

/**
 * The cause as far as anybody confirms one, or that nobody has; then causes ruled out or withdrawn. `cause_given` and
 * `cause_unknown` hold the two apart, since document plans put a given cause early, and an open one after what the
 * company said.
 */
export function causes(storyContext: StoryContext): Record<'cause' | 'cause_given' | 'cause_unknown', Fact[]> {
  const { incident } = storyContext
  const order = incident.causes
    .map((cause, index) => ({ cause, index }))
    .sort((a, b) => rank(a.cause) - rank(b.cause) || a.index - b.index)
  const causeFacts = order.map(({ cause, index }) => ({ cause, causeFacts: causeFact(storyContext, cause, index) }))
  const factsWith = (isWanted: (cause: Cause) => boolean) =>
    causeFacts.filter(({ cause }) => isWanted(cause)).map(one => one.causeFacts)
  // Where it is stands in the sentence of the cause, or after it where the lead has told the cause.
  const isElsewhere = hostOfOrigin(storyContext) === undefined || isWhollyHosted(storyContext)
  const where = isElsewhere ? [] : origin(storyContext)
  return {
    cause: [...factsWith(() => true), ...where],
    cause_given: [...factsWith(cause => !isOpen(cause)), ...where],
    cause_unknown: factsWith(isOpen),
  }
}

const isOpen = ({ status }: Cause): boolean => status === 'unknown'

/** The step at which a cause is told: as sure as somebody is, else what its status says. */
export function stepOf({ status, sure }: Cause): string {
  const isFixed = status === 'unknown' || status === 'undisclosed' || sure === undefined
  return isFixed ? status : (STEPS[sure] ?? slug(sure))
}

/** Steps that a status has words for already. */
const STEPS: Readonly<Record<string, string>> = {
  confirmed: 'official',
  stated: 'official',
  possible: 'supposed',
}

function causeFact(storyContext: StoryContext, cause: Cause, index: number): Fact {
  const at = `/causes/${index}`
  const key = cause.replaced ? 'cause.replaced' : `cause.${stepOf(cause)}`
  const { incident } = storyContext
  const isUnknown = cause.status === 'unknown'
  // That a cable was cut, or that it burnt, is known: only the reason is not.
  const happened = isUnknown ? happenedIn(incident) : undefined
  const own = [
    ...(isUnknown && incident.kind === 'cable cut' ? [`${key}-cable-cut`] : []),
    ...(happened ? [`${key}-happened`] : []),
  ]
  // Work that goes on has a reason, as work to come has: nothing brought it about.
  const isReason = incident.kind === 'maintenance' && incident.state === 'ongoing' && stepOf(cause) === 'official'
  const given = once(when(cause.at, `${at}/at`))
  const source = own.length > 0 ? { by: speaker(cause.by, `${at}/by`) } : speakerOf(storyContext, cause, at)
  // What somebody confirms is no mere statement of theirs.
  const isConfirmed = key === 'cause.official' && cause.sure === 'confirmed' && source.by !== undefined
  return fact(
    [...own, ...(isConfirmed ? ['cause.confirmed'] : []), key],
    {
      text: textOf(storyContext, index) ?? once(text(cause.text, `${at}/text`)),
      ...source,
      ...originOfCause(storyContext, index),
      // Where somebody else says that the cause is unknown, it is not the company's silence: they are named where it
      // is described.
      ...(isUnknown && source.by && { described: source.by }),
      at: given,
      happened,
      ...beyondOf(cause, at),
      // What somebody did not know on a day was not known then: nothing is said of today.
      asof: isUnknown && given ? given : storyContext.slots.asof,
      company: isUnknown ? wanted(storyContext.company) : storyContext.company,
      services: storyContext.all,
    },
    {
      context: isUnknown && given ? 'now' : isReason ? 'future' : tenseOf(incident),
      holds: {
        certain: stepOf(cause) === 'official',
        first: cause.replaced === true,
        'silent-said-by': isUnknown && !given && isSilent(incident),
      },
      from: [
        `${at}/status`,
        `${at}/sure`,
        `${at}/replaced`,
        ...(isUnknown ? [`${at}/by`] : []),
        ...lineOfOrigin(storyContext, index),
      ],
    },
  )
}

/** What happened before it failed, where a cause of its own can be asked for. */
function happenedIn({ kind, event: [happened] }: Incident): Slot | undefined {
  const own = [happened?.kind, kind].find(one => one === 'fire' || one === 'explosion' || one === 'crash')
  return own && term(`happening-noun.${own}`)
}

/** What goes with a cause: who says that it is another, or does not confirm it, and what brought it about. */
export function beyondOf({ disputed_by, not_confirmed_by, why }: Cause, at: string): Record<string, Slot | undefined> {
  return {
    opponent: speaker(disputed_by, `${at}/disputed_by`),
    doubter: once(speaker(not_confirmed_by, `${at}/not_confirmed_by`)),
    ...(why && whySlots(why, `${at}/why`)),
  }
}

function whySlots({ text: deeper, by, sure }: DeeperCause, at: string): Record<string, Slot | undefined> {
  const step = deeper === undefined ? 'unknown' : (sure ?? 'stated')
  return {
    why: once(term(`why.${step}`, [at, `${at}/text`, `${at}/by`])),
    deeper: text(deeper, `${at}/text`),
    deeper_by: speaker(by, `${at}/by`),
  }
}

/** Who confirms it. That the company itself does not know the cause needs no second mention of its name. */
function speakerOf({ company }: StoryContext, { status, by }: Cause, at: string): { by?: Slot | undefined } {
  const slot = speaker(by, `${at}/by`)
  if (!slot || status !== 'unknown') return slot ? { by: slot } : {}
  const own = company?.kind === 'names' && company.names.some(({ id }) => id === by?.name?.id)
  return own ? {} : { by: once(slot) }
}

/** The text of the cause, as the slot the lead may have used. */
function textOf({ slots: { reason } }: StoryContext, index: number): Slot | undefined {
  return reason?.from.includes(`/causes/${index}/text`) ? reason : undefined
}

const rank = (cause: Cause): number => (cause.replaced ? 2 : cause.status === 'denied' ? 1 : 0)

/** What is said of an attack: who confirms it first, and what somebody contradicts only together with that. */
export function attack(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  const denials = new Set(incident.attack.map(value => denialOf(incident, value)))
  const told = incident.attack.flatMap((value, index) => (denials.has(value) ? [] : [{ value, index }]))
  const confirmed = ({ value }: (typeof told)[number]) => Number(value.status === 'confirmed')
  return told
    .sort((one, other) => confirmed(other) - confirmed(one))
    .map(({ value, index }) => attackFact(storyContext, value, index))
}

/** Who contradicts a claim: told in one sentence with it, where an event is established that both speak of. */
function denialOf(incident: Incident, value: Attack): Attack | undefined {
  return isSuspicion(incident) ? undefined : attackDenialOf(incident, value)
}

function attackFact(storyContext: StoryContext, value: Attack, index: number): Fact {
  const { incident } = storyContext
  const at = `/attack/${index}`
  const denial = denialOf(incident, value)
  const against = denial && `/attack/${incident.attack.indexOf(denial)}`
  const slots = {
    by: speaker(value.by, `${at}/by`),
    author: speaker(value.author, `${at}/author`),
    ...(denial && { denier: speaker(denial.by, `${against}/by`) }),
    company: storyContext.company,
    services: storyContext.all,
    asof: storyContext.slots.asof,
    attacked: attackedSlot(storyContext, value, at),
  }
  return fact(attackKeys(incident, value), slots, {
    context: tenseOf(incident),
    holds: {
      certain: value.status === 'confirmed' || (value.status === 'denied' && value.by !== undefined),
      author: value.author !== undefined,
    },
    from: [`${at}/status`, ...(against ? [`${against}/status`] : [])],
  })
}

/** That there was one, as far as somebody says so: told once. */
function attackedSlot({ incident, slots }: StoryContext, value: Attack, at: string): Slot | undefined {
  const { status } = value
  if (status === 'confirmed' && incident.attack[confirmedAttack(incident)] === value) return slots.attacked
  return status === 'denied' || status === 'unknown'
    ? undefined
    : once(term(`attacked.${slug(status)}`, `${at}/status`))
}

function attackKeys(incident: Incident, value: Attack): string[] {
  const { status, by } = value
  const denial = denialOf(incident, value)
  if (denial) return [`attack.${slug(status)}-${slug(denial.status)}`]
  const isKnown = confirmedAttack(incident) !== -1
  // What one alleges and another confirms is confirmed; what its author claims then is that attack, and no other.
  if (status === 'alleged') return [isKnown ? 'attack.spoken' : 'attack.alleged']
  if (status === 'claimed') return [...(isKnown ? ['attack.claimed-known'] : []), 'attack.claimed']
  // Who confirms an attack on themselves is named once.
  const isOwn = status === 'confirmed' && by !== undefined && isCompanys(by, incident.company)
  return [...(isOwn ? ['attack.confirmed-own'] : []), `attack.${slug(status)}`]
}

/** Who confirms that it was an attack. */
export function confirmerOf(incident: Incident): Slot | undefined {
  const index = confirmedAttack(incident)
  return speaker(incident.attack[index]?.by, `/attack/${index}/by`)
}

/** Whether data was touched. */
export function data(storyContext: StoryContext): Fact[] {
  const value = storyContext.incident.data_impact
  if (!value) return []
  const slots = {
    text: once(text(value.text, '/data_impact/text')),
    by: speaker(value.by, '/data_impact/by'),
    company: storyContext.company,
    services: storyContext.all,
  }
  return [
    fact(
      [
        ...(value.text && OPEN_DATA.has(value.status) ? [`data.${value.status}-text`] : []),
        `data.${slug(value.status)}`,
      ],
      slots,
      { context: tenseOf(storyContext.incident), from: '/data_impact/status' },
    ),
  ]
}

/** What is not certain is not certain of what was typed either. */
const OPEN_DATA: ReadonlySet<string> = new Set(['unknown', 'possible'])

/** How it is mended, or that it has been: work that is done is told as done, whether or not service is back. */
export function resolution(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  const value = incident.resolution
  if (!value) return []
  const common = {
    by: speaker(value.by, '/resolution/by'),
    company: storyContext.company,
    services: storyContext.all,
  }
  const at = once(answered(when(value.at, '/resolution/at'), value.by, '/resolution'))
  const clause = once(text(value.clause, '/resolution/clause'))
  const how = once(text(value.text, '/resolution/text'))
  const keys = [...(value.sure === 'believed' ? ['resolution.believed'] : []), 'resolution.text']
  if (clause) {
    const rest = how ? [fact(keys, { ...common, text: how }, { context: workTense(incident) })] : []
    const said = value.sure === 'believed' && value.clause
    const place = { pointer: '/resolution', textAt: '/resolution/clause' }
    const own = said
      ? sureFact(storyContext, { ...value, text: said }, place)
      : fact('resolution.clause', { ...common, clause, at })
    return [own, ...rest]
  }
  if (at && value.sure !== 'believed') return [fact('resolution.done', { ...common, text: how, at })]
  return [fact(keys, { ...common, text: how }, { context: workTense(incident) })]
}

/** While service comes back, what brings it back may be done or go on. */
const workTense = (incident: Incident): string => (incident.state === 'recovering' ? incident.state : tenseOf(incident))
