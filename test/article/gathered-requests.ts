import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { grouped } from '../../src/article/naming-diagnostics.ts'
import { realiseArticle } from '../../src/article/realise-article.ts'
import { everyAdded } from '../../src/article/realise-fact.ts'
import {
  type SlotOffer,
  type WordingRequestsFile,
  writeContext,
  writeOffers,
} from '../../src/article/wording-requests.ts'
import type { Named } from '../../src/fields/directory.ts'
import { type ServiceSort, serviceSorts } from '../../src/fields/service-sort.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { countOutcome, countUnit, countWhole } from '../../src/incident/fields/count-fields.ts'
import { speechVerb } from '../../src/incident/fields/speech-fields.ts'
import type { Count, Impact, Incident, Kind, Quote, SpeechVerb, Statement } from '../../src/incident/incident.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { everyTogether } from '../../src/plan/counts-together.ts'
import type { Message } from '../../src/plan/message.ts'
import { everyTitle } from '../../src/plan/plan.ts'
import { everyExclusion } from '../../src/plan/sentence-plan.ts'
import { windowOf } from '../../src/plan/standing-messages.ts'
import { everyBlaming } from '../../src/plan/told-twice.ts'
import { presupposed } from '../../src/story/presupposed.ts'
import type { Fact, Slot, Story } from '../../src/story/story.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { inventedIncidents } from '../../tools/proof/proof-incidents.ts'
import { changed, everyCase } from '../wordings/everything.ts'
import { readingOf, realiserOf } from './realise.ts'

const root = resolve(import.meta.dirname, '../..')

/** An incident in every state, without what cannot be known in it. */
function inEveryState(incident: Incident): Incident[] {
  const { planned, expected, intervals, lasted, ...rest } = incident
  const untimed = rest.services.map(({ started: _, ended: __, ...service }) => service)
  const none = { ...rest, planned: [], expected: [], intervals: [], lasted: [] }
  return [
    incident,
    { ...none, planned, expected, state: 'planned', started: [], ended: [], services: untimed },
    { ...none, state: 'unconfirmed' },
    { ...none, state: 'resolved', kind: 'false alarm' },
    ...(['unconfirmed', 'resolved'] as const).map(state => ({
      ...none,
      ...counted(incident),
      state,
      kind: state === 'resolved' ? ('false alarm' as const) : incident.kind,
    })),
    { ...none, expected, intervals, state: 'ongoing', ended: [] },
    { ...none, expected, intervals, state: 'recovering', ended: [] },
    ...(['resolved', 'disputed', 'retracted'] as const).map(state => ({ ...none, intervals, lasted, state })),
    // What somebody reported was over, though nothing was.
    { ...none, state: 'retracted', ended: incident.started },
    // A list too long for one sentence, which a second one takes up: « ces services ».
    ...(incident.services.length > 8 ? [{ ...incident, counts: [] }] : []),
  ]
}

/** What a counting site has counted, by place, and how long nobody has confirmed anything. */
function counted({ counts, scope }: Incident): Pick<Incident, 'counts'> {
  const [source] = counts.flatMap(({ source }) => (source?.kind === 'counter' ? [source] : []))
  const [place] = (scope?.places ?? []).map(({ place }) => place)
  const whole = {
    unit: 'reports',
    phase: 'total',
    figure: { kind: 'about', value: 900 },
    ...(source && { source }),
  } as const
  return { counts: [whole, ...(place ? [{ ...whole, place, part_of: true }] : [])] }
}

/**
 * Every case that can be thought of: all fields in every state and kind, every value of a field, and chance. Those `told` are
 * realised too, as far as they hold what no other before them did: formats look up what they can.
 */
