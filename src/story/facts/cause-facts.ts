import type { Attack, Cause, Incident } from '../../incident/incident.ts'
import { confirmedAttack } from '../incident-slots.ts'
import { hostOfOrigin, isWhollyHosted, lineOfOrigin, origin, originOfCause } from './origin-facts.ts'
import { fact, once, slug, speaker, tenseOf, term, text, wanted, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isCompanys, isSilent } from '../story-holds.ts'

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
    cause_given: [...factsWith(({ status }) => status !== 'unknown'), ...where],
    cause_unknown: factsWith(({ status }) => status === 'unknown'),
  }
}

function causeFact(storyContext: StoryContext, cause: Cause, index: number): Fact {
  const at = `/causes/${index}`
  const source = speakerOf(storyContext, cause, at)
  const key = cause.replaced ? 'cause.replaced' : `cause.${cause.status}`
  // That a cable was cut is known: only the reason is not.
  const own = cause.status === 'unknown' && storyContext.incident.kind === 'cable cut' ? [`${key}-cable-cut`] : []
  return fact(
    [...own, key],
    {
      text: textOf(storyContext, index) ?? once(text(cause.text, `${at}/text`)),
      ...source,
      ...originOfCause(storyContext, index),
      // Where somebody else says that the cause is unknown, it is not the company's silence: they are named where it
      // is described.
      ...(cause.status === 'unknown' && source.by && { described: source.by }),
      at: once(when(cause.at, `${at}/at`)),
      asof: storyContext.slots.asof,
      company: cause.status === 'unknown' ? wanted(storyContext.company) : storyContext.company,
      services: storyContext.all,
    },
    {
      context: tenseOf(storyContext.incident),
      holds: {
        certain: cause.status === 'official',
        first: cause.replaced === true,
        'silent-said-by': cause.status === 'unknown' && isSilent(storyContext.incident),
      },
      from: [
        `${at}/status`,
        `${at}/replaced`,
        ...(cause.status === 'unknown' ? [`${at}/by`] : []),
        ...lineOfOrigin(storyContext, index),
      ],
    },
  )
}

/** Who confirms it. That the company itself does not know the cause needs no second mention of its name. */
function speakerOf({ company }: StoryContext, { status, by }: Cause, at: string): { by?: Slot } {
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

/** What is said of an attack, one after the other. */
export function attack(storyContext: StoryContext): Fact[] {
  return storyContext.incident.attack.map((value, index) => attackFact(storyContext, value, index))
}

function attackFact(storyContext: StoryContext, value: Attack, index: number): Fact {
  const at = `/attack/${index}`
  const isConfirmed = value.status === 'confirmed'
  const slots = {
    by: speaker(value.by, `${at}/by`),
    author: speaker(value.author, `${at}/author`),
    company: storyContext.company,
    services: storyContext.all,
    asof: storyContext.slots.asof,
    attacked: attackedSlot(storyContext, value, at),
  }
  return fact(attackKeys(storyContext.incident, value), slots, {
    context: tenseOf(storyContext.incident),
    holds: { certain: isConfirmed, author: value.author !== undefined },
    from: `${at}/status`,
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

function attackKeys(incident: Incident, { status, by }: Attack): string[] {
  // What one alleges and another confirms is confirmed.
  if (status === 'alleged') return [confirmedAttack(incident) === -1 ? 'attack.alleged' : 'attack.spoken']
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
  return [fact(`data.${value.status}`, slots, { context: tenseOf(storyContext.incident), from: '/data_impact/status' })]
}

/** How it was fixed. */
export function resolution(storyContext: StoryContext): Fact[] {
  const value = storyContext.incident.resolution
  if (!value) return []
  const slots = {
    text: once(text(value.text, '/resolution/text')),
    by: speaker(value.by, '/resolution/by'),
    company: storyContext.company,
    services: storyContext.all,
  }
  return [fact('resolution.text', slots, { context: tenseOf(storyContext.incident) })]
}
