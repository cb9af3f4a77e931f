import { HOUR } from '../foundation/time-units.ts'
import { formatIn } from '../language/local-time.ts'
import { type ArticleSummary, latestFirst } from './article-summary.ts'
import type { SiteEdition } from './site-context.ts'
import { nameKey, SUBJECTS, type Subject } from './subject.ts'

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
  /** Subjects whose name is that of another, which has the page of both. */
  readonly aliases: readonly { readonly subject: Subject; readonly to: Subject }[]
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
  const pageOf = pagesByName(own)
  const subjects = new Map<string, { subject: Subject; items: ArticleSummary[] }>()
  const monthOf = monthReader(siteEdition)
  for (const item of own) {
    const month = monthOf(item.published)
    const year = month.slice(0, 4)
    if (!months.has(month)) years.set(year, [...(years.get(year) ?? []), month])
    entry(months, month, () => []).push(item)
    for (const subject of new Set(item.subjects.map(one => pageOf(one)))) {
      entry(subjects, subjectKey(subject), () => ({ subject, items: [] })).items.push(item)
    }
  }
  return { siteEdition, items: own, months, years, subjects, aliases: aliasesOf(own, pageOf) }
}

const subjectKey = ({ kind, slug }: Subject): string => `${kind}/${slug}`

/** One name has one page: of the subjects that bear it, the service, then the one with the shortest address. */
function pagesByName(items: readonly ArticleSummary[]): (subject: Subject) => Subject {
  const byName = new Map<string, Subject>()
  const keys = new Map<Subject, string>()
  const keyOf = (subject: Subject) => entry(keys, subject, () => nameKey(subject))
  for (const subject of distinct(items)) {
    const known = byName.get(keyOf(subject))
    if (!known || comesFirst(subject, known)) byName.set(keyOf(subject), subject)
  }
  return subject => byName.get(keyOf(subject)) ?? subject
}

function comesFirst(one: Subject, other: Subject): boolean {
  if (one.kind !== other.kind) return SUBJECTS.indexOf(one.kind) < SUBJECTS.indexOf(other.kind)
  return one.slug.length - other.slug.length < 0 || (one.slug.length === other.slug.length && one.slug < other.slug)
}

function distinct(items: readonly ArticleSummary[]): Iterable<Subject> {
  const found = new Map<string, Subject>()
  for (const { subjects } of items) for (const subject of subjects) entry(found, subjectKey(subject), () => subject)
  return found.values()
}

function aliasesOf(items: readonly ArticleSummary[], pageOf: (subject: Subject) => Subject) {
  return [...distinct(items)]
    .map(subject => ({ subject, to: pageOf(subject) }))
    .filter(({ subject, to }) => subjectKey(subject) !== subjectKey(to))
}

/** Month of an instant. Thousands of articles share few hours: those are cached. */
function monthReader({ locale }: SiteEdition): (instant: number) => string {
  const known = new Map<number, string>()
  return instant =>
    entry(known, Math.floor(instant / HOUR), () => formatIn(locale, instant, locale.edition.zone, 'yyyy/MM'))
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
