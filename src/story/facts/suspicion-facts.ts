import type { When } from '../../fields/values.ts'
import type { Cause } from '../../incident/incident.ts'
import { isSuspicion } from '../../incident/suspicion.ts'
import { fact, once, speaker, tenseOf, text, when } from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { inOrder, isSameSpeaker } from '../story-holds.ts'
import { beyondOf, stepOf } from './cause-facts.ts'

type Moves = Readonly<Record<string, readonly Fact[]>>

/** Moves told as in any story: what people say, write and count, whatever they say it of. */
const KEPT: ReadonlySet<string> = new Set([
  ...['corrections', 'corrections_minor', 'taken_back', 'statements', 'statements_early', 'third', 'reactions'],
  ...['counts', 'advice', 'economy', 'background', 'providers', 'symptoms', 'unaffected'],
  ...['event', 'event_times', 'updates', 'updates_opening', 'updates_alone'],
])

/**
 * The moves of a story in which nobody confirms a fault, or there was none: its lead, its titles and whatever else would take
 * the fault for granted speak of reports instead.
 */
export function asSuspicion<M extends Moves>(storyContext: StoryContext, moves: M): M {
  if (!isSuspicion(storyContext.incident)) return moves
  const kept = Object.fromEntries(Object.entries(moves).map(([move, facts]) => [move, KEPT.has(move) ? facts : []]))
  const title = titleFacts(storyContext, moves.counts ?? [])
  return {
    ...kept,
    ...title,
    scope: whence(storyContext),
    start: bounds(storyContext),
    cause: storyContext.incident.causes.map((cause, index) => reasonFact(storyContext, cause, index)),
    attack: withoutEvent(moves.attack ?? []),
    symptoms: attributed(moves.symptoms ?? [])
      .filter(isOfNoService)
      .map(ofThen),
    casualties: (moves.casualties ?? []).filter(({ keys: [key = ''] }) => !LINKED.test(key)),
    unaffected: working(moves.unaffected ?? []).map(ofThen),
    providers: (moves.providers ?? []).filter(isRole).map(one => ({ ...one, context: 'now' })),
    precedents: (moves.precedents ?? []).map(one => ({ ...one, keys: ['suspected.precedent'], holds: [] })),
    roll: (moves.roll ?? []).map(one => ({ ...one, keys: ['suspected.roll'] })),
  } as unknown as M
}

/** The titles and the lead: what is reported of what, by whose count, and that nobody confirms it. */
function titleFacts(storyContext: StoryContext, counts: readonly Fact[]) {
  const { incident, slots, subject, few, owner, company } = storyContext
  const [counted] = counts.filter(isWhole)
  const { source, explained, place, parts, figure, at } = counted?.slots ?? {}
  const common = {
    services: subject,
    owner,
    company,
    ...{ source, explained, place, parts, figure, at },
    // What was counted at the very hour from which the story speaks needs no second hour.
    asof: at?.kind === 'when' && at.when.at === incident.as_of ? undefined : slots.asof,
    places: incident.scope?.source ? undefined : slots.places,
  }
  const context = incident.state
  const from = [
    ...['/state', '/kind', '/company', '/scope/evidence'],
    ...incident.services.flatMap((_, index) => [`/services/${index}/service`, `/services/${index}/impact`]),
  ]
  const holds = { owner: owner !== undefined, cumulative: counted?.holds.includes('cumulative') === true }
  const choices = few ? [common, { ...common, services: few }] : [common]
  const titled = (key: string) =>
    choices.map(choice => fact(`suspected.${key}`, choice, { context, always: true, holds }))
  return {
    headline: titled('headline'),
    bare_headline: titled('bare'),
    alert: titled('alert'),
    lead: [fact('suspected.lead', common, { context, always: true, from, holds })],
  }
}

/** A figure that somebody gives, of all that came in: a peak, a later one and that of a service have sentences of their own. */
const isWhole = ({ slots, keys, context = '', holds }: Fact): boolean =>
  keys[0] === 'counts.any' && !slots.service && context.startsWith('total') && !holds.includes('fell')

