import type { Instant, When } from '../fields/values.ts'
import { DAY, MINUTE } from '../foundation/time-units.ts'
import { isAttackContested } from '../incident/attack-denial.ts'
import type { Cause, Claim, Incident, Statement } from '../incident/incident.ts'
import { wholeEnds } from '../incident/moments.ts'
import { saidWhen } from '../incident/said-when.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { stepOf } from '../story/facts/cause-facts.ts'
import { eventBehind } from '../story/sort-words.ts'
import type { Fact, Slot } from '../story/story.ts'
import { countValues, sizeOf } from './count-values.ts'
import { entryOf, pointersOf } from './fact-lines.ts'
import type { MessageType } from './message.ts'
import type { NewsValues } from './news-values.ts'
import { standingOfSpeaker } from './speaker-values.ts'

/** Kinds of trouble whose cause is in their name: what happened is news by itself. */
const EVENTS: ReadonlySet<string> = new Set([
  'attack',
  'cable cut',
  'fire',
  'flood',
  'weather',
  'explosion',
  'human error',
  'failed update',
  'data loss',
])

/** Kinds of trouble that destroy: what they destroyed, told in an editor's words, comes before what no longer works there. */
const DESTROYING: ReadonlySet<string> = new Set(['fire', 'flood', 'explosion'])

/** Whether its cause is in its name, or in that of what happened: « après un incendie ». */
const isOfAnEvent = (incident: Incident): boolean => EVENTS.has(incident.kind) || eventBehind(incident) !== undefined

const isDestructionTold = ({ kind, event, services }: Incident): boolean =>
  !strikesTraffic({ kind, services }) &&
  DESTROYING.has(kind) &&
  event.some(one => one.kind === kind && one.text !== undefined)

/** Whether what happened struck what moves people, which did not burn itself. */
const strikesTraffic = ({ kind, services }: Pick<Incident, 'kind' | 'services'>): boolean =>
  DESTROYING.has(kind) && services.length > 0 && services.every(({ service: { sort } }) => MOVING.has(sort ?? ''))

const MOVING: ReadonlySet<string> = new Set(['transport', 'traffic', 'flights'])

const WELL_KNOWN = 1

/** Why a message is news, as names of `news-values.yaml`. */
export function valuesOf(type: MessageType, fact: Fact, incident: Incident, news: NewsValues): readonly string[] {
  const read = READERS[type]
  return typeof read === 'function' ? read(fact, incident, news) : read
}

type Reader = (fact: Fact, incident: Incident, news: NewsValues) => readonly string[]

const READERS: Readonly<Record<MessageType, readonly string[] | Reader>> = {
  correction: ['correction'],
  state: (_, incident) => [
    ...(incident.state === 'resolved' && isSuspicion(incident) ? ['cleared'] : []),
    areVictimsBetterKnown(incident) ? 'obscure' : 'stopped',
    ...(incident.services.some(({ service }) => (service.rank ?? 9) <= WELL_KNOWN) ? ['known'] : []),
    ...(incident.kind === 'emergency numbers' && incident.state !== 'resolved' ? ['danger'] : []),
    ...(isOfAnEvent(incident) && incident.state === 'ongoing' && !isDestructionTold(incident) ? ['event'] : []),
  ],
  // A fire that hit nobody, or somebody else's, is told by what it stopped.
  event: (_, incident) => [strikesTraffic(incident) || eventBehind(incident) ? 'why' : 'event'],
  casualties: casualtyValues,
  place: ['place'],
  service: serviceValues,
  symptom: (fact, { kind }) => (isCare(fact, kind) ? ['care'] : ['met']),
  time: ['time'],
  hope: (fact, incident) =>
    incident.state === 'resolved'
      ? []
      : fact.keys[0]?.endsWith('none')
        ? ['doubt']
        : fact.context === 'past'
          ? ['recall']
          : [...(isLong(fact, incident) ? ['long'] : []), 'hope'],
  // While it lasts, that it gets better here and there is a sign, and no news of its own.
  recovery: (_, { state }) => (state === 'ongoing' ? ['signs'] : ['hope', 'works']),
  count: countValues,
  said: saidValues,
  quoted: ['quoted'],
  finding: findingValues,
  cause: causeValues,
  attack: attackValues,
  data: fact =>
    /confirmed|possible/.test(fact.keys[0] ?? '')
      ? ['data']
      : /^data\.no/.test(fact.keys[0] ?? '')
        ? ['denial']
        : ['doubt'],
  // Work that is done is the newest that there is, as long as nobody says that all is over.
  mended: ({ keys: [key] }, { state }) => [
    ...(/^resolution\.(?:clause|done)$/.test(key ?? '') && state !== 'resolved' ? ['repaired'] : []),
    'why',
  ],
  remains: ['world', 'place'],
  works: ({ keys: [key] }, { kind }) => {
    if (kind === 'emergency numbers') return ['duty']
    // Whether water may be drunk is the first that readers ask.
    return kind === 'water' && key === 'unaffected.text' ? ['safe', 'works'] : ['works']
  },
  // Where nothing has stopped yet and all may fail, what readers must do meanwhile is the news.
  advice: (_, { kind, planned, state }) =>
    kind === 'emergency numbers'
      ? ['duty']
      : state === 'ongoing' && planned.some(({ impact }) => impact === 'possible')
        ? ['meanwhile']
        : ['act'],
  victims: (fact, incident) => [
    ...(isCare(fact, incident.kind) ? ['care'] : []),
    // What happened there is more than who was hit, unless that is several who are named.
    fact.slots.text ? 'world' : areSeveral(fact.slots.who) ? 'many_others' : 'others',
    ...(areVictimsBetterKnown(incident) ? ['sufferers'] : []),
  ],
  money: (fact: Fact) => {
    if (fact.keys.includes('replaced')) return ['recall']
    return pointersOf(fact).some(pointer => pointer.startsWith('/compensation')) ? ['money'] : ['count']
  },
  claim: claimValues,
  update: ['words'],
  recall: ['recall'],
}

