import { readFileSync } from 'node:fs'
import type { ServiceSort } from '../../src/fields/service-sort.ts'
import type { LocalText, When } from '../../src/fields/values.ts'
import { countOutcome } from '../../src/incident/fields/count-fields.ts'
import { steps } from '../../src/incident/fields/sure-field.ts'
import type { Incident, Kind, State, Statement } from '../../src/incident/incident.ts'
import { STATES } from '../../src/incident/states.ts'
import { incidentOf, namedAs } from '../article/realise.ts'

const everything = incidentOf(readFileSync(new URL('everything.yaml', import.meta.url), 'utf8'))

const kinds: readonly Kind[] = [
  'outage',
  'degradation',
  'maintenance',
  'attack',
  'cable cut',
  'power cut',
  'emergency numbers',
  'fire',
  'water',
  'transport',
  'false alarm',
]

/** The same incident in another state, without what cannot be known in it. */
export function inState(state: State, kind: Kind): Incident {
  const { planned, expected } = everything
  const rest = { ...everything, planned: [], expected: [] }
  const none = {
    started: [],
    ended: [],
    services: rest.services.map(({ started: _, ended: __, ...service }) => service),
  }
  const ofState: Readonly<Record<State, Partial<Incident>>> = {
    planned: { ...none, intervals: [], recovery: [], lasted: [], planned, expected },
    unconfirmed: { intervals: [], recovery: [], lasted: [], planned: [], expected: [] },
    ongoing: { ended: [], intervals: [], lasted: [], planned, expected },
    recovering: { ended: rest.ended.slice(1), intervals: [], lasted: [], planned, expected },
    resolved: { intervals: [] },
    disputed: {},
    retracted: {},
  }
  const told = { ...rest, ...ofState[state], id: `${state}-${kind}`, state, kind }
  const supply = SUPPLIES[kind]
  return supply ? { ...told, services: told.services.map(one => ofSort(one, supply)) } : told
}

/** Kinds that are told in words of their own only where all that fails is of one sort; what is only disrupted is told as everything else. */
const SUPPLIES: Partial<Readonly<Record<Kind, Pick<Incident['services'][number], 'impact'> & { sort: ServiceSort }>>> =
  {
    'power cut': { sort: 'power' },
    water: { sort: 'water', impact: 'down' },
    transport: { sort: 'transport', impact: 'down' },
  }

const ofSort = (
  one: Incident['services'][number],
  { sort, ...rest }: NonNullable<(typeof SUPPLIES)[Kind]>,
): Incident['services'][number] => ({ ...one, ...rest, service: { ...one.service, sort } })

export const cases = STATES.flatMap(state => kinds.map(kind => [state, kind] as const))

/** Every state with every kind. */
export const everyCase = (): Incident[] => cases.map(([state, kind]) => inState(state, kind))

const someone = everything.statements[0]?.by
const [named] = everything.services.map(({ service }) => service)
const moment = everything.started[0]
const place = everything.scope?.places[0]?.place
const hour: When = { precision: 'exact', at: everything.as_of - 7_200_000 }
const otherPlace = everything.scope?.places[1]?.place ?? place

const [country] = everything.scope?.places ?? []
const own = { places: [], except: [] }
const ownScopes = [
  { ...own, places: country ? [country.place] : [] },
  { ...own, except: country ? [country.place] : [] },
  { ...own, places: everything.scope?.places.map(hit => hit.place) ?? [], degree: 'few' },
]
const dialled = ['112', '100'].map(namedAs)
const line = { fr: 'depuis une ligne fixe', en: 'from a landline', nl: 'vanaf een vaste lijn' }

/** For whom an estimate is. */
const whom = { fr: 'les entreprises', en: 'businesses', nl: 'bedrijven' }

/** In our words, with a verb of its own, and around words of theirs. */
const inOurWords: Incident['statements'] = everything.statements.slice(0, 1).flatMap(one => {
  if (one.kind !== 'said') return []
  const { quote, highlight: _, ...rest } = one
  const said = { ...rest, phase: 'first' as const }
  const clause = { fr: 'le réseau est coupé', en: 'the network is down' }
  return [
    { ...said, clause },
    { ...said, clause: { fr: 'la panne dure', en: 'the fault goes on' }, verb: 'warns' as const },
    { ...said, quote, frame: { fr: "l'entreprise évoque …", en: 'the company speaks of …' } },
  ]
})

