import type { Fact, Slot, Story } from '../story/story.ts'
import type { Message, MessageType } from './message.ts'
import { isReserve, leadsUnasked, markOf, typedFits } from './titled-messages.ts'
import { goesOn } from './told-twice.ts'

/** Messages that can stand in a standfirst. */
const STANDING: ReadonlySet<MessageType> = new Set([
  ...(['event', 'casualties', 'count', 'cause', 'attack', 'data', 'finding', 'victims', 'money', 'symptom'] as const),
  ...(['claim', 'hope', 'recovery', 'works', 'remains', 'place', 'service', 'advice', 'quoted', 'said'] as const),
  ...(['mended'] as const),
])

const TYPED_STANDFIRST = 160

/** The next message that readers need, without what is only hours, doubt or recall; it is not told again below. */
export function standingOf(
  story: Story,
  messages: readonly Message[],
  leader: Message | undefined,
  lead: readonly Fact[],
): Message[] {
  const fit = messages.filter(
    message =>
      message !== leader &&
      message.rank.total > 0 &&
      STANDING.has(message.type) &&
      (message.type !== 'mended' || leadsUnasked(message)) &&
      !isInTheLead(message) &&
      !isBesideImpact(message, story) &&
      !isWithWords(message, story) &&
      !isToldBy(lead, message) &&
      !(TITLED.has(message.type) && isInTheTitle(message, story, leader)) &&
      !isTitledApology(message, story) &&
      !message.facts.some(isReserve) &&
      !message.values.some(value => PASSED.has(value)) &&
      !isOnlyWhen(message) &&
      message.facts.every(one => typedFits(one, TYPED_STANDFIRST)),
  )
  // What somebody said stands there where nobody's needs are met otherwise; that nobody knows why, or says nothing, last of all.
  const told = fit.filter(message => !isEmptyHanded(message))
  const needed = told.filter(message => !isSpeech(message) && message.rank.total >= NEEDED)
  // Why, where more is said of it below, is told there; the standfirst has the next.
  const isOfCause = needed.some(message => isToldBelow(message, story))
  const once = needed.filter(message => !isToldBelow(message, story) && !(isOfCause && isOnCause(message)))
  const needs = once.length > 0 ? once : needed
  // Below a figure that leads, something else says more than another figure.
  const other =
    leader?.type === 'count' ? needs.find(one => one.type !== 'count' && one.rank.total >= WEIGHTY) : undefined
  const beside =
    leader?.type === 'count' && needs[0]?.type === 'count' ? needs.find(({ type }) => type !== 'count') : undefined
  const first = other ?? beside ?? needs[0] ?? told[0] ?? fit[0]
  return first ? [first] : []
}

/** Whether it is a short cause of which more is told below. */
export const isToldBelow = ({ type, facts: [own] }: Message, { moves }: Story): boolean =>
  type === 'cause' && own !== undefined && goesOn(own, moves)

/** What more is known of the cause stands beside it. */
const isOnCause = ({ facts: [own] }: Message): boolean => own?.about === 'cause'

/** What somebody's words are about stands beside them below, and they beside it. */
function isWithWords({ type, facts: [own] }: Message, { moves }: Story): boolean {
  const isOn = ({ about }: Fact) => about === `words:${type}`
  return isOnSubject(own) || Object.values(moves).some(facts => facts.some(isOn))
}

/** Words that belong to something else, which is told before them. */
export const isOnSubject = (fact: Fact | undefined): boolean => fact?.about?.startsWith('words:') === true

/** What was so before, and a number that another has overtaken or holds. */
const PASSED: ReadonlySet<string> = new Set(['recall', 'overtaken', 'part'])

/** Below this, words that an editor marked, or of those who answer for it, are more. */
const NEEDED = 30

/** Of this rank a message is news beside any figure. */
const WEIGHTY = 50

const isSpeech = ({ type, values }: Message): boolean =>
  type === 'said' || type === 'quoted' || (type === 'finding' && !values.includes('finding'))

/** « La tempête a éclaté mercredi »: a reading of the clock or the calendar is no news. */
const isOnlyWhen = ({ facts: [own] }: Message): boolean =>
  own?.keys.some(key => /^happened\.(?:began|dated)$/.test(key)) === true

