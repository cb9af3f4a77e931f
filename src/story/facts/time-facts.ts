import type { When } from '../../fields/values.ts'
import type { End } from '../../incident/incident.ts'
import { wholeEnds } from '../../incident/moments.ts'
import { degreeKey } from '../incident-slots.ts'
import {
  answered,
  fact,
  figure,
  once,
  reserve,
  servicesAt,
  slug,
  speaker,
  tenseOf,
  term,
  text,
  when,
} from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { inOrder } from '../story-holds.ts'
import { claimedLength } from '../story-lengths.ts'

/** When it began: the hour, that it is unknown, or what each source says when they differ. */
export function start(storyContext: StoryContext): Fact[] {
  return boundaryFacts(
    storyContext,
    'start',
    storyContext.incident.started,
    storyContext.started && (storyContext.slots.clock ?? storyContext.slots.day),
  )
}

/** When it ended, or what each source says of it; then whose trouble was over when. */
export function end(storyContext: StoryContext): Fact[] {
  const { incident, slots } = storyContext
  return [
    ...boundaryFacts(
      storyContext,
      'end',
      wholeEnds(incident.ended),
      storyContext.ended && (slots.endclock ?? slots.endday),
    ),
    ...incident.ended.flatMap((moment, index) => partialEnd(storyContext, moment, index)),
  ]
}

/** An end for some only. */
function partialEnd({ incident, slots }: StoryContext, { for: whose, ...moment }: End, index: number): Fact[] {
  if (whose === undefined || whose === 'all') return []
  const at = `/ended/${index}`
  return [
    fact(
      'end.for',
      {
        clock: once(when(moment, at)),
        whom: whose === 'most' ? term(`${degreeKey(incident)}.most`, `${at}/for`) : once(text(whose, `${at}/for`)),
        source: speaker(moment.source, `${at}/source`),
        day: slots.day,
      },
      { context: tenseOf(incident) },
    ),
  ]
}

/** Two or three sources, each with its own hour: one sentence tells them all. */
const isAccounts = (moments: readonly When[]): boolean =>
  (moments.length === 2 || moments.length === 3) && moments.every(({ at, source }) => at !== undefined && source)

/** « La panne a débuté vers 10h selon des utilisateurs, à 10h12 d'après Netpouls »: the earliest first. */
function accounts(
  { incident, company, slots }: StoryContext,
  move: 'start' | 'end',
  moments: readonly When[],
  placeOf: (moment: When) => string,
): Fact {
  const inTime = [...moments].sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
  const told = inTime.flatMap((moment, nth) => {
    const at = placeOf(moment)
    return [
      [`${HOURS[nth]}`, once(when(moment, at))],
      [`${SOURCES[nth]}`, once(speaker(moment.source, `${at}/source`))],
    ]
  })
  const named = Object.fromEntries(told) as Fact['slots']
  return fact(
    `${move}.disagree-${SOURCES[moments.length - 1]}`,
    { ...named, company, day: slots.day },
    { context: tenseOf(incident) },
  )
}

const HOURS = ['first', 'second', 'third']
const SOURCES = ['one', 'two', 'three']