/** The same, said before it began. */
const asAnnounced = (one: Statement): Statement =>
  one.kind === 'said' ? { ...one, phase: 'announcement' as const } : one

/** Quoted with a verb, while it lasted. */
const promisedThen = everything.statements
  .slice(0, 1)
  .map(one => (one.kind === 'said' ? { ...one, phase: 'first' as const, verb: 'promises' as const } : one))

/** The same moments, known as « au plus tard ». */
const limited = (moments: Incident['ended']) => moments.slice(0, 1).map(one => ({ ...one, precision: 'by' as const }))

const OUTCOMES = countOutcome.options
const PHASES = ['peak', 'now', 'total', undefined] as const

/** A count by somebody and by the newsroom, each with and without its hours. */
const countsOf = (counted: object, phase: (typeof PHASES)[number]): unknown[] => {
  const figure = 'trend' in counted ? {} : { figure: { kind: 'about', value: 12 } }
  const one = { ...figure, ...counted, ...(phase && { phase }) }
  const from = moment && { ...moment, at: (moment.at ?? 0) - 3_600_000 }
  const spans = [{}, { at: moment }, { from }, { from, at: moment }, { during: { kind: 'one', minutes: 30 } }]
  rounds += 1
  const [span, other] = [spans[rounds % spans.length], spans[(rounds + 2) % spans.length]]
  return [
    { ...one, ...span, ...(someone && { source: someone, via: someone }) },
    { ...one, ...other, ...(place && !('place' in counted) && { place }) },
    // What is not certain, by somebody and by the newsroom.
    { ...one, ...span, sure: 'likely', caveat: ASIDES[0], ...(someone && { source: someone }) },
    { ...one, ...other, sure: 'unconfirmed', caveat: ASIDES[1] },
  ]
}
let rounds = 0

/** What must be known of a figure, as no sentence: it stands beside the figure. */
const ASIDES = [
  {
    fr: 'environ un quart de la clientèle',
    en: 'about a quarter of its customers',
    nl: 'ongeveer een kwart van de klanten',
  },
  { fr: 'soit un sur dix', en: 'or one in ten', nl: 'of een op de tien' },
] as const

/** So many accounts of one moment, ten minutes apart. */
const accountsOf = (one: When, count: number): When[] =>
  Array.from({ length: count }, (_, nth) => ({
    ...one,
    at: (one.at ?? 0) + nth * 600_000,
    ...(nth > 0 && { source: { kind: 'users' as const } }),
  }))

/** What no other field has a place for, by everybody and by nobody, as sure as can be said. */
const factsOf = (sure: Incident['facts'][number]['sure']): Partial<Incident> => {
  const [whole] = everything.facts
  if (!whole) return {}
  const { by, disputed_by, via: _, at, since, until, ...rest } = whole
  // What somebody disputes is disputed, however sure another may be.
  const { disputed_by: __, ...agreed } = whole
  const bare = { ...rest, via: [], sure, value: 'new' as const }
  const later: When = { precision: 'exact', at: everything.as_of + 3_600_000 }
  const spans = [since && { since }, until && { until }, since && until && { since, until }, { since: later }].flatMap(
    span => span ?? [],
  )
  const said = [
    { ...(sure === 'disputed' ? whole : agreed), sure },
    ...[{}, ...spans].map(span => ({ ...bare, ...span, ...(by && { by }) })),
  ]
  const unsaid = [{}, { ...(at && { at }) }, { ...(at && { at }), ...(disputed_by && { disputed_by }) }, ...spans]
  return { facts: sure === 'stated' ? said : [...said, ...unsaid.map(more => ({ ...bare, ...more }))] }
}

/** The same, told as what was so while it lasted. */
const ofThenAll = (one: Partial<Incident>): Partial<Incident> => ({
  ...one,
  ofThen: (one.facts ?? []).map((_, nth) => `/facts/${nth}/text`),
})

