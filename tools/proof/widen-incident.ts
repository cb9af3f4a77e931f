import type { LocalText } from '../../src/fields/values.ts'
import { iso } from '../bench/generation-context.ts'
import type { SuppliedQuote, Supplies } from '../bench/names-and-texts.ts'
import type { Dice } from '../bench/random.ts'
import { widenTimes } from './widen-times.ts'

type WidenedFields = Record<string, unknown>

/** `tools/proof/proof-texts.yaml`: texts for the fields that the bench leaves empty. */
export interface MoreTexts {
  readonly shares: readonly LocalText[]
  readonly called: readonly LocalText[]
  readonly roles: readonly LocalText[]
  readonly persons: readonly WidenedFields[]
  readonly data: readonly LocalText[]
  readonly for: readonly LocalText[]
  readonly whose: readonly LocalText[]
  readonly numbers: readonly string[]
  readonly caveats: readonly LocalText[]
  readonly quotes: readonly SuppliedQuote[]
  readonly whom: readonly LocalText[]
  readonly wholes: readonly LocalText[]
  readonly works: readonly LocalText[]
  readonly back: readonly LocalText[]
  readonly lines: readonly LocalText[]
  readonly spots: readonly LocalText[]
  readonly teams: readonly LocalText[]
}

/** What an incident is extended with. */
export interface Extras {
  readonly dice: Dice
  readonly supplies: Supplies
  readonly more: MoreTexts
  /** Regions, cities and groups of countries. */
  readonly places: readonly string[]
}

/** A kind that only makes sense with services of its own, so that sentences read naturally. */
export function fitting(fields: WidenedFields, dice: Dice): WidenedFields {
  const own = FITTING[String(fields.kind)]
  return own ? { ...fields, services: dice.some(own, dice.between(1, own.length)) } : fields
}

/** Without what says something of nothing: who says what users see, where nothing is seen; how those are hit who are not. */
export function meaningful({ services, providers, still_works: works, ...fields }: WidenedFields): WidenedFields {
  return {
    ...fields,
    ...(services !== undefined && {
      services: each(services, one => ('symptoms' in one ? one : without(one, OF_SYMPTOMS))),
    }),
    // Nobody's words have no channel.
    ...(works !== undefined && { still_works: each(works, one => ('by' in one ? one : without(one, ['via']))) }),
    ...(providers !== undefined && {
      providers: each(providers, one => (one.role === 'affected' ? one : without(one, ['impact']))),
    }),
  }
}

const OF_SYMPTOMS = ['by', 'disputed_by', 'sure']

/** A list, or the one that stands in its place; names alone stay. */
function each(value: unknown, change: (one: Record<string, unknown>) => unknown): unknown {
  if (Array.isArray(value)) return value.map(one => each(one, change))
  return typeof value === 'object' && value !== null ? change(value as Record<string, unknown>) : value
}

const without = (one: Record<string, unknown>, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(one).filter(([name]) => !fields.includes(name)))

const FITTING: Readonly<Record<string, readonly string[]>> = {
  'emergency numbers': ['emergency-numbers', 'emergency-calls'],
  'power cut': ['electricity'],
  'cable cut': ['internet', 'mobile-network', 'fixed-line', 'television'],
}