function* everyIncident(): Generator<{ readonly incident: Incident; readonly told: boolean }> {
  const read = (folder: string, ending: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith(ending))
      // Cases of what `check` refuses tell nothing.
      .flatMap(path => readingOf(readFileSync(join(root, folder, path), 'utf8'), path).incident ?? [])
  const workspace = openWorkspace(root)
  const { newsroom } = openNewsroom(workspace)
  if (!newsroom) throw new Error('no newsroom')
  const of = (incidents: readonly Incident[], told: boolean) => incidents.map(incident => ({ incident, told }))
  const met = [
    ...read('content/incidents', '.yaml'),
    ...read('test/golden', 'incident.yaml'),
    ...read('test/cases', 'incident.yaml'),
  ]
  for (const incident of met) yield* of(inEveryState(incident), true)
  for (const incident of everyCase()) {
    yield* of([incident], false)
    if (incident.kind === 'outage') yield* of([...everyTerm(incident), ...everySort(incident)], true)
    yield* of(everyDegree(incident), false)
  }
  for (const [, , incident] of changed) yield* of([incident], false)
  // Figures of homes without power or water.
  for (const [, , incident] of changed)
    if (incident.counts.length > 0)
      yield* of(
        SUPPLIES.map(([sort, kind]) => ofSort(incident, sort, 'down', kind)),
        false,
      )
  let invented = 0
  for (const { incident } of inventedIncidents(workspace, newsroom, 1, INVENTED)) {
    if (!incident) continue
    invented += 1
    const [itself, ...states] = inEveryState(incident)
    if (itself) yield { incident: itself, told: invented <= TOLD }
    yield* of(states, false)
  }
}

/** What homes are supplied with, and what that is called when it fails. */
const SUPPLIES = [
  ['power', 'power cut'],
  ['water', 'water'],
] as const satisfies readonly (readonly [ServiceSort, Kind])[]

/** The same, where all that fails is of one sort. */
const ofSort = (incident: Incident, sort: ServiceSort, impact: Impact, kind: Kind): Incident => ({
  ...incident,
  kind,
  services: incident.services.map(one => ({ ...one, impact, service: { ...one.service, sort } })),
})

/** Enough for what two chances make together. */
const INVENTED = 300
const TOLD = 120

const REACHES = ['continent', 'countries', 'country', 'regions', 'region', 'cities', 'city', 'local'] as const
const TONES = ['humour', 'anger', 'worry', 'patience'] as const
const UNITS = countUnit.options
const PHASES = ['peak', 'now', 'total'] as const

const SORTS = Object.keys(serviceSorts) as ServiceSort[]
const IMPACTS: readonly Impact[] = ['down', 'degraded', 'partial', 'slow', 'intermittent']
const STRIKES: readonly Kind[] = [
  'fire',
  'flood',
  'weather',
  'explosion',
  'failed update',
  'human error',
  'overload',
  'cable cut',
]

/** Every sort of service with every impact, and whatever struck. */
function everySort(incident: Incident): Incident[] {
  const of = (sort: ServiceSort, impact: Impact, kind: Kind = incident.kind): Incident =>
    ofSort(incident, sort, impact, kind)
  return [
    ...SORTS.flatMap(sort => IMPACTS.map(impact => of(sort, impact))),
    ...IMPACTS.map(impact => of('cable', impact, 'cable cut')),
    ...IMPACTS.map(impact => of('transport', impact, 'power cut')),
    ...(['transport', 'game'] as const).flatMap(sort => everyDegree(of(sort, 'down'))),
    ...STRIKES.flatMap(kind => [
      of('data centre', 'down', kind),
      of('data centre', 'slow', kind),
      of('power', 'down', kind),
      of('water', 'down', kind),
    ]).map(one => ({
      ...one,
      causes: [],
    })),
  ]
}

/** The same words by a verb, in our words too, now and of before. */
const said = (verb: SpeechVerb) => (one: Statement) =>
  one.kind === 'said'
    ? (['explanation', 'announcement'] as const).map(phase => ({
        ...one,
        verb,
        phase,
        clause: { fr: 'cela durait', en: 'it lasted', nl: 'het duurde' },
      }))
    : []