/**
 * What the standfirst tells whole, so that the article need not say it again: not advice among other advice, nor what to do
 * where lives are at stake.
 */
export function standingAlone({ moves }: Story, standing: readonly Message[]): readonly Fact[] {
  return standing.flatMap(({ type, values, facts }) => {
    const isBoxed = type === 'advice' && ((moves.advice ?? []).length > 1 || values.includes('duty'))
    // What follows the first says more of it; words that go on are quoted as a whole.
    const goesOn = facts.length > 1 && (type === 'said' || type === 'quoted')
    return isBoxed || goesOn ? [] : facts.slice(0, 1)
  })
}

/** From when until when, and where: what readers ask of planned work, unless there is something to do before it. */
export function windowOf(
  { incident, opening }: Story,
  leader: Message | undefined,
  [standing]: readonly Message[],
): readonly Fact[] | undefined {
  const { from, to, places } = opening
  if (incident.state !== 'planned' || leader?.type !== 'state' || !from || !to || !places) return undefined
  if (standing && ACTED.has(standing.type)) return undefined
  return [{ keys: ['standfirst.window'], slots: { from, to, places }, holds: [], from: ['/planned'], always: true }]
}

const ACTED: ReadonlySet<MessageType> = new Set(['advice', 'money'])

const isEmptyHanded = ({ type, values }: Message): boolean =>
  values.includes('silence') || values.includes('denial') || (type === 'cause' && values.includes('doubt'))

/** Whether the headline may tell the marked words of a statement itself: as a company's apology. */
function isTitledApology({ facts: [own] }: Message, { moves, incident: { state } }: Story): boolean {
  const title = moves.headline?.[0]
  const mark = own && markOf(own)
  if (mark === undefined || state === 'resolved' || !title?.holds.includes('company-said')) return false
  return title.slots.highlight?.from.includes(mark) === true
}

/** What the headline of the state may tell besides. */
const TITLED: ReadonlySet<MessageType> = new Set(['attack', 'service'] as const)

/** Whether the headline tells it, unless another message leads: that there was an attack, how other services stand. */
function isInTheTitle({ facts: [own] }: Message, story: Story, leader: Message | undefined): boolean {
  if (leader?.type !== 'state' || !own) return false
  const { opening, incident, moves } = story
  const isAttack = opening.attacked !== undefined && own.slots.attacked === opening.attacked
  const { services, also } = moves.headline?.[0]?.slots ?? {}
  return (
    (incident.kind === 'attack' && isAttack) || (also !== undefined && namesOnly(own.slots.services, [services, also]))
  )
}

/** Whether a slot names nothing that the others do not. */
function namesOnly(one: Slot | undefined, others: readonly (Slot | undefined)[]): boolean {
  const ids = new Set(others.flatMap(other => (other?.kind === 'names' ? other.names.map(({ id }) => id) : [])))
  return one?.kind === 'names' && one.names.every(({ id }) => ids.has(id))
}

/** Whether the first sentences tell it: the figure of a suspicion, that there was an attack. */
export function isToldBy(lead: readonly Fact[], { facts: [own] }: Message): boolean {
  return IN_LEADS.some(name => {
    const line = own?.slots[name]?.from[0]
    return line !== undefined && lead.some(({ slots }) => slots[name]?.from.includes(line))
  })
}

/** What every sentence that opens an article tells where it has it. */
const IN_LEADS = ['attacked', 'figure']

/** What is seen of one service stands in the lead, beside how it fares. */
function isBesideImpact({ type, facts: [own] }: Message, { moves: { others = [] } }: Story): boolean {
  return (
    type === 'symptom' &&
    own?.keys[0] === 'symptoms.service' &&
    others.some(({ keys, slots: { services, there } }) => {
      return keys.at(-1) === 'others.impact' && !there && namesOnly(own.slots.services, [services])
    })
  )
}

/** Where it happens stands in the lead already, unless it is the whole world. */
function isInTheLead({ type, facts: [own] }: Message): boolean {
  return type === 'place' && own?.keys[0] !== 'scope.world'
}
