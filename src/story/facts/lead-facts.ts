import type { Named } from '../../fields/directory.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { doubtOf, type Incident, type Kind } from '../../incident/incident.ts'
import { adviceInForce } from '../../incident/left-out-values.ts'
import { accessInTitles, accessSlots } from '../access-slots.ts'
import { commonWindow, harmOf } from '../announced-windows.ts'
import { impactOf } from '../incident-slots.ts'
import { isDialled, pointersTo } from '../service-groups.ts'
import { besideInTitles, ownInTitles } from '../services-beside.ts'
import { fact, names, once, slug, speaker, term, text, wanted } from '../slots.ts'
import {
  againOf,
  cutOf,
  doesAgain,
  isLikeApp,
  peopleOf,
  resumingOf,
  sortOf,
  stoppedOf,
  strikeOf,
} from '../sort-words.ts'
import type { Fact, Slot } from '../story.ts'
import { ownerOf, type StoryContext } from '../story-context.ts'
import { hadStopped, isCompanys } from '../story-holds.ts'
import { placesInTitles } from '../title-places.ts'
import { firstStep } from './advice-facts.ts'
import { confirmerOf } from './cause-facts.ts'

/** Slots that leads, headlines and alerts share, those that are known. */
export function openingOf(storyContext: StoryContext): Readonly<Record<string, Slot>> {
  return fact('', opening(storyContext)).slots
}

type Opening = ReturnType<typeof opening>

/** Slots that leads, headlines and alerts share. */
function opening(storyContext: StoryContext) {
  const { incident, slots, sort } = storyContext
  const { state } = incident
  const struck = strikeOf(incident)
  // Who says since when says no more than that: where others answer for the start, it has a sentence of its own.
  const beside = (slot: Slot | undefined) => (slot?.source ? undefined : slot)
  return {
    services: incident.state === 'resolved' ? storyContext.all : storyContext.subject,
    top: storyContext.top,
    all: storyContext.all,
    company: storyContext.namesake || areOfOthers(storyContext) ? undefined : storyContext.company,
    namesake: storyContext.namesake,
    owner: storyContext.owner,
    operator: storyContext.operator,
    // Emergency numbers belong to nobody: where a company makes them fail, it is named nevertheless.
    firm: incident.kind === 'emergency numbers' && !storyContext.operator ? wanted(storyContext.company) : undefined,
    culprit: storyContext.culprit,
    impact: storyContext.impact,
    trouble: storyContext.trouble,
    stopped: state === 'ongoing' ? stoppedOf(sort, storyContext.worst, incident) : undefined,
    again: againOf(state === 'resolved' ? allSort(storyContext) : sort, incident),
    resuming: state === 'recovering' ? resumingOf(sort, incident) : undefined,
    // Of some it is not said that its users, all of them, are without it.
    people: incident.scope?.who || incident.scope?.degree ? undefined : peopleOf(sort),
    struck: struck === undefined ? undefined : once(strikeTerm('struck', struck, incident)),
    after: struck === undefined ? undefined : once(strikeTerm('after', struck, incident)),
    // Whose supply it is that is cut: no service is named then.
    grid: cutOf(incident) ? plain(storyContext.owner) : undefined,
    brand: storyContext.brand,
    // Emergency numbers that fail are named where they can be: « le 112 ».
    numbers: wanted(storyContext.brand),
    // A title must not promise more than the text gives.
    advised: wanted(text(adviceInForce(incident)[0]?.advice.steps[0], [])),
    ...firstStep(storyContext),
    // « worldwide » is told together with whoever says so.
    reach: incident.scope?.source || doubtOf(incident.scope ?? {}) ? undefined : slots.reach,
    day: storyContext.sinceStart ? beside(startOf(storyContext)) : undefined,
    clock: storyContext.sinceStart ? beside(slots.clock) : undefined,
    elapsed: beside(slots.elapsed),
    duration: slots.duration,
    endclock: slots.endclock,
    endday: slots.endday,
    reported: slots.reported,
    // Services that only appear to be affected are told with that hedge.
    places: placesInTitles(storyContext),
    lesser: slots.lesser,
    asof: slots.asof,
    // Whoever announced the work has not said what it does: that window has a sentence of its own.
    ...(isSaidOfWork(storyContext) ? {} : { from: slots.from, to: slots.to }),
    reason: slots.reason,
    corrected: slots.corrected,
    right: slots.right,
    said: slots.said,
    written: slots.written,
    claimed: slots.claimed,
    attacked: slots.attacked,
    attack_by: confirmerOf(incident),
    dialled: storyContext.groups[0]?.services.every(isDialled) ? wanted(storyContext.brand) : undefined,
    ...accessInTitles(storyContext.groups[0], incident.state),
  }
}

