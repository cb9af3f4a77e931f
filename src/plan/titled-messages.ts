import type { Pointer } from '../foundation/pointer.ts'
import { highlightOf } from '../story/facts/lead-facts.ts'
import type { Fact, Slot, Story } from '../story/story.ts'
import { widthOf } from '../story/title-width.ts'
import type { Hindrance, Message, MessageType } from './message.ts'
import { isAbout } from './ranking.ts'

/** Messages that can make a headline. */
const LEADING: ReadonlySet<MessageType> = new Set([
  ...(['state', 'event', 'casualties', 'count', 'cause', 'attack', 'data', 'finding', 'quoted', 'victims'] as const),
  ...(['money', 'claim', 'hope'] as const),
])

/** What a title cannot say: whole quotations, what victims say of themselves, how a number moves, what may be behind mere reports. */
const UNTITLED =
  /^suspected\.(?!lead)|^casualties\.(?:none|text|replaced)|^expected\.(?:none|given)|^statement\.(?!announced)|^counts\.own-verb|\.(?:quote|own|unlinked(?:-text)?|(?:own-)?(?:share|trend)|usual)$/

/** A headline of an editor's own text has so many characters at most, in every language. */
export const TYPED_HEADLINE = 80

/** The best-ranked message that can lead, or the one that the editor has chosen; it may be too long for a headline. */
export function leaderOf({ incident }: Story, messages: readonly Message[]): Message | undefined {
  const { angle } = incident.publication
  const chosen =
    angle === undefined ? undefined : messages.find(message => isTitled(message) && isAbout(message, angle))
  return chosen ?? messages.find(message => hindranceTo(message) === undefined || isOnlyLong(message))
}

/** What makes a title of so many typed characters: what leads, or the next that is short enough. */
export function titledOf(leader: Message | undefined, messages: readonly Message[], most: number): Message | undefined {
  if (!leader || !isOnlyLong(leader) || isShortEnough(leader, most)) return leader
  return messages.find(message => hindranceTo(message) === undefined) ?? leader
}

/** Of a cause the words around it take the room that an alert has more; of a step back to normal, when and who says so. */
const isShortEnough = ({ type, facts: [own] }: Message, most: number): boolean =>
  type !== 'cause' && type !== 'recovery' && titleFits(own, most)

/** A headline and an alert of an editor's own text, and who answers for it, have so many characters of it at most. */
export const TYPED_ALERT = 94

const isOnlyLong = (message: Message): boolean =>
  OPENS_LONG.has(message.type) && hindranceTo(message) === 'long' && typedFits(message.facts[0], TYPED_LEAD)

/** What may open an article whatever its length. */
const OPENS_LONG: ReadonlySet<MessageType> = new Set([
  'claim',
  'finding',
  'event',
  'casualties',
  'attack',
  'data',
  'cause',
  'recovery',
] as const)

/** A first sentence of an editor's own text has so many characters at most, in every language. */
const TYPED_LEAD = 220

/** Of what has no titles of its own, work that is done, a long wait and how far it is back on a later day lead where nothing is newer. */
export const leadsUnasked = ({ type, values }: Message): boolean =>
  values.includes('repaired') ||
  values.includes('long') ||
  values.includes('meanwhile') ||
  (type === 'recovery' && values.includes('new'))

const EMPTY: ReadonlySet<string> = new Set(['doubt', 'denial', 'silence'])

/** Whether a message can make a title at all, whatever its length. */
export function isTitled(message: Message): boolean {
  if (message.values.some(value => EMPTY.has(value))) return false
  // A clause in the present about what is over would say in a title that it goes on.
  if (message.facts[0]?.context === 'then') return false
  return isOfItsOwn(message) || formOf(message) !== undefined
}

/** Whether there are titles of its own for what it tells. */
export const isOfItsOwn = ({ type, facts: [own] }: Pick<Message, 'type' | 'facts'>): boolean =>
  LEADING.has(type) && !UNTITLED.test(own?.keys[0] ?? '')

