import { formatIn } from '../language/wall.ts'
import type { Voice } from './house.ts'
import { type Item, latestFirst } from './item.ts'
import type { Subject } from './subject.ts'

/** One edition's articles, sorted as its lists show them: everything latest first. */
export interface Shelf {
  readonly voice: Voice
  readonly items: readonly Item[]
  /** By month of the edition's zone: `2024/12`. */
  readonly months: ReadonlyMap<string, readonly Item[]>
  /** By year: the months of each. */
  readonly years: ReadonlyMap<string, readonly string[]>
  /** By kind and slug: `service/instagram`. */
  readonly subjects: ReadonlyMap<string, Filed>
}

/** What is filed under one name. */
export interface Filed {
  readonly subject: Subject
  readonly items: readonly Item[]
}

export function shelve(items: readonly Item[], voice: Voice): Shelf {
  const { tongue } = voice
  const own = items.filter(({ edition }) => edition === tongue.edition.id).sort(latestFirst)
  const months = new Map<string, Item[]>()
  const years = new Map<string, string[]>()
  const subjects = new Map<string, { subject: Subject; items: Item[] }>()
  const monthOf = monthReader(voice)
  for (const item of own) {
    const month = monthOf(item.published)
    const year = month.slice(0, 4)
    if (!months.has(month)) years.set(year, [...(years.get(year) ?? []), month])
    entry(months, month, () => []).push(item)
    for (const subject of item.subjects) {
      entry(subjects, `${subject.kind}/${subject.slug}`, () => ({ subject, items: [] })).items.push(item)
    }
  }
  return { voice, items: own, months, years, subjects }
}

/** Month of an instant. Thousands of articles share few hours: those are kept. */
function monthReader({ tongue }: Voice): (instant: number) => string {
  const known = new Map<number, string>()
  return instant =>
    entry(known, Math.floor(instant / 3_600_000), () => formatIn(tongue, instant, tongue.edition.zone, 'yyyy/MM'))
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