/** When it began: the hour where the lead of what is coming back has room for it, so that no sentence is needed for it; else the day. */
const startOf = ({ incident: { state }, slots: { day, clock } }: StoryContext): Slot | undefined =>
  state === 'recovering' ? (clock ?? day) : day

/** The same names without what they are: « le réseau d'Ores » says it. */
const plain = (slot: Slot | undefined): Slot | undefined =>
  slot?.kind === 'names' ? { ...slot, names: slot.names.map(name => ({ ...name, rank: 1 })) } : slot

/** What all the services are that are told of where it is over. */
const allSort = ({ groups, incident }: StoryContext) =>
  sortOf(
    groups.flatMap(({ services }) => services.map(({ service }) => service)),
    incident,
  )

/** Whether every service of the story has an owner of its own in the file, and none is the company. */
const areOfOthers = ({ incident: { services, company } }: StoryContext): boolean =>
  services.length > 0 && services.every(({ service: { owner } }) => owner !== undefined && owner.id !== company?.id)

/** What a lead, a headline and an alert may presuppose. */
function openingHolds(storyContext: StoryContext) {
  const { incident, groups, operator, owner, slots, sort } = storyContext
  const told = incident.state === 'resolved' ? groups : groups.slice(0, 1)
  const services = told.flatMap(group => group.services)
  return {
    'full-stop': hadStopped(incident, services),
    certain: slots.reason !== undefined || slots.attacked !== undefined,
    operates: operator !== undefined,
    owner: owner !== undefined,
    several: services.length > 1,
    used:
      services.every(({ service }) => service.kind === 'service') &&
      isLikeApp(incident.state === 'resolved' ? allSort(storyContext) : sort),
  }
}

/** Whether the lead tells what work does to services, and somebody has announced the work alone. */
const isSaidOfWork = (storyContext: StoryContext): boolean =>
  storyContext.incident.state === 'ongoing' &&
  storyContext.slots.from?.source !== undefined &&
  harmAnnounced(storyContext) === undefined

/** How harmful the work is said to be, where nothing else says what it does: work under way does no more than was announced. */
function harmAnnounced({ incident, windows }: StoryContext): ReturnType<typeof harmOf> {
  const { state, kind, services } = incident
  if (state === 'planned') return harmOf(windows)
  const isWork = kind === 'maintenance' && (state === 'ongoing' || state === 'resolved')
  const isPlain = services.every(({ impact, only_from, not_from }) => !(impact ?? only_from ?? not_from))
  return isWork && isPlain ? harmOf(windows) : undefined
}

/** The key of a kind; a power cut that made something else fail is told as what fails. */
const ownKey = ({ kind }: Incident): string => slug(kind === 'power cut' ? 'outage' : kind)

/** Kinds whose return has words of its own. */
const WORDED_KINDS: ReadonlySet<Kind> = new Set(['attack', 'cable cut', 'maintenance', 'emergency numbers'])

/** The key of a return that is told by what the services do: trains run, calls get through. */
function returnOf(storyContext: StoryContext): ('again' | 'resuming')[] {
  const { incident, groups, sort } = storyContext
  const { state, kind } = incident
  if (WORDED_KINDS.has(kind)) return []
  const told = state === 'resolved' ? groups : groups.slice(0, 1)
  const isStopped = hadStopped(
    incident,
    told.flatMap(({ services }) => services),
  )
  if (!isStopped) return []
  if (state === 'resolved') return doesAgain(allSort(storyContext), incident) ? ['again'] : []
  return state === 'recovering' && isStepOf(incident, told) && resumingOf(sort, incident) ? ['resuming'] : []
}

/** Whether what comes back, where the file says which services do, is among these. */
function isStepOf({ recovery }: Incident, groups: StoryContext['groups']): boolean {
  const ids = new Set(groups.flatMap(({ services }) => services.map(({ service }) => service.id)))
  const named = recovery.filter(({ services }) => services.length > 0)
  return (
    named.length < recovery.length ||
    named.length === 0 ||
    named.some(one => one.services.some(({ id }) => ids.has(id)))
  )
}

/** Whether the company is named only where a wording has room for it. */
function nameless({ owner, groups, incident }: StoryContext, { firm }: { firm: Slot | undefined }): boolean {
  // A common noun that has an owner of its own in the file is named with it.
  const isOurs = (own: Named | undefined) => own !== undefined && own.id === incident.company?.id
  const isAnothers =
    owner === undefined && groups[0]?.services.some(({ service }) => service.common && !isOurs(service.owner)) === true
  // Of a cut that never was, no network is named.
  const isRetractedCut = cutOf(incident) !== undefined && incident.state === 'retracted'
  const isOwners = owner !== undefined && incident.kind !== 'emergency numbers' && !isRetractedCut
  return firm !== undefined || isAnothers || isOwners
}

