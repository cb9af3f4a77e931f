import { formatIn } from '../language/local-time.ts'
import type { EditionIndex } from './edition-index.ts'
import { type ListContext, type ListedPage, latestChange, longList } from './list-pages.ts'
import { menuPage } from './menu-page.ts'
import { pagePath, rooted } from './output-file.ts'
import { layoutPage, sectionPath } from './page-layout.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'

/** Pages of an edition by time: all its years, each year, each month. A period without articles has no page. */
export function archivePages(editionIndex: EditionIndex, context: ListContext): ListedPage[] {
  return [
    archivePage(editionIndex, context),
    ...[...editionIndex.years.keys()].map(year => yearPage(year, editionIndex, context)),
    ...[...editionIndex.months.keys()].flatMap(month => monthPages(month, editionIndex, context)),
  ]
}

/** Months with how many articles each has, for lists of links. */
export function archiveLinks(
  editionIndex: EditionIndex,
  siteContext: SiteContext,
  months: Iterable<string> = editionIndex.months.keys(),
) {
  const { siteEdition } = editionIndex
  return [...months].map(month => ({
    name: monthName(month, siteEdition),
    link: rooted(siteContext.site, pagePath(siteEdition.locale.edition.id, month)),
    count: editionIndex.months.get(month)?.length ?? 0,
  }))
}

/** The number of articles per month, as a cache key. */
export function monthCounts({ months }: EditionIndex): string {
  return [...months].map(([month, { length }]) => `${month} ${length}`).join(' ')
}

function archivePage(editionIndex: EditionIndex, context: ListContext): ListedPage {
  const { siteContext } = context
  const { siteEdition } = editionIndex
  const title = siteEdition.say('archive.title')
  return menuPage(editionIndex, context, {
    section: 'archive',
    title,
    description: title,
    changed: latestChange(editionIndex.items),
    key: monthCounts(editionIndex),
    body: () => ({
      empty: editionIndex.items.length === 0,
      holds: holdsOf(editionIndex),
      years: [...editionIndex.years].map(([year, months]) => ({
        year,
        link: rooted(siteContext.site, pagePath(siteEdition.locale.edition.id, year)),
        months: archiveLinks(editionIndex, siteContext, months),
      })),
    }),
  })
}

/** How many articles, of which months. */
function holdsOf({ items, months, siteEdition }: EditionIndex): string | false {
  const all = [...months.keys()].sort()
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return false
  const slots = { count: items.length, from: monthName(first, siteEdition), to: monthName(last, siteEdition) }
  return siteEdition.say('archive.holds', slots)
}

/** Headlines per month on the page of a year; the month's own page lists all of them. */
const PER_MONTH = 6

function yearPage(year: string, editionIndex: EditionIndex, context: ListContext): ListedPage {
  const { siteContext, editionIndexes, key } = context
  const { siteEdition } = editionIndex
  const path = pagePath(siteEdition.locale.edition.id, year)
  const months = editionIndex.years.get(year) ?? []
  const named = months.map(month => (editionIndex.months.get(month) ?? []).slice(0, PER_MONTH))
  const versions = editionIndexes
    .filter(other => other.years.has(year))
    .map(other => ({ siteEdition: other.siteEdition, path: pagePath(other.siteEdition.locale.edition.id, year) }))
  const title = siteEdition.say('archive.year', { year })
  const make = () =>
    layoutPage(
      siteContext,
      siteEdition,
      'year',
      {
        path,
        title: `${title} – ${siteContext.site.name}`,
        description: title,
        versions,
        fallback: versions[0]?.path ?? path,
        section: 'archive',
      },
      {
        title,
        archive: rooted(siteContext.site, sectionPath('archive', siteEdition)),
        months: archiveLinks(editionIndex, siteContext, months).map((link, at) => ({
          ...link,
          id: `m${months[at]?.slice(5)}`,
          items: (named[at] ?? []).map(item => ({
            headline: item.headline,
            link: rooted(siteContext.site, pagePath(item.edition, item.slug)),
          })),
        })),
      },
    ).text
  const counts = months.map(month => `${month} ${editionIndex.months.get(month)?.length}`).join(' ')
  const others = versions.map(({ path: other }) => other).join(' ')
  return {
    path,
    changed: latestChange(named.flat()),
    generated: { path: `site/${path}index.html`, key: `${key(named.flat())} ${counts} ${others}`, make },
  }
}

function monthPages(month: string, editionIndex: EditionIndex, context: ListContext): ListedPage[] {
  const { siteEdition } = editionIndex
  const title = siteEdition.say('month.title', { month: monthName(month, siteEdition) })
  const having = context.editionIndexes.filter(other => other.months.has(month))
  const [year = ''] = month.split('/')
  return longList(
    {
      steps: [month],
      items: editionIndex.months.get(month) ?? [],
      title,
      description: title,
      template: 'month',
      section: 'archive',
      versions: having.map(other => ({
        siteEdition: other.siteEdition,
        path: pagePath(other.siteEdition.locale.edition.id, month),
        count: other.months.get(month)?.length ?? 0,
      })),
      body: { year, up: rooted(context.siteContext.site, pagePath(siteEdition.locale.edition.id, year)) },
      extraKey: '',
    },
    context,
    siteEdition,
  )
}

/** `2024/12` as the name of a month. The grammar has no pattern for a month alone: it is date-fns' own. */
function monthName(month: string, { locale }: SiteEdition): string {
  const [year, number] = month.split('/').map(Number)
  return formatIn(locale, Date.UTC(year ?? 0, (number ?? 1) - 1, 15), 'UTC', 'LLLL yyyy')
}
