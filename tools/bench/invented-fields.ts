import type { LocalText } from '../../src/fields/values.ts'
import { type GenerationContext, iso } from './generation-context.ts'
import type { SuppliedQuote } from './names-and-texts.ts'

type InventedFields = Record<string, unknown>

const MINUTE = 60_000

/** Figures, as sources give them: exact, rounded, between two, or only their size. */
export function countsOf({ dice, supplies }: GenerationContext, asOf: number): InventedFields {
  if (!dice.chance(0.7)) return {}
  const figure = () => {
    if (dice.chance(0.3)) return { value: dice.pick(['dozens', 'hundreds', 'thousands', 'millions']) }
    if (dice.chance(0.2)) return { range: [dice.between(1, 9) * 1000, dice.between(10, 90) * 1000] }
    return { value: dice.between(2, 900_000), precision: dice.pick(['exact', 'about', 'over', 'nearly']) }
  }
  const counted = () =>
    dice.pick<InventedFields>([
      { unit: dice.pick(['reports', 'complaints', 'users', 'customers', 'trains', 'cash machines', 'orders']) },
      { unit: dice.pick(['reports', 'complaints', 'users', 'customers']) },
      { unit: 'calls', outcome: dice.pick(['blocked', 'unanswered', 'lost']), ...(dice.chance(0.5) && { to: '112' }) },
      { unit: dice.pick(['customers', 'households', 'sites']), outcome: dice.pick(['restored', 'working', 'hit']) },
      { unit: dice.pick(['flights', 'trains', 'orders']), outcome: dice.pick(['cancelled', 'delayed']) },
    ])
  const share = () => ({
    source: dice.pick(supplies.counters),
    unit: 'percent',
    of: dice.pick(['customers', 'households', 'network', 'sites']),
    outcome: dice.pick(['hit', 'restored', 'working']),
    value: dice.between(2, 99),
  })
  const trend = () => ({
    source: dice.pick(supplies.counters),
    unit: 'reports',
    trend: dice.pick(['rising', 'falling', 'high']),
    ...(dice.chance(0.5) && { from: iso(asOf - 20 * MINUTE) }),
    ...(dice.chance(0.5) && { usual: dice.between(2, 90) }),
  })
  const one = () => ({
    source: dice.pick(supplies.counters),
    ...counted(),
    ...figure(),
    ...(dice.chance(0.3) && { phase: dice.pick(['peak', 'now', 'total']) }),
    ...(dice.chance(0.3) && { at: iso(asOf - 10 * MINUTE) }),
    ...(dice.chance(0.1) && { during: '30min' }),
    ...(dice.chance(0.1) && { via: dice.pick(supplies.authorities) }),
    ...(dice.chance(0.2) && { place: dice.pick(supplies.places) }),
    ...(dice.chance(0.1) && { caveat: dice.pick(supplies.texts.caveats) }),
  })
  const more = [...(dice.chance(0.2) ? [share()] : []), ...(dice.chance(0.2) ? [trend()] : [])]
  return { counts: [...Array.from({ length: dice.between(1, 3) }, one), ...more] }
}

/** What the company says, or that it says nothing. */
export function statementsOf({ dice, supplies, company }: GenerationContext, asOf: number): InventedFields {
  if (dice.chance(0.15)) return {}
  if (dice.chance(0.2)) {
    return { statements: [{ by: company.id, kind: dice.pick(['no answer', 'declined']), at: iso(asOf - 5 * MINUTE) }] }
  }
  const phases = ['first', 'progress', 'resolution', 'explanation']
  const count = dice.between(1, 3)
  return {
    statements: Array.from({ length: count }, (_, nth) => {
      const said = dice.pick(supplies.texts.quotes)
      return {
        by: company.id,
        ...(dice.chance(0.8) && { via: dice.pick(supplies.channels) }),
        ...(dice.chance(0.7) && { at: iso(asOf - (count - nth) * 4 * MINUTE) }),
        phase: phases[nth] ?? 'first',
        ...quoteOf(said),
        ...(dice.chance(0.1) && { frame: FRAME }),
        ...(dice.chance(0.1) && { clause: dice.pick(supplies.texts.corrections).right, verb: 'assures' }),
        ...(dice.chance(0.5) && { highlight: said.highlight }),
      }
    }),
  }
}

/** A sentence around somebody's words. */
const FRAME = { fr: 'la réponse fut …', en: 'the answer was …', nl: 'het antwoord luidde …' }

/** Reactions of users, and statements of third parties. */
export function reactionsOf({ dice, supplies }: GenerationContext, asOf: number): InventedFields {
  const { remarks, says } = supplies.texts
  const remark = dice.pick(remarks)
  const third = dice.chance(0.5) ? { frame: FRAME } : { clause: dice.pick(supplies.texts.corrections).right }
  return {
    ...(dice.chance(0.3) && {
      reactions: [
        {
          on: 'x',
          tone: dice.pick(['humour', 'anger', 'worry', 'patience']),
          ...(dice.chance(0.5) && {
            quote: { ...spoken(remark), who: remark.who },
            ...(dice.chance(0.1) && { frame: FRAME }),
          }),
          ...(dice.chance(0.1) && { clause: dice.pick(supplies.texts.corrections).right, verb: 'confirms' }),
        },
      ],
    }),
    ...(dice.chance(0.15) && {
      third_parties: [
        { who: dice.pick(supplies.authorities), says: dice.pick(says), at: iso(asOf - 6 * MINUTE) },
        ...(dice.chance(0.3)
          ? [{ who: dice.pick(supplies.authorities), ...quoteOf(remark), ...third, verb: 'warns' }]
          : []),
      ],
    }),
  }
}

