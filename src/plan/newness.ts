import type { Instant } from '../fields/values.ts'
import { DAY } from '../foundation/time-units.ts'
import { wholeEnds } from '../incident/moments.ts'
import { UNDER_WAY } from '../incident/states.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import type { Story } from '../story/story.ts'
import type { Message, MessageType } from './message.ts'
import type { NewsValues } from './news-values.ts'

/** Whether it all ended so long before the story speaks that its end is not the news. */
export function isStale({ incident }: Story, news: NewsValues): boolean {
  // That there was nothing stays news.
  if (incident.state !== 'resolved' || isSuspicion(incident)) return false
  const ends = wholeEnds(incident.ended).flatMap(({ at, until }) => until ?? at ?? [])
  if (ends.length > 0) return incident.as_of - Math.max(...ends) > news.stale_days * DAY
  // Where nobody says when it ended, what began long ago is no news.
  const starts = [...incident.started, ...incident.event.flatMap(({ at }) => at)].flatMap(
    ({ at, until }) => until ?? at ?? [],
  )
  return starts.length > 0 && incident.as_of - Math.max(...starts) > news.forgotten_days * DAY
}

/** Whether it has gone on for so long that what began it, unless it is dated, is no news at all. */
export function isBegunLongAgo({ incident }: Story, news: NewsValues): boolean {
  const { state, started, as_of } = incident
  const starts = started.flatMap(({ at }) => at ?? [])
  return UNDER_WAY.has(state) && starts.length > 0 && as_of - Math.min(...starts) > news.settled_days * DAY
}

/** Whether what goes on began so long before the story speaks that readers know of it. */
function isLaterDay({ incident }: Story, news: NewsValues): boolean {
  const { state, started, as_of } = incident
  if (!UNDER_WAY.has(state) || isSuspicion(incident)) return false
  const starts = started.flatMap(({ at }) => at ?? [])
  return starts.length > 0 && as_of - Math.min(...starts) > news.later_days * DAY
}

/** What is news by itself, if it is of today: figures, findings, and not that somebody said something. */
const NEWSY: ReadonlySet<MessageType> = new Set([
  ...(['casualties', 'count', 'attack', 'data', 'victims', 'money', 'claim', 'finding'] as const),
])

/** On a later day, how far it has come back and when all of it will be is what there is to say. */
const OF_RETURN: ReadonlySet<MessageType> = new Set(['recovery', 'hope'] as const)

const isNewsy = ({ incident: { state } }: Story, type: MessageType): boolean =>
  NEWSY.has(type) || (state === 'recovering' && OF_RETURN.has(type))

/** Of what came back step by step the last step is how it is now. */
export const isLastStep = ({ incident: { recovery } }: Story, at: Instant | undefined): boolean =>
  at !== undefined && recovery.every(step => (step.at?.at ?? at) <= at)

const isComingBackLater = (story: Story, news: NewsValues): boolean =>
  story.incident.state === 'recovering' && isLaterDay(story, news)

/** Values of what is no news, whenever it was said. */
const NO_NEWS: ReadonlySet<string> = new Set(['words', 'recall', 'doubt', 'denial', 'silence', 'overtaken', 'part'])

/**
 * Whether a message is new to readers: said or decided on the day of a story whose end is long past, or on the day of one that
 * goes on since other days.
 */
export function isNews(
  story: Story,
  type: MessageType,
  at: Instant | undefined,
  values: readonly string[],
  news: NewsValues,
): boolean {
  // What is expected is expected now.
  if (at === undefined) return type === 'hope' && isComingBackLater(story, news) && values.includes('hope')
  if (isStale(story, news)) return story.incident.as_of - at < news.stale_days * DAY
  return (
    isNewsy(story, type) &&
    !values.some(value => NO_NEWS.has(value)) &&
    isLaterDay(story, news) &&
    story.incident.as_of - at < DAY
  )
}

/** What readers have known since the first day, unless it is dated: that it happened, and that it still fails. */
const KNOWN_BY_THEN: ReadonlySet<MessageType> = new Set(['state', 'event', 'attack'] as const)

/** What counts less since it was known before: beside what is new, months later or on another day. */
export function isOldHere(story: Story, { type, at, values }: Omit<Message, 'rank'>, news: NewsValues): boolean {
  if (values.includes('new')) return false
  if (isStale(story, news)) return !isSettledLater(type, at, values)
  if (!isLaterDay(story, news)) return false
  return at === undefined ? KNOWN_BY_THEN.has(type) : story.incident.as_of - at >= DAY
}

/** What customers get, and how many were hit in all, is known only long afterwards where no hour is given. */
const isSettledLater = (type: MessageType, at: Instant | undefined, values: readonly string[]): boolean =>
  at === undefined &&
  (values.includes('money') ||
    values.includes('finding') ||
    (type === 'count' && values.some(value => OF_MANY.has(value))))

const OF_MANY: ReadonlySet<string> = new Set(['scale', 'hit', 'reported'])