/** So many who are named are more than what happened at one of them. */
const SEVERAL = 3

const areSeveral = (who: Slot | undefined): boolean => who?.kind === 'names' && who.names.length >= SEVERAL

/** Kinds of trouble after which readers ask first whether anybody was hurt. */
const PERILOUS: ReadonlySet<string> = new Set([...DESTROYING, 'weather'])

/** Deaths come before everything; that nobody was hurt is worth knowing, and an earlier toll is history. */
function casualtyValues({ keys: [key = ''], slots: { dead } }: Fact, { kind }: Incident): readonly string[] {
  if (key === 'casualties.none') return [PERILOUS.has(kind) ? 'unhurt' : 'works']
  if (key === 'casualties.replaced') return ['recall']
  const isDeath = dead?.kind === 'figure' && dead.figure !== undefined && sizeOf(dead.figure) > 0
  return isDeath ? ['lives', 'danger'] : ['danger']
}

/** What somebody contradicts is not what leads; what is spoken of where it is confirmed is an opinion. */
function attackValues({ keys: [key = ''] }: Fact, incident: Incident): readonly string[] {
  if (key === 'attack.spoken') return ['words']
  if (key === 'attack.claimed-known') return ['authorship']
  if (/^attack\.(?:alleged|claimed)/.test(key)) return [isAttackContested(incident) ? 'contested' : 'attack']
  if (key.startsWith('attack.confirmed')) return ['attack']
  return [/denied|no-sign/.test(key) ? 'denial' : 'doubt']
}

/** What happens to patients: a symptom of a hospital, or an effect where care is what is hit. */
const isCare = ({ keys: [key = ''], slots: { services, who, text } }: Fact, kind: Incident['kind']): boolean =>
  text !== undefined && (kind === 'health' || (key === 'symptoms.service' && isHospital(services)) || isHospital(who))

/** Whether any of these is a hospital, by its sort or by the noun that an editor gave it. */
const isHospital = (slot: Slot | undefined): boolean =>
  slot?.kind === 'names' && slot.names.some(({ sort }) => sort === 'hospital')

/** Whether an end is so far off that how long it takes is the news. */
function isLong({ slots: { clock, length } }: Fact, { as_of, state }: Incident): boolean {
  if (state === 'planned') return false
  const last = clock?.kind === 'when' ? lastOf(clock.when) : undefined
  const until = last === undefined ? 0 : (last - as_of) / MINUTE
  return Math.max(until, length?.kind === 'duration' ? length.minutes : 0) >= (LONG_DAYS * DAY) / MINUTE
}

const LONG_DAYS = 3

/** Of a season or a month its end counts, of a day its beginning. */
function lastOf({ at, until }: When): Instant | undefined {
  const isWide = at !== undefined && until !== undefined && until - at >= LONG_DAYS * DAY
  return isWide ? until : at
}

/** With what alone emergency numbers can be reached is something to do; whose customers suffer names those hit. */
function serviceValues({ keys: [key = ''] }: Fact, { kind }: Incident): readonly string[] {
  if (key === 'others.access' && kind === 'emergency numbers') return ['duty']
  return key.startsWith('customers.') ? ['known', 'place'] : ['words', 'place']
}

