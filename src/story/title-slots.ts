import type { Named } from '../fields/directory.ts'
import { HOUR } from '../foundation/time-units.ts'
import type { Incident } from '../incident/incident.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { names as nameSlot, wanted } from './slots.ts'
import { cutOf, sortOf } from './sort-words.ts'
import type { Fact, Slot, SpeakerSlot } from './story.ts'
import { isCompanys } from './story-holds.ts'
import { firstPlace, shortPlaces } from './title-places.ts'
import { OTHERS, widthOf, widthOfNames, widthOfText } from './title-width.ts'

/** The titles of an article; an alert stands alone and has more room. */
export type TitlePart = 'headline' | 'alert'

type TitleMaterial = Readonly<Record<string, Slot | undefined>>

/** What a title is made of: for which title, whether of another message than the state, and for readers of which country. */
export interface TitlePlace {
  readonly title: TitlePart
  readonly isAngle: boolean
  readonly home: string
}

/**
 * A fact as a title says it: what is told and what is left out is decided here, once, so that it is the same in every language.
 * Where it is stands in every title; how long it has lasted in a headline that names no place, and in an alert that has
 * room for both. Lists are shortened by how long their names are in the longest language.
 */
export function titleFact(fact: Fact, incident: Incident, place: TitlePlace): Fact {
  const { title } = place
  if (isSuspicion(incident)) return suspected(fact, title)
  // One object filled step by step, each step seeing what those before it decided: a title is made for every message.
  const slots: Record<string, Slot | undefined> = { ...fact.slots }
  Object.assign(slots, speakersIn(slots, incident))
  if (isAdvice(fact) && !adviserIn(fact.slots)) Object.assign(slots, NOBODY_ADVISING)
  Object.assign(slots, announcedBy(fact.slots, incident))
  // What is counted in one place is not told of another.
  slots.places = slots.place ? undefined : shortPlaces(slots.places, title)
  Object.assign(slots, shortLists(slots, incident, place))
  Object.assign(slots, whoseIn(slots, incident, place))
  Object.assign(slots, whereAndHowLong(slots, place, incident))
  return { ...fact, slots: filled(unowned(slots)) }
}

function filled(slots: TitleMaterial): Record<string, Slot> {
  const known: Record<string, Slot> = {}
  for (const name in slots) {
    const slot = slots[name]
    if (slot) known[name] = slot
  }
  return known
}

const isAdvice = ({ keys: [key] }: Fact): boolean => key === 'headline.told-advice' || key === 'alert.told-advice'

/** Long advice of an authority stands alone in a title: the first sentence says who gives it. */
function adviserIn({ by, text }: TitleMaterial): Slot | undefined {
  if (by?.kind !== 'speaker' || by.speaker.kind !== 'authority' || text?.kind !== 'text') return by
  return widthOfText(text.text) + widthOf({ by }, ['by']) + ADVISES > MOST ? undefined : by
}

const NOBODY_ADVISING: TitleMaterial = { by: undefined, services: undefined, owner: undefined, bare_event: undefined }

/** « …, conseille … ». */
const ADVISES = 12
const MOST = 90

/** Of what has a long name of its own a title need not say whose it is as well: a name with its place says enough. */
function unowned(slots: TitleMaterial): TitleMaterial {
  const { services, owner } = slots
  if (services?.kind !== 'names' || services.names.length > 1) return slots
  const bare = { ...services, names: services.names.map(({ owner: _, ...name }) => name) }
  const own = widthOf({ services: bare }, ['services'])
  const isLong = own > LONG_NAME && widthOf({ services, owner }, ['services', 'owner']) > BOTH_NAMES
  return isLong ? { ...slots, services: bare, owner: undefined } : slots
}

const LONG_NAME = 44
const BOTH_NAMES = 76

/** Of what is only suspected a headline says where it is reported; how often, and who says so, has room in an alert. */
function suspected(fact: Fact, title: TitlePart): Fact {
  if (title === 'alert' || !fact.slots.places) return fact
  return { ...fact, slots: Object.fromEntries(Object.entries(fact.slots).filter(([name]) => !COUNTED.has(name))) }
}

const COUNTED: ReadonlySet<string> = new Set(['figure', 'source'])

