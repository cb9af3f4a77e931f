import type { LocalText } from '../../src/fields/values.ts'
import { iso } from '../bench/generation-context.ts'
import type { Supplies } from '../bench/names-and-texts.ts'
import type { Dice } from '../bench/random.ts'

type TimeFields = Record<string, unknown>

/** What the moments of an incident are made with. */
export interface TimeExtras {
  readonly dice: Dice
  readonly supplies: Supplies
  readonly more: {
    readonly whom: readonly LocalText[]
    readonly wholes: readonly LocalText[]
    readonly works: readonly LocalText[]
    readonly back: readonly LocalText[]
  }
}

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const ZONES = ['America/New_York', 'Asia/Tokyo', 'Europe/London', 'America/Los_Angeles', 'Europe/Madrid']

/** Moments of every precision, with and without a source; then all that a file may say of when. */
export function widenTimes(fields: TimeFields, extras: TimeExtras, asOf: number): TimeFields {
  const { dice } = extras
  const { state } = fields
  if (state === 'retracted') return {}
  if (state === 'planned') return dice.chance(0.6) ? plannedTimes(fields, extras, asOf) : {}
  const isOver = state === 'resolved' || state === 'disputed'
  const start = asOf - (isOver ? DAY : 0) - dice.pick([12, 35, 55, 95, 240, 700, 2000, 9000]) * MINUTE
  const known = dice.chance(0.6) ? vague(start, extras) : fields.started
  // A start that is kept may be later than that.
  const earliest = known === fields.started ? beginOf(known) + 5 * MINUTE : start
  const late = Math.max(asOf - dice.between(6, 60) * MINUTE, earliest)
  return {
    started: known,
    ...(isOver && { ended: endOf(fields, extras, late) }),
    ...(state === 'recovering' && dice.chance(0.3) && { ended: partialEnd(extras, late) }),
    ...(dice.chance(0.15) && { as_of: dice.pick<unknown>([{ at: fields.as_of, precision: 'about' }, dayOf(asOf)]) }),
    ...(!isOver && dice.chance(0.4) && { expected: estimates(fields, extras, asOf) }),
    ...(state === 'resolved' &&
      dice.chance(0.1) && {
        expected: { ...estimate(fields, extras, late), ...dice.pick([{ replaced: true }, { kept: true }]) },
      }),
    ...(state !== 'ongoing' && dice.chance(0.4) && { recovery: recoveries(fields, extras, late) }),
    ...(dice.chance(0.1) && { intervals: intervals(fields, extras, earliest, late) }),
    ...(isOver && dice.chance(0.2) && { lasted: lengths(fields, extras) }),
    ...(dice.chance(0.2) && { planned: windows(fields, extras, asOf - 2 * DAY) }),
  }
}

const dayOf = (instant: number): string => iso(instant).slice(0, 10)

/** The start of an incident of the bench; long ago when it is no moment. */
function beginOf(started: unknown): number {
  if (Array.isArray(started)) return Math.max(...started.map(beginOf))
  const at = typeof started === 'object' && started !== null && 'at' in started ? started.at : started
  const instant = Date.parse(String(at))
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant
}

const someone = ({ company }: TimeFields, { dice, supplies }: TimeExtras, field: 'by' | 'source' = 'by') =>
  dice.chance(0.5) && {
    [field]: dice.pick<unknown>([
      company ?? 'users',
      dice.pick(supplies.authorities),
      'users',
      { kind: 'status page' },
    ]),
  }

const PARTS = [
  ...['night', 'morning', 'midday', 'afternoon', 'evening', 'early morning', 'mid morning', 'late morning'],
  ...['early afternoon', 'mid afternoon', 'late afternoon', 'early evening', 'late evening'],
]