/** The cause, or that nobody has given one. */
export function causesOf({ dice, supplies, company, started }: GenerationContext): InventedFields {
  if (dice.chance(0.3)) return { cause: 'unknown' }
  const text = dice.pick(supplies.texts.causes)
  return {
    causes: [
      { text, status: dice.pick(['official', 'supposed', 'denied']), by: company.id, ...doubtsOf(supplies, started) },
    ],
    ...(dice.chance(0.15) && { attack: { status: dice.pick(['denied', 'unknown']), by: company.id } }),
    ...(dice.chance(0.1) && { data_impact: { status: 'none', by: company.id } }),
  }
}

/** What goes with some causes, by the hour at which it began: so that nothing else of an incident is drawn otherwise. */
function doubtsOf({ texts, authorities }: GenerationContext['supplies'], started: number): InventedFields {
  const [authority] = authorities
  const [cause] = texts.causes
  const kinds: InventedFields[] = [
    { sure: 'believed', not_confirmed_by: authority },
    { sure: 'disputed', disputed_by: authority },
    { why: { ...cause, by: authority } },
    { why: 'unknown' },
  ]
  return kinds[Math.floor(started / MINUTE) % 12] ?? {}
}

/** Effects and corrections: advice, others affected, money, earlier cases. */
export function effectsOf(
  { dice, supplies, company, state, started }: GenerationContext,
  asOf: number,
): InventedFields {
  const { texts, services, authorities } = supplies
  const sentence = (share: number): readonly LocalText[] | false => dice.chance(share) && [dice.pick(texts.sentences)]
  const told = state !== 'planned' && state !== 'retracted'
  const correction = { at: iso(asOf - MINUTE), ...dice.pick(texts.corrections) }
  return {
    ...(dice.chance(0.2) && { still_works: [dice.pick(texts.works)] }),
    ...(told && dice.chance(0.25) && { updates: [{ at: iso(asOf - 3 * MINUTE), ...dice.pick(texts.updates) }] }),
    ...(state === 'resolved' &&
      dice.chance(0.4) && { resolution: { text: dice.pick(texts.resolutions), by: company.id } }),
    ...(state === 'resolved' && dice.chance(0.1) && { residual: sentence(1) }),
    ...(dice.chance(0.15) && { advice: { by: dice.pick(authorities), steps: dice.some(texts.steps, 2) } }),
    ...(told &&
      dice.chance(0.2) && {
        knock_on: [{ who: dice.some(services, 2), text: dice.pick(texts.knocks), ...doubtOf(started, authorities[0]) }],
      }),
    ...(dice.chance(0.05) && { economy: sentence(1) }),
    ...(told && dice.chance(0.05) && { compensation: dice.pick(texts.sentences) }),
    ...(dice.chance(0.2) && {
      precedents: [
        {
          at: iso(started - 200 * 1440 * MINUTE).slice(0, 10),
          lasted: Math.floor(started / MINUTE) % 2 === 0 ? '2h30' : { of: '2h30', precision: 'about' },
          text: dice.pick(texts.precedents),
        },
      ],
    }),
    ...(dice.chance(0.15) && { background: sentence(1) }),
    ...((state === 'retracted' || dice.chance(0.05)) && {
      corrections: [{ ...correction, severity: state === 'retracted' ? 'serious' : 'minor' }],
    }),
  }
}

/** What no other field has a place for, as sure as can be said. */
export function factsOf({ dice, supplies, company, started }: GenerationContext, asOf: number): InventedFields {
  if (!dice.chance(0.12)) return {}
  const { authorities, channels, texts } = supplies
  const of = () => ({
    ...dice.pick(texts.works),
    about: dice.pick(['symptoms', 'cause', 'economy', company.id]),
    value: dice.pick(['danger', 'finding', 'works', 'words', 'recall']),
    ...(dice.chance(0.3) && { state: dice.pick(['ongoing', 'resolved']) }),
  })
  const said = {
    by: company.id,
    sure: dice.pick(['confirmed', 'stated', 'believed', 'likely', 'possible', 'not excluded', 'unconfirmed', 'denied']),
    ...(dice.chance(0.4) && { at: iso(asOf - 5 * MINUTE), via: dice.pick(channels) }),
    ...(dice.chance(0.3) && { since: iso(started - 30 * MINUTE) }),
    ...(dice.chance(0.3) && { until: iso(asOf - 20 * MINUTE) }),
  }
  const disputed = { clause: dice.pick(texts.corrections).right, by: company.id, disputed_by: dice.pick(authorities) }
  const differing = {
    text: dice.pick(texts.works),
    by: company.id,
    otherwise: { ...dice.pick(texts.works), by: dice.pick(supplies.authorities) },
  }
  return {
    facts: dice.pick<unknown>([{ ...of(), ...said }, [of(), disputed], { text: dice.pick(texts.works) }, differing]),
  }
}

/** How sure some effects are, by the hour at which it began. */
function doubtOf(started: number, authority: string | undefined): InventedFields {
  const kinds = [{ sure: 'likely' }, { by: authority, disputed_by: authority }]
  return kinds[Math.floor(started / MINUTE) % 6] ?? {}
}

function quoteOf(said: SuppliedQuote): InventedFields {
  return { original: { lang: said.lang, text: said.text }, translations: translationsOf(said) }
}

function spoken(said: SuppliedQuote): InventedFields {
  return { lang: said.lang, text: said.text, translations: translationsOf(said) }
}

function translationsOf({ translations }: SuppliedQuote): InventedFields {
  return Object.fromEntries(Object.entries(translations).map(([language, text]) => [language, { text, by: 'desk' }]))
}