function boundaryFacts(
  storyContext: StoryContext,
  move: 'start' | 'end',
  moments: readonly When[],
  agreed: ReturnType<typeof when>,
): Fact[] {
  const context = tenseOf(storyContext.incident)
  const pointer = move === 'start' ? '/started' : '/ended'
  // Where each stands in the file, ends for some among them.
  const placeOf = (value: When) =>
    `${pointer}/${storyContext.incident[move === 'start' ? 'started' : 'ended'].indexOf(value)}`
  if (!agreed && isAccounts(moments)) return [accounts(storyContext, move, moments, placeOf)]
  if (moments.length > 1 && !agreed) {
    // The newsroom's own finding comes before other accounts: « pour des utilisateurs, c'était à 9h30 » needs it.
    const order = [...moments].sort((a, b) => Number(Boolean(a.source)) - Number(Boolean(b.source)))
    const [first] = order
    return order.map((value, nth) =>
      fact(
        !value.source ? `${move}.disagree-own` : nth === 0 ? `${move}.disagree-first` : `${move}.disagree-next`,
        {
          clock: once(when(value, placeOf(value))),
          source: speaker(value.source, `${placeOf(value)}/source`),
          company: storyContext.company,
          first: when(first, first ? placeOf(first) : ''),
          day: storyContext.slots.day,
        },
        { context },
      ),
    )
  }
  if (moments[0]?.precision === 'unknown') {
    return [
      fact(
        `${move}.unknown`,
        {
          company: storyContext.company,
          services: storyContext.all,
          source: speaker(moments[0].source, `${pointer}/0/source`),
        },
        { context, from: pointer },
      ),
    ]
  }
  if (!agreed) return []
  const source = speaker(moments[0]?.source, `${pointer}/source`)
  return [
    fact(
      // Announced work begins, power fails, difficulties have no beginning anyone notices. A limit is told as one.
      [
        ...(moments[0]?.precision === 'by' ? [`${move}.by`] : []),
        ...(move === 'start' ? [`start.known-${slug(storyContext.incident.kind)}`, 'start.known'] : ['end.known']),
      ],
      {
        clock: agreed,
        source,
        services: storyContext.all,
        company: storyContext.company,
        beyond: storyContext.slots.beyond,
        day: agreed === storyContext.slots.day ? undefined : storyContext.slots.day,
      },
      { context, holds: { first: moments[0]?.precision === 'exact' || moments[0]?.precision === 'about' } },
    ),
  ]
}

/** The spans in which it failed, of a story of several. */
export function intervals({ incident }: StoryContext): Fact[] {
  const spans = incident.intervals.map((interval, index) => ({ interval, at: `/intervals/${index}` }))
  return inOrder(spans, ({ interval }) => interval.from).map(({ interval, at }, nth) => {
    const { from, to, services, by } = interval
    const which = nth === 0 ? 'first' : 'next'
    return fact(
      `intervals.${which}${to ? '' : '-open'}`,
      {
        from: once(answered(when(from, `${at}/from`), by, at)),
        to: once(answered(when(to, `${at}/to`), by, at)),
        services: once(servicesAt(services, at)),
        source: speaker(by, `${at}/by`),
      },
      { holds: { first: nth === 0 } },
    )
  })
}

/** When and how far it came back, step by step. */
export function recovery({ incident }: StoryContext): Fact[] {
  const context = tenseOf(incident)
  const steps = incident.recovery.map((step, index) => ({ step, at: `/recovery/${index}` }))
  return inOrder(steps, ({ step }) => step.at).map(({ step, at }) => {
    const { at: moment, share, of, text: what, services, by } = step
    const key = what ? 'text' : share ? 'share' : 'began'
    return fact(
      `recovery.${key}`,
      {
        at: once(answered(when(moment, `${at}/at`), by, at)),
        share: share && figure(share, 'percent', `${at}/share`),
        whole: typeof of === 'string' ? once(term(`whole.${of}`, `${at}/of`)) : undefined,
        of: typeof of === 'object' ? once(text(of, `${at}/of`)) : undefined,
        text: once(text(what, `${at}/text`)),
        services: once(servicesAt(services, at)),
        source: speaker(by, `${at}/by`),
        reserve: reserve(step, at),
      },
      { context },
    )
  })
}

/** How long it lasted, where somebody says so; for whom, where it was not so for all. */
export function lengths({ incident, slots }: StoryContext): Fact[] {
  const general = incident.lasted.findIndex(({ for: whose }) => whose === undefined)
  return incident.lasted.map(({ by, for: whose }, index) => {
    const at = `/lasted/${index}`
    return fact(whose ? 'length.for' : index === general ? 'length.whole' : 'length.next', {
      duration: index === general ? slots.duration : claimedLength(incident, index),
      whom: once(text(whose, `${at}/for`)),
      source: speaker(by, `${at}/by`),
    })
  })
}