function vague(at: number, extras: TimeExtras): unknown {
  const { dice } = extras
  const day = dayOf(at - DAY)
  const sourced = dice.chance(0.2) && { source: dice.pick(extras.supplies.counters) }
  return dice.pick<() => unknown>([
    () => ({ at: iso(at), precision: dice.pick(['about', 'before', 'after', 'exact', 'by', 'from']), ...sourced }),
    () => ({ at: iso(at - 40 * MINUTE), until: iso(at), ...sourced }),
    () => ({ at: day, part: dice.pick(PARTS), ...sourced }),
    () => ({ at: day, ...sourced }),
    () => ({ at: day, precision: dice.pick(['by', 'from']), ...sourced }),
    () => ({ at: dayOf(at - 62 * DAY).slice(0, 7), ...sourced }),
    () => ({ at: dayOf(at - 400 * DAY).slice(0, 4), season: dice.pick(['spring', 'summer', 'autumn']) }),
    () => ({ at: dayOf(at - 3 * DAY), until: dayOf(at - 2 * DAY) }),
    // With its offset, so that `zone` only affects how it is shown.
    () => ({ at: iso(at), zone: dice.pick(ZONES), ...sourced }),
    () => 'unknown',
  ])()
}

function endOf({ state, ended, company }: TimeFields, { dice }: TimeExtras, late: number): unknown {
  const kept = typeof ended === 'object' && ended !== null ? (ended as TimeFields).source : undefined
  const source = state === 'disputed' ? kept : dice.chance(0.3) ? company : undefined
  const whole = {
    at: iso(late),
    precision: dice.pick(['exact', 'about', 'before', 'after', 'by', 'from']),
    ...(source !== undefined && { source }),
  }
  return dice.chance(0.15) ? [whole, { at: iso(late - 5 * MINUTE), for: 'most', source: company ?? 'users' }] : whole
}

const partialEnd = ({ dice, more }: TimeExtras, late: number): TimeFields => ({
  at: iso(late),
  for: dice.pick<unknown>(['most', dice.pick(more.whom)]),
})

const lengthOf = (dice: Dice): unknown =>
  dice.pick<unknown>([
    '6h',
    '45min',
    '1h30',
    '2d',
    '3w',
    '2mo',
    { from: '6h', to: '10h' },
    { from: '45min', to: '2h' },
    'several weeks',
    'several hours',
  ])

function estimate(fields: TimeFields, extras: TimeExtras, after: number): TimeFields {
  const { dice, more } = extras
  const at = after + dice.between(20, 3000) * MINUTE
  const when = dice.pick<unknown>([
    iso(at),
    { at: iso(at), precision: dice.pick(['about', 'before', 'by']) },
    { at: dayOf(at + DAY), part: dice.pick(PARTS) },
    dayOf(at + DAY),
    dayOf(at + 60 * DAY).slice(0, 7),
  ])
  return {
    ...(dice.chance(0.6) ? { when } : { in: lengthOf(dice) }),
    sure: dice.pick(['expected', 'possible', 'hoped', 'at least', 'possibly at least', 'promised']),
    ...(dice.chance(0.2) && { of: dice.pick(['outage', 'repair']) }),
    ...someone(fields, extras),
    ...(dice.chance(0.2) && { at: iso(after - 8 * MINUTE) }),
    ...(dice.chance(0.2) && { for: dice.pick(more.whom) }),
    ...(dice.chance(0.2) && { services: [serviceOf(fields, dice)] }),
  }
}

function estimates(fields: TimeFields, extras: TimeExtras, asOf: number): unknown {
  const { dice } = extras
  if (dice.chance(0.15)) return { kind: 'none', ...someone(fields, extras) }
  const one = estimate(fields, extras, asOf)
  if (dice.chance(0.6)) return one
  return [one, { ...estimate(fields, extras, asOf - 9 * MINUTE), replaced: true }]
}

/** One of the services of the incident, by its id. */
function serviceOf({ services }: TimeFields, dice: Dice): unknown {
  const one = dice.pick(services as unknown[])
  return typeof one === 'object' && one !== null ? (one as TimeFields).service : one
}