/** The values of a field that a term or a sentence of its own is named after, with all that it may be told with. */
function everyTerm(incident: Incident): Incident[] {
  const { scope, reactions, counts, precedents } = incident
  const [first] = counts
  const at = incident.started.length > 0 ? { at: { precision: 'exact', at: incident.as_of } as const } : {}
  return [
    ...(scope ? REACHES : []).flatMap(reach =>
      (['confirmed', 'apparent'] as const).map(evidence => ({
        ...incident,
        scope: { ...scope, reach, evidence, places: [], beyond: scope?.beyond ?? [], except: scope?.except ?? [] },
      })),
    ),
    ...(['peak', 'now', 'total', undefined] as const).map(phase => ({ ...incident, counts: falling(incident, phase) })),
    ...(['outage', 'power cut'] as const).map(kind => ({
      ...incident,
      kind,
      counts: falling(incident, undefined).map(count => ({ ...count, outcome: 'hit' as const })),
    })),
    ...SUPPLIES.flatMap(([sort, kind]) =>
      ([undefined, 'now'] as const).map(phase => ({
        ...ofSort({ ...incident, services: incident.services.slice(0, 1) }, sort, 'down', kind),
        counts: falling(incident, phase).map(({ service: _, to: __, ...count }) => ({
          ...count,
          outcome: 'hit' as const,
          ...(incident.company && { source: { kind: 'company' as const, name: incident.company } }),
        })),
      })),
    ),
    ...TONES.map(tone => ({ ...incident, reactions: reactions.map(one => ({ ...one, tone })) })),
    ...(first ? UNITS : []).flatMap(unit =>
      PHASES.map(phase => {
        const { source, place, ...whole } = {
          figure: { kind: 'about', value: 900 } as const,
          ...first,
          ...countedAs(unit),
          phase,
        }
        const named = { ...whole, ...(source && { source }) }
        const there = place && { place }
        const { at: _, ...part } = { ...named, ...there, part_of: true }
        const own = { ...whole, ...there }
        return {
          ...incident,
          counts: [{ ...named, ...at }, part, { ...own, ...at }, ...spanning(named), ...spanning(own)],
        }
      }),
    ),
    ...speechVerb.options.map(verb => ({
      ...incident,
      statements: incident.statements.slice(0, 1).flatMap(said(verb)),
    })),
    ...sharesAndParts(incident).flatMap(counts => [
      { ...incident, counts },
      ...(counts.some(({ outcome }) => outcome === 'restored')
        ? [{ ...incident, kind: 'power cut' as const, counts }]
        : []),
    ]),
    // What is expected to end, however sure; and work that is done.
    ...(['outage', 'repair'] as const).flatMap(of =>
      SURENESS.map(sure => ({
        ...incident,
        expected: incident.expected.map(one => (one.kind === 'none' ? one : { ...one, sure, of })),
      })),
    ),
    ...(incident.resolution?.text
      ? [
          { ...incident, resolution: { text: incident.resolution.text, ...at } },
          { ...incident, resolution: { text: incident.resolution.text } },
        ]
      : []),
    // Who claims an attack and who contradicts that.
    ...(['alleged', 'claimed'] as const).flatMap(claim =>
      (['denied', 'no sign'] as const).flatMap(denial => {
        const [by] = incident.attack.flatMap(one => one.by ?? [])
        const [author] = incident.attack.flatMap(one => one.author ?? [])
        const isClaim = claim === 'claimed'
        if (incident.attack.length === 0 || (isClaim && !author)) return []
        const claimed = { status: claim, ...(isClaim && author && { author }) }
        return [
          {
            ...incident,
            attack: [
              { ...claimed, ...(by && { by }) },
              { status: denial, ...(by && { by }) },
            ],
          },
          { ...incident, attack: [claimed, { status: denial }] },
        ]
      }),
    ),
    // Nobody is named who says so.
    { ...incident, attack: incident.attack.map(({ by: _, ...attack }) => ({ ...attack, status: 'denied' as const })) },
    { ...incident, reactions: reactions.map(({ tone: _, shares: __, moved: ___, ...quoted }) => quoted) },
    { ...incident, reactions: reactions.map(({ tone: _, ...moved }) => moved) },
    { ...incident, precedents: precedents.flatMap(one => [one, one]) },
    ...(incident.company
      ? [
          {
            ...incident,
            knock_on: [
              {
                who: Array.from({ length: 12 }, (_, nth) => ({ ...(incident.company as Named), id: `company-${nth}` })),
              },
            ],
          },
        ]
      : []),
    ...(['now', 'over'] as const).map(when => ({
      ...incident,
      knock_on: incident.knock_on.flatMap(({ ended: _ended, ...one }) => {
        const ended = { precision: 'exact', at: incident.as_of - 3_600_000 } as const
        const whole = { ...one, link: 'unknown' as const, ...(when === 'over' && { ended }) }
        const { text: _, ...bare } = whole
        const by = incident.company && { by: { kind: 'company' as const, name: incident.company } }
        const own = incident.company ? [{ ...bare, ...by, who: [incident.company] }] : []
        const linked = [whole, { ...whole, ...by }, bare, { ...bare, ...by }, ...own].map(
          ({ link: _, ...effect }) => effect,
        )
        return [whole, { ...whole, ...by }, bare, { ...bare, ...by }, ...linked]
      }),
    })),
    { ...incident, background: [{ text: { la: 'Habent sua fata fila.' } }] },
    { ...incident, background: [{ text: { nl: 'De kabels hebben hun lot.' } }] },
  ]
}

