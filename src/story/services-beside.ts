import type { Named } from '../fields/directory.ts'
import { impactOf } from './incident-slots.ts'
import type { Group } from './service-groups.ts'
import { names, once } from './slots.ts'
import type { Slot } from './story.ts'
import type { StoryContext } from './story-context.ts'

const UNRANKED = 9
const MOST = 2

/**
 * What a title says beside what fails most, where readers know it as well or better: « Palabre en panne, Vitrail perturbé ».
 * The best known first; those that few know are left to the text.
 */
export function besideInTitles({
  incident,
  groups: [lead, ...others],
}: StoryContext): Readonly<Record<string, Slot | undefined>> {
  // Of numbers to call for help the title says what is worst: how another stands is no news beside it.
  if (!lead || incident.state !== 'ongoing' || incident.kind === 'emergency numbers') return {}
  const best = Math.min(...servicesOf(lead).map(rankOf))
  const last = Math.max(...servicesOf(lead).map(rankOf))
  const other = others.find(
    group => isBeside(group) && servicesOf(group).some(one => rankOf(one) < last || rankOf(one) === 1),
  )
  if (!other || [lead, other].some(group => servicesOf(group).some(({ common }) => common))) return {}
  const top = Math.min(best, ...servicesOf(other).map(rankOf))
  const [first, second] = bestOf(other) < bestOf(lead) ? [other, lead] : [lead, other]
  const also = once(known(second, top))
  return {
    services: known(first, top),
    impact: impactOf(incident, servicesOf(first), first.impact, first.from),
    also,
    also_impact: also && within(impactOf(incident, servicesOf(second), second.impact, second.from), also),
    elapsed: undefined,
    brand: undefined,
  }
}

/**
 * A network with its minor brands is told by its own name: « Réseau mobile d'Orion Télécom », where the file gives it first. The
 * text names them all.
 */
export function ownInTitles({ incident, groups: [lead] }: StoryContext): Readonly<Record<string, Slot | undefined>> {
  if (!lead || incident.state === 'resolved') return {}
  const own = servicesOf(lead).filter(({ common }) => common)
  const brands = servicesOf(lead).filter(({ common }) => !common)
  const [first] = incident.services
  const isFirst = first !== undefined && own.includes(first.service)
  if (!isFirst || brands.length === 0 || brands.some(one => rankOf(one) < LITTLE_KNOWN)) return {}
  return { services: names(own, lead.from), brand: undefined }
}

const LITTLE_KNOWN = 3

const servicesOf = ({ services }: Group): readonly Named[] => services.map(({ service }) => service)
const rankOf = ({ rank = UNRANKED }: Named): number => rank
const bestOf = (group: Group): number => Math.min(...servicesOf(group).map(rankOf))

/** Whether it fails otherwise at the same time, and is not told as the lesser part of it. */
const isBeside = ({ lesser, over, impact, access, scope }: Group): boolean =>
  !lesser && !over && impact !== 'unaffected' && !access && !scope

/** The best known of a group: those of the best rank that the title names, else its first. */
function known(group: Group, top: number): Slot | undefined {
  const own = servicesOf(group)
  const best = own.filter(one => rankOf(one) <= top)
  return names((best.length > 0 ? best : own).slice(0, MOST), group.from)
}

/** A term that agrees with these names. */
const within = (slot: Slot, services: Slot): Slot => (slot.kind === 'term' ? { ...slot, slots: { services } } : slot)
