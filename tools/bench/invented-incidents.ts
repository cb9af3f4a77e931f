import { dump } from 'js-yaml'
import { describedIncident } from '../../src/incident/described-incident.ts'
import type { Kind, State } from '../../src/incident/incident.ts'
import { type GenerationContext, iso } from './generation-context.ts'
import { causesOf, countsOf, effectsOf, factsOf, reactionsOf, statementsOf } from './invented-fields.ts'
import { withInvented } from './invented-values.ts'
import type { Supplies } from './names-and-texts.ts'
import { type Dice, diceOf } from './random.ts'

/** A file of a generated newsroom. */
export interface InventedFile {
  readonly path: string
  readonly text: string
}

/** Frequency of each state, in percent. */
const STATES: readonly (readonly [State, number])[] = [
  ['resolved', 52],
  ['unconfirmed', 4],
  ['ongoing', 12],
  ['recovering', 10],
  ['disputed', 8],
  ['planned', 8],
  ['retracted', 6],
]

const KINDS: readonly Kind[] = [
  'outage',
  'outage',
  'outage',
  'degradation',
  'attack',
  'cable cut',
  'power cut',
  'emergency numbers',
]

const MINUTE = 60_000
const DAY = 86_400_000
/** Generated incidents are spread over five years from here. */
const FIRST = Date.UTC(2021, 0, 4)
const SPAN = 5 * 365

/**
 * Generated incidents of every state and kind, with every family of fields, sometimes in short form and sometimes in
 * full; some have hand-written texts beside them. The same seed gives the same files.
 */
export function* incidentsOf(seed: number, count: number, supplies: Supplies): Generator<InventedFile> {
  for (let nth = 0; nth < count; nth++) {
    // Each has generators of its own: the thousandth is the same whether a thousand are made or ten thousand.
    yield* incidentOf(nth, diceOf(seed * 1_000_003 + nth), diceOf(seed * 9_000_011 + nth), supplies)
  }
}

function* incidentOf(nth: number, dice: Dice, others: Dice, supplies: Supplies): Generator<InventedFile> {
  const company = dice.pick(supplies.companies)
  const started = FIRST + dice.between(0, SPAN) * DAY + dice.between(0, 1439) * MINUTE
  const day = iso(started).slice(0, 10)
  const path = `content/incidents/${day.slice(0, 4)}/${day}-${company.id}-${nth}`
  const state = stateOf(dice)
  const byHand = fieldsOf({ dice, supplies, company, state, started })
  // A generator of their own: a field more changes nothing of the rest.
  const invention = { dice: others, supplies, asOf: Date.parse(String(byHand.as_of)) }
  const whole = withInvented(byHand, describedIncident().all, invention)
  const fields = state === 'unconfirmed' ? suspected(whole, company.services) : whole
  yield { path: `${path}.yaml`, text: dump(fields, { lineWidth: 120, noRefs: true }) }
  if (!dice.chance(0.02)) return
  for (const [language, text] of Object.entries(dice.pick(supplies.texts.companions))) {
    yield { path: `${path}.${language}.md`, text: `---\nplace: end\n---\n\n${text}\n` }
  }
}

type IncidentFields = Record<string, unknown>

/** Fields that take nothing for granted. */
const OF_REPORTS: ReadonlySet<string> = new Set([
  ...['state', 'as_of', 'company', 'services', 'counts', 'statements', 'third_parties', 'reactions', 'advice', 'tags'],
  ...['background', 'economy', 'corrections', 'sources', 'published', 'reviewed', 'headline', 'angle', 'providers'],
])

/** A suspicion: what is reported of the same services, without what would say that they fail. */
function suspected(fields: IncidentFields, services: readonly string[]): IncidentFields {
  const kept = Object.fromEntries(
    Object.entries(fields).filter(([field]) => OF_REPORTS.has(field) && field !== 'counts'),
  )
  const counts = [fields.counts ?? []]
    .flat()
    .filter(one => /reports|complaints|posts/.test(String((one as IncidentFields).unit)))
  return { ...kept, services: services.slice(0, 2), ...(counts.length > 0 && { counts }) }
}