/** A count with everything that says over which time it was counted, and who passes it on. */
function spanning({ at: _, from: __, ...count }: Count): Count[] {
  const hour = { precision: 'exact', at: Date.UTC(2026, 2, 3, 9) } as const
  const via = count.source && { via: count.source }
  const bare = { ...count, ...via }
  return [
    bare,
    { ...bare, at: hour },
    { ...bare, from: hour },
    { ...bare, from: hour, at: { ...hour, at: hour.at + 3_600_000 } },
    { ...bare, during: { kind: 'one', minutes: 30 } },
  ]
}

/** Shares of everything they can be of, by somebody and by the newsroom, and a part that was called. */
function sharesAndParts({ counts: [first], services: [failing], scope }: Incident): Count[][] {
  const service = failing?.service
  if (!first?.source || !service) return []
  const { source } = first
  const [somewhere] = scope?.places ?? []
  const place = somewhere && { place: 'place' in somewhere ? somewhere.place : somewhere }
  const figure = { kind: 'over', value: 41 } as const
  const wholes: NonNullable<Count['of']>[] = [...countWhole.options.filter(of => of !== 'reports'), service]
  const shares = wholes.map((of): Count => ({ source, figure, unit: 'percent', of, outcome: 'hit', trend: 'high' }))
  const reported: Count = { figure, unit: 'percent', of: 'reports', service }
  const calls: Count = { source, figure, unit: 'calls', outcome: 'lost' }
  const outcomes = countOutcome.options
  const rising: Count = { unit: 'reports', trend: 'rising', usual: figure }
  const called = outcomes.map((outcome): Count => ({ figure, unit: 'calls', outcome, to: service, trend: 'falling' }))
  return [
    ...shares.flatMap(({ source: _, ...own }) => [spanning({ ...own, source }), spanning(own)]),
    ...[rising, reported, ...called].flatMap(own => [
      spanning({ ...own, source, service, ...place }),
      spanning({ ...own, service, ...place }),
    ]),
    [calls, { ...calls, to: service, part_of: true }],
  ]
}

/** What an entry of this unit has to say beside it. */
function countedAs(unit: (typeof UNITS)[number]): Pick<Count, 'unit' | 'of' | 'outcome'> {
  if (unit === 'percent') return { unit, of: 'customers', outcome: 'hit' }
  return unit === 'calls' ? { unit, outcome: 'blocked' } : { unit }
}

/** A figure and a lower one an hour later, by the same source. */
function falling({ counts: [first], as_of: at }: Incident, phase: Count['phase']): Count[] {
  if (!first?.source) return []
  const { phase: _, place: __, ...count } = first
  const figure = (value: number, hours: number): Count => ({
    ...count,
    figure: { kind: 'exact', value },
    at: { precision: 'exact', at: at - hours * 3_600_000 },
    ...(phase && { phase }),
  })
  return [figure(900, 2), figure(100, 1)]
}

const SURENESS = ['expected', 'possible', 'hoped', 'at least', 'possibly at least', 'promised'] as const

const DEGREES = ['all', 'all but', 'nearly all', 'most', 'part', 'few'] as const

/** How many are hit, which each kind says in words of its own. */
function everyDegree(incident: Incident): Incident[] {
  if (!incident.scope) return [incident]
  const { of: _, ...scope } = incident.scope
  return DEGREES.map(degree => ({ ...incident, scope: { ...scope, degree } }))
}

/** What all these stories ask of the wordings, as `schema/wordings.json` says it. */
export function gatherAsked(): WordingRequestsFile {
  const { ofMoves, bases, terms } = gatherRequests()
  const moves: Record<string, WordingRequestsFile['moves'][string][number][]> = {}
  for (const [move, facts] of [...ofMoves].sort(byName)) moves[move] = groupsOf([...facts.values()])
  // Who answers for a moment is added to a sentence that does not say it itself.
  moves.attribution = [{ keys: 'attribution', in: { text: 'source:speaker*', title: 'source:speaker*' } }]
  const shared = [...new Set(bases.flatMap(({ shared }) => Object.keys(shared)))].map(
    name => [name, offerOf(bases.map(({ shared }) => shared[name]))] as const,
  )
  return { conditions: presupposed, shared: writeOffers(shared, heldOf(bases)), moves, terms }
}

/** One of all facts of a move that ask for the same, by what they ask for. */
type Requests = Map<string, Fact>

