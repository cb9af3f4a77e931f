import type { Fact, Slot, Story } from '../story/story.ts'
import { linkedTexts, nearestText } from './linked-texts.ts'
import { isSameValue } from './sentence-plan.ts'
import type { PlannedMoves } from './told-twice.ts'

/** Moves of one topic: where one of their facts stands high, the others stand beside it. */
const TOPICS: readonly (readonly string[])[] = [
  ['cause', 'cause_given', 'attack', 'resolution', 'cause_unknown'],
  ['expected'],
  ['counts'],
  ['knock'],
]

/** Facts of a topic in one paragraph, at the most. */
const IN_A_PARAGRAPH = 6

/** So many facts stand in one paragraph whatever they are about. */
const IN_ONE = 3

/** What stands high of one topic, and what it brings with it. */
interface Thread {
  readonly facts: readonly Fact[]
  readonly brings: boolean
}

/**
 * The moves of a body with topics that are not torn: what stands high brings what belongs to it, each topic in a paragraph of
 * its own, at the rank of its best fact. Pure, and of all languages at once.
 */
export function withThreads({ incident }: Story, planned: PlannedMoves): PlannedMoves {
  const moves = withGround(withCauseAtOrigin(withImpacts(withDoubtAtCause(withWordsBeside(planned)))), incident)
  const high = moves.high ?? []
  const led = new Set((moves.lead ?? []).map(({ slots }) => slots))
  const threads: Thread[] = []
  const told = new Set<Fact['slots']>()
  for (const fact of high) {
    if (told.has(fact.slots)) continue
    const topic = topicOf(fact, moves, incident).filter(
      ({ slots, item }) => !item && !led.has(slots) && !told.has(slots),
    )
    const raised = high.filter(one => one === fact || topic.some(({ slots }) => slots === one.slots))
    const facts = isApart(fact, moves) ? [fact, ...topic] : [...raised, ...goingOn(fact, topic)]
    const own = [...new Map(facts.map(one => [one.slots, one])).values()]
    for (const { slots } of own) told.add(slots)
    threads.push({ facts: own, brings: own.length > raised.length })
  }
  if (high.length <= IN_ONE && !threads.some(({ brings }) => brings)) return moves
  const rest = Object.entries(moves).map(([name, facts]) => [
    name,
    name === 'lead' ? facts : facts.filter(({ slots }) => !told.has(slots)),
  ])
  return { ...(Object.fromEntries(rest) as PlannedMoves), high: inParagraphs(threads) }
}

/** Somebody's words beside what an editor says that they are about, where that is told. */
function withWordsBeside(moves: PlannedMoves): PlannedMoves {
  const all = new Set([...(moves.statements_early ?? []), ...(moves.statements ?? [])])
  const words = [...all].filter(fact => isToldOf(fact, moves))
  if (words.length === 0) return moves
  const own = (name: string) =>
    words.flatMap(({ opens: _, ...fact }) => (WORDS[fact.about ?? '']?.includes(name) ? [fact] : []))
  return Object.fromEntries(
    Object.entries(moves).map(([name, facts]) => [
      name,
      /^statements|^high$/.test(name)
        ? facts.filter(({ slots }) => !words.some(one => one.slots === slots))
        : withWordsAfter(facts, own(name)),
    ]),
  )
}

/** Words right after what they are about, before what else is known of it. */
function withWordsAfter(facts: readonly Fact[], words: readonly Fact[]): readonly Fact[] {
  if (words.length === 0 || facts.length === 0) return facts
  const last = facts.findLastIndex(({ keys }) => /^(?:cause|attack|data)\./.test(keys[0] ?? ''))
  const at = last < 0 ? facts.length : last + 1
  return [...facts.slice(0, at), ...words, ...facts.slice(at)]
}

/** Whether anything is told of what somebody's words are about. */
const isToldOf = ({ about = '' }: Fact, moves: PlannedMoves): boolean =>
  WORDS[about]?.some(name => (moves[name] ?? []).length > 0) === true

const WORDS: Readonly<Record<string, readonly string[]>> = {
  'words:cause': ['cause', 'cause_given'],
  'words:attack': ['attack'],
  'words:data': ['data'],
}

/** That the cause is not known stands before what is known of it nevertheless, or is ruled out. */
function withDoubtAtCause(moves: PlannedMoves): PlannedMoves {
  const { cause_given: given = [], cause_unknown: unknown = [], attack = [] } = moves
  return given.length === 0 && attack.length > 0 && unknown.length > 0
    ? { ...moves, cause_given: unknown, cause_unknown: [] }
    : moves
}

