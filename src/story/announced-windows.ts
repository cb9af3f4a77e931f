import type { Named } from '../fields/directory.ts'
import type { When } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Incident, OwnWindow } from '../incident/incident.ts'
import { answered, once, text, when } from './slots.ts'
import type { Slot } from './story.ts'

/** A window as announced: for these services, or for all where there are none. */
export interface AnnouncedWindow {
  readonly services: readonly Named[]
  readonly impact: OwnWindow['impact']
  readonly from: Slot | undefined
  readonly to: Slot | undefined
  readonly what: Slot | undefined
  /** Where the file names its services. */
  readonly at: readonly Pointer[]
}

/** Every window of the file, of all services and of single ones, as entered; those that say the same are one. */
export function announcedWindows(incident: Incident): readonly AnnouncedWindow[] {
  const general = incident.planned.map((window, index) =>
    windowAt(window, window.services, `/planned/${index}`, incident),
  )
  const own = incident.services.flatMap((service, index) => {
    const at = `/services/${index}`
    if (service.planned)
      return [{ ...windowAt(service.planned, [service.service], `${at}/planned`, incident), at: [`${at}/service`] }]
    const isAnnounced = incident.state === 'planned' && (service.started?.at ?? service.ended?.at) !== undefined
    if (!isAnnounced) return []
    return [
      {
        services: [service.service],
        impact: undefined,
        from: once(when(service.started, `${at}/started`)),
        to: once(when(service.ended, `${at}/ended`)),
        what: undefined,
        at: [`${at}/service`],
      },
    ]
  })
  return inTimeOrder(merged([...general, ...own]))
}

function windowAt(
  { from, to, impact, what, by }: OwnWindow,
  services: readonly Named[],
  at: Pointer,
  { expected }: Incident,
): AnnouncedWindow {
  // The end of the window is also the expected end: one slot for both, so that it is told once.
  const same = expected.findIndex(one => one.kind === 'at' && isPlainly(one) && isSameMoment(one.when, to))
  const ends = [`${at}/to`, ...(same < 0 ? [] : [`/expected/${same}/when`])]
  return {
    services,
    impact,
    from: once(answered(when(from, `${at}/from`), by, at)),
    to: once(answered(when(to, ends), by, at)),
    what: once(text(what, `${at}/what`)),
    at: services.map((_, index) => `${at}/services/${index}`),
  }
}

/** Expected without more: for all, by nobody in particular but who announced the window. */
const isPlainly = ({ sure, replaced, kept, services, ...one }: Extract<Incident['expected'][number], { kind: 'at' }>) =>
  sure === 'expected' && !replaced && !kept && services.length === 0 && one.for === undefined

/** Whether two moments are one, known as well. */
export const isSameMoment = (one: When | undefined, other: When | undefined): boolean =>
  one?.at !== undefined && one.at === other?.at && one.precision === other.precision && one.until === other.until

/** Windows of single services that say the same are told together. */
function merged(windows: readonly AnnouncedWindow[]): readonly AnnouncedWindow[] {
  const groups = new Map<string, AnnouncedWindow>()
  for (const window of windows) {
    const key = window.services.length === 0 ? String(groups.size) : keyOf(window)
    const known = groups.get(key)
    groups.set(key, known ? joined(known, window) : window)
  }
  return [...groups.values()]
}

const keyOf = ({ from, to, impact }: AnnouncedWindow): string =>
  [from, to].map(slot => (slot?.kind === 'when' ? `${slot.when.precision} ${slot.when.at}` : '')).join() + impact

const joined = (one: AnnouncedWindow, other: AnnouncedWindow): AnnouncedWindow => ({
  ...one,
  services: [...one.services, ...other.services],
  from: both(one.from, other.from),
  to: both(one.to, other.to),
  at: [...one.at, ...other.at],
})

const both = (one: Slot | undefined, other: Slot | undefined): Slot | undefined =>
  one && { ...one, from: [...one.from, ...(other?.from ?? [])] }

/** The first comes first; of windows without a moment nothing is known of their order. */
const inTimeOrder = (windows: readonly AnnouncedWindow[]): readonly AnnouncedWindow[] =>
  [...windows].sort((one, other) => beginOf(one) - beginOf(other))

const beginOf = ({ from }: AnnouncedWindow): number => (from?.kind === 'when' ? (from.when.at ?? 0) : 0)

/** The one window of all services: only then do a title and a lead give its hours of them all. */
export function commonWindow(windows: readonly AnnouncedWindow[]): AnnouncedWindow | undefined {
  const [only, another] = windows
  return only && !another && only.services.length === 0 ? only : undefined
}

/** The end of a window that is also this estimate. */
export const announcedSame = (windows: readonly AnnouncedWindow[], at: Pointer): Slot | undefined =>
  windows.find(({ to }) => to?.from.includes(`${at}/when`))?.to

/** How harmful it is announced to be: not at all, perhaps, work of which nobody says so, or as the services and the kind imply. */
export function harmOf(windows: readonly Pick<AnnouncedWindow, 'impact'>[]): Harm | undefined {
  if (windows.length === 0) return undefined
  if (windows.every(({ impact }) => impact === 'none')) return 'harmless'
  const isWithin = (...known: readonly AnnouncedWindow['impact'][]) =>
    windows.every(({ impact }) => known.includes(impact))
  if (isWithin('none', 'unsaid')) return 'work'
  return isWithin('none', 'unsaid', 'possible') ? 'possible' : undefined
}

type Harm = 'harmless' | 'possible' | 'work'
