import type { Speaker } from '../fields/values.ts'
import type { Incident } from '../incident/incident.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { cutOf } from '../story/sort-words.ts'
import type { Fact, Slot, Story } from '../story/story.ts'
import { isCompanys } from '../story/story-holds.ts'
import { shortened } from '../story/title-slots.ts'
import { widthOf, widthOfText } from '../story/title-width.ts'
import type { Message, MessageType } from './message.ts'
import { isReserve } from './titled-messages.ts'

/** A message told as a second clause of titles: « Tempête au Québec : trois morts, 40 302 clients encore privés d'électricité ». */
export interface SecondClause {
  readonly message: Message
  readonly fact: Fact
}

/** What opens a title that has room for more: what befell people, what happened, what has stopped. */
const OPENING: ReadonlySet<MessageType> = new Set(['casualties', 'event', 'state'] as const)

/** States whose titles say one thing: from when until when, what is contested, what is over. */
const OF_ONE: ReadonlySet<Incident['state']> = new Set(['planned', 'disputed', 'unconfirmed', 'retracted', 'resolved'])

/** Below this nothing is worth a second clause. */
const WORTH = 40

/** What a title adds to what leads: the next message by rank that has a short form; decided once for all languages. */
export function secondClauseOf(
  story: Story,
  messages: readonly Message[],
  leader: Message | undefined,
): SecondClause | undefined {
  const { incident } = story
  if (!leader || !OPENING.has(leader.type) || isSuspicion(incident)) return undefined
  // Where lives are at stake a title says what to do.
  if (incident.kind === 'emergency numbers' || (OF_ONE.has(incident.state) && leader.type !== 'casualties'))
    return undefined
  if (isFull(story, leader)) return undefined
  for (const message of messages) {
    if (message === leader || message.rank.total < WORTH || isReserved(message, leader)) continue
    const fact = shortFormOf(story, message, leader)
    if (fact && hasRoom(story, leader, fact)) return { message, fact }
  }
  return undefined
}

/**
 * What an attack does to people, in a title that says whom it struck: « Cyberattaque contre l'hôpital X : des opérations sont
 * reportées ».
 */
export function effectOf(
  { incident, opening }: Story,
  messages: readonly Message[],
  leader: Message | undefined,
): SecondClause | undefined {
  const { owner, company, attacked, places } = opening
  const whom = company ?? owner
  const isEffect = leader !== undefined && FELT.has(leader.type)
  if (
    !leader ||
    !(leader.type === 'state' || isEffect) ||
    incident.kind !== 'attack' ||
    incident.state !== 'ongoing' ||
    !attacked ||
    !whom
  )
    return undefined
  const message = (isEffect ? [leader] : messages).find(
    one => FELT.has(one.type) && one.values.some(value => FELT_MOST.has(value)) && isShort(one),
  )
  const text = message?.facts[0]?.slots.text
  if (!message || !text) return undefined
  const slots = { whom, text, attacked, ...(places && { places }) }
  return {
    message,
    fact: { keys: ['headline.attack-effect'], slots, holds: [], from: ['/state', '/kind'], always: true },
  }
}

const FELT: ReadonlySet<MessageType> = new Set(['symptom', 'victims'] as const)
const FELT_MOST: ReadonlySet<string> = new Set(['care', 'world'])

/** A clause of the present for which nobody else answers, short in every language. */
const isShort = ({ facts: [own] }: Message): boolean => {
  const { text, by, source } = own?.slots ?? {}
  return (
    text?.kind === 'text' && !by && !source && !/past|then/.test(own?.context ?? '') && widthOfText(text.text) <= EFFECT
  )
}

const EFFECT = 48

/** Whether it is told with a reserve, for which a second clause has no room; beside the dead what a figure is a part of stands in the lead. */
const isReserved = ({ type, facts, values }: Message, leader: Message): boolean =>
  values.includes('contested') ||
  facts.some(
    one => (isReserve(one) && !(type === 'count' && leader.type === 'casualties')) || one.slots.reserve !== undefined,
  )

/** Whether the title has enough to say: other services beside, words of an editor, or who says so of something else. */
function isFull({ moves }: Story, { type, facts: [own] }: Message): boolean {
  const slots = own?.slots ?? {}
  if (type === 'casualties') {
    const several = slots.toll?.kind === 'texts' ? slots.toll.texts.length : 0
    return own?.keys[0] === 'casualties.possible' || several > SORTS || !isNamed(slots.source)
  }
  if (type === 'event') return true
  const title = moves.headline?.[0]?.slots ?? {}
  return title.also !== undefined || title.access !== undefined || widthOf(title, ['services', 'owner']) > NAMES
}

/** The dead and the injured leave room for something else; with the missing, for who says so. */
const SORTS = 2
/** Of longer names a title has no room for more. */
const NAMES = 44

/** Whether the names and words of both clauses leave room for what stands around them. */
const hasRoom = ({ moves }: Story, { type }: Message, second: Fact): boolean =>
  type !== 'state' || widthOf(moves.headline?.[0]?.slots ?? {}, ['services', 'owner']) + widthOfClause(second) <= ROOM

/** Whether a title of both clauses has no room for where it is. */
export const isCrowded = ({ slots }: Fact, second: Fact): boolean =>
  widthOf(slots, ['services', 'owner', 'places']) + widthOfClause(second) > CROWDED

function widthOfClause({ slots }: Fact): number {
  const words = slots.text?.kind === 'text' ? widthOfText(slots.text.text) : 0
  return widthOf(slots, ['who', 'place']) + words + (slots.figure ? FIGURE : 0)
}

/** « 1 200 000 clients touchés ». */
const FIGURE = 24
const ROOM = 62
const CROWDED = 54