/** Whether readers know those who suffer from it, and not what fails. */
function areVictimsBetterKnown({ services, knock_on, state }: Incident): boolean {
  if (state !== 'ongoing' && state !== 'resolved') return false
  const victims = knock_on.flatMap(({ who }) => who.map(({ rank }) => rank ?? UNRANKED))
  const failing = services.map(({ service }) => service.rank ?? UNRANKED)
  return (
    failing.length > 0 && Math.min(...failing) >= LITTLE_KNOWN && Math.min(...victims, UNRANKED) < Math.min(...failing)
  )
}

const UNRANKED = 9
const LITTLE_KNOWN = 3

function causeValues(fact: Fact, { causes, kind, attack }: Incident): readonly string[] {
  const cause = entryOf<Cause>(causes, '/causes/', fact)
  if (!cause || cause.status === 'unknown') return ['doubt']
  if (cause.replaced) return ['recall']
  const step = stepOf(cause)
  if (step === 'denied') return ['denial']
  const isSettled = step === 'official' && !cause.not_confirmed_by
  // Who is behind an attack is not named, but that it was one is told by its cause alone.
  if (isSettled && kind === 'attack' && attack.length === 0) return ['attack']
  return isSettled ? [EVENTS.has(kind) || kind === 'maintenance' ? 'why' : 'cause'] : ['why']
}

/** Words that are no sentence and have none around them: said last, and nowhere short. */
const HALF_A_SENTENCE = 'statement.words'

function saidValues(fact: Fact, incident: Incident): readonly string[] {
  const { statements, state, ended } = incident
  const statement = entryOf<Statement>(statements, '/statements/', fact)
  if (statement?.kind !== 'said') return ['silence']
  if (fact.keys[0] === HALF_A_SENTENCE) return ['recall']
  const end = wholeEnds(ended)[0]?.at
  // What was said before it began, and after the end what was said while it lasted, says how it was.
  const isOld =
    saidWhen(incident, statement) !== undefined ||
    (state === 'resolved' &&
      end !== undefined &&
      (statement.at?.at === undefined
        ? statement.phase !== 'resolution' && statement.phase !== 'explanation'
        : statement.at.at < end))
  if (isOld) return ['recall']
  const words = ['words', ...standingOfSpeaker(statement.by, incident)]
  return fact.from.some(pointer => pointer.endsWith('/highlight')) ? ['quoted', ...words] : words
}

function findingValues(fact: Fact, incident: Incident): readonly string[] {
  const party = entryOf(incident.third_parties, '/third_parties/', fact)
  if (!party) return ['words']
  if (saidWhen(incident, party) || fact.keys[0] === HALF_A_SENTENCE) return ['recall']
  return party.who.kind === 'authority' && party.says
    ? ['finding']
    : ['words', ...standingOfSpeaker(party.who, incident)]
}

/** Why an editor says that it is news; what is denied, or was so only while it lasted, is none by itself. */
function claimValues(fact: Fact, { facts, kind }: Incident): readonly string[] {
  if (fact.keys[0] === 'claim.differ') return ['contested', 'why']
  const claim = entryOf<Claim>(facts, '/facts/', fact)
  if (fact.context === 'then') return ['recall']
  return [weighedAs(claim, kind) ?? (claim?.sure === 'denied' ? 'denial' : 'words')]
}

/**
 * What an editor says that it is; what readers must do is a duty where lives are at stake, and else something to do, and
 * what one person finds is a view.
 */
function weighedAs(claim: Claim | undefined, kind: Incident['kind']): string | undefined {
  if (claim?.value === 'duty' && !OF_LIVES.has(kind)) return 'act'
  return claim?.value === 'finding' && claim.by?.kind === 'person' ? 'view' : claim?.value
}

const OF_LIVES: ReadonlySet<Incident['kind']> = new Set([
  ...(['emergency numbers', 'health', 'water', 'weather', 'fire', 'flood', 'explosion', 'power cut'] as const),
])

/** When a message was said or seen: the moment in its own slots. */
export function momentOf({ as_of }: Incident, fact: Fact): Instant | undefined {
  // When an end is expected is not when somebody said so.
  const isExpected = fact.keys.some(key => key.startsWith('expected.'))
  const moments = (isExpected ? ['at'] : ['at', 'clock']).flatMap(name => {
    const slot = fact.slots[name]
    return slot?.kind === 'when' && slot.when.at !== undefined && slot.when.at <= as_of ? [slot.when.at] : []
  })
  return moments.length > 0 ? Math.max(...moments) : undefined
}