function fieldsOf(generation: GenerationContext): IncidentFields {
  const { dice, supplies, company, state, started } = generation
  const lasted = dice.between(5, dice.chance(0.1) ? 4000 : 400) * MINUTE
  const asOf =
    state === 'planned' ? started - dice.between(60, 6000) * MINUTE : started + lasted + dice.between(5, 90) * MINUTE
  const kind: Kind = state === 'planned' ? 'maintenance' : state === 'retracted' ? 'false alarm' : dice.pick(KINDS)
  return {
    state,
    ...(kind !== 'outage' && { kind }),
    as_of: iso(asOf),
    company: company.id,
    services: servicesOf(generation),
    ...timesOf(generation, lasted),
    ...(dice.chance(0.6) && { scope: scopeOf(generation) }),
    ...(state !== 'planned' && state !== 'retracted' && countsOf(generation, asOf)),
    ...statementsOf(generation, asOf),
    ...reactionsOf(generation, asOf),
    ...(state !== 'retracted' && causesOf(generation)),
    ...effectsOf(generation, asOf),
    ...(dice.chance(0.7) && { sources: [`https://status.example/${company.id}/${Math.floor(started / MINUTE)}`] }),
    ...(dice.chance(0.9) && { published: iso(asOf + dice.between(1, 20) * MINUTE) }),
    ...(dice.chance(0.1) && { tags: dice.some(['cloud', 'telecoms', 'banking', 'transport'], 2) }),
    ...(dice.chance(0.02) && { angle: 'state' }),
    ...(dice.chance(0.02) && { headline: dice.pick(supplies.texts.headlines) }),
    ...(dice.chance(0.2) && { reviewed: 'Duty editor' }),
    ...(state !== 'retracted' && factsOf(generation, asOf)),
  }
}

function stateOf({ roll }: Dice): State {
  let left = roll() * 100
  for (const [state, share] of STATES) {
    left -= share
    if (left < 0) return state
  }
  return 'resolved'
}

function servicesOf({ dice, supplies, company }: GenerationContext): unknown {
  const names = dice.some(company.services, dice.chance(0.05) ? 12 : dice.between(1, 4))
  const { symptoms, errors } = supplies.texts
  return names.map(service => {
    if (dice.chance(0.6)) return service
    return {
      service,
      impact: dice.pick(['down', 'degraded', 'partial', 'slow', 'login only', 'intermittent']),
      ...(dice.chance(0.2) && { degree: 'lesser' }),
      ...(dice.chance(0.4) && { symptoms: dice.pick(symptoms) }),
      ...(dice.chance(0.2) && { error: dice.pick(errors) }),
      ...(dice.chance(0.2) && { platforms: dice.some(['iOS', 'Android', 'Windows'], 2) }),
    }
  })
}

function timesOf({ dice, company, state, started }: GenerationContext, lasted: number): IncidentFields {
  if (state === 'planned') return { planned: { from: iso(started), to: iso(started + lasted) } }
  if (state === 'retracted') return {}
  const precise = { at: iso(started), precision: dice.pick(['exact', 'about', 'before']) }
  const disputed = [
    { at: iso(started), source: company.id },
    { at: iso(started - 20 * MINUTE), source: 'users' },
  ]
  const over = state === 'resolved' || state === 'disputed'
  return {
    started: dice.chance(0.05) ? 'unknown' : dice.chance(0.1) ? disputed : dice.chance(0.5) ? iso(started) : precise,
    ...(over && {
      ended: state === 'disputed' ? { at: iso(started + lasted), source: company.id } : iso(started + lasted),
    }),
    ...(state === 'ongoing' && dice.chance(0.3) && { expected: 'none' }),
  }
}

function scopeOf({ dice, supplies }: GenerationContext): IncidentFields {
  if (dice.chance(0.4)) return { reach: 'world', evidence: dice.pick(['apparent', 'confirmed']) }
  return {
    reach: 'countries',
    places: dice.some(supplies.places, dice.between(2, 5)),
    evidence: 'confirmed',
    ...(dice.chance(0.3) && { degree: dice.pick(['all', 'most', 'part', 'few']) }),
  }
}