/** Causes by everybody and by nobody, at every step: each another one, since the same is told once. */
const causesOf = (cause: Partial<Incident['causes'][number]>): Partial<Incident> => {
  const by = someone && { by: someone }
  const at = moment && { at: moment }
  const doubts = someone && { disputed_by: someone, not_confirmed_by: someone }
  const whys = (['unknown', 'stated', 'believed', 'possible'] as const).map((sure, nth) => ({
    why: { text: reasons[nth + 6] ?? nothing, ...by, sure },
  }))
  const all: Partial<Incident['causes'][number]>[] = [
    { ...by },
    { ...by, ...at },
    { ...by, ...doubts },
    {},
    { ...at },
    ...whys,
    { why: {} },
  ]
  return {
    causes: all.map((one, nth) => ({ status: 'supposed' as const, text: reasons[nth] ?? nothing, ...cause, ...one })),
  }
}

const nothing = { fr: 'le vent', en: 'wind', nl: 'de wind' }

const reasons: readonly LocalText[] = [
  { fr: 'la foudre', en: 'lightning', nl: 'de bliksem' },
  { fr: 'la neige', en: 'snow', nl: 'de sneeuw' },
  { fr: 'la grêle', en: 'hail', nl: 'de hagel' },
  { fr: 'la pluie', en: 'rain', nl: 'de regen' },
  { fr: 'la tempête', en: 'the storm', nl: 'de storm' },
  { fr: 'la chaleur', en: 'the heat', nl: 'de hitte' },
  { fr: 'la poussière', en: 'dust', nl: 'stof' },
  { fr: 'la rouille', en: 'rust', nl: 'roest' },
  { fr: 'la glace', en: 'ice', nl: 'ijs' },
  { fr: 'la boue', en: 'mud', nl: 'modder' },
]