/** What an editor has typed, by the form in which a title can say it: a clause with its own subject, what somebody said, advice. */
const FORMS: readonly (readonly [form: string, keys: RegExp])[] = [
  ['clause', /^(?:resolution\.clause)$/],
  ['step', /^recovery\.text$/],
  ['text', /^(?:symptoms\.(?:general|service)|unaffected\.text|remark)$/],
  ['said', /^statement\.(?:verb-)?clause$/],
  ['advice', /^advice\.step(?:-one)?$/],
  ['work', /^resolution\.done$/],
  ['quoted', /^statement\.(?:said|verb|framed|explained)$/],
]

/** Where the marked words of a statement stand, of a fact that rests on them. */
export const markOf = ({ from }: Fact): Pointer | undefined =>
  from.find(pointer => /^\/statements\/\d+\/highlight$/.test(pointer))

/** The words that an editor has marked in a statement. */
export function markedIn({ incident }: Story, own: Fact): Slot | undefined {
  const pointer = markOf(own)
  const statement = pointer === undefined ? undefined : incident.statements[Number(pointer.split('/')[2])]
  if (!pointer || statement?.kind !== 'said') return undefined
  return highlightOf(statement, pointer.slice(0, pointer.lastIndexOf('/')))
}

/** The form in which a message is told by titles that any of its form may have; its slot must be there. */
export function formOf({ facts: [own] }: Pick<Message, 'facts'>): string | undefined {
  if (!own || own.context === 'then') return undefined
  const form = FORMS.find(([, keys]) => own.keys.some(key => keys.test(key)))?.[0]
  if (form === 'quoted') return own.slots.quote && markOf(own) ? form : undefined
  const slot = form === 'clause' || form === 'said' ? own.slots.clause : own.slots.text
  return slot ? form : undefined
}

/** What keeps a message from the headline, unless an editor chooses it: nothing for one that may lead. */
export function hindranceTo(message: Message): Hindrance | undefined {
  const { type, facts, values } = message
  if (!isTitled(message) || !(LEADING.has(type) || leadsUnasked(message))) return 'untitled'
  if (type === 'state') return undefined
  // What somebody contradicts, or a figure with its reserve, leads where an editor says so: a title has no room for both.
  if (values.includes('contested')) return 'contested'
  if (facts.some(isReserve)) return 'reserved'
  if (type === 'count' && !values.some(value => WORTH_A_TITLE.has(value))) return 'few'
  // What follows the first stands below it, and may be long.
  return titleFits(facts[0], TYPED_HEADLINE) && isRoomForSpeaker(message) ? undefined : 'long'
}

/** Figures that may lead: of a great many, and new ones. */
const WORTH_A_TITLE: ReadonlySet<string> = new Set(['scale', 'hit', 'reported', 'new'])

/** A fact as titles tell it: in the fewer words that an editor gave for them. */
export function inTitles(fact: Fact): Fact {
  const { title, ...slots } = fact.slots
  return title ? { ...fact, slots: { ...slots, text: title } } : fact
}

/** Whether a title has room for who says so beside what is said, in the words of every language. */
function isRoomForSpeaker({ type, facts: [own] }: Message): boolean {
  const room = BESIDE_SPEAKER[type]
  const by = own?.slots.by ?? own?.slots.source
  return room === undefined || by === undefined || typedFits(own && inTitles(own), room - widthOf({ by }, ['by']))
}

/** So many characters leave room for « La compagnie attribue l'interruption à … », « …, selon la compagnie ». */
const BESIDE_SPEAKER: Readonly<Partial<Record<MessageType, number>>> = { cause: 81, claim: 103 }

const titleFits = (fact: Fact | undefined, most: number): boolean => typedFits(fact && inTitles(fact), most)

/** Whether what editors typed is short enough in every language: so no language drops what another tells. */
export function typedFits(fact: Fact | undefined, most: number): boolean {
  const { slots = {} } = fact ?? {}
  return Object.values(slots).every(slot => typedIn(slot).every(text => text.length <= most))
}

const typedIn = (slot: Slot): string[] => {
  if (slot.kind === 'text') return Object.values(slot.text)
  if (slot.kind !== 'quote') return []
  return [slot.quote.text ?? '', ...Object.values(slot.quote.translations).map(({ text }) => text)]
}

/** Whether a fact is what must be known of a figure. */
export const isReserve = ({ keys }: Fact): boolean => keys.includes('counts.caveat')