/** What editors call the screens on which users see it: each language has words for those that are words. */
const PLATFORMS = Object.keys(JSON.parse(readFileSync(join(root, 'locales/en/story.json'), 'utf8')).platforms)

/** Keys that end with what places are, what happened, or what befell people: any of them may come up. */
const COMPLETED: readonly string[] = [
  ...['area', 'canton', 'country', 'county', 'department', 'land', 'province', 'region', 'state', 'town'].flatMap(
    sort => [`terms.more-${sort}`, `terms.again-${sort}`],
  ),
  ...['crash', 'earthquake', 'explosion', 'flood', 'incident', 'storm', 'works'].map(kind => `happening-ended.${kind}`),
  ...['dead', 'injured', 'missing', 'poisoned', 'hospitalised'].flatMap(sort =>
    ['first', 'next', 'nobody'].map(place => `toll.${sort}-${place}`),
  ),
  'terms.in-country',
  'terms.clocks-change',
  'bare-event.dated',
  ...PLATFORMS.map(name => `platforms.${name}`),
]

/** What every sentence of a story has beside its own fact. */
type Base = Pick<Story, 'shared' | 'holds'>

interface Gathered {
  readonly ofMoves: ReadonlyMap<string, Requests>
  /** One of all that offer the same. */
  readonly bases: readonly Base[]
  readonly terms: string[]
}

function gatherRequests(): Gathered {
  const ofMoves = new Map<string, Requests>()
  const bases = new Map<string, Base>()
  const lookedUp = new Set<string>()
  const isNew = newShapes()
  for (const { incident, told } of everyIncident()) {
    const story = storyOf(incident)
    const { shared, holds } = story
    // The first of all that ask for the same: to hold the last would keep and drop a story each time.
    const base = offeredBy(shared, holds)
    if (!bases.has(base)) bases.set(base, { shared, holds })
    for (const [move, facts] of factsOf(story)) addTo(ofMoves, move, facts)
    if (told && isNew(story)) lookUp(story, lookedUp)
  }
  const facts = [...ofMoves.values()].flatMap(requests => [...requests.values()])
  const asked = new Set(facts.flatMap(({ keys }) => keys))
  const terms = new Set([...[...lookedUp].filter(key => !asked.has(key)), ...COMPLETED])
  for (const slots of [...facts.map(({ slots }) => slots), ...[...bases.values()].map(({ shared }) => shared)])
    for (const slot of Object.values(slots)) if (slot.kind === 'term') terms.add(slot.key)
  return {
    ofMoves,
    bases: [...bases.values()],
    terms: [...new Set([...terms].map(key => key.replace(/^languages\..*/, 'languages.*')))].sort(),
  }
}

/** The facts of a story by move, with those that its plan words anew. */
function factsOf(story: Story): (readonly [string, readonly Fact[]])[] {
  const { news, sentences } = realiserOf('fr')
  const doubted = [...(story.moves.cause ?? []), ...(story.moves.attack ?? [])]
  return [
    ...Object.entries(story.moves),
    ...Object.entries(story.moves).map(([move, facts]) => [move, everyAdded(facts)] as const),
    ...Object.entries(everyTitle(story, news)),
    ['standfirst', windowOf(story, { type: 'state' } as Message, []) ?? []],
    ['cause', everyExclusion(doubted, sentences)],
    ['statements', everyBlaming(Object.values(story.moves).flat())],
    ['counts', everyTogether(story.moves.counts ?? [])],
  ]
}

function addTo(ofMoves: Map<string, Requests>, move: string, facts: readonly Fact[]): void {
  const requests = ofMoves.get(move) ?? new Map<string, Fact>()
  ofMoves.set(move, requests)
  for (const fact of facts) {
    const { keys, context, count, slots, holds } = fact
    const asked = `${keys.join(' ')}\n${writeContext(context, count !== undefined)}\n${offeredBy(slots, holds)}`
    if (!requests.has(asked)) requests.set(asked, fact)
  }
}

/** What slots and conditions offer to a wording, and the term a slot looks up. */
function offeredBy(slots: Readonly<Record<string, Slot>>, holds: readonly string[]): string {
  let text = holds.join(' ')
  for (const name in slots) {
    const slot = slots[name]
    if (!slot) continue
    text += `\n${name} ${slot.kind === 'term' ? slot.key : slot.kind}`
    if (slot.once) text += ' once'
    if (slot.wanted) text += ' wanted'
  }
  return text
}

