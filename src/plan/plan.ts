import { isSuspicion } from '../incident/suspicion.ts'
import { cutOf } from '../story/sort-words.ts'
import type { Fact, Story } from '../story/story.ts'
import { type TitlePart, titleFact } from '../story/title-slots.ts'
import { briefOf } from './brief-plan.ts'
import { withElsewhere } from './counts-together.ts'
import { pointersOf } from './fact-lines.ts'
import type { Message, MessageType } from './message.ts'
import { messagesOf } from './messages.ts'
import type { NewsValues } from './news-values.ts'
import { opensAs, placed, titlesOf } from './placed-messages.ts'
import { type RankedMessage, rankingOf as ranking } from './ranking.ts'
import { isToldBelow, isToldBy, standingAlone, standingOf, windowOf } from './standing-messages.ts'
import { effectOf, everySecondClause, isCrowded, type SecondClause, secondClauseOf } from './title-second-message.ts'
import {
  formOf,
  hindranceTo,
  isReserve,
  isTitled,
  leaderOf,
  TYPED_ALERT,
  TYPED_HEADLINE,
  titledOf,
} from './titled-messages.ts'
import { withoutQuotesOf } from './told-twice.ts'
import { untorn } from './torn-messages.ts'

/**
 * What leads, and what stands at which length, decided once for every edition of one home and without a word: a language
 * says what is planned, and chooses nothing.
 */
export interface Plan {
  /** Every message, the most newsworthy first. */
  readonly messages: readonly Message[]
  /** The message that makes headline, alert, lead sentence and the first line of the brief. */
  readonly leader: Message | undefined
  /** What the leader's own sentence tells beside it: the same counted elsewhere. */
  readonly beside: readonly Fact[]
  /** What may make the headline: the leader, then what says no more than the state; each in ways that say the same. */
  readonly headline: readonly (readonly Fact[])[]
  readonly alert: readonly (readonly Fact[])[]
  /** What leads and is too long for a headline, which another message makes. */
  readonly untitled: Message | undefined
  /** What headline and alert add to what leads, as a second clause, where there is room for it. */
  readonly second: Fact | undefined
  /** One or two messages that neither headline nor lead tells. */
  readonly standfirst: readonly Fact[]
  /** What the standfirst tells whole: the article does not say it again. */
  readonly standing: readonly Fact[]
  /** The first sentences of the article. */
  readonly lead: readonly Fact[]
  /** What stands right below the lead because it matters more than its place in the document plan. */
  readonly high: readonly Fact[]
  /** The brief, from its first sentence on: the lead, where need be shorter, and what fits below it. */
  readonly brief: readonly Fact[]
}

/** Messages whose sentence takes the event for known: the article opens on the state, and they stand next. */
const BESIDE_STATE: ReadonlySet<MessageType> = new Set([
  'hope',
  'advice',
  'works',
  'remains',
  'recovery',
  'cause',
] as const)

/** Messages told by lists or boxes of their own, wherever they rank. */
const BOXED: ReadonlySet<MessageType> = new Set(['advice', 'update', 'state', 'correction', 'time', 'recall', 'quoted'])

/** Below this nothing is raised above its place in the document plan. */
const HIGH = 50
const WEIGHTY = 60
const MOST_HIGH = 4

/**
 * The plan of a story. Pure: the same story and values give the same plan, so that every edition of a home takes the one made
 * first.
 * @param home the country of its readers, for which titles need not say where it is
 */
export function planOf(story: Story, news: NewsValues, home: string): Plan {
  const ofStory = plans.get(story.moves) ?? new Map<string, KnownPlan>()
  plans.set(story.moves, ofStory)
  const known = ofStory.get(home)
  if (known?.news === news) return known.plan
  const plan = makePlan(story, news, home)
  ofStory.set(home, { news, plan })
  return plan
}

interface KnownPlan {
  readonly news: NewsValues
  readonly plan: Plan
}

/** By the facts that are planned, and for whom. */
const plans = new WeakMap<Story['moves'], Map<string, KnownPlan>>()