/** Where it is, and for how long: both where there is room, else where. Of a home known to all, how long says more. */
function whereAndHowLong(
  slots: TitleMaterial,
  { title, home, isAngle }: TitlePlace,
  incident: Incident,
): TitleMaterial {
  const length = slots.elapsed ?? slots.duration ?? slots.operator
  if (title === 'headline' && length && !slots.access && isHome(slots.places, home)) return { places: undefined }
  const places = !isAngle && isSaidByNames(slots) ? undefined : placesThatFit(slots, title, incident)
  const isPlaced = places !== undefined || slots.place !== undefined
  // Where current or water is cut no service is named.
  const isCut = cutOf(incident) !== undefined
  const room =
    roomForLength(title, isPlaced, isCut) -
    (slots.duration || incident.state === 'recovering' ? OVER : 0) -
    (length?.source ? ANSWERED : 0)
  const hasRoom = widthOf({ ...slots, places }, [...(isCut ? [] : NAMING), 'places']) <= room
  return {
    places: wanted(places),
    place: wanted(slots.place),
    ...(!hasRoom && { elapsed: undefined, duration: undefined }),
  }
}

/** Whether a name in the title says where it is: "the city of Jackson's water supply" is not "in Jackson". */
function isSaidByNames({ services, owner, company, places }: TitleMaterial): boolean {
  if (places?.kind !== 'names') return false
  const shown = [services, owner, company].flatMap(slot => (slot?.kind === 'names' ? slot.names : []))
  const named = shown.flatMap(one => [one, ...(one.common && one.owner ? [one.owner] : [])])
  return places.names.every(place => place.name.length > 3 && named.some(one => isNamedIn(namesOf(one), place)))
}

const namesOf = ({ name, forms }: Named): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(forms).map(([language, form]) => [language, form.name ?? name]))

/** The places that a title has room for, beside what else it says. */
function placesThatFit(slots: TitleMaterial, title: TitlePart, { state, kind }: Incident): Slot | undefined {
  const isEmergency = kind === 'emergency numbers'
  if (TIGHT.has(state)) return fitting(slots, CLOSE)
  if (title === 'headline') return fitting(slots, WIDE)
  const isAdvised = slots.firststep !== undefined && isEmergency
  if (isAdvised) return isRoomForPlaces(slots, state) ? slots.places : undefined
  return fitting(slots, ALERT)
}

/** Whether an alert that says what to do has room for where: who advises it comes first. */
function isRoomForPlaces({ firststep, numbers, case: of, ...slots }: TitleMaterial, state: Incident['state']): boolean {
  const step = firststep?.kind === 'text' ? widthOfText(firststep.text) : 0
  const condition = of?.kind === 'text' ? widthOfText(of.text) : 0
  const several = numbers?.kind === 'names' && numbers.names.length > 1 ? SEVERAL_NUMBERS : 0
  const meanwhile = state === 'recovering' ? MEANWHILE : 0
  return step + condition + several + meanwhile + widthOf(slots, ['adviser', 'places']) <= ADVISED
}

const SEVERAL_NUMBERS = 14
const MEANWHILE = 20
const ADVISED = 92

/** So many characters of names leave room for how long. */
function roomForLength(title: TitlePart, isPlaced: boolean, isCut: boolean): number {
  if (title === 'alert') return ROOM
  return isPlaced && !isCut ? 0 : HEADLINE
}

/** The places that a headline has room for: as they are, the first of them and that there are more, or none. */
function fitting(slots: TitleMaterial, room: number): Slot | undefined {
  const typed = ['text', 'says'].map(name => slots[name]).find(slot => slot?.kind === 'text')
  const words = typed?.kind === 'text' ? AROUND + widthOfText(typed.text) : 0
  const struck = slots.after || slots.attacked ? STRUCK : 0
  const isFit = (places: Slot | undefined) =>
    words + struck + widthOf({ ...slots, places }, [...BESIDE, 'places']) <= room
  return [slots.places, firstPlace(slots.places)].find(isFit)
}

const BESIDE = ['services', 'owner', 'by', 'source']
const WIDE = 80
const ALERT = 96
/** « après une cyberattaque ». */
const STRUCK = 18
/** Words of ours around those of an editor. */
const AROUND = 14
/** States whose words take more room: what is contested, and from when until when. */
const TIGHT: ReadonlySet<Incident['state']> = new Set(['planned', 'disputed'])
const CLOSE = 58

const isHome = (places: Slot | undefined, home: string): boolean =>
  places?.kind === 'names' && places.names.every(({ id }) => id === home)

/** Slots whose names a title sets beside one another. */
const NAMING = ['services', 'owner', 'lesser', 'operator', 'source']
/** So many characters of names leave room for where and for how long. */
const ROOM = 66
/** The same of a headline that names no place. */
const HEADLINE = 54
/** When it is over, or coming back, how long it was takes more words, and who says so takes some. */
const OVER = 14
const ANSWERED = 20