/** Who answers for a figure need not be named in a title: the network for its own customers, authorities, news agencies. */
function isPlainSource(slot: Slot | undefined, { company }: Incident): boolean {
  if (slot === undefined) return true
  return slot.kind === 'speaker' && (PLAIN.has(slot.speaker.kind) || isOwn(slot.speaker, company))
}

/** A toll is of whoever gives it by name, and the first sentence says who. */
const isNamed = (slot: Slot | undefined): boolean =>
  slot === undefined || (slot.kind === 'speaker' && slot.speaker.name !== undefined)

const PLAIN: ReadonlySet<Speaker['kind']> = new Set(['authority', 'agency'] as const)

const isOwn = (speaker: Speaker, company: Incident['company']): boolean =>
  isCompanys(speaker, company) || (company !== undefined && speaker.name?.company === company.id)

/** Every message in its short form, whatever leads: what wordings must be there for. */
export function everySecondClause(story: Story, messages: readonly Message[]): Fact[] {
  const leaders = messages.filter(({ type }) => OPENING.has(type))
  return leaders.flatMap(leader =>
    messages.flatMap(message => (message === leader ? [] : (shortFormOf(story, message, leader) ?? []))),
  )
}

function shortFormOf(story: Story, message: Message, leader: Message): Fact | undefined {
  const [own] = message.facts
  const form = own && FORMS[message.type]?.(own, story, leader)
  if (!own || !form) return undefined
  const { key, slots } = form
  const known = Object.fromEntries(
    Object.entries(slots).filter((entry): entry is [string, Slot] => entry[1] !== undefined),
  )
  return {
    keys: [`second.${key}`],
    slots: known,
    holds: own.holds,
    from: own.from,
    always: true,
  }
}

interface ShortForm {
  readonly key: string
  readonly slots: Readonly<Record<string, Slot | undefined>>
}

type Former = (own: Fact, story: Story, leader: Message) => ShortForm | undefined

/** The types of messages that have a short form, and how it is made. */
const FORMS: Readonly<Partial<Record<MessageType, Former>>> = {
  casualties: ({ keys: [key = ''], slots: { toll, source } }) =>
    toll && SURE_TOLL.test(key) && isNamed(source) ? { key: 'casualties', slots: { toll } } : undefined,
  count: countForm,
  victims: victimsForm,
  works: textForm,
  state: stateForm,
}

const SURE_TOLL = /^casualties\.(?:toll|spared|linked)$/

function countForm({ keys, slots, context = '' }: Fact, story: Story, leader: Message): ShortForm | undefined {
  const { figure, source, outcome_title, place } = slots
  const { incident } = story
  const key = keys[0] ?? ''
  if (!figure || !source || slots.service || slots.to || !isPlainSource(source, incident)) return undefined
  if (/past|future/.test(context)) return undefined
  const told = { figure, place: isToldIn(place, leader, story) ? undefined : place }
  const cutOff = outcome_title?.kind === 'term' ? CUT_OFF[outcome_title.key] : undefined
  // Beside that there is no power, how many it hits says enough.
  if (cutOff && !told.place) return { key: leader.type === 'state' ? 'count-affected' : cutOff, slots: told }
  if (key === 'counts.outcome') return outcome_title && { key: 'count-outcome', slots: { ...told, outcome_title } }
  if (key !== 'counts.affected') return undefined
  return { key: 'count-affected', slots: told }
}

const CUT_OFF: Readonly<Record<string, string>> = {
  'outcome.powerless-title': 'count-power-cut',
  'outcome.waterless-title': 'count-water-cut',
}

/** Whether what leads says where it is. */
function isToldIn(place: Slot | undefined, { type, facts: [own] }: Message, { opening }: Story): boolean {
  const told = type === 'state' ? opening.places : own?.slots.place
  if (place?.kind !== 'names' || told?.kind !== 'names') return false
  return place.names.every(({ id }) => told.names.some(other => other.id === id))
}

function victimsForm({ keys: [key], slots, context = '', ...fact }: Fact, story: Story): ShortForm | undefined {
  const { who, by } = slots
  if (by || /past|then/.test(context)) return undefined
  if (key === 'knock.names' && who?.kind === 'names') return victimsNamed(who)
  return key === 'knock.text' ? textForm({ keys: [key], slots, ...fact }, story, undefined) : undefined
}

/** All of them, or the first and how many others. */
function victimsNamed(who: Slot & { readonly kind: 'names' }): ShortForm | undefined {
  const shown = shortened(who, VICTIMS)
  const isWhole = shown.kind === 'names' && (shown.more !== undefined || shown.names.length === who.names.length)
  return isWhole ? { key: 'victims', slots: { who: shown } } : undefined
}

const VICTIMS = 46

/** A clause of an editor's own for which nobody else answers, if it is short in every language. */
function textForm({ slots: { text, by, source } }: Fact, _: Story, __: Message | undefined): ShortForm | undefined {
  if (text?.kind !== 'text' || by || source || widthOfText(text.text) > TEXT) return undefined
  return { key: 'text', slots: { text } }
}

const TEXT = 40

/** What has stopped, beside what befell people. */
function stateForm(
  _: Fact,
  { incident, opening: { services, owner, impact } }: Story,
  leader: Message,
): ShortForm | undefined {
  if (leader.type !== 'casualties' || incident.state !== 'ongoing') return undefined
  const cut = cutOf(incident)
  if (cut) return { key: cut, slots: {} }
  return services && impact && widthOf({ services, owner }, ['services', 'owner']) <= TEXT
    ? { key: 'state', slots: { services, owner, impact } }
    : undefined
}