function makePlan(story: Story, news: NewsValues, home: string): Plan {
  const all = messagesOf(story, news)
  const chosen = leaderOf(story, all)
  const { leader, kin } = withElsewhere(chosen, all)
  const messages = all.flatMap(one => (one === chosen && leader ? leader : kin.includes(one) ? [] : one))
  const headlined = titledOf(leader, messages, TYPED_HEADLINE)
  const alerted = titledOf(leader, messages, TYPED_ALERT)
  const state = messages.find(({ type }) => type === 'state')
  const effect = effectOf(story, messages, headlined)
  const second = headlined === alerted && !effect ? secondClauseOf(story, messages, headlined) : undefined
  const first =
    leader && leader.type !== 'state'
      ? [opened(story, leader, state), ...restOf(leader, story), ...reservesOf(leader), ...befallen(leader, second)]
      : []
  const stated = [
    ...stateLead(story, state, leader !== undefined && opensAs(story, leader)).map(fact => besideEvent(fact, leader)),
    ...startOfAnother(story),
  ]
  const isBeside =
    leader && BESIDE_STATE.has(leader.type) && !(leader.type === 'cause' && story.incident.publication.angle)
  const opening = isBeside ? [...stated, ...first] : [...first, ...stated]
  const saidThere = placesToldBy(opening, story)
  const lead = opening.map((one, nth) =>
    nth === 0 ? { ...one, from: [...one.from, ...saidThere.flatMap(pointersOf)] } : one,
  )
  const free = untorn(messages, story.incident)
  const standing = standingOf(
    story,
    free.filter(message => ![second?.message, effect?.message, headlined].includes(message)),
    leader,
    lead,
  )
  const window = windowOf(story, leader, standing)
  const alone = window ? [] : standingAlone(story, standing)
  const high = free
    // What stands above the article is not the next thing that it says, unless it is news of its own weight and has more to it.
    .filter(
      message =>
        message !== leader &&
        !BOXED.has(message.type) &&
        !isToldBy(lead, message) &&
        !message.facts.every(fact => alone.includes(fact)) &&
        message.rank.total >= (standing.includes(message) ? WEIGHTY : HIGH),
    )
  const raised = [...passedOver(story, messages, { leader, standing, lead }), ...withKin(ofFewTopics(high), high)]
  return {
    messages: all,
    leader: chosen,
    beside: [...kin.flatMap(({ facts }) => facts), ...saidThere],
    headline: titlesOf(story, headlined, 'headline', { home, news, effect }).map(facts =>
      facts.map(fact => beside(second, fact)),
    ),
    alert: titlesOf(story, alerted, 'alert', { home, news, effect }).map(facts =>
      facts.map(fact => beside(second, fact)),
    ),
    untitled: headlined === leader ? undefined : leader,
    second: second?.fact,
    standfirst: window ?? standing.map(message => placed(story, message, 'standfirst')),
    standing: alone,
    lead,
    high: apart([...new Set(raised)]),
    brief: withoutQuotesOf(briefOf(story, free, { leader, second: second?.message }, lead)),
  }
}

/** Why, where the standfirst has something else because more is said of it below: that goes on from it. */
function passedOver(
  story: Story,
  messages: readonly Message[],
  { leader, standing, lead }: { leader: Message | undefined; standing: readonly Message[]; lead: readonly Fact[] },
): Message[] {
  const least = Math.min(HIGH, standing[0]?.rank.total ?? 0)
  return messages.filter(
    one =>
      one !== leader &&
      !standing.includes(one) &&
      one.rank.total >= least &&
      isToldBelow(one, story) &&
      !isToldBy(lead, one),
  )
}

/** What leads as a title that adds something: where it is only where there is room for both, the same in every language. */
function beside(second: SecondClause | undefined, fact: Fact): Fact {
  if (!second || !isCrowded(fact, second.fact)) return fact
  const { places: _, ...slots } = fact.slots
  return { ...fact, slots }
}

/** « Les centres de données sont hors service », and not « après un incendie » where the sentence before tells of it. */
function besideEvent(fact: Fact, leader: Message | undefined): Fact {
  if (leader?.type !== 'event') return fact
  const { after: _, struck: __, ...slots } = fact.slots
  return { ...fact, slots }
}

/** While it lasts, since when stands in the lead; where somebody else answers for it, in a sentence of their own. */
function startOfAnother({ incident, moves }: Story): readonly Fact[] {
  const starts = moves.start ?? []
  return incident.state === 'ongoing' && !isSuspicion(incident) && starts.length === 1 && starts[0]?.slots.source
    ? starts
    : []
}

