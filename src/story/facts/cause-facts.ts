import type { Cause } from '../../incident/incident.ts'
import { fact, once, speaker, tenseOf, text, wanted, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isSilent } from '../story-holds.ts'

/**
 * The cause as far as anybody answers for it, or that nobody has given one; then what was ruled out or given up. Apart as
 * well: what is given stands early in some outlines, that nothing is comes after what the company did say.
 */
export function causes(storyContext: StoryContext): Record<'cause' | 'cause_given' | 'cause_unknown', Fact[]> {
  const { incident } = storyContext
  const order = incident.causes
    .map((cause, index) => ({ cause, index }))
    .sort((a, b) => rank(a.cause) - rank(b.cause) || a.index - b.index)
  const told = order.map(({ cause, index }) => ({ cause, told: tell(storyContext, cause, index) }))
  const those = (isWanted: (cause: Cause) => boolean) =>
    told.filter(({ cause }) => isWanted(cause)).map(one => one.told)
  return {
    cause: those(() => true),
    cause_given: those(({ status }) => status !== 'unknown'),
    cause_unknown: those(({ status }) => status === 'unknown'),
  }
}

function tell(storyContext: StoryContext, cause: Cause, index: number): Fact {
  const at = `/causes/${index}`
  const answering = speakerOf(storyContext, cause, at)
  const key = cause.replaced ? 'cause.replaced' : `cause.${cause.status}`
  // That a cable was cut is known: what is not is why.
  const own = cause.status === 'unknown' && storyContext.incident.kind === 'cable cut' ? [`${key}-cable-cut`] : []
  return fact(
    [...own, key],
    {
      text: textOf(storyContext, index) ?? once(text(cause.text, `${at}/text`)),
      ...answering,
      // Where somebody else says that nobody knows, it is not the company's silence: they stand where it is described.
      ...(cause.status === 'unknown' && answering.by && { described: answering.by }),
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

/** Who answers for it. That the company itself does not know goes without saying its name twice. */
function speakerOf({ company }: StoryContext, { status, by }: Cause, at: string): { by?: Slot } {
  const slot = speaker(by, `${at}/by`)
  if (!slot || status !== 'unknown') return slot ? { by: slot } : {}
  const own = company?.kind === 'names' && company.names.some(({ id }) => id === by?.name?.id)
  return own ? {} : { by: once(slot) }
}

/** The text of the cause that a lead may have told. */
function textOf({ slots: { reason } }: StoryContext, index: number): Slot | undefined {
  return reason?.from.includes(`/causes/${index}/text`) ? reason : undefined
}

const rank = (cause: Cause): number => (cause.replaced ? 2 : cause.status === 'denied' ? 1 : 0)

/** Whether it was an attack, answered explicitly. */
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

/** How it was mended. */
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
