import { adviceInForce } from '../../incident/in-force.ts'
import { fact, slug, speaker, text, wanted } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { hadStopped, isCompanys } from '../story-holds.ts'
import { firstStep } from './advice-facts.ts'

/** Slots that leads, headlines and alerts share, those that are known. */
export function openingOf(storyContext: StoryContext): Readonly<Record<string, Slot>> {
  return fact('', opening(storyContext)).slots
}

/** Slots that leads, headlines and alerts share. */
function opening(storyContext: StoryContext) {
  const { incident, slots } = storyContext
  return {
    services: incident.state === 'resolved' ? storyContext.all : storyContext.subject,
    top: storyContext.top,
    all: storyContext.all,
    company: storyContext.namesake ? undefined : storyContext.company,
    namesake: storyContext.namesake,
    owner: storyContext.owner,
    operator: storyContext.operator,
    // Emergency numbers belong to nobody: where a company makes them fail, it is named nevertheless.
    firm: incident.kind === 'emergency numbers' && !storyContext.operator ? wanted(storyContext.company) : undefined,
    culprit: storyContext.culprit,
    impact: storyContext.impact,
    trouble: storyContext.trouble,
    brand: storyContext.brand,
    // Emergency numbers that fail are named where they can be: « le 112 ».
    numbers: wanted(storyContext.brand),
    // A title must not promise more than the text gives.
    advised: wanted(text(adviceInForce(incident)[0]?.advice.steps[0], [])),
    ...firstStep(storyContext),
    // « worldwide » is told together with whoever says so.
    reach: incident.scope?.source ? undefined : slots.reach,
    day: storyContext.sinceStart ? slots.day : undefined,
    clock: storyContext.sinceStart ? slots.clock : undefined,
    elapsed: slots.elapsed,
    duration: slots.duration,
    endclock: slots.endclock,
    endday: slots.endday,
    // Services that only appear to be affected are told with that hedge.
    places: incident.scope?.evidence === 'apparent' ? undefined : slots.places,
    lesser: slots.lesser,
    asof: slots.asof,
    from: slots.from,
    to: slots.to,
    reason: slots.reason,
    corrected: slots.corrected,
    right: slots.right,
    said: slots.said,
    written: slots.written,
    claimed: slots.claimed,
    attacked: slots.attacked,
    attack_by: speaker(incident.attack?.by, '/attack/by'),
  }
}

/** What a lead, a headline and an alert may presuppose. */
function openingHolds({ incident, groups, operator, owner, slots }: StoryContext) {
  const told = incident.state === 'resolved' ? groups : groups.slice(0, 1)
  const services = told.flatMap(group => group.services)
  return {
    'full-stop': hadStopped(incident, services),
    certain: slots.reason !== undefined || slots.attacked !== undefined,
    operates: operator !== undefined,
    owner: owner !== undefined,
    used: services.every(({ service }) => service.kind === 'service'),
  }
}

/** Whether the company is named only where a wording has room for it. */
function nameless({ owner, groups, incident: { kind } }: StoryContext, { firm }: { firm: Slot | undefined }): boolean {
  const isAnothers = owner === undefined && groups[0]?.services.some(({ service }) => service.common) === true
  return (
    firm !== undefined || isAnothers || (owner !== undefined && kind !== 'power cut' && kind !== 'emergency numbers')
  )
}

/** Who, what, since when: the first sentence; when the incident is over, also how long it lasted. */
export function lead(storyContext: StoryContext): Fact[] {
  const { state, kind } = storyContext.incident
  const keys = [`lead.${slug(kind)}`, 'lead.outage']
  const open = opening(storyContext)
  // The company says that it is over: that source is named wherever a wording has room.
  const slots = state === 'disputed' ? { ...open, company: wanted(open.company) } : open
  const facts = [
    fact(keys, slots, {
      context: state,
      // A brand implies its company, a power cut its grid operator; a common noun is told with its owner.
      from: [
        '/state',
        '/kind',
        ...(nameless(storyContext, open) ? [] : ['/company']),
        ...(storyContext.groups[0]?.from ?? []),
      ],
      holds: openingHolds(storyContext),
      always: true,
    }),
  ]
  if (state === 'resolved') {
    // An hour with a source is told with it, in a sentence of its own, unless one source gives both hours.
    const [from, to] = [storyContext.started?.source, storyContext.ended?.source]
    const isOne = from !== undefined && from.kind === to?.kind && from.name?.id === to.name?.id
    const own = {
      ...slots,
      clock: from && !isOne ? undefined : slots.clock,
      endclock: to && !isOne ? undefined : slots.endclock,
      source: isOne ? speaker(from, ['/started/source', '/ended/source']) : undefined,
    }
    facts.push(
      fact([`lasted.${slug(kind)}`, 'lasted.outage'], own, { context: state, holds: openingHolds(storyContext) }),
    )
  }
  return facts
}

/** The titles, each first with every service named, then with the best known; `bare_headline` when nothing else can be said. */
type Titles = Record<'headline' | 'bare_headline' | 'alert', Fact[]>

/** States in which emergency numbers have titles of their own. */
const NUMBERS_TITLED: ReadonlySet<string> = new Set(['ongoing', 'recovering', 'resolved'])

/** Headline, standfirst and alert use the slots of the lead, and words to quote. */
export function titles(storyContext: StoryContext): Titles {
  const { incident } = storyContext
  const { state, kind } = incident
  const spoken = incident.statements.findIndex(statement => statement.kind === 'said' && statement.highlight)
  const statement = incident.statements[spoken]
  const said = statement?.kind === 'said' ? statement : undefined
  const slots = {
    ...opening(storyContext),
    highlight: said && highlightOf(said, `/statements/${spoken}`),
    speaker: speaker(said?.by, []),
  }
  const holds = {
    ...openingHolds(storyContext),
    'company-said': said !== undefined && isCompanys(said.by, incident.company),
  }
  const choices = storyContext.few
    ? [slots, { ...slots, services: storyContext.few, brand: storyContext.brand && storyContext.few }]
    : [slots]
  // A power cut has no service, and a title about emergency numbers must name them: a wording about services would be
  // shorter, and wrong there.
  const isOwn = kind === 'power cut' || (kind === 'emergency numbers' && NUMBERS_TITLED.has(state))
  const general = (move: string) => (isOwn ? [] : [`${move}.outage`])
  const titled = (move: string, ...first: string[]) =>
    choices.map(choice =>
      fact([...first, `${move}.${slug(kind)}`, ...general(move)], choice, { context: state, holds, always: true }),
    )
  return {
    headline: titled('headline', 'headline.apology'),
    bare_headline: [fact('headline.bare', slots, { context: state, holds, always: true })],
    alert: titled('alert'),
  }
}

function highlightOf(
  statement: Extract<StoryContext['incident']['statements'][number], { kind: 'said' }>,
  from: string,
) {
  if (!statement.highlight) return undefined
  return {
    kind: 'highlight',
    words: statement.highlight,
    quote: statement.quote,
    from: [`${from}/highlight`],
    once: true,
  } as const
}