/** Whoever speaks for a company that readers know from the story is told as the company: few know a spokesperson's name. */
function speakersIn(slots: TitleMaterial, { company }: Incident): TitleMaterial {
  // Words that are quoted are those of who said them.
  if (slots.highlight) return {}
  return Object.fromEntries(
    ['by', 'source'].flatMap(name => {
      const slot = slots[name]
      const own = slot?.kind === 'speaker' && company ? asCompany(slot, company) : undefined
      return own ? [[name, own]] : []
    }),
  )
}

function asCompany(slot: SpeakerSlot, company: Named): SpeakerSlot | undefined {
  const { speaker } = slot
  const { name, role } = speaker
  const isTheirs = name?.kind === 'person' && (name.company === company.id || isNamedIn(role, company))
  return isTheirs || isCompanys(speaker, company) ? { ...slot, speaker: { kind: 'company', name: company } } : undefined
}

/** Whether every language of a text names the company: « directrice d'Orion Télécom ». */
function isNamedIn(text: Readonly<Record<string, string>> | undefined, { name, forms }: Named): boolean {
  const texts = Object.entries(text ?? {})
  return texts.length > 0 && texts.every(([language, own]) => own.includes(forms[language]?.name ?? name))
}

/** Work is announced by whose it is: a title that names them need not say who says so. */
function announcedBy(slots: TitleMaterial, { state, company }: Incident): TitleMaterial {
  if (state !== 'planned') return {}
  const bare = (slot: Slot | undefined) => {
    if (!slot?.source || !isCompanys(slot.source.speaker, company)) return slot
    const { source: _, ...own } = slot
    return own
  }
  return { from: bare(slots.from), to: bare(slots.to) }
}

/** Whose it is, once: not again where the company answers for it or stands in the words themselves. */
function whoseIn(slots: TitleMaterial, incident: Incident, { isAngle }: TitlePlace): TitleMaterial {
  const { company, kind } = incident
  const services = isAngle ? wanted(slots.services) : slots.services
  if (!company || !isAngle) return { services, owner: slots.owner ?? ownerOfShown(slots, incident) }
  const speaker = slots.by ?? slots.source
  const isSaidByIt = speaker?.kind === 'speaker' && speaker.speaker.name?.id === company.id
  const words = ['text', 'says'].flatMap(name => slots[name] ?? []).find(slot => slot.kind === 'text')
  if (words?.kind === 'text' && isNamedIn(words.text, company))
    return { ...NOBODY, services: servicesBeside(slots, words.text, incident) }
  const isItself = services?.kind === 'names' && services.names.every(({ name }) => name === company.name)
  if (isSaidByIt) {
    return isItself || isCountedItself(slots, kind) ? NOBODY : { services, owner: undefined, company: undefined }
  }
  // Long words are of whose it is: « systèmes informatiques » says less than the company, and takes more room.
  const isWordy = words?.kind === 'text' ? widthOfText(words.text) > WORDY : slots.outcome?.kind === 'text'
  if (isWordy && isVague(services))
    return { services: undefined, owner: undefined, company: wanted(slots.company ?? nameSlot([company], '/company')) }
  const owner = plain(slots.owner)
  if (isUntelling(slots, kind)) return { services, owner, company: plain(slots.company) }
  if (isCountedItself(slots, kind)) return { services: undefined, owner: undefined, company: wanted(slots.company) }
  const isLong = slots.owner !== undefined && widthOf(slots, ['services', 'owner', 'places']) > ANGLE
  return isLong ? { services: undefined, owner: undefined, company: wanted(slots.company) } : { services, owner }
}

/** What failed, where words that name the company do not say it and are short enough: « Panne du 999 : l'Ofcom annonce … ». */
function servicesBeside(
  { services, by, says }: TitleMaterial,
  words: Readonly<Record<string, string>>,
  { company }: Incident,
): Slot | undefined {
  if (!says || services?.kind !== 'names' || services.names.some(({ id }) => id === company?.id)) return undefined
  const isSaid = services.names.some(one => isNamedIn(words, one))
  const width = widthOf({ services, by }, ['services', 'by']) + widthOfText(words)
  return isSaid || width > BESIDE_WORDS ? undefined : wanted(services)
}

/** « Panne du … : … annonce … » beside them. */
const BESIDE_WORDS = 66