/** Where users react to what happens elsewhere. */
const NETWORKS = ['x', 'facebook', 'reddit', 'tiktok']

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** Fills fields that a generated incident of the bench leaves empty, so that every wording gets checked. */
export function widen(given: WidenedFields, extras: Extras): WidenedFields {
  const { dice } = extras
  const asOf = Date.parse(String(given.as_of))
  // Nothing that takes for granted what is only suspected.
  if (given.state === 'unconfirmed') return given
  const isTold = given.state !== 'planned' && given.state !== 'retracted'
  const fields = { ...given, ...widenTimes(given, extras, asOf) }
  return {
    ...fields,
    ...(dice.chance(0.1) && {
      origin: {
        place: dice.pick(extras.places),
        text: dice.pick(extras.more.spots),
        by: dice.pick(extras.supplies.authorities),
      },
    }),
    ...(isTold && dice.chance(0.1) && happened(extras, asOf)),
    ...(dice.chance(0.5) && { scope: scope(extras, asOf) }),
    ...(isTold && dice.chance(0.4) && { counts: counts(fields, extras, asOf) }),
    ...(dice.chance(0.4) && { statements: statements(fields, extras, asOf) }),
    ...(isTold && dice.chance(0.4) && { reactions: reactions(extras) }),
    ...(dice.chance(0.3) && { third_parties: thirdParties(extras, asOf) }),
    ...services(fields, extras, asOf, isTold),
    ...(isTold && aftermath(fields, extras, asOf)),
  }
}

/** A fire or a storm, with the people it befell. */
function happened({ dice, places, supplies }: Extras, asOf: number): WidenedFields {
  const by = dice.pick(supplies.authorities)
  return {
    event: {
      kind: dice.pick(['fire', 'explosion', 'flood', 'storm', 'crash', 'earthquake', 'works', 'incident']),
      at: { at: iso(asOf - 400 * MINUTE), precision: dice.pick(['exact', 'about']) },
      ...(dice.chance(0.3) && { name: { fr: 'le verglas', en: 'the ice storm', nl: 'de ijzel' } }),
      ...(dice.chance(0.4) && { controlled: iso(asOf - 200 * MINUTE) }),
      ...(dice.chance(0.4) && { ended: iso(asOf - 100 * MINUTE) }),
      place: dice.pick(places),
      by,
      ...(dice.chance(0.4) && dice.pick(supplies.texts.symptoms)),
    },
    ...(dice.chance(0.6) && {
      casualties: dice.pick<WidenedFields | WidenedFields[]>([
        { none: true },
        { dead: 1, link: 'established' },
        [
          { dead: 2, injured: 7, at: iso(asOf - 60 * MINUTE), text: dice.pick(supplies.texts.symptoms) },
          { injured: 3, replaced: true },
        ],
        { dead: 0, injured: 1 },
        { missing: 12, precision: 'at least', by },
        { poisoned: 14, hospitalised: 6, place: dice.pick(places), by: [by, dice.pick(supplies.counters)] },
      ]),
    }),
  }
}

const DEGREES = ['all', 'all but', 'nearly all', 'most', 'part', 'few']

function scope({ dice, supplies, places, more }: Extras, asOf: number): WidenedFields {
  const evidence = dice.pick(['apparent', 'confirmed'])
  const some = () => dice.some(dice.pick([supplies.places, places]), dice.pick([1, 1, 2, 3, 9]))
  return dice.pick<() => WidenedFields>([
    () => ({ reach: 'world', evidence, beyond: dice.some(supplies.places, 1) }),
    () => ({
      reach: 'countries',
      evidence,
      places: dice.some(supplies.places, 3),
      except: dice.some(supplies.places, 1),
    }),
    () => ({ reach: 'regions', evidence, places: some(), source: dice.pick(supplies.authorities) }),
    () => ({
      reach: 'country',
      evidence,
      places: dice.some(supplies.places, 1),
      degree: dice.pick(['all', 'most', 'part', 'few']),
    }),
    () => ({ reach: 'region', evidence, places: dice.some(places, 1), except: dice.some(places, 2) }),
    () => ({ evidence, degree: dice.pick(DEGREES), source: 'users', of: dice.pick(more.teams) }),
    () => ({
      sure: dice.pick(['confirmed', 'stated', 'believed', 'likely', 'possible', 'not excluded', 'unconfirmed']),
      places: [
        ...dice.some(supplies.places, 2),
        { place: dice.pick(places), degree: dice.pick(DEGREES), impact: dice.pick(['slow', 'down']) },
        { place: dice.pick(places), services: dice.some(supplies.services, 1) },
        { place: dice.pick(places), ended: iso(asOf - 5 * MINUTE) },
      ],
    }),
  ])()
}

