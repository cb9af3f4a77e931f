import type { Named } from '../fields/directory.ts'
import type { Incident } from '../incident/incident.ts'
import { wanted } from './slots.ts'
import { sortOf } from './sort-words.ts'
import type { Fact, Slot, SpeakerSlot } from './story.ts'
import { isCompanys } from './story-holds.ts'
import { shortPlaces } from './title-places.ts'
import { widthOf, widthOfNames } from './title-width.ts'

/** The titles of an article; an alert stands alone and has more room. */
export type Title = 'headline' | 'alert'

type Slots = Readonly<Record<string, Slot | undefined>>

/**
 * A fact as a title says it: what is told and what is left out is decided here, once, so that it is the same in every language.
 * Where it is stands in every title; how long it has lasted in a headline that names no place, and in an alert that has
 * room for both. Lists are shortened by how long their names are in the longest language.
 */
export function titleFact(fact: Fact, incident: Incident, title: Title, home: string): Fact {
  const known = shortLists({ ...fact.slots, ...speakersIn(fact.slots, incident) }, incident)
  const told = { ...known, ...whoseIn(known, incident) }
  const slots = { ...told, ...whereAndHowLong(told, title, home) }
  return { ...fact, slots: Object.fromEntries(Object.entries(slots).filter(isKnown)) }
}

const isKnown = (entry: [string, Slot | undefined]): entry is [string, Slot] => entry[1] !== undefined

/** Where it is, and for how long: both where there is room, else where. Of a home known to all, how long says more. */
function whereAndHowLong(slots: Slots, title: Title, home: string): Slots {
  // What is counted in one place is not told of another.
  const places = slots.place ? undefined : shortPlaces(slots.places, title)
  const length = slots.elapsed ?? slots.duration
  if (title === 'headline' && length && isHome(places, home)) return { places: undefined }
  const isPlaced = places !== undefined || slots.place !== undefined
  const hasRoom = title === 'alert' && widthOf({ ...slots, places }, [...NAMING, 'places']) <= ROOM
  return {
    places: wanted(places),
    place: wanted(slots.place),
    ...(isPlaced && !hasRoom && { elapsed: undefined, duration: undefined }),
  }
}

const isHome = (places: Slot | undefined, home: string): boolean =>
  places?.kind === 'names' && places.names.every(({ id }) => id === home)

/** Slots whose names a title sets beside one another. */
const NAMING = ['services', 'owner', 'lesser', 'operator', 'source']
/** So many characters of names leave room for where and for how long. */
const ROOM = 52

/** Whoever speaks for a company that readers know from the story is told as the company: few know a spokesperson's name. */
function speakersIn(slots: Slots, { company }: Incident): Slots {
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

/** Whose it is, once: not again where the company answers for it or stands in the words themselves. */
function whoseIn(slots: Slots, { company, kind }: Incident): Slots {
  if (!company) return {}
  const speaker = slots.by ?? slots.source
  const isSaidByIt = speaker?.kind === 'speaker' && speaker.speaker.name?.id === company.id
  const words = ['text', 'says'].flatMap(name => slots[name] ?? []).find(slot => slot.kind === 'text')
  const isNamed = words?.kind === 'text' && isNamedIn(words.text, company)
  if (!isSaidByIt && !isNamed) return isUntelling(slots, kind) ? { company: plain(slots.company) } : {}
  const isItself = slots.services?.kind === 'names' && slots.services.names.every(({ name }) => name === company.name)
  return { owner: undefined, company: undefined, ...((isItself || isNamed) && { services: undefined }) }
}

/** The name is no less there, but it does not take the place of what fails. */
const plain = (slot: Slot | undefined): Slot | undefined => slot && { ...slot, wanted: false }

/** Sorts of which a company's name does not say what fails there: water, current. */
const UNTELLING: ReadonlySet<string | undefined> = new Set(['water', 'power', 'heating', 'hospital', 'cable', 'data'])

const isUntelling = ({ services }: Slots, kind: Incident['kind']): boolean =>
  services?.kind === 'names' && UNTELLING.has(sortOf(services.names, { kind } as Incident))

/** Services, and those who suffer, as many as a title can hold: the best known first. */
function shortLists(slots: Slots, { state }: Incident): Slots {
  const { services, operator, who } = slots
  const beside = widthOf(slots, ['owner', 'operator'])
  const room = state === 'planned' && operator ? ONE_SERVICE : SEVERAL
  return {
    ...slots,
    services: services?.kind === 'names' && !services.more ? shortened(services, room - beside) : services,
    who: who?.kind === 'names' && !who.more ? shortened(who, SEVERAL) : who,
  }
}

const SEVERAL = 64
const ONE_SERVICE = 44

/** The first names that fit, and how many others. */
function shortened(slot: Slot & { readonly kind: 'names' }, room: number): Slot {
  const { names } = slot
  let shown = names.length
  while (shown > 1 && widthOfNames(names.slice(0, shown)) > room) shown -= 1
  return shown === names.length ? slot : { ...slot, names: names.slice(0, shown), more: names.length - shown }
}