/** What else a field can hold, one change at a time. */
export const changes: readonly (readonly [string, Partial<Incident>])[] = [
  ...(Object.keys(steps) as (keyof typeof steps)[]).flatMap(sure => [
    [`facts ${sure}`, factsOf(sure)] as const,
    [`causes ${sure}`, causesOf({ sure })] as const,
    [`facts ${sure} then`, ofThenAll(factsOf(sure))] as const,
  ]),
  ...(['provisional', 'official'] as const).map(status => [`causes ${status}`, causesOf({ status })] as const),
  ['a cause kept back', { causes: [{ status: 'undisclosed' }] }],
  ['a cause somebody keeps back', { causes: [{ status: 'undisclosed', ...(someone && { by: someone }) }] }],
  [
    'a cause somebody has kept back since',
    { causes: [{ status: 'undisclosed', ...(someone && { by: someone }), ...(moment && { at: moment }) }] },
  ],
  [
    'tolls that were given before',
    {
      casualties: [
        ...everything.casualties.map(one => ({ ...one, replaced: true, ...(moment && { at: moment }) })),
        ...everything.casualties.map(({ by: _, ...one }) => ({ ...one, replaced: true })),
        { none: true, replaced: true, ...(someone && { by: someone }), ...(moment && { at: moment }) },
        { none: true },
      ],
    },
  ],
  ...(['denied', 'alleged', 'no sign', 'not excluded', 'unknown'] as const).map(
    status => [`attack ${status}`, { attack: [{ status, ...(someone && { by: someone }) }] }] as const,
  ),
  [
    'attack claimed, by another account',
    {
      attack: [
        {
          status: 'claimed',
          author: { kind: 'user', called: { fr: 'un inconnu', en: 'a stranger', nl: 'een onbekende' } },
          ...(someone && { by: someone }),
        },
      ],
    },
  ],
  ...(['alleged', 'claimed'] as const).flatMap(claim =>
    (['denied', 'no sign'] as const).flatMap(denial => {
      const stranger = { kind: 'user', called: { fr: 'un inconnu', en: 'a stranger', nl: 'een onbekende' } } as const
      const claimed = { status: claim, ...(claim === 'claimed' && { author: stranger }) }
      const by = someone && { by: someone }
      return [
        [
          `attack ${claim}, and ${denial}`,
          {
            attack: [
              { ...claimed, ...by },
              { status: denial, ...by },
            ],
          },
        ],
        [`attack ${claim}, and ${denial} by nobody named`, { attack: [claimed, { status: denial }] }],
      ] as const
    }),
  ),
  [
    'attack confirmed and alleged',
    {
      attack: [
        { status: 'confirmed', ...(someone && { by: someone }) },
        { status: 'alleged', ...(someone && { by: someone }) },
      ],
    },
  ],
  ...(['none', 'no sign', 'confirmed', 'unknown'] as const).map(
    status => [`data ${status}`, { data_impact: { status, ...(someone && { by: someone }) } }] as const,
  ),
  ...(['reports', 'complaints', 'users', 'customers', 'posts', 'sites'] as const).flatMap(unit =>
    (['peak', 'now', 'total'] as const).map(
      phase =>
        [
          `${unit} ${phase}`,
          {
            counts: [
              {
                ...(someone && { source: someone }),
                unit,
                phase,
                figure: { kind: 'about', value: 12 },
                ...(moment && { at: moment }),
              },
              { unit, phase, figure: { kind: 'exact', value: 7 } },
              {
                ...(someone && { source: someone }),
                unit,
                phase,
                figure: { kind: 'about', value: 12 },
                ...(moment && { at: moment }),
                sure: 'likely' as const,
              },
            ],
          },
        ] as const,
    ),
  ),
  ...PHASES.flatMap(phase =>
    ([{}, { place }, { place, service: named }, { to: dialled[0], service: named }] as const).map(
      (more, nth) =>
        [
          `customers changed ${phase} ${nth}`,
          {
            counts: countsOf(
              { unit: 'customers', outcome: { fr: 'ont changé', en: 'changed', nl: 'zijn gewisseld' }, ...more },
              phase,
            ),
          },
        ] as const,
    ),
  ),
  [
    'several customers changed, as a counter has it',
    {
      counts: PHASES.flatMap(phase =>
        [place, otherPlace].map(there => ({
          unit: 'customers',
          outcome: { fr: 'ont changé', en: 'changed', nl: 'zijn gewisseld' },
          source: { kind: 'counter', name: namedAs('downdetector') },
          figure: { kind: 'about', value: 12 },
          at: hour,
          ...(phase && { phase }),
          ...(there && { place: there }),
        })),
      ),
    },
  ],
  [
    'a part of the customers changed, as a counter has it',
    {
      counts: [{}, { place, part_of: true }].map(more => ({
        unit: 'customers',
        outcome: { fr: 'ont changé', en: 'changed', nl: 'zijn gewisseld' },
        source: { kind: 'counter', name: namedAs('downdetector') },
        figure: { kind: 'about', value: 12 },
        ...more,
      })),
    },
  ],
  [
    'more reports since an hour, and calls that still work',
    {
      counts: [
        { unit: 'reports', trend: 'rising', change: { kind: 'exact', value: 80 }, from: hour, source: someone },
        { unit: 'calls', outcome: 'working', phase: 'now', figure: { kind: 'about', value: 12 }, source: someone },
      ],
    },
  ],
  ['no sign that data were touched', { data_impact: { ...everything.data_impact, status: 'no sign' } }],
  ...OUTCOMES.flatMap(outcome =>
    PHASES.map(
      phase => [`calls ${outcome} ${phase}`, { counts: countsOf({ unit: 'calls', outcome }, phase) }] as const,
    ),
  ),
  ...PHASES.map(
    phase =>
      [
        `a verb of its own ${phase}`,
        { counts: countsOf({ unit: 'customers', outcome: { fr: 'ont changé', en: 'changed' } }, phase) },
      ] as const,
  ),
  ...(['users', 'network'] as const).flatMap(of =>
    (['hit', 'restored', 'working'] as const).flatMap(outcome =>
      PHASES.map(
        phase =>
          [
            `percent of ${of} ${outcome} ${phase}`,
            { counts: countsOf({ unit: 'percent', of, outcome }, phase) },
          ] as const,
      ),
    ),
  ),
  ['a share of the reports', { counts: countsOf({ unit: 'percent', of: 'reports', service: named }, undefined) }],
  [
    'a share of the reports by our count',
    { counts: [{ unit: 'percent', of: 'reports', service: named, figure: { kind: 'about', value: 12 } }] },
  ],
  [
    'a share of the reports, as somebody has it',
    {
      counts: [
        { unit: 'percent', of: 'reports', service: named, source: someone, figure: { kind: 'about', value: 12 } },
      ],
    },
  ],
  ['two accounts, told as those of then', { facts: everything.facts.slice(1), ofThen: ['/facts/0/text'] }],
  ['a share of the reports in a place', { counts: countsOf({ unit: 'percent', of: 'reports', place }, undefined) }],
  ...(['rising', 'falling', 'high'] as const).flatMap(trend =>
    [
      { unit: 'reports' },
      { unit: 'percent', of: 'households', outcome: 'restored' },
      { unit: 'calls', outcome: 'lost' },
    ]
      .flatMap(counted => [
        counted,
        { ...counted, figure: { kind: 'about', value: 12 } },
        ...(trend === 'high' ? [] : [{ ...counted, change: { kind: 'range', low: 70, high: 80 } }]),
      ])
      .map((counted, nth) => [`${trend} ${nth}`, { counts: countsOf({ ...counted, trend }, undefined) }] as const),
  ),
  ...(['world', 'country', 'cities', 'local'] as const).flatMap(reach =>
    (['confirmed', 'apparent'] as const).map(
      evidence =>
        [
          `${reach} ${evidence}`,
          {
            scope: {
              ...(everything.scope as object),
              reach,
              evidence,
              places: [],
              beyond: [],
              except: everything.scope?.places.map(hit => hit.place) ?? [],
            },
          },
        ] as const,
    ),
  ),
  ...(['world', 'countries'] as const).map(
    reach =>
      [
        `${reach} apparent and beyond`,
        {
          scope: {
            ...(everything.scope as object),
            reach,
            evidence: 'apparent',
            places: everything.scope?.except.map(one => ({ place: one, services: [] })) ?? [],
            beyond: everything.scope?.places.map(hit => hit.place) ?? [],
            except: [],
          },
        },
      ] as const,
  ),
  [
    'a service that failed later',
    { state: 'resolved', services: everything.services.map(({ ended: _, ...service }) => service) },
  ],
  ['a cause nobody knows', { causes: [{ status: 'unknown', ...(someone && { by: someone }) }] }],
  ['no cause', { causes: [] }],
  [
    'an end that somebody believes in',
    { resolution: { ...(everything.resolution ?? {}), clause: undefined, at: undefined, sure: 'believed' } },
  ],
  [
    'no company',
    (({ company: _, ...rest }) => ({ ...rest, company: undefined }))(everything) as unknown as Partial<Incident>,
  ],
  [
    'clauses in the present about what is over',
    {
      ofThen: [
        '/symptoms/0/text',
        '/symptoms/1/text',
        '/services/1/symptoms',
        '/services/0/symptoms',
        '/still_works/2/text',
        '/still_works/3/text',
        '/still_works/4/text',
        '/knock_on/7/text',
      ],
    },
  ],
  ...(['expected', 'possible', 'hoped', 'at least', 'possibly at least', 'promised'] as const).map(
    sure =>
      [
        `an end that is ${sure}, and what had been expected`,
        {
          expected: [true, false].map(replaced => ({
            kind: 'at' as const,
            when: { precision: 'exact' as const, at: everything.as_of + (replaced ? 3_600_000 : 7_200_000) },
            services: [],
            sure: replaced ? ('expected' as const) : sure,
            of: 'outage' as const,
            ...(replaced && { replaced }),
          })),
        },
      ] as const,
  ),
  ['no estimate', { expected: [{ kind: 'none', ...(someone && { by: someone }) }] }],
  ...(['expected', 'possible', 'hoped', 'at least', 'possibly at least', 'promised'] as const).flatMap(sure =>
    (
      [
        ['outage', false],
        ['outage', true],
        ['repair', false],
        ['repair', true],
      ] as const
    ).map(
      ([of, replaced]) =>
        [
          `an end of the ${of} that is ${sure}${replaced ? ', given up' : ''}`,
          {
            expected: everything.expected.flatMap(one =>
              one.kind === 'none'
                ? []
                : [false, replaced].map(kept => ({
                    ...{ for: whom, ...one, services: named ? [named] : [], sure, of },
                    ...{ replaced: replaced && !kept, kept },
                  })),
            ),
          },
        ] as const,
    ),
  ),
  ['how it is mended', { resolution: { text: { fr: 'des réparations', en: 'repairs', nl: 'herstellingen' } } }],
  [
    'work that was done at an hour',
    {
      resolution: {
        text: { fr: 'des réparations', en: 'repairs', nl: 'herstellingen' },
        at: everything.as_of_moment,
        ...(someone && { by: someone }),
      },
    },
  ],
  ...(['none', 'interruption', 'possible', 'unsaid'] as const).map(
    impact => [`a window: ${impact}`, { planned: everything.planned.map(one => ({ ...one, impact })) }] as const,
  ),
  ['a share of the whole', { recovery: everything.recovery.map(({ of: _, ...one }) => one) }],
  ['waves of all', { intervals: everything.intervals.map(({ services: _, ...one }) => ({ ...one, services: [] })) }],
  [
    'waves of which one has no end',
    {
      intervals: everything.intervals.map(({ to, ...one }, nth) => ({
        ...one,
        ...(someone && { by: someone }),
        ...(nth > 0 && { to: everything.as_of_moment }),
      })),
    },
  ],
  ...(['fire', 'explosion', 'flood', 'storm', 'crash', 'earthquake', 'works', 'incident'] as const).map(
    kind =>
      [`an event: ${kind}`, { event: everything.event.map(({ text: _, ...one }) => ({ ...one, kind })) }] as const,
  ),
  [
    'an event over and under control by other accounts',
    {
      event: everything.event
        .slice(0, 1)
        .map(one => ({ ...one, ended: one.ended && { ...one.ended, ...(someone && { source: someone }) } })),
    },
  ],
  ...(['established', 'possible'] as const).map(
    link =>
      [
        `casualties, link ${link}`,
        {
          event: [],
          started: [{ precision: 'exact', at: everything.as_of - 7_200_000 }],
          casualties: [{ dead: 1, injured: 2, link, ...(someone && { by: someone }) }],
        },
      ] as const,
  ),
  ...(['possible', 'established'] as const).map(
    link =>
      [
        `casualties of a place, link ${link}`,
        {
          event: [],
          casualties: [
            { dead: 1, injured: 2, place, link, ...(someone && { by: someone }) },
            { dead: 3, injured: 4, place, at: moment, replaced: true },
          ],
        },
      ] as const,
  ),
  ['nobody dead in a place', { casualties: [{ dead: 0, injured: 2, place, ...(someone && { by: someone }) }] }],
  ['casualties without their hour', { casualties: everything.casualties.map(({ at: _, ...one }) => one) }],
  ['the poisoned alone', { casualties: [{ poisoned: 0, hospitalised: 2, ...(someone && { by: someone }) }] }],
  ['nobody in hospital', { casualties: [{ poisoned: 3, hospitalised: 0, ...(someone && { by: someone }) }] }],
  ['the injured alone', { casualties: [{ dead: 0, injured: 2, missing: 0, ...(someone && { by: someone }) }] }],
  [
    'no casualties, as before',
    {
      casualties: [
        { none: true, ...(someone && { by: someone }) },
        { none: true, replaced: true },
      ],
    },
  ],
  ['nobody hurt at some hour', { casualties: [{ none: true, at: moment }] }],
  ['the injured alone at some hour', { casualties: [{ dead: 0, injured: 2, at: moment }] }],
  ['a possible link at some hour', { event: [], casualties: [{ dead: 2, link: 'possible', at: moment }] }],
  ['an established link at some hour', { event: [], casualties: [{ dead: 2, link: 'established', at: moment }] }],
  ['limits', { started: limited(everything.started), ended: limited(everything.ended) }],
  ['a single statement without a channel', { statements: everything.statements.slice(0, 1) }],
  [
    'four statements',
    {
      statements: everything.statements.slice(0, 1).flatMap(one =>
        one.kind === 'said'
          ? (['first', 'progress', 'resolution', 'explanation'] as const).map(phase => ({
              ...one,
              phase,
              highlight: undefined,
              quote: {
                lang: 'fr',
                text: `Voici la phase ${phase}. Puis ${phase} encore.`,
                translations: { en: { text: `This is ${phase}. It follows ${phase}.`, by: 'desk' } },
              },
            }))
          : [],
      ),
    },
  ],
  ['what the company says in our words', { statements: inOurWords.slice(0, 1) }],
  ['words of before', { statements: everything.statements.slice(0, 1).map(asAnnounced) }],
  ['words of before in ours', { statements: inOurWords.map(asAnnounced) }],
  [
    'words of before in the present',
    {
      statements: inOurWords.map(asAnnounced),
      ofThen: ['/statements/0/clause', '/statements/1/clause', '/statements/2/frame'],
    },
  ],
  ['a warning of then', { statements: inOurWords.slice(1, 2) }],
  ['a promise of then', { statements: promisedThen }],
  [
    'words of then in the present',
    { statements: inOurWords, ofThen: ['/statements/0/clause', '/statements/1/clause', '/statements/2/frame'] },
  ],
  ['nobody knows when', { started: [{ precision: 'unknown' }], ended: [{ precision: 'unknown' }] }],
  [
    'somebody does not know when',
    {
      started: [{ precision: 'unknown', ...(someone && { source: someone }) }],
      ended: [{ precision: 'unknown', ...(someone && { source: someone }) }],
    },
  ],
  [
    'sources disagree',
    {
      started: everything.started.flatMap(one => [
        one,
        { ...one, at: (one.at ?? 0) + 600_000, source: { kind: 'users' } },
      ]),
      ended: everything.ended.flatMap(one => [one, { ...one, at: (one.at ?? 0) + 600_000, source: { kind: 'users' } }]),
    },
  ],
  [
    'more sources disagree than one sentence holds',
    {
      started: everything.started.flatMap(one => accountsOf(one, 4)),
      ended: everything.ended.flatMap(one => accountsOf(one, 4)),
    },
  ],
  [
    'three sources disagree',
    {
      started: everything.started.flatMap(one => accountsOf(one, 3)),
      ended: everything.ended.slice(0, 1).flatMap(one => accountsOf(one, 3)),
    },
  ],
  [
    'sources disagree with what the newsroom found',
    {
      started: everything.started.flatMap(({ source: _, ...one }) => [
        { ...one, at: (one.at ?? 0) + 600_000, source: { kind: 'users' } },
        one,
      ]),
      ended: everything.ended.flatMap(({ source: _, ...one }) => [
        { ...one, at: (one.at ?? 0) + 600_000, source: { kind: 'users' } },
        one,
      ]),
    },
  ],
  [
    'services with times of their own',
    {
      services: everything.services.map((one, index) => ({
        ...one,
        ...(index % 2 === 0 ? { started: moment, ended: undefined } : { started: undefined, ended: moment }),
      })),
    },
  ],
  ...(['reports', 'users'] as const).map(
    unit =>
      [
        `${unit} in a place`,
        {
          counts: [
            {
              ...(someone && { source: someone }),
              ...(place && { place }),
              unit,
              phase: 'total',
              figure: { kind: 'about', value: 900 },
            },
          ],
        },
      ] as const,
  ),
  ...(['reports', 'users'] as const).flatMap(unit =>
    (['peak', 'now', 'total'] as const).map(phase => {
      const whole = { ...(someone && { source: someone }), unit, phase, figure: { kind: 'about', value: 900 } } as const
      const part = { ...whole, ...(place && { place }), part_of: true, figure: { kind: 'about', value: 90 } } as const
      return [`${unit} ${phase} with a part`, { counts: [whole, part] }] as const
    }),
  ),
  [
    'others that somebody names',
    {
      knock_on: everything.services.map(({ service }) => ({ who: [service], ...(someone && { by: someone }) })),
    },
  ],
  ['an announced window that is past', { planned: everything.planned, expected: [] }],
  [
    'reactions without a move',
    {
      reactions: everything.reactions.flatMap(({ moved: _, ...rest }) => [
        rest,
        (({ on: __, ...nowhere }) => nowhere)(rest),
      ]),
    },
  ],
  [
    'many victims',
    {
      knock_on: [
        {
          who: everything.knock_on
            .flatMap(({ who }) => who)
            .concat(everything.services.map(({ service }) => service))
            .flatMap(name => [name, { ...name, id: `${name.id}-again` }]),
        },
      ],
    },
  ],
  [
    'a victim that says so itself',
    {
      knock_on: everything.knock_on
        .slice(0, 1)
        .map(({ who: [name] }) => ({ who: [name], by: { kind: 'company', name } })),
    },
  ],
  [
    'reports to a counting site',
    {
      counts: [
        {
          source: { kind: 'counter', name: namedAs('downdetector') },
          unit: 'reports',
          phase: 'total',
          figure: { kind: 'about', value: 900 },
        },
      ],
    },
  ],
  [
    'many services',
    {
      services: Array.from({ length: 9 }, (_, nth) => ({
        service: { ...named, id: `service-${nth}` },
        platforms: [],
        seen_on: [],
      })),
    },
  ],
  ['emergency numbers without an operator', { kind: 'emergency numbers', providers: [] }],
  ['a precedent alone', { precedents: everything.precedents.slice(1) }],
  ['a precedent of another', { precedents: everything.precedents.slice(2) }],
  ...([1, 2] as const).flatMap(many =>
    (['only_from', 'not_from'] as const).map(
      field =>
        [
          `${many > 1 ? 'numbers' : 'a number'} ${field.replace('_', ' ')} some lines`,
          {
            kind: 'emergency numbers',
            services: dialled.slice(0, many).map(service => ({ service, platforms: [], seen_on: [], [field]: line })),
          },
        ] as const,
    ),
  ),
  [
    'services with some lines only',
    { services: everything.services.map(one => ({ ...one, ended: undefined, impact: undefined, only_from: line })) },
  ],
  ...(['users', 'customers', 'calls', 'places', { fr: 'équipes', en: 'teams', nl: 'teams' }] as const).flatMap(of =>
    (['all', 'all but', 'nearly all', 'most', 'part', 'few'] as const).map(
      degree =>
        [
          `${degree} of ${typeof of === 'string' ? of : 'a text'}`,
          { scope: { ...(everything.scope as object), of, degree, places: [] } },
        ] as const,
    ),
  ),
  ...(['believed', 'likely', 'possible', 'not excluded', 'unconfirmed'] as const).flatMap(sure =>
    (['countries', 'world'] as const).map(
      reach =>
        [
          `${reach}, ${sure}`,
          {
            scope: {
              ...(everything.scope as object),
              sure,
              reach,
              evidence: 'apparent',
              ...(reach === 'world' && { places: [] }),
            },
          },
        ] as const,
    ),
  ),
  [
    'degrees of places that only appear to be hit',
    {
      scope: {
        ...(everything.scope as object),
        evidence: 'apparent',
        places: everything.scope?.places.map(hit => ({ ...hit, degree: 'part' })),
      },
    },
  ],
  [
    'services in places of their own',
    {
      services: everything.services.map((one, nth) => ({
        ...one,
        ended: undefined,
        impact: 'down',
        degree: undefined,
        only_from: undefined,
        not_from: undefined,
        scope: ownScopes[nth % ownScopes.length],
      })),
    },
  ],
  ['an origin without a place', { origin: { text: { fr: 'en mer', en: 'at sea', nl: 'op zee' } } }],
  ['an origin that is a place', { origin: { place } }],
  [
    'reached from some lines only, for a reason',
    {
      services: everything.services.map(one => ({ ...one, ended: undefined, impact: undefined, only_from: line })),
      causes: [{ status: 'official', text: { fr: 'des travaux', en: 'work', nl: 'werken' } }],
    },
  ],
  ['no services', { services: [] }],
  ['one service', { services: everything.services.slice(1, 2) }],
  [
    'a brand hit hardest, and what is anybody’s hit less',
    {
      services: [
        ...everything.services
          .filter(({ service }) => !service.common)
          .map(one => ({ ...one, impact: 'down' as const })),
        ...everything.services
          .filter(({ service }) => service.common)
          .map((one, nth) => ({
            ...one,
            ...[{ impact: 'slow' }, { degree: 'lesser' }, { impact: 'unaffected' }][nth % 3],
          })),
      ],
    },
  ],
  [
    'services spared',
    {
      services: everything.services.map((one, index) =>
        index === 1 && named ? { ...one, impact: 'unaffected' as const } : one,
      ),
    },
  ],
] as unknown as readonly (readonly [string, Partial<Incident>])[]

/** Every change in every state, and of what turned out to be nothing. */
export const changed = [
  ...STATES.map(state => [state, 'outage'] as const),
  ['resolved', 'false alarm'] as const,
].flatMap(([state, kind]) =>
  changes.map(
    ([name, change]) =>
      [
        state,
        name,
        {
          ...inState(state, kind),
          ...change,
          ...(state === 'planned' && { started: [], ended: [], recovery: [], intervals: [] }),
          id: `${state} ${name}${kind === 'outage' ? '' : `, ${kind}`}`,
        },
      ] as const,
  ),
)