/** Says of each story whether it has a key, a slot of a shape or a state that no story before it had. */
function newShapes(): (story: Story) => boolean {
  const seen = new Set<string>()
  return ({ incident, moves, shared }) => {
    const before = seen.size
    seen.add(`${incident.state} ${incident.kind === 'false alarm'}`)
    const facts = Object.values(moves).flat()
    for (const { keys, context, slots } of [...facts, { keys: [''], context: '', slots: shared }]) {
      seen.add(`${keys[0]}`)
      for (const name in slots) {
        // What is counted agrees with the sentence around it.
        const around = slots[name]?.kind === 'figure' ? `${keys[0]} ${context}` : ''
        seen.add(`${around} ${name} ${shapeOf(slots[name])}`)
      }
    }
    return seen.size > before
  }
}

/** All of a slot that decides which terms a format looks up. */
function shapeOf(slot: Slot | undefined): string {
  switch (slot?.kind) {
    case 'names':
      return `${slot.more !== undefined}`
    case 'speaker':
      return `${slot.speaker.kind} ${slot.speaker.name !== undefined}`
    case 'figure':
      return [slot.unit, slot.of].map(one => (typeof one === 'string' ? one : one !== undefined)).join(' ')
    case 'parts':
      return slot.parts.map(({ to }) => to !== undefined).join(' ')
    case 'text':
      return Object.keys(slot.text).join(' ')
    case 'texts':
      return slot.texts.map(one => (typeof one === 'string' ? one : Object.keys(one).join(' '))).join(' ')
    case 'quote':
    case 'frame':
    case 'highlight':
      return quoted(slot.quote)
    case 'verbatim':
      return `${slot.lang}`
    case 'term':
      return slot.key
    default:
      return `${slot?.source?.speaker.kind}`
  }
}

const quoted = ({ lang, translations }: Quote): string =>
  [lang, ...Object.entries(translations).map(([language, { by }]) => `${language} ${by}`)].join(' ')

/** Adds every key that the articles of a story look up. */
function lookUp(story: Story, into: Set<string>): void {
  for (const edition of ['fr', 'en']) {
    const realiser = realiserOf(edition)
    const recording: typeof realiser = {
      ...realiser,
      wordings: (key, choice) => {
        into.add(key === 'kicker' ? `kicker_${choice.context}` : key)
        return realiser.wordings(key, choice)
      },
    }
    realiseArticle(story, recording)
  }
}

/** Facts that share a key are told alike; each context has its own slots. */
function groupsOf(facts: readonly Fact[]): WordingRequestsFile['moves'][string][number][] {
  const groups: { keys: Set<string>; facts: Fact[] }[] = []
  const keySets = new Set(facts.map(({ keys }) => keys.join(' ')))
  for (const keys of [...keySets].map(text => text.split(' '))) {
    const same = groups.filter(group => keys.some(key => group.keys.has(key)))
    const [first = { keys: new Set<string>(), facts: [] }, ...others] = same
    if (same.length === 0) groups.push(first)
    for (const key of [...keys, ...others.flatMap(other => [...other.keys])]) first.keys.add(key)
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  for (const fact of facts) groups.find(({ keys }) => keys.has(fact.keys[0] ?? ''))?.facts.push(fact)
  return groups
    .map(({ keys, facts }) => {
      const contexts = grouped(facts, ({ context, count }) => writeContext(context, count !== undefined))
      const offers = [...contexts].sort(byName).map(([context, asking]) => {
        const names = [...new Set(asking.flatMap(({ slots }) => Object.keys(slots)))]
        const slots = names.map(name => [name, offerOf(asking.map(({ slots }) => slots[name]))] as const)
        return [context, writeOffers(slots, heldOf(asking))]
      })
      return { keys: [...keys].sort().join(' '), in: Object.fromEntries(offers) }
    })
    .sort((a, b) => (a.keys < b.keys ? -1 : 1))
}

/** What some of these hold; whether all of them do. */
const heldOf = (all: readonly Pick<Fact, 'holds'>[]): (readonly [string, boolean])[] =>
  [...new Set(all.flatMap(({ holds }) => holds))].map(
    name => [name, all.every(({ holds }) => holds.includes(name))] as const,
  )

function offerOf(slots: readonly (Slot | undefined)[]): SlotOffer {
  const filled = slots.flatMap(slot => slot ?? [])
  return {
    kinds: [...new Set(filled.map(({ kind }) => kind))],
    always: filled.length === slots.length,
    news: filled.some(({ once }) => once),
    wanted: filled.some(({ wanted }) => wanted),
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)