/** Who, what, since when: the first sentence; when the incident is over, also how long it lasted. */
export function lead(storyContext: StoryContext): Fact[] {
  const { incident, groups, windows, slots: known } = storyContext
  const { state } = incident
  // Where current is cut no service is named: such windows stand below.
  if (state === 'planned' && !cutOf(incident) && windows.length > 0 && !commonWindow(windows))
    return windowLeads(storyContext)
  const open = opening(storyContext)
  // The company says that it is over: that source is named wherever a wording has room.
  const slots = {
    ...open,
    ...(state === 'disputed' && { company: wanted(open.company) }),
    // A length for which somebody answers is told with its hours, in the sentence below.
    ...(open.duration?.source && { duration: undefined, reported: undefined }),
  }
  const first = leadFact(storyContext, slots, groups[0]?.from ?? [], harmAnnounced(storyContext))
  if (state !== 'resolved' || incident.intervals.length > 0) return [first]
  return [first, ...lastedFact(storyContext, { ...open, endclock: slots.endclock }, known.duration)]
}

function leadFact(
  storyContext: StoryContext,
  slots: Opening,
  from: readonly Pointer[],
  harm: ReturnType<typeof harmOf>,
): Fact {
  const { incident } = storyContext
  const { state } = incident
  const announced = harm ? [`lead.${harm}`] : []
  const cut = cutOf(incident)
  const struck = !cut && isStruck(incident) ? ['lead.struck'] : []
  const own = cut || harm ? [] : returnOf(storyContext).map(key => `lead.${key}`)
  // What is announced as harmless is never told as an interruption, however long the words for it are.
  const plain = harm ? [] : [`lead.${cut ?? ownKey(incident)}`, 'lead.outage']
  const usual = [...struck, ...announced, ...own, ...plain]
  return fact(slots.access ? ['lead.access'] : usual, slots, {
    context: state,
    // A brand implies its company; a common noun is told with its owner.
    from: ['/state', '/kind', ...(nameless(storyContext, slots) ? [] : ['/company']), ...from],
    holds: openingHolds(storyContext),
    always: true,
  })
}

/** Works with windows of their own: one sentence each, with the services it is about. */
function windowLeads(storyContext: StoryContext): Fact[] {
  const { incident, windows } = storyContext
  const open = opening(storyContext)
  const named = new Set(windows.flatMap(({ services }) => services.map(({ id }) => id)))
  return windows
    .flatMap(window =>
      storyContext.groups.flatMap(group => {
        const ids = new Set(window.services.map(({ id }) => id))
        const isOf = (id: string) => (window.services.length === 0 ? !named.has(id) : ids.has(id))
        const own = { ...group, services: group.services.filter(({ service }) => isOf(service.id)) }
        return own.services.length > 0 ? [{ window, own }] : []
      }),
    )
    .map(({ window, own }, nth) => {
      const from = own.services.flatMap(one => pointersTo([incident.services.indexOf(one)]))
      const meant = own.services.map(({ service }) => service)
      const services = names(meant, [...from, ...window.at])
      const slots = {
        ...open,
        services,
        brand: own.services.some(({ service }) => service.common) ? undefined : services,
        owner: ownerOf({ ...own, from }, storyContext.company),
        impact: impactOf(incident, meant, own.impact, from),
        ...(own.access ? accessSlots(own, 'future') : { access: undefined }),
        from: window.from,
        to: window.to,
        reason: nth === 0 ? open.reason : undefined,
      }
      return leadFact(storyContext, slots, from, harmOf([window]))
    })
}

/** How long it lasted, with its hours where one source answers for all of them. */
function lastedFact(
  { incident, slots, started, ended, ...context }: StoryContext,
  open: Opening,
  duration: Slot | undefined,
) {
  const { state } = incident
  const isClaimed = duration?.kind === 'duration' && duration.given !== undefined
  // What is said of a start by another than of the end has a sentence of its own.
  const isOne = duration?.source !== undefined && !isClaimed
  const isOwn = started?.source === undefined
  const own = {
    ...open,
    duration: isClaimed && duration.source ? undefined : open.duration,
    day: isOne || isOwn ? slots.day : undefined,
    clock: isOne || isOwn ? slots.clock : undefined,
    endclock: isOne || !ended?.source ? open.endclock : undefined,
    // « La panne de Nimbora a duré deux heures, selon Nimbora. »
    culprit: isOne && namesOne(open.culprit, started?.source?.name?.id) ? undefined : open.culprit,
    source: isOne ? speaker(started?.source, ['/started/source', '/ended/source']) : undefined,
  }
  // That it began on Tuesday goes without saying where the hour of the start has a sentence of its own.
  const isMore = own.duration !== undefined || own.endclock !== undefined || own.clock === undefined
  const holds = openingHolds({ incident, slots, started, ended, ...context })
  return isMore
    ? [fact([`lasted.${cutOf(incident) ?? ownKey(incident)}`, 'lasted.outage'], own, { context: state, holds })]
    : []
}

