import type { Quote } from '../incident/incident.ts'
import type { Fact, Slot, Story } from '../story/story.ts'
import type { Message, MessageType } from './message.ts'
import { isOnSubject } from './standing-messages.ts'

/** Words that a brief has room for by this count, which is rough: of 75 in the longest language it leaves some unused. */
const BRIEF = 62

/** How many words a slot takes in a sentence, roughly and in no language; what is typed counts in its longest one. */
function wordsOf(slot: Slot): number {
  const known = counted.get(slot) ?? countWords(slot)
  counted.set(slot, known)
  return known
}

/** A brief is weighed again with each message that it might hold. */
const counted = new WeakMap<Slot, number>()

function countWords(slot: Slot): number {
  switch (slot.kind) {
    case 'text':
      return 0.7 * longest(Object.values(slot.text))
    case 'quote':
      return longest(textsOf(slot.quote))
    case 'frame':
      return 0.7 * longest(Object.values(slot.frame))
    case 'names':
      return 1.5 * slot.names.length
    case 'parts':
      return 6 * slot.parts.length
    case 'figure':
      return 9
    case 'duration':
      return slot.once ? 7 : 0
    case 'when':
      return slot.once ? 5 : 0
    case 'speaker':
      return 3
    default:
      return 0
  }
}

const textsOf = ({ text, translations }: Quote): string[] =>
  text === undefined ? Object.values(translations).map(one => one.text) : [text]

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(text => text.split(/\s+/u).length))

/** Slots that a lead tells: the others are there for titles, and for other states. */
const OPENING =
  /^(?:services|places|place|owner|culprit|figure|parts|source|by|explained|who|text|reason|right|duration|clock|endclock|from)$/
/** Slots that other sentences have for the choice of words, and seldom tell. */
const BESIDE = /^(?:services|company|explained|whom)$/

/** What facts take together: news that two of them hold is told by one. */
function sizeOf(facts: readonly Fact[]): number {
  return sizeBeside(facts, new Set())
}

/** What facts take beside others that have told some slots; what these tell is added to them. */
function sizeBeside(facts: readonly Fact[], told: Set<Slot>): number {
  let sum = 0
  for (const fact of facts) {
    const { isLead, slots } = weighedIn(fact)
    sum += isLead ? 6 : 5
    const fresh = slots.filter(slot => !told.has(slot))
    for (const slot of fresh) {
      sum += wordsOf(slot)
      if (slot.once) told.add(slot)
    }
  }
  return sum
}

/** The slots of a fact that count, and whether it is a lead. */
function weighedIn(fact: Fact): Weighed {
  const known = weighed.get(fact)
  if (known) return known
  const isLead = /^(?:lead|lasted)\./.test(fact.keys[0] ?? '')
  const own = Object.entries(fact.slots).filter(([name]) => (isLead ? OPENING.test(name) : !BESIDE.test(name)))
  const found = { isLead, slots: own.map(([, slot]) => slot) }
  weighed.set(fact, found)
  return found
}

interface Weighed {
  readonly isLead: boolean
  readonly slots: readonly Slot[]
}

const weighed = new WeakMap<Fact, Weighed>()

/** Messages that a brief may hold, below what leads. */
const BRIEFED: ReadonlySet<MessageType> = new Set([
  ...(['event', 'casualties', 'count', 'cause', 'attack', 'data', 'finding', 'victims', 'money', 'claim'] as const),
  ...(['hope', 'recovery', 'works', 'remains', 'place', 'service', 'symptom', 'advice', 'correction', 'said'] as const),
  ...(['mended'] as const),
])

/**
 * A brief: the lead, and what stands below it. Where, what to do where lives are at stake and the cause come first of all,
 * then the best-ranked messages that fit. A denial stands only where nothing else does, silence is never the last word, what
 * is not known may be. What fits is counted here, once for all languages, so that none leaves out what another tells.
 */
