import type { Cause } from '../../incident/incident.ts'
import { fact, once, speaker, tenseOf, text, wanted, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isSilent } from '../story-holds.ts'

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
  return {
    cause: factsWith(() => true),
    cause_given: factsWith(({ status }) => status !== 'unknown'),
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
      from: [`${at}/status`, `${at}/replaced`, ...(cause.status === 'unknown' ? [`${at}/by`] : [])],
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

/** Whether it was an attack, where that has been answered. */
export function attack(storyContext: StoryContext): Fact[] {
  const value = storyContext.incident.attack
  if (!value) return []
  const slots = {
    by: speaker(value.by, '/attack/by'),
    company: storyContext.company,
    services: storyContext.all,
    asof: storyContext.slots.asof,
    attacked: storyContext.slots.attacked,
  }
  return [
    fact(`attack.${value.status}`, slots, {
      context: tenseOf(storyContext.incident),
      holds: { certain: value.status === 'confirmed' },
      from: '/attack/status',
    }),
  ]
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
