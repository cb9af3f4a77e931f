import { eventOf } from '../story/incident-slots.ts'
import type { Fact, Slot, Story } from '../story/story.ts'
import { type TitlePart, titleFact } from '../story/title-slots.ts'
import { widthOf, widthOfText } from '../story/title-width.ts'
import type { Message } from './message.ts'
import { isStale } from './newness.ts'
import type { NewsValues } from './news-values.ts'
import type { SecondClause } from './title-second-message.ts'
import { formOf, inTitles, isOfItsOwn, markedIn } from './titled-messages.ts'

/** The lengths and places that a plan fills, each a family of wordings: `headline.cause`, `standfirst.cause`. */
export type PlannedPart = 'headline' | 'alert' | 'standfirst' | 'lead'

/** Long after it, a title says of which day's event it speaks, where it has room: « Panne du 1er juin : … ». */
function dated(fact: Fact, { incident }: Story): Fact {
  const [moment] = [...incident.started, ...incident.event.flatMap(({ at }) => at)]
  const { figure, text, says } = fact.slots
  const typed = [text, says].map(slot => (slot?.kind === 'text' ? widthOfText(slot.text) : 0))
  const names = widthOf(fact.slots, ['services', 'owner', 'company', 'by', 'source', 'place', 'places'])
  const width = names + Math.max(...typed) + (figure ? FIGURE : 0)
  if (moment?.at === undefined || width > UNDATED) return fact
  const { bare_event: bare } = eventOf(incident)
  const day: Slot = { kind: 'when', when: moment, from: [] }
  return {
    ...fact,
    slots: {
      ...fact.slots,
      bare_event: { kind: 'term', key: 'bare-event.dated', from: [], wanted: true, slots: { bare_event: bare, day } },
    },
  }
}

/** « 5,2 millions de paiements bloqués », and what is too long for a date beside it. */
const FIGURE = 24
const UNDATED = 58

interface TitlesContext {
  readonly home: string
  readonly news: NewsValues
  /** What an attack does to people. */
  readonly effect?: SecondClause | undefined
}

/** Ways to say a message as a title: the story's own for the state, else by the message's family. */
export function titlesOf(
  story: Story,
  leader: Message | undefined,
  title: TitlePart,
  { home, news, effect }: TitlesContext,
): readonly (readonly Fact[])[] {
  const shaped = (fact: Fact, isAngle: boolean) => titleFact(fact, story.incident, { title, isAngle, home })
  const general = (story.moves[title] ?? []).map(fact => shaped(fact, false))
  if (effect) {
    const keys = [`${title}.attack-effect`]
    return [[shaped({ ...effect.fact, keys }, true)], general]
  }
  if (!leader || leader.type === 'state') return [general]
  const fact = shaped(placed(story, leader, title), true)
  const own = [isStale(story, news) ? dated(fact, story) : fact]
  // Long after the end, that it is over is not even the last resort.
  return isStale(story, news) ? [own] : [own, general]
}

/** What a title may presuppose of the services that it names. */
const OF_SERVICES: ReadonlySet<string> = new Set(['several', 'used'])

/** A message at a place: its family of wordings there, then the sentence of the body. */
export function placed(story: Story, { type, facts }: Message, place: PlannedPart): Fact {
  const [own] = facts
  if (!own) throw new Error(`A message of type ${type} without a fact`)
  if (type === 'state') return own
  const isTitle = place === 'headline' || place === 'alert'
  // « 90 vols annulés » is not told as « 90 vols touchés » where that is shorter.
  const isOutcome = isTitle && own.slots.elsewhere !== undefined
  const keys = isOutcome ? own.keys.filter(key => key === 'counts.outcome') : own.keys
  const tails = keys.map(key => key.slice(key.indexOf('.') + 1))
  // Whatever it is about, a clause with how sure it is has titles of its own.
  const isSure = own.keys[0]?.startsWith('claim.') === true
  const form = isSure || isOfItsOwn({ type, facts: [own] }) ? undefined : formOf({ facts: [own] })
  const family =
    form === undefined
      ? [...tails.map(tail => `${place}.${isSure ? 'claim' : type}-${tail}`), `${place}.${type}`]
      : [`${place}.told-${form}`]
  const by = own.slots.by ?? own.slots.source
  const highlight = form === 'quoted' ? markedIn(story, own) : undefined
  const slots = { ...named(story.opening), ...own.slots, ...(form && by && { by }), ...(highlight && { highlight }) }
  if (place === 'lead' && opensAs(story, { type, facts: [own] }))
    return { ...own, keys: [...family, ...own.keys], slots, always: true }
  // What stands below a title is a sentence of the body: it has every tense, and says who says so.
  if (!isTitle) return { ...own, always: true }
  // What a title says of the services presupposes what they are, whatever leads.
  const ofServices = (story.moves[place]?.[0]?.holds ?? []).filter(one => OF_SERVICES.has(one))
  const shown = inTitles({ ...own, slots }).slots
  return { ...own, keys: family, slots: shown, holds: [...new Set([...own.holds, ...ofServices])], always: true }
}

/** Facts whose sentence in the body takes the event for known, and which are worded anew where they open the article. */
const OPENERS = /^(?:knock\.names|counts\.(?:any|affected|outcome)|casualties\.linked)$/

/** Whether a message has a sentence of its own for the first line, which says of what event it is. */
export function opensAs({ holds: known }: Story, { facts: [own] }: Pick<Message, 'facts' | 'type'>): boolean {
  if (!known.includes('asserted') || !own || !OPENERS.test(own.keys[0] ?? '')) return false
  const { slots, context = '', holds } = own
  // A level at an hour, and an effect that has its own end, are told as they stand in the body.
  if (UNOPENED.some(name => slots[name]) || holds.includes('fell')) return false
  return (
    !/peak|now-|future/.test(context) && !(slots.outcome?.kind === 'term' && /still|future/.test(slots.outcome.key))
  )
}

/** What the first sentence has no room for. */
const UNOPENED = ['at', 'ended', 'service', 'span', 'via']

/** Whose trouble it is, is named wherever a wording has room for it. Of a story that is the same for all its messages. */
function named(opening: Story['opening']): Story['opening'] {
  const known = namedOf.get(opening) ?? withWhose(opening)
  namedOf.set(opening, known)
  return known
}

const namedOf = new WeakMap<Story['opening'], Story['opening']>()

const withWhose = (opening: Story['opening']): Story['opening'] =>
  Object.fromEntries(
    Object.entries(opening).map(([name, slot]) => [name, WHOSE.has(name) ? { ...slot, wanted: true } : slot]),
  )

const WHOSE: ReadonlySet<string> = new Set(['services', 'company', 'culprit'])
