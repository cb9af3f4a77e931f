import type { Cause } from '../../incident/incident.ts'
import type { Cast } from '../cast.ts'
import { fact, once, speaker, tenseOf, text, wanted, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'

/**
 * The cause as far as anybody answers for it, or that nobody has given one; then what was ruled out or given up. Apart as
 * well: what is given stands early in some outlines, that nothing is comes after what the company did say.
 */
export function causes(cast: Cast): Record<'cause' | 'cause_given' | 'cause_unknown', Fact[]> {
  const { incident } = cast
  const order = incident.causes
    .map((cause, index) => ({ cause, index }))
    .sort((a, b) => rank(a.cause) - rank(b.cause) || a.index - b.index)
  const told = order.map(({ cause, index }) => ({ cause, told: tell(cast, cause, index) }))
  const those = (isWanted: (cause: Cause) => boolean) =>
    told.filter(({ cause }) => isWanted(cause)).map(one => one.told)
  return {
    cause: those(() => true),
    cause_given: those(({ status }) => status !== 'unknown'),
    cause_unknown: those(({ status }) => status === 'unknown'),
  }
}

function tell(cast: Cast, cause: Cause, index: number): Fact {
  const at = `/causes/${index}`
  const answering = speakerOf(cast, cause, at)
  const key = cause.replaced ? 'cause.replaced' : `cause.${cause.status}`
  // That a cable was cut is known: what is not is why.
  const own = cause.status === 'unknown' && cast.incident.kind === 'cable cut' ? [`${key}-cable-cut`] : []
  return fact(
    [...own, key],
    {
      text: textOf(cast, index) ?? once(text(cause.text, `${at}/text`)),
      ...answering,
      // Where somebody else says that nobody knows, it is not the company's silence: they stand where it is described.
      ...(cause.status === 'unknown' && answering.by && { described: answering.by }),
      at: once(when(cause.at, `${at}/at`)),
      asof: cast.slots.asof,
      company: cause.status === 'unknown' ? wanted(cast.company) : cast.company,
      services: cast.all,
    },
    {
      context: tenseOf(cast.incident),
      from: [`${at}/status`, `${at}/replaced`, ...(cause.status === 'unknown' ? [`${at}/by`] : [])],
    },
  )
}

/** Who answers for it. That the company itself does not know goes without saying its name twice. */
function speakerOf({ company }: Cast, { status, by }: Cause, at: string): { by?: Slot } {
  const slot = speaker(by, `${at}/by`)
  if (!slot || status !== 'unknown') return slot ? { by: slot } : {}
  const own = company?.kind === 'names' && company.names.some(({ id }) => id === by?.name?.id)
  return own ? {} : { by: once(slot) }
}

/** The text of the cause that a lead may have told. */
function textOf({ slots: { reason } }: Cast, index: number): Slot | undefined {
  return reason?.from.includes(`/causes/${index}/text`) ? reason : undefined
}

const rank = (cause: Cause): number => (cause.replaced ? 2 : cause.status === 'denied' ? 1 : 0)

/** Whether it was an attack, answered explicitly. */
export function attack(cast: Cast): Fact[] {
  const value = cast.incident.attack
  if (!value) return []
  const slots = {
    by: speaker(value.by, '/attack/by'),
    company: cast.company,
    services: cast.all,
    asof: cast.slots.asof,
    attacked: cast.slots.attacked,
  }
  return [fact(`attack.${value.status}`, slots, { context: tenseOf(cast.incident), from: '/attack/status' })]
}

/** Whether data was touched. */
export function data(cast: Cast): Fact[] {
  const value = cast.incident.data_impact
  if (!value) return []
  const slots = {
    text: once(text(value.text, '/data_impact/text')),
    by: speaker(value.by, '/data_impact/by'),
    company: cast.company,
    services: cast.all,
  }
  return [fact(`data.${value.status}`, slots, { context: tenseOf(cast.incident), from: '/data_impact/status' })]
}

/** How it was mended. */
export function resolution(cast: Cast): Fact[] {
  const value = cast.incident.resolution
  if (!value) return []
  const slots = {
    text: once(text(value.text, '/resolution/text')),
    by: speaker(value.by, '/resolution/by'),
    company: cast.company,
    services: cast.all,
  }
  return [fact('resolution.text', slots, { context: tenseOf(cast.incident) })]
}