const namesOne = (slot: Slot | undefined, id: string | undefined): boolean =>
  slot?.kind === 'names' && slot.names.length === 1 && slot.names[0]?.id === id

/** The titles; `bare_headline` when nothing else can be said. */
type Titles = Record<'headline' | 'bare_headline' | 'alert', Fact[]>

/** States in which emergency numbers have titles of their own. */
const NUMBERS_TITLED: ReadonlySet<string> = new Set(['ongoing', 'recovering', 'resolved'])

/** Whether titles and leads name what struck. */
const isStruck = (incident: Incident): boolean => strikeOf(incident) !== undefined && STRUCK.has(incident.state)

const STRUCK: ReadonlySet<string> = new Set(['ongoing', 'recovering', 'resolved'])

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
  const told = { ...slots, ...ownInTitles(storyContext), ...besideInTitles(storyContext) }
  // A power cut has no service, and a title about emergency numbers must name them: a wording about services would be
  // shorter, and wrong there.
  const cut = cutOf(incident)
  const isOwn = cut !== undefined || (kind === 'emergency numbers' && NUMBERS_TITLED.has(state))
  const general = (move: string) => (isOwn ? [] : [`${move}.outage`])
  const harm = harmAnnounced(storyContext)
  const struck = (move: string) => (!cut && isStruck(incident) ? [`${move}.struck`] : [])
  const titled = (move: string, ...first: string[]) => {
    const announced = harm ? [`${move}.${harm}`] : []
    const own = cut || harm ? [] : returnOf(storyContext).map(key => `${move}.${key}`)
    const usual = [
      ...first,
      ...struck(move),
      ...announced,
      ...own,
      // What is told by what it does again is told so however long that is.
      ...(own.length > 0 || harm ? [] : [`${move}.${cut ?? ownKey(incident)}`, ...general(move)]),
    ]
    const keys = slots.access ? [...first.filter(key => key.includes('.access')), `${move}.access`] : usual
    return [fact(keys, told, { context: state, holds, always: true })]
  }
  return {
    headline: titled('headline', 'headline.apology'),
    bare_headline: [
      fact(harm ? `headline.bare-${harm}` : 'headline.bare', slots, { context: state, holds, always: true }),
    ],
    // Where lives are at stake an alert says what to do, if it has room for it.
    alert: titled(
      'alert',
      ...(isOwn && isAdvised(slots) ? [`alert.${slots.access ? 'access' : slug(kind)}-advised`] : []),
    ),
  }
}

const isAdvised = ({ firststep }: Readonly<Record<string, Slot | undefined>>): boolean => firststep !== undefined

/** The words of a statement that an editor has marked for titles. */
export function highlightOf(
  statement: Pick<Extract<StoryContext['incident']['statements'][number], { kind: 'said' }>, 'highlight' | 'quote'>,
  from: string,
) {
  if (!statement.highlight || !statement.quote) return undefined
  return {
    kind: 'highlight',
    words: statement.highlight,
    quote: statement.quote,
    from: [`${from}/highlight`],
    once: true,
  } as const
}

/** « après des intempéries »; « après le verglas », where what happened has a name. */
function strikeTerm(words: 'after' | 'struck', struck: string, { event: [happened] }: Incident): Slot {
  if (!happened?.name || NAMED_BY[happened.kind] !== struck) return term(`${words}.${struck}`, '/kind')
  const own = names([happened.name], '/event/0/name')
  const slots = {
    ...(own && { event_name: own }),
    event_called: term(`happening-noun.${happened.kind}`),
    event_kind: term(`happening-title.${happened.kind}`),
  }
  return { kind: 'term', key: `${words}.named`, from: ['/kind', '/event/0/name'], slots }
}

/** The kind of the trouble by that of what happened. */
const NAMED_BY: Readonly<Partial<Record<Incident['event'][number]['kind'], string>>> = {
  storm: 'weather',
  fire: 'fire',
  flood: 'flood',
  explosion: 'explosion',
}
