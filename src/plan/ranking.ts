import { pointersOf } from './fact-lines.ts'
import type { Hindrance, Message } from './message.ts'
import type { Rank } from './news-values.ts'

/** A message as an editor reads it: what it is about, how high it ranks, and why. */
export interface RankedMessage {
  /** What `angle` takes to let it lead: `counts/1`. */
  readonly angle: string
  readonly rank: Rank
  readonly leads: boolean
  /** Whether it can make a headline. */
  readonly mayLead: boolean
  /** Why it does not lead although it ranks above what does: what keeps it from the headline, or that an editor chose another. */
  readonly passedOver?: Hindrance | 'chosen'
}

/** What a message can do in titles. */
export interface TitleRules {
  readonly mayLead: (message: Message) => boolean
  readonly hindranceTo: (message: Message) => Hindrance | undefined
}

/** Every message with its rank, the most newsworthy first. */
export function rankingOf(
  { messages, leader }: { readonly messages: readonly Message[]; readonly leader: Message | undefined },
  { mayLead, hindranceTo }: TitleRules,
): RankedMessage[] {
  const last = leader ? messages.indexOf(leader) : 0
  const all = messages.map((message, nth) => ({
    angle: angleOf(message),
    rank: message.rank,
    leads: message === leader,
    mayLead: mayLead(message),
    ...(nth < last && { passedOver: hindranceTo(message) ?? ('chosen' as const) }),
  }))
  // Several facts of one entry are one choice.
  return all.filter(({ angle, leads }, nth) => leads || all.findIndex(one => one.angle === angle) === nth)
}

/** What a message is about, as a place in the file: its field, and which entry of it. */
export function angleOf({ type, id, facts: [own] }: Message): string {
  if (type === 'state') return 'state'
  if (!own) return id
  // What is news in it says where it stands; names are only who it is about.
  const news = Object.values(own.slots).flatMap(slot => (slot.once ? slot.from : []))
  const places = [...own.from, ...news, ...pointersOf(own)].flatMap(
    pointer => /^\/([a-z_]+(?:\/\d+)?)/.exec(pointer)?.[1] ?? [],
  )
  return places.find(place => place !== 'company') ?? id
}

/** Whether a message is the one that an angle names: by its field (`cause`), or by an entry of it (`counts/1`). */
export function isAbout(message: Message, angle: string): boolean {
  const own = angleOf(message)
  return [angle, `${angle}s`].some(named => own === named || own.startsWith(`${named}/`))
}