function counts({ services }: WidenedFields, { dice, supplies, more, places }: Extras, asOf: number): WidenedFields[] {
  const [first] = services as unknown[]
  const service = typeof first === 'string' ? first : (first as WidenedFields | undefined)?.service
  return Array.from({ length: dice.between(1, 3) }, () => ({
    ...(dice.chance(0.9) && { source: dice.pick([...supplies.counters, ...supplies.authorities]) }),
    ...dice.pick<WidenedFields>([
      { unit: dice.pick(['reports', 'complaints', 'users', 'customers', 'posts', 'sites']) },
      { unit: 'calls', outcome: dice.pick(['blocked', 'unanswered', 'made']) },
      { unit: 'percent', of: dice.pick(['users', 'customers', 'network']), outcome: dice.pick(['hit', 'working']) },
      { unit: 'payments', outcome: dice.pick(['failed', 'attempted']), of: 9_000_000 },
      {
        unit: 'orders',
        outcome: 'made',
        trend: dice.pick(['rising', 'falling']),
        change: dice.pick(['40%', ['70%', '80%']]),
      },
    ]),
    value: dice.pick([1, 7, 12, 85, 40]),
    precision: dice.pick(['exact', 'about', 'over', 'nearly']),
    ...(service !== undefined && dice.chance(0.4) && { service }),
    ...(dice.chance(0.3) && { place: dice.pick([...supplies.places, ...places]) }),
    ...(dice.chance(0.4) && { at: iso(asOf - dice.pick([10, 45, 300]) * MINUTE) }),
    ...(dice.chance(0.6) && { phase: dice.pick(['peak', 'now', 'total']) }),
    ...(dice.chance(0.2) && { caveat: dice.pick(more.caveats) }),
  })).map((one, index) =>
    (one as WidenedFields).unit === 'percent' || index === 0
      ? one
      : { ...one, value: dice.pick([250, 1200, 48_000, 1_500_000, 3_000_000]) },
  )
}

function statements({ company }: WidenedFields, { dice, supplies, more }: Extras, asOf: number): WidenedFields[] {
  const by = (): unknown =>
    dice.pick<() => unknown>([
      () => company,
      () => ({ kind: 'spokesperson' }),
      () => ({ kind: 'status page' }),
      () => ({ ...dice.pick(more.persons), role: dice.pick(more.roles) }),
    ])()
  const said = dice.some([...supplies.texts.quotes, ...more.quotes], dice.between(1, 3))
  const silent = dice.chance(0.3)
    ? [{ by: company, kind: dice.pick(['no answer', 'declined']), at: iso(asOf - 15 * MINUTE) }]
    : []
  return [
    ...said.map((one, index) => ({
      by: by(),
      ...(dice.chance(0.6) && { via: dice.pick(supplies.channels) }),
      ...(dice.chance(0.6) && { at: iso(asOf - (30 - index) * MINUTE) }),
      ...(dice.chance(0.6) && { phase: dice.pick(['first', 'progress', 'resolution', 'explanation']) }),
      original: { lang: one.lang, text: one.text },
      translations: translated(one, dice.pick(['desk', 'company'])),
    })),
    ...silent,
  ]
}

const translated = ({ translations }: SuppliedQuote, by: string): WidenedFields =>
  Object.fromEntries(Object.entries(translations).map(([language, text]) => [language, { text, by }]))

function reactions({ dice, supplies, more }: Extras): WidenedFields[] {
  const said = dice.pick([...supplies.texts.remarks, ...more.quotes])
  return [
    {
      ...(dice.chance(0.8) && { on: dice.pick(NETWORKS) }),
      tone: dice.pick(['humour', 'anger', 'worry', 'patience']),
      ...(dice.chance(0.5) && { moved: true }),
      ...(dice.chance(0.5) && { shares: dice.pick(more.shares) }),
      ...(dice.chance(0.6) && {
        quote: { lang: said.lang, text: said.text, translations: translated(said, 'desk') },
        who: dice.pick<unknown>([dice.pick(more.called), 'users', 'user']),
      }),
    },
  ]
}

