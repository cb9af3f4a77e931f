import { isClaim } from '../story/facts/claim-facts.ts'
import type { Fact, Story } from '../story/story.ts'
import { sizeOf } from './count-values.ts'
import { pointersOf } from './fact-lines.ts'
import type { Message, MessageType } from './message.ts'
import { momentOf, valuesOf } from './message-values.ts'
import { isBegunLongAgo, isLastStep, isNews, isOldHere, isStale } from './newness.ts'
import { type NewsValues, rankOf } from './news-values.ts'

/** The messages of each move; moves that are not here (titles, lists of names) are no messages of their own. */
const TYPES: Readonly<Record<string, MessageType>> = {
  lead: 'state',
  event: 'event',
  event_times: 'time',
  casualties: 'casualties',
  corrections: 'correction',
  scope: 'place',
  others: 'service',
  symptoms: 'symptom',
  times: 'time',
  start: 'time',
  end: 'time',
  expected: 'hope',
  planned: 'time',
  recovery: 'recovery',
  intervals: 'time',
  length: 'time',
  counts: 'count',
  statements: 'said',
  third: 'finding',
  cause: 'cause',
  attack: 'attack',
  data: 'data',
  resolution: 'mended',
  residual: 'remains',
  unaffected: 'works',
  advice: 'advice',
  knock: 'victims',
  economy: 'money',
  facts: 'claim',
  taken_back: 'update',
  reports: 'time',
  updates: 'update',
  updates_alone: 'update',
  precedents: 'recall',
  background: 'recall',
  reactions: 'recall',
  providers: 'recall',
}

/** What the weights call the state of a story whose end is long past. */
const LONG_OVER = 'long over'

/** Everything a story has to tell, the most newsworthy first; of equals the one that the document plan tells first. */
export function messagesOf(story: Story, news: NewsValues): Message[] {
  const all = Object.entries(TYPES).flatMap(([move, type]) =>
    together((story.moves[move] ?? []).filter(fact => isMessage(fact) && isClaim(fact) === (type === 'claim'))).map(
      (facts, index) => unranked(story, `${move}/${index}`, type, facts, news),
    ),
  )
  const hasNews = all.some(({ values }) => values.includes('new'))
  return all
    .map((message, order) => ({ message: ranked(story, message, hasNews, news), order }))
    .sort(
      (one, other) =>
        other.message.rank.total - one.message.rank.total ||
        bySize(one.message, other.message) ||
        one.order - other.order,
    )
    .map(({ message }) => message)
}

/** Of two figures that count the same things the larger comes first. */
function bySize({ facts: [one] }: Message, { facts: [other] }: Message): number {
  const [first, second] = [one?.slots.figure, other?.slots.figure]
  if (first?.kind !== 'figure' || second?.kind !== 'figure' || !first.figure || !second.figure) return 0
  return JSON.stringify(first.unit) === JSON.stringify(second.unit) ? sizeOf(second.figure) - sizeOf(first.figure) : 0
}

/** Long lists of names, until when advice holds; numbers that are not for emergencies stay under their own head. */
const BESIDE = /^(?:roll\.|advice\.valid)/

/** Whether a fact tells something of its own. Long lists of names are told below the message that shortens them. */
const isMessage = ({ keys, slots, always, from, announces, holds }: Fact): boolean =>
  !announces &&
  !holds.includes('not-urgent') &&
  !BESIDE.test(keys[0] ?? '') &&
  (always === true || from.length > 0 || Object.values(slots).some(({ once }) => once === true))

/** Facts about one entry of the file (the beginning of a quotation and its rest, a figure and its reserve) are one message. */
function together(facts: readonly Fact[]): [Fact, ...Fact[]][] {
  const groups: [Fact, ...Fact[]][] = []
  let last: string | undefined
  for (const one of facts) {
    const entry = one.always || one.keys[0]?.startsWith('lasted') ? 'state' : entryPointer(one)
    const group = groups.at(-1)
    if (group && entry !== undefined && entry === last) group.push(one)
    else groups.push([one])
    last = entry
  }
  return groups
}

/** The entry of a list that a fact is about: `/statements/1`. */
function entryPointer(one: Fact): string | undefined {
  return pointersOf(one).flatMap(
    pointer => /^\/(?:statements|third_parties|counts|reactions|expected|casualties)\/\d+/.exec(pointer)?.[0] ?? [],
  )[0]
}

type Unranked = Omit<Message, 'rank'>

function unranked(story: Story, id: string, type: MessageType, facts: [Fact, ...Fact[]], news: NewsValues): Unranked {
  const [fact] = facts
  const at = momentOf(story.incident, fact)
  const held = valuesOf(type, fact, story.incident, news)
  const isNew = isNews(story, type, at, held, news) && (type !== 'recovery' || isLastStep(story, at))
  const values = isNew ? [...held, 'new', ...(type === 'recovery' ? ['back'] : [])] : held
  return { id, type, facts, values, ...(at !== undefined && { at }) }
}

/** @param hasNews whether anything is new: only beside it what was known before counts less, while it goes on */
function ranked(story: Story, message: Unranked, hasNews: boolean, news: NewsValues): Message {
  const isOver = isStale(story, news)
  const values = isOver ? longAfter(message) : isBegunLongAgo(story, news) ? settled(message) : message.values
  const isOld = (isOver || hasNews) && isOldHere(story, message, news)
  return { ...message, values, rank: rankOf(values, isOver ? LONG_OVER : story.incident.state, news, isOld) }
}

/** What began it is known by then: an attack and a fire that nobody dates are why it goes on. */
function settled({ type, values, at }: Unranked): readonly string[] {
  if (at !== undefined) return values
  if (type === 'state') return values.filter(value => value !== 'event')
  return BEGINNINGS.has(type) && values.some(value => value === 'attack' || value === 'event') ? ['why'] : values
}

const BEGINNINGS: ReadonlySet<MessageType> = new Set(['attack', 'event', 'cause'] as const)

/** Long after the end, that it happened and that it is over is no news, and an old toll is what remains of it. */
function longAfter({ type, values }: Unranked): readonly string[] {
  if (values.includes('new')) return values
  if (type === 'state' || type === 'event') return ['recall']
  return type === 'casualties' && values.includes('danger') ? ['hit'] : values
}
