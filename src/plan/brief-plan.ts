import type { Fact, Story } from '../story/story.ts'
import type { Message, MessageType } from './message.ts'

/** Words that a brief has room for, counted roughly and in no language. */
const BRIEF = 66

/** How many words a message takes, roughly: what is typed counts as it stands, in its longest language. */
function sizeOf({ facts }: Message): number {
  return facts.reduce((sum, { slots }, nth) => {
    const typed = Object.values(slots).map(slot =>
      slot.kind === 'text' ? longest(Object.values(slot.text)) : slot.kind === 'quote' ? longest([slot.quote.text]) : 0,
    )
    const words = typed.reduce((all, one) => all + one, 0)
    // What was typed as a clause needs few words around it.
    return sum + (words > 3 ? 3 : nth > 0 ? 5 : 9) + words
  }, 0)
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(text => text.split(/\s+/u).length))

/** Messages that a brief may hold, below what leads. */
const BRIEFED: ReadonlySet<MessageType> = new Set([
  ...(['event', 'casualties', 'count', 'cause', 'attack', 'data', 'finding', 'victims', 'money', 'claim'] as const),
  ...(['hope', 'recovery', 'works', 'remains', 'place', 'service', 'symptom', 'advice', 'correction', 'said'] as const),
])

/**
 * What stands below the lead of a brief: where, what to do where lives are at stake and the cause come first of all, then the
 * best-ranked messages that fit. A denial stands only where nothing else does, silence is never the last word, what is not
 * known may be.
 */
export function briefOf(
  story: Story,
  messages: readonly Message[],
  leader: Message | undefined,
  lead: readonly Fact[],
): Fact[] {
  const open = messages.filter(message => message !== leader && isBriefed(message, story))
  const due = firstOfEach(open.filter(message => isDue(message, story)))
  let room = BRIEF - (lead.length > 1 ? 22 : 20) * lead.length
  const kept: Message[] = []
  for (const message of [...due, ...open.filter(one => !due.includes(one))]) {
    const isSecondCount = message.type === 'count' && kept.some(({ type }) => type === 'count')
    const size = sizeOf(message)
    if (isSecondCount || (size > room && !due.includes(message))) continue
    room -= size
    kept.push(message)
  }
  return inBriefOrder(open.filter(message => kept.includes(message))).flatMap(({ facts }) => facts)
}

function isBriefed({ type, values, rank }: Message, { incident }: Story): boolean {
  if (!BRIEFED.has(type) || values.includes('recall') || rank.total === 0) return false
  // What a retracted story corrects is its lead.
  return type !== 'correction' || incident.state !== 'retracted'
}

/** Whether a lead cannot say where: somebody else says so, or it only appears to be there. */
const isUnplaced = ({ scope }: Story['incident']): boolean =>
  scope !== undefined && scope.places.length > 0 && (scope.evidence === 'apparent' || scope.source !== undefined)

/** One thing to do and one cause are enough. */
const firstOfEach = (due: readonly Message[]): Message[] =>
  due.filter(({ type }, index) => due.findIndex(one => one.type === type) === index)

/** What no brief leaves out. */
function isDue({ type, values, facts: [own] }: Message, { incident }: Story): boolean {
  if (type === 'place') return isUnplaced(incident) && own?.keys[0]?.startsWith('scope') === true
  return values.includes('duty') || values.includes('cause')
}

/** Where it is comes first, then what is firm, then what is not known; silence before the last of what is firm. */
function inBriefOrder(kept: readonly Message[]): Message[] {
  const of = (...held: string[]) => kept.filter(({ values }) => held.some(one => values.includes(one)))
  const [places, denials, silence] = [kept.filter(({ type }) => type === 'place'), of('denial'), of('silence')]
  const doubts = of('doubt')
  const firm = kept.filter(one => ![places, denials, silence, doubts].some(group => group.includes(one)))
  if (firm.length + doubts.length + places.length === 0) return [...silence, ...denials]
  return [...places, ...firm.slice(0, -1), ...silence, ...firm.slice(-1), ...doubts]
}