function thirdParties({ dice, supplies, more }: Extras, asOf: number): WidenedFields[] {
  const said = dice.pick(more.quotes)
  const isQuoted = dice.chance(0.6)
  return [
    {
      who: dice.pick<unknown>([
        dice.pick(supplies.authorities),
        { ...dice.pick(more.persons), role: dice.pick(more.roles) },
      ]),
      ...(isQuoted
        ? { quote: { lang: said.lang, text: said.text, translations: translated(said, 'desk') } }
        : { says: dice.pick(supplies.texts.says) }),
      ...(dice.chance(0.5) && { via: dice.pick(supplies.channels) }),
      ...(dice.chance(0.5) && { at: iso(asOf - 20 * MINUTE) }),
    },
  ]
}

/** Services of the directory that this incident does not affect. */
function spared(all: readonly string[], list: readonly WidenedFields[]): string[] {
  const hit = new Set(list.map(({ service }) => service))
  return all.filter(one => !hit.has(one))
}

function services(
  { services: all }: WidenedFields,
  { dice, supplies, more, places }: Extras,
  asOf: number,
  isTold: boolean,
): WidenedFields {
  const list = (all as unknown[]).map(one => (typeof one === 'string' ? { service: one } : (one as WidenedFields)))
  return {
    services: list.map(one => ({
      ...one,
      ...(dice.chance(0.15) && {
        impact: dice.pick(['down', 'degraded', 'partial', 'slow', 'login only', 'intermittent', 'unaffected']),
      }),
      ...(dice.chance(0.15) && { usable: dice.pick(['most', 'part', 'few']) }),
      ...(dice.chance(0.08) && { [dice.pick(['only_from', 'not_from'])]: dice.pick(more.lines) }),
      ...(dice.chance(0.08) && {
        scope: {
          places: dice.some(supplies.places, 2),
          except: dice.some(places, 1),
          degree: dice.pick(DEGREES),
          source: dice.pick(supplies.authorities),
        },
      }),
      ...(dice.chance(0.08) && { error: dice.pick(supplies.texts.errors), seen_on: dice.some(supplies.services, 2) }),
      ...(isTold && dice.chance(0.1) && { started: iso(asOf - 3 * DAY) }),
      ...(isTold && dice.chance(0.1) && { ended: iso(asOf - 6 * MINUTE) }),
    })),
    ...(dice.chance(0.3) && {
      not_affected: sparedOf(dice.some(spared(supplies.services, list), 2), supplies.authorities),
    }),
    ...(dice.chance(0.2) && { still_works: dice.some(spared(supplies.services, list), 1) }),
    ...(dice.chance(0.3) && {
      providers: [
        { company: dice.pick(supplies.companies).id, role: dice.pick(['operator', 'upstream', 'downstream']) },
        ...(dice.chance(0.4)
          ? [
              {
                company: dice.pick(supplies.companies).id,
                role: dice.pick(['affected', 'spared']),
                services: dice.some(supplies.services, 1),
                impact: 'slow',
                by: dice.pick(supplies.authorities),
              },
            ]
          : []),
      ],
    }),
  }
}

