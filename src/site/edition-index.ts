import { formatIn } from '../language/local-time.ts'
import { type ArticleSummary, latestFirst } from './article-summary.ts'
import type { SiteEdition } from './site-context.ts'
import type { Subject } from './subject.ts'

/** One edition's articles, sorted as its lists show them: everything latest first. */
export interface EditionIndex {
  readonly siteEdition: SiteEdition
  readonly items: readonly ArticleSummary[]
  /** By month of the edition's zone: `2024/12`. */
  readonly months: ReadonlyMap<string, readonly ArticleSummary[]>
  /** By year: the months of each. */
  readonly years: ReadonlyMap<string, readonly string[]>
  /** By kind and slug: `service/instagram`. */
  readonly subjects: ReadonlyMap<string, SubjectItems>
}

/** The articles about one subject. */
export interface SubjectItems {
  readonly subject: Subject
  readonly items: readonly ArticleSummary[]
}

export function indexEdition(items: readonly ArticleSummary[], siteEdition: SiteEdition): EditionIndex {
  const { locale } = siteEdition
  const own = items.filter(({ edition }) => edition === locale.edition.id).sort(latestFirst)
  const months = new Map<string, ArticleSummary[]>()
  const years = new Map<string, string[]>()
  const subjects = new Map<string, { subject: Subject; items: ArticleSummary[] }>()
  const monthOf = monthReader(siteEdition)
  for (const item of own) {
    const month = monthOf(item.published)
    const year = month.slice(0, 4)
    if (!months.has(month)) years.set(year, [...(years.get(year) ?? []), month])
    entry(months, month, () => []).push(item)
    for (const subject of item.subjects) {
      entry(subjects, `${subject.kind}/${subject.slug}`, () => ({ subject, items: [] })).items.push(item)
    }
  }
  return { siteEdition, items: own, months, years, subjects }
}

/** Month of an instant. Thousands of articles share few hours: those are cached. */
function monthReader({ locale }: SiteEdition): (instant: number) => string {
  const known = new Map<number, string>()
  return instant =>
    entry(known, Math.floor(instant / 3_600_000), () => formatIn(locale, instant, locale.edition.zone, 'yyyy/MM'))
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