/** Facts that say no more than where it is, where the figure that leads says so. */
function placesToldBy([first]: readonly Fact[], { moves }: Story): readonly Fact[] {
  const { figure, place } = first?.slots ?? {}
  if (!figure || place?.kind !== 'names') return []
  const ids = new Set(place.names.map(({ id }) => id))
  return (moves.scope ?? []).filter(({ keys, slots: { places, lesser, beyond, except, source, extent, degree } }) => {
    const isMore = lesser ?? beyond ?? except ?? source ?? extent ?? degree
    const isPlaces = /^scope\.(?:places|country|countries|regions|city)$/.test(keys[0] ?? '')
    return isPlaces && !isMore && places?.kind === 'names' && places.names.every(({ id }) => ids.has(id))
  })
}

/** Advice that leads is told whole: until when it holds, too. */
function restOf({ type, facts: [own] }: Message, { moves: { advice = [] } }: Story): readonly Fact[] {
  const next = type === 'advice' ? advice[advice.findIndex(({ slots }) => slots === own?.slots) + 1] : undefined
  return next?.keys[0]?.startsWith('advice.valid') ? [next] : []
}

/** What must be known of a figure stands right after it. */
const reservesOf = ({ facts }: Message): Fact[] => facts.filter(one => isReserve(one) || isOfWhom(one))

/** How many it befell besides stands beside the dead. */
const befallen = (leader: Message, second: SecondClause | undefined): readonly Fact[] =>
  leader.type === 'casualties' && second?.message.type === 'count' ? second.message.facts : []

/** Who the dead and the hurt are. */
const isOfWhom = ({ keys }: Fact): boolean => keys.includes('casualties.text')

/** Who suffers, as much as those raised, stands beside them: hospitals are told together. */
function withKin(raised: readonly Message[], all: readonly Message[]): Message[] {
  const last = raised.findLast(({ type }) => type === 'victims')
  const kin = all.filter(one => one.type === 'victims' && one.rank.total === last?.rank.total && !raised.includes(one))
  return raised.flatMap(one => (one === last ? [one, ...kin] : [one]))
}

/** The highest, of so many topics: what several suffer is one. */
function ofFewTopics(high: readonly Message[]): Message[] {
  const topicOf = ({ type, id, facts: [own] }: Message) =>
    GATHERED.has(type) ? type : (TOPICS_OF_CLAIMS[own?.about ?? ''] ?? id)
  return high.filter((_, nth) => new Set(high.slice(0, nth + 1).map(topicOf)).size <= MOST_HIGH)
}

const GATHERED: ReadonlySet<MessageType> = new Set(['victims', 'count', 'cause'])
const TOPICS_OF_CLAIMS: Readonly<Record<string, MessageType>> = { knock_on: 'victims', counts: 'count', cause: 'cause' }

/** What somebody said stands in a paragraph of its own, and nothing is added to it. */
function apart(messages: readonly Message[]): Fact[] {
  return messages.flatMap(({ type, facts }, nth) => {
    const isApart = type === 'said' || messages[nth - 1]?.type === 'said'
    return isApart ? facts.map((fact, index) => (index === 0 ? { ...fact, opens: true } : fact)) : facts
  })
}

/**
 * The state as the lead tells it; long after the end it is recalled, and no longer news.
 * @param isNamed whether the sentence before it names the event and what is hit
 */
function stateLead(story: Story, state: Message | undefined, isNamed: boolean): readonly Fact[] {
  const [own, ...rest] = state?.facts ?? []
  if (!state || !own) return []
  // How long it lasted says that it is over.
  if (isNamed && rest.length > 0)
    return rest.map((one, nth) => (nth === 0 ? { ...one, from: [...own.from, ...one.from], always: true } : one))
  if (state.values.includes('recall') && !isEndKnown(story.incident)) return happenedThen(story, own)
  if (!state.values.includes('recall'))
    return isAllThereIs(story) ? [sinceWhen(own), ...state.facts.slice(1)] : state.facts
  const { opening } = story
  const { context: _, ...recalled } = own
  const slots = { ...opening, ...own.slots }
  // How long it was, or its two days: one choice for every language.
  const { endday: _end, ...told } = slots
  const keys = isNamed ? ['lead.recalled-briefly'] : ['lead.recalled']
  return [{ ...recalled, keys, slots: slots.duration ? told : slots }]
}

const isEndKnown = ({ ended }: Story['incident']): boolean => ended.some(({ at }) => at !== undefined)