function recoveries(fields: TimeFields, extras: TimeExtras, late: number): TimeFields[] {
  const { dice, more } = extras
  return Array.from({ length: dice.between(1, 2) }, (_, nth) => ({
    ...(dice.chance(0.8) && { at: iso(late - (5 - nth) * MINUTE) }),
    ...dice.pick<() => TimeFields>([
      () => ({ at: iso(late - (5 - nth) * MINUTE) }),
      () => ({ share: dice.pick(['12%', '60%', '95%']), precision: dice.pick(['exact', 'about', 'over', 'nearly']) }),
      () => ({ share: '60%', of: dice.pick(['users', 'customers', 'households', 'network', 'sites']) }),
      () => ({ share: '75%', of: dice.pick(more.wholes) }),
      () => ({ text: dice.pick(more.back) }),
    ])(),
    ...(dice.chance(0.2) && { services: [serviceOf(fields, dice)] }),
    ...someone(fields, extras),
    ...(dice.chance(0.3) && { sure: dice.pick(['believed', 'likely', 'possible', 'unconfirmed']) }),
  }))
}

function intervals(fields: TimeFields, extras: TimeExtras, start: number, late: number): TimeFields[] | undefined {
  const { dice } = extras
  if (!Number.isFinite(start) || late - start < 40 * MINUTE) return undefined
  const isOver = fields.state === 'resolved' || fields.state === 'disputed'
  return [
    { from: iso(start), to: iso(start + 15 * MINUTE), ...someone(fields, extras) },
    {
      from: iso(late - 15 * MINUTE),
      ...((isOver || dice.chance(0.3)) && { to: iso(late) }),
      ...(dice.chance(0.3) && { services: [serviceOf(fields, dice)] }),
    },
  ]
}

function lengths(fields: TimeFields, extras: TimeExtras): unknown {
  const { dice, more } = extras
  const one = () => ({
    of: lengthOf(dice),
    ...(dice.chance(0.5) && { precision: dice.pick(['about', 'over', 'nearly', 'at least', 'up to', 'under']) }),
    ...someone(fields, extras),
  })
  return dice.pick<() => unknown>([
    () => lengthOf(dice),
    one,
    () => [one(), { ...one(), by: 'users' }],
    () => [one(), { ...one(), for: dice.pick(more.whom) }],
  ])()
}

function windows(fields: TimeFields, extras: TimeExtras, from: number): unknown {
  const { dice, more } = extras
  const one = (at: number) => ({
    from: iso(at),
    ...(dice.chance(0.8) && { to: iso(at + dice.between(30, 500) * MINUTE) }),
    ...(dice.chance(0.6) && { impact: dice.pick(['none', 'interruption', 'possible']) }),
    ...(dice.chance(0.3) && { what: dice.pick(more.works) }),
    ...someone(fields, extras),
  })
  return dice.chance(0.7) ? one(from) : [one(from), { ...one(from + DAY), services: [serviceOf(fields, dice)] }]
}

/** Works announced: one window for all, several, or one of a service. */
function plannedTimes(fields: TimeFields, extras: TimeExtras, asOf: number): TimeFields {
  const { dice } = extras
  const from = asOf + dice.between(200, 6000) * MINUTE
  if (dice.chance(0.7)) return { planned: windows(fields, extras, from) }
  const list = (fields.services as unknown[]).map(one =>
    typeof one === 'object' && one !== null ? (one as TimeFields) : { service: one },
  )
  return {
    services: list.map((one, nth) => ({
      ...one,
      planned: {
        from: iso(from + nth * DAY),
        to: iso(from + nth * DAY + 90 * MINUTE),
        ...(dice.chance(0.6) && { impact: dice.pick(['none', 'interruption', 'possible']) }),
        what: dice.pick(extras.more.works),
        ...someone(fields, extras),
      },
    })),
    planned: undefined,
  }
}