function aftermath({ company, state }: WidenedFields, { dice, supplies, more }: Extras, asOf: number): WidenedFields {
  const by = () => dice.chance(0.6) && { by: dice.pick<unknown>([company, dice.pick(supplies.authorities), 'users']) }
  const { texts } = supplies
  return {
    ...(dice.chance(0.2) && {
      attack: dice.chance(0.15)
        ? { status: 'claimed', author: { fr: 'un inconnu', en: 'a stranger' }, ...by() }
        : { status: dice.pick(['denied', 'alleged', 'confirmed', 'no sign', 'not excluded', 'unknown']), ...by() },
    }),
    ...(dice.chance(0.2) && {
      data_impact: {
        status: dice.pick(['none', 'possible', 'confirmed', 'unknown']),
        ...(dice.chance(0.5) && { text: dice.pick(more.data) }),
        ...by(),
      },
    }),
    ...(dice.chance(0.3) && {
      causes: [
        { status: 'supposed', text: dice.pick(texts.causes), ...by(), replaced: true },
        {
          status: dice.pick(['official', 'supposed', 'denied']),
          text: dice.pick(texts.causes),
          ...by(),
          at: iso(asOf - 5 * MINUTE),
        },
      ],
      cause: undefined,
    }),
    ...(state === 'resolved' && dice.chance(0.2) && { resolution: { text: dice.pick(texts.resolutions), ...by() } }),
    ...(dice.chance(0.2) && {
      advice: {
        ...by(),
        steps: dice.some(texts.steps, 2),
        ...(dice.chance(0.5) && {
          urgent: dice.chance(0.5),
          ...(dice.chance(0.1) && { replaced: true }),
          at: iso(asOf - 20 * MINUTE),
          for: dice.pick(more.for),
          numbers: [
            {
              number: dice.pick(more.numbers),
              for: dice.pick(more.for),
              what: dice.pick(more.whose),
              by: dice.pick(['call', 'text', 'chat']),
              urgent: dice.chance(0.5),
            },
            dice.pick(more.numbers),
          ],
        }),
        ...(dice.chance(0.5) && { valid_until: iso(asOf + 300 * MINUTE) }),
      },
    }),
    ...(dice.chance(0.2) && {
      knock_on: [
        {
          who: dice.some(supplies.services, dice.pick([1, 2, 12])),
          ...by(),
          ...(dice.chance(0.3) && { link: dice.pick(['unknown', 'established']) }),
          ...(dice.chance(0.3) && { ended: iso(asOf - 2 * MINUTE) }),
          ...(dice.chance(0.3) && { state: dice.pick(['ongoing', 'resolved']) }),
        },
      ],
    }),
    ...(dice.chance(0.2) && {
      precedents: [
        {
          at: iso(asOf - 400 * DAY).slice(0, 10),
          lasted: dice.pick(['6h', '45min']),
          services: dice.some(supplies.services, 1),
        },
        {
          at: iso(asOf - 900 * DAY).slice(0, 10),
          ...(dice.chance(0.5) && { company: dice.pick(supplies.companies).id }),
        },
      ],
    }),
    ...(state === 'resolved' &&
      dice.chance(0.2) && {
        corrections: {
          at: iso(asOf - 7 * MINUTE),
          by: dice.pick(supplies.authorities),
          ...dice.pick(supplies.texts.corrections),
        },
        compensation: [
          { text: dice.pick(supplies.texts.sentences) },
          { text: dice.pick(supplies.texts.knocks), by: dice.pick(supplies.authorities), replaced: true },
        ],
      }),
    ...(dice.chance(0.3) && remarkBySomebody(state, { dice, supplies })),
  }
}

/** A remark that somebody makes: a clause, where one of the newsroom's own is a sentence. */
function remarkBySomebody(state: unknown, { dice, supplies }: Pick<Extras, 'dice' | 'supplies'>): WidenedFields {
  const fields = ['economy', 'compensation', 'background', ...(state === 'resolved' ? ['residual'] : [])]
  return { [dice.pick(fields)]: { text: dice.pick(supplies.texts.knocks), by: dice.pick(supplies.authorities) } }
}

/** Services that are not hit: of two, one as somebody says, whom somebody else contradicts. */
function sparedOf(services: readonly string[], [authority, other]: readonly string[]): unknown[] {
  const [first, ...rest] = services
  return rest.length === 0 ? [...services] : [{ service: first, by: authority, disputed_by: other }, ...rest]
}