export function briefOf(
  story: Story,
  messages: readonly Message[],
  { leader, second }: { readonly leader: Message | undefined; readonly second: Message | undefined },
  lead: readonly Fact[],
): Fact[] {
  const open = messages.filter(
    message => message !== leader && !message.facts.every(fact => lead.includes(fact)) && isBriefed(message, story),
  )
  const due = firstOfEach(open.filter(message => message === second || isDue(message, story)))
  const wanted = [...due, ...open.filter(one => !due.includes(one) && !isSecondCount(one, open))]
  const all = wanted.flatMap(({ facts }) => facts)
  const room = BRIEF - typedOpening(story)
  const opening = shortened(lead, facts => sizeOf([...facts, ...all]) <= room)
  const kept: Message[] = []
  let told: ReadonlySet<Slot> = new Set()
  let size = 0
  const weigh = (facts: readonly Fact[]) => {
    const all = new Set(told)
    return { all, sum: size + sizeBeside(facts, all) }
  }
  const take = ({ all, sum }: ReturnType<typeof weigh>) => {
    told = all
    size = sum
  }
  take(weigh(opening))
  for (const message of wanted) {
    const weighed = weigh(message.facts)
    if (!due.includes(message) && opening.length + kept.length > 0 && weighed.sum > room) continue
    kept.push(message)
    take(weighed)
  }
  return [...opening, ...inBriefOrder(open.filter(message => kept.includes(message))).flatMap(({ facts }) => facts)]
}

/** One figure says enough. */
const isSecondCount = (message: Message, open: readonly Message[]): boolean =>
  message.type === 'count' && open.find(({ type }) => type === 'count') !== message

/** A standfirst that an editor typed opens the brief. */
function typedOpening({ incident: { publication } }: Story): number {
  return longest(Object.values(publication.standfirst ?? {}))
}

/** What a lead leaves out in a brief that has more to tell than fits: first the parts of a figure, then hours beside a length. */
const SPARED: readonly ReadonlySet<string>[] = [new Set(['parts']), new Set(['clock', 'endclock'])]

function shortened(lead: readonly Fact[], fits: (facts: readonly Fact[]) => boolean): readonly Fact[] {
  return SPARED.reduce(
    (facts, spared) => (fits(facts) ? facts : facts.map(fact => (isSpare(fact) ? lacking(fact, spared) : fact))),
    lead,
  )
}

/** Whether what it says is whole without them: it has a length, or a figure. */
const isSpare = ({ slots: { parts, duration } }: Fact): boolean => parts !== undefined || duration !== undefined

const lacking = (fact: Fact, spared: ReadonlySet<string>): Fact => ({
  ...fact,
  slots: Object.fromEntries(Object.entries(fact.slots).filter(([name]) => !spared.has(name))),
})

function isBriefed({ type, values, rank, facts: [own] }: Message, { incident }: Story): boolean {
  if (!BRIEFED.has(type) || values.includes('recall') || rank.total === 0) return false
  if (type === 'mended' && !values.includes('repaired')) return false
  if (isOnSubject(own)) return false
  // What a retracted story corrects is its lead.
  return type !== 'correction' || incident.state !== 'retracted'
}

/** Whether a lead cannot say where: somebody else says so, or it only appears to be there. */
const isUnplaced = ({ scope }: Story['incident']): boolean =>
  scope !== undefined && scope.places.length > 0 && (scope.evidence === 'apparent' || scope.source !== undefined)

/** One thing to do and one cause are enough. */
const firstOfEach = (due: readonly Message[]): Message[] =>
  due.filter(({ type }, index) => due.findIndex(one => one.type === type) === index)

/** Kinds of trouble of which no brief leaves out what to do. */
const ADVISED_IN_BRIEF: ReadonlySet<Story['incident']['kind']> = new Set([
  ...(['emergency numbers', 'weather', 'fire', 'flood', 'explosion'] as const),
])

/** What no brief leaves out. */
function isDue({ type, values, facts: [own] }: Message, { incident }: Story): boolean {
  if (type === 'place') return isUnplaced(incident) && /^(?:scope|suspected\.(?:scope|world))/.test(own?.keys[0] ?? '')
  if (type === 'advice') return ADVISED_IN_BRIEF.has(incident.kind) && incident.state !== 'resolved'
  // On a later day, when all of it will be back is what readers ask.
  if (type === 'hope') return incident.state === 'recovering' && values.includes('new')
  return type === 'casualties' || values.includes('duty') || values.includes('cause')
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