/** Where the reports come from. */
function whence({ incident: { scope, ...incident }, slots }: StoryContext): Fact[] {
  if (!scope) return []
  const context = tenseOf({ ...incident, scope })
  const source = once(speaker(scope.source, '/scope/source'))
  const from = ['/scope/reach', '/scope/evidence']
  const world = scope.reach === 'world' ? slots.reach : undefined
  return [
    ...(world ? [fact('suspected.world', { reach: world, source }, { context, from })] : []),
    fact('suspected.scope', { places: slots.places, extent: slots.extent, source }, { context, from }),
    fact('suspected.beyond', { beyond: slots.beyond, source }, { context }),
  ]
}

/** When reports began, and when they ended: in one sentence where one source says both. */
function bounds({ incident: { started, ended } }: StoryContext): Fact[] {
  const [[first, other], [last, another]] = [started, ended]
  const by = first?.source
  if (first && last && !other && !another && by && last.source && isSameSpeaker(by, last.source)) {
    const slots = {
      started: once(when(first, '/started/0')),
      ended: once(when(last, '/ended/0')),
      by: speaker(by, ['/started/0/source', '/ended/0/source']),
    }
    return [fact('reports', slots)]
  }
  return [...boundsOf('started', started), ...boundsOf('ended', ended)]
}

const boundsOf = (field: 'started' | 'ended', moments: readonly When[]): Fact[] =>
  inOrder(
    moments.map((moment, index) => ({ moment, at: `/${field}/${index}` })),
    ({ moment }) => moment,
  ).map(({ moment, at }) =>
    fact(`suspected.${field}`, { at: once(when(moment, at)), source: speaker(moment.source, `${at}/source`) }),
  )

/** Who has a part in the service; whose customers suffer is told of a fault alone. */
const isRole = ({ keys: [key = ''] }: Fact): boolean => /^providers\.(?:operator|upstream|downstream)/.test(key)

/** What may be behind the reports. */
function reasonFact({ incident }: StoryContext, cause: Cause, index: number): Fact {
  const { text: what, by, at: said, replaced } = cause
  const at = `/causes/${index}`
  const step = stepOf(cause)
  return fact(
    `suspected.cause-${WORDED.has(step) ? step : 'supposed'}`,
    {
      text: replaced ? undefined : once(text(what, `${at}/text`)),
      by: speaker(by, `${at}/by`),
      at: once(when(said, `${at}/at`)),
      ...beyondOf(cause, at),
    },
    { context: tenseOf(incident), holds: { certain: step === 'official' }, from: [`${at}/status`, `${at}/sure`] },
  )
}

/** Steps of a cause that a suspicion has words for; whatever else is only thought is a possible explanation. */
const WORDED: ReadonlySet<string> = new Set(['official', 'supposed', 'denied', 'unknown', 'undisclosed'])

/** That it was no attack is said of what happened; here nothing has. */
const withoutEvent = (facts: readonly Fact[]): Fact[] =>
  facts
    .filter(({ keys }) => !keys.some(key => key.startsWith('attack.confirmed')))
    .map(one => {
      const status = one.keys.find(key => key === 'attack.denied' || key === 'attack.unknown')
      return status ? keyed(one, status.replace('attack.', 'attack-')) : one
    })

/** What is said of people because of a fault. */
const LINKED = /^casualties\.(?:linked|possible)$/

/** What is seen with one service takes for granted that it fails. */
const isOfNoService = ({ slots }: Fact): boolean =>
  Object.values(slots).every(({ once: isNews, from }) => !isNews || !from.some(at => at.startsWith('/services/')))

/** What users see is told where somebody says so; after a doubted symptom, the message that they are shown. */
const attributed = (facts: readonly Fact[]): Fact[] =>
  facts.filter(({ slots }) => slots.by !== undefined || (slots.text === undefined && (slots.error ?? slots.seen)))

/** What is not affected works: nothing is said to spare it. */
const working = (facts: readonly Fact[]): Fact[] =>
  facts
    .filter(({ keys: [key = ''] }) => /^(?:unaffected\.(?:names|works|text)$|claim\.)/.test(key))
    .map(one => (one.keys[0] === 'unaffected.names' ? { ...one, keys: ['suspected.works'] } : one))

/** Typed in the present before it came to nothing: there is no outage during which it was so. */
const ofThen = (one: Fact): Fact => (one.context === 'then' ? keyed(one, 'then') : one)

/** The same told in words that know of no event. */
function keyed({ context: _, ...one }: Fact, key: string): Fact {
  return { ...one, keys: [`suspected.${key}`] }
}
