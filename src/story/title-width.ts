import type { Named } from '../fields/directory.ts'
import type { LocalText } from '../fields/values.ts'
import type { Slot } from './story.ts'

/** How many characters the names of these slots take in the language where they are longest: one count for all. */
export function widthOf(slots: Readonly<Record<string, Slot | undefined>>, which: readonly string[]): number {
  return which.reduce((sum, name) => sum + widthOfSlot(slots[name]), 0)
}

function widthOfSlot(slot: Slot | undefined): number {
  const others = slot?.kind === 'names' && slot.more ? (slot.among === 'elsewhere' ? ELSEWHERE : OTHERS) : 0
  return widthOfNames(namesIn(slot)) + others
}

/** « et deux autres services ». */
export const OTHERS = 20
/** « et ailleurs ». */
const ELSEWHERE = 10

const namesIn = (slot: Slot | undefined): readonly Named[] => {
  if (slot?.kind === 'names') return slot.names
  return slot?.kind === 'speaker' && slot.speaker.name ? [slot.speaker.name] : []
}

/** The same of words that somebody typed. */
export const widthOfText = (text: LocalText): number => Math.max(...Object.values(text).map(own => own.length))

/** The same of names, with what stands between them. */
export const widthOfNames = (names: readonly Named[]): number =>
  names.reduce((sum, name) => sum + widthOfName(name) + BETWEEN, 0)

const BETWEEN = 3

/** A name is measured once: it stands in many titles. */
function widthOfName(named: Named): number {
  const known = widths.get(named) ?? measured(named)
  widths.set(named, known)
  return known
}

const widths = new WeakMap<Named, number>()

const measured = ({ name, forms, owner, common }: Named): number =>
  Math.max(name.length, ...Object.values(forms).map(form => (form.name ?? name).length + (form.in ?? '').length)) +
  (common && owner ? owner.name.length + BETWEEN : 0)