/** How one service fares and what is seen there is one thing to tell. */
function withImpacts(moves: PlannedMoves): PlannedMoves {
  const { others = [], symptoms = [] } = moves
  const seen = (fact: Fact) =>
    fact.keys.at(-1) === 'others.impact' && !fact.slots.there
      ? symptoms.filter(
          ({ keys, slots }) =>
            keys[0] === 'symptoms.service' &&
            slots.text &&
            !slots.platforms &&
            !slots.error &&
            isSameValue(nameless(slots.services), nameless(fact.slots.services)),
        )
      : []
  const moved = others.flatMap(seen)
  if (moved.length === 0) return moves
  const told = others.flatMap(fact => [fact, ...seen(fact).map(one => ({ ...one, keys: ['symptoms.general'] }))])
  return { ...moves, others: told, symptoms: symptoms.filter(fact => !moved.includes(fact)) }
}

/** Why is told beside where it comes from, where nothing more is known of it. */
function withCauseAtOrigin(moves: PlannedMoves): PlannedMoves {
  const { scope = [], lead = [] } = moves
  const topic = [...new Set((TOPICS[0] ?? []).flatMap(name => moves[name] ?? []))]
  const [cause, ...more] = topic
  const isAlone = cause?.keys.at(-1) === 'cause.official' && more.length === 0
  if (!cause || !isAlone || !scope.some(({ keys }) => keys[0] === 'origin') || isIn(cause, lead)) return moves
  const rest = Object.entries(moves).map(([name, facts]) => [name, facts.filter(({ slots }) => slots !== cause.slots)])
  return { ...(Object.fromEntries(rest) as PlannedMoves), scope: [...scope, cause] }
}

/** What a claim rests on stands before it, not among what is known of the company. */
function withGround(moves: PlannedMoves, incident: Story['incident']): PlannedMoves {
  const { background = [] } = moves
  const claims = (name: string) => (moves[name] ?? []).filter(({ keys }) => keys[0]?.startsWith('claim.'))
  const grounds = background.flatMap(ground => {
    const claim = CLAIMED.flatMap(name => nearestText(ground, claims(name), incident) ?? [])[0]
    return claim ? [{ ground, claim }] : []
  })
  if (grounds.length === 0) return moves
  const isGround = (fact: Fact) => grounds.some(({ ground }) => ground === fact)
  const before = (fact: Fact) =>
    grounds.flatMap(({ ground, claim }) => (claim.slots === fact.slots ? [{ ...ground, opens: true }] : []))
  return Object.fromEntries(
    Object.entries(moves).map(([name, facts]) => [
      name,
      name === 'background'
        ? facts.filter(fact => !isGround(fact))
        : CLAIMED.includes(name)
          ? facts.flatMap(fact => [...before(fact), fact])
          : facts,
    ]),
  )
}

/** Moves with claims of which more may be known. */
const CLAIMED: readonly string[] = ['attack', 'knock', 'symptoms', 'facts_apart']

/** A slot by what it names alone. */
const nameless = (slot: Slot | undefined): Slot | undefined =>
  slot?.kind === 'names' ? { kind: 'names', names: slot.names, from: [] } : undefined

const isIn = (fact: Fact, facts: readonly Fact[] = []): boolean => facts.some(({ slots }) => slots === fact.slots)

/** What no other field has a place for, and no topic: told in the order of the file. */
const isApart = (fact: Fact, moves: PlannedMoves): boolean =>
  topicNamesOf(fact, moves) === undefined && isIn(fact, moves.facts_apart)

const topicNamesOf = (fact: Fact, moves: PlannedMoves): readonly string[] | undefined =>
  TOPICS.find(names => names.some(name => isIn(fact, moves[name])))

/** What a fact belongs to: the facts of its topic, or what typed clauses speak of the same. */
function topicOf(fact: Fact, moves: PlannedMoves, incident: Story['incident']): readonly Fact[] {
  const topic = topicNamesOf(fact, moves)
  if (topic) return topic.flatMap(name => moves[name] ?? [])
  return isApart(fact, moves) ? linkedTexts(fact, moves.facts_apart ?? [], incident) : []
}

/** What follows a fact in its topic, then what stands before it there. */
function goingOn(fact: Fact, topic: readonly Fact[]): Fact[] {
  const at = topic.findIndex(({ slots }) => slots === fact.slots)
  return [...topic.slice(at + 1), ...topic.slice(0, Math.max(at, 0))]
}

/** Whether a topic fills a paragraph: what must be known of a figure is told with it. */
const isWide = (thread: Thread | undefined): boolean =>
  thread !== undefined && (thread.brings || thread.facts.filter(({ keys }) => keys[0] !== 'counts.caveat').length > 1)

/** A topic of several facts is a paragraph of its own, or more of them; what stands alone may stand with others. */
function inParagraphs(threads: readonly Thread[]): Fact[] {
  return threads.flatMap(({ facts, brings }, nth) => {
    const isOfItsOwn = isWide({ facts, brings }) || isWide(threads[nth - 1])
    const most = Math.ceil(facts.length / Math.ceil(facts.length / IN_A_PARAGRAPH))
    return facts.map((fact, at) => {
      const { opens: own, ...bare } = fact
      const opens = at === 0 ? isOfItsOwn || own : brings ? at % most === 0 : own
      return opens ? { ...bare, opens: true } : bare
    })
  })
}