/** Where nobody says that it is over, what happened then in an editor's words; else nothing. */
function happenedThen({ moves }: Story, { from }: Fact): readonly Fact[] {
  const happened = [...(moves.event ?? []), ...(moves.event_times ?? [])].filter(({ keys }) =>
    /^happened\.(?:text|dated)$/.test(keys[0] ?? ''),
  )
  return happened.map((one, nth) => (nth === 0 ? { ...one, from: [...from, ...one.from], always: true } : one))
}

/** The first sentence says on which day it was, who answers for it the next. */
function opened(story: Story, leader: Message, state: Message | undefined): Fact {
  const { opens: __, ...own } = placed(story, leader, 'lead')
  const known = state?.facts.flatMap(({ slots }) => slots.day ?? [])[0]
  if (!known || !opensAs(story, leader)) return own
  // What has its hour in it, or a source of its own, is told again by who answers for it; a bare day is told once.
  const isBare = !known.source && story.incident.state !== 'recovering'
  const { source: _, ...day } = known
  const from = [...own.from, ...(state?.facts[0]?.from ?? [])]
  return { ...own, from, slots: { ...own.slots, day: isBare ? known : { ...day, wanted: true } } }
}

/** Whether nothing but the hour would stand in the paragraph after the lead: then the lead tells it. */
function isAllThereIs({ incident, moves, opening }: Story): boolean {
  const alone = ['start', 'end', 'beyond', 'counts'].flatMap(move => moves[move] ?? [])
  const [start] = alone
  const isKnown = alone.length === 1 && start?.keys.at(-1) === 'start.known' && !start.slots.source
  const isPlain = start?.slots.clock?.kind === 'when' && /^(?:exact|about)$/.test(start.slots.clock.when.precision)
  const isPlainOutage = SINCE.has(incident.kind) && cutOf(incident) === undefined
  return isPlainOutage && incident.state === 'ongoing' && isKnown && isPlain && opening.clock !== undefined
}

/** Kinds whose lead says nothing but what fails; the others tell more of it in words of their own. */
const SINCE: ReadonlySet<string> = new Set(['outage', 'degradation'])

/** « Depuis 8h ce mardi » in place of « depuis quatre heures », which the headline says. */
function sinceWhen(own: Fact): Fact {
  // What works with some lines only has its hour there already.
  if (own.slots.access) return own
  const { elapsed: _, ...slots } = own.slots
  return { ...own, keys: ['lead.since', ...own.keys], slots }
}

/**
 * Every message of a story as every title that its type may make, whether or not it ranks high enough: what wordings must be
 * there for, so that a plan is never short of words.
 */
export function everyTitle(
  story: Story,
  news: NewsValues,
): Readonly<Record<'headline' | 'alert' | 'second' | 'lead', readonly Fact[]>> {
  const shaped = (title: TitlePart) => (message: Message) =>
    titleFact(placed(story, message, title), story.incident, { title, isAngle: true, home: '' })
  const messages = messagesOf(story, news)
  const titled = messages.filter(
    message =>
      message.type !== 'state' &&
      isTitled(message) &&
      (!message.values.includes('recall') || formOf(message) !== undefined),
  )
  // A figure with the same of other places, and what an attack does to people.
  const wide = titled.flatMap(message => {
    const { leader, kin } = withElsewhere(message, messages)
    return leader && kin.length > 0 ? [message, leader] : [message]
  })
  const effects = messages.flatMap(leader => effectOf(story, messages, leader) ?? [])
  const withEffects = (title: TitlePart) =>
    effects.flatMap(effect => titlesOf(story, undefined, title, { home: '', news, effect })[0] ?? [])
  const state = messages.find(({ type }) => type === 'state')
  return {
    headline: [...wide.map(shaped('headline')), ...withEffects('headline')],
    alert: [...wide.map(shaped('alert')), ...withEffects('alert')],
    second: everySecondClause(story, messages),
    lead: [
      ...wide.filter(message => opensAs(story, message)).map(message => placed(story, message, 'lead')),
      // A suspicion is neither recalled nor told with « depuis ».
      ...(state && !isSuspicion(story.incident)
        ? [
            ...[true, false].flatMap(isNamed => stateLead(story, { ...state, values: ['recall'] }, isNamed)),
            ...state.facts.slice(0, 1).map(sinceWhen),
          ]
        : []),
    ],
  }
}

/** Every message with its rank and why, the most newsworthy first. */
export const rankingOf = (plan: Plan): RankedMessage[] => ranking(plan, { mayLead: isTitled, hindranceTo })