/** Whether services are told by common nouns, which say nothing of whose they are. */
const isVague = (services: Slot | undefined): boolean =>
  services?.kind === 'names' && services.names.every(({ common }) => common === true)

const WORDY = 38

/** Whose the services are that a title names, where only those that it leaves out have owners of their own. */
function ownerOfShown(
  { services, operator }: TitleMaterial,
  { company, services: all, kind }: Incident,
): Slot | undefined {
  if (!company || operator || kind === 'emergency numbers' || services?.kind !== 'names') return undefined
  const owners = all.flatMap(({ service }) => service.owner?.id ?? [])
  const isTheirs = owners.length > 0 && owners.every(id => id === company.id)
  const isBare = services.names.every(({ common, owner }) => common === true && owner === undefined)
  return isTheirs && isBare ? wanted(nameSlot([company], '/company')) : undefined
}

const NOBODY: TitleMaterial = { services: undefined, owner: undefined, company: undefined, culprit: undefined }
/** Of longer names a title that tells something else has room for the company only. */
const ANGLE = 44

/** The name is no less there, but it does not take the place of what fails. */
const plain = (slot: Slot | undefined): Slot | undefined => slot && { ...slot, wanted: false }

/** Sorts of which a company's name does not say what fails there: water, current. */
const UNTELLING: ReadonlySet<string | undefined> = new Set(['water', 'power', 'heating', 'hospital', 'cable', 'data'])

/** Whether what is counted is what fails: « 8 300 appels bloqués » says that it is calls. */
function isCountedItself({ services, figure }: TitleMaterial, kind: Incident['kind']): boolean {
  if (services?.kind !== 'names' || figure?.kind !== 'figure' || typeof figure.unit !== 'string') return false
  const counted = COUNTED_AS[figure.unit]
  // One of several is enough: « Notam et vols intérieurs : 9 800 vols retardés » says it twice.
  return counted !== undefined && services.names.some(one => sortOf([one], { kind }) === counted)
}

const COUNTED_AS: Readonly<Record<string, string>> = {
  calls: 'calls',
  messages: 'messages',
  flights: 'flights',
  trains: 'transport',
  payments: 'payment',
}

const isUntelling = ({ services }: TitleMaterial, kind: Incident['kind']): boolean =>
  services?.kind === 'names' && UNTELLING.has(sortOf(services.names, { kind }))

/** Services, and those who suffer, as many as a title can hold; of somebody described at length only what they say. */
function shortLists(slots: TitleMaterial, { state }: Incident, { isAngle }: TitlePlace): TitleMaterial {
  const { services, operator, who, by } = slots
  const room = SEVERAL - windowOf(slots, state) - widthOf(slots, ['owner', 'operator', 'places'])
  const shown = services?.kind === 'names' ? shortened(services, room) : services
  const isOne = state === 'planned' && operator !== undefined && shown?.kind === 'names'
  return {
    operator: wanted(operator),
    services: isOne ? { kind: 'names', names: shown.names.slice(0, 1), from: shown.from } : shown,
    who: who?.kind === 'names' && !who.more ? shortened(who, VICTIMS) : who,
    ...(isAngle && by && isLong(by) && { by: undefined }),
  }
}

const isLong = (slot: Slot): boolean =>
  slot.kind === 'speaker' && Object.values(slot.speaker.called ?? {}).some(called => called.length > LONG_CALLED)

const SEVERAL = 70

/** What is planned says when: on which day, or from when until when. */
function windowOf({ from, to }: TitleMaterial, state: Incident['state']): number {
  if (state !== 'planned') return 0
  const [start, end] = [from, to].map(slot => (slot?.kind === 'when' ? slot.when.at : undefined))
  return start !== undefined && end !== undefined && end - start > HALF_A_DAY ? DAYS : PLANNED
}

const HALF_A_DAY = 12 * HOUR
const PLANNED = 10
const DAYS = 14
const VICTIMS = 56
const LONG_CALLED = 26

/** The first names that fit, and how many others. */
export function shortened(slot: Slot & { readonly kind: 'names' }, room: number): Slot {
  const { names, more = 0 } = slot
  let shown = names.length
  const width = () => widthOfNames(names.slice(0, shown)) + (shown < names.length || more ? OTHERS : 0)
  while (shown > 1 && width() > room) shown -= 1
  if (shown === names.length) return slot
  // One alone, where there is no room to say how many others.
  if (shown === 1 && width() > room) return { kind: 'names', names: names.slice(0, 1), from: slot.from }
  return { ...slot, names: names.slice(0, shown), more: more + names.length - shown }
}
