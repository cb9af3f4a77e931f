import { duration } from '../language/duration.ts'
import { formatIn } from '../language/local-time.ts'
import { articleLink, subjectPath } from './article-paths.ts'
import type { ArticleSummary } from './article-summary.ts'
import type { EditionIndex, SubjectItems } from './edition-index.ts'
import { feedFiles } from './feeds/feed-files.ts'
import { dayCalendar } from './figures/day-calendar.ts'
import { type ListContext, type ListedPage, latestChange, longList } from './list-pages.ts'
import { menuPage } from './menu-page.ts'
import { type GeneratedFile, rooted } from './output-file.ts'
import { layoutPage, publishedOn, sectionPath } from './page-layout.ts'
import { plain } from './plain-text.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'
import { SUBJECTS } from './subject.ts'

/** The pages of every service, company and place of an edition, and the page that lists them all. */
export function subjectPages(editionIndex: EditionIndex, context: ListContext): ListedPage[] {
  return [
    topicsPage(editionIndex, context),
    ...[...editionIndex.subjects].flatMap(([key, subjectItems]) => pagesOf(key, subjectItems, editionIndex, context)),
  ]
}

/** Redirects from the addresses of subjects that share the page of another of their name. */
export function subjectRedirects({ aliases, siteEdition }: EditionIndex, siteContext: SiteContext): GeneratedFile[] {
  return aliases.map(({ subject, to }) => {
    const [from, path] = [subjectPath(subject, siteEdition), subjectPath(to, siteEdition)]
    const meta = { path: from, title: to.name, description: to.name, versions: [], fallback: '', moved: path }
    const body = { link: rooted(siteContext.site, path), headline: plain(to.name) }
    return {
      path: `site/${from}index.html`,
      key: `${path} ${to.name}`,
      make: () => layoutPage(siteContext, siteEdition, 'moved', meta, body).text,
    }
  })
}

/** The feeds of every service. */
export function subjectFeeds(editionIndex: EditionIndex, { siteContext, key }: ListContext): GeneratedFile[] {
  const { siteEdition } = editionIndex
  return [...editionIndex.subjects.values()]
    .filter(({ subject }) => subject.kind === 'service')
    .flatMap(({ subject, items }) => {
      const title = titleOf({ subject, items }, siteEdition)
      const meta = {
        path: subjectPath(subject, siteEdition),
        title: siteEdition.say('feed.title', { site: siteContext.site.name, title }),
        description: title,
      }
      return feedFiles(meta, items, key, siteContext, siteEdition)
    })
}

/** « Toutes les pannes d'Instagram ». */
function titleOf({ subject }: SubjectItems, { say }: SiteEdition): string {
  return say(`subject.${subject.kind}`, { of: subject.of })
}

function pagesOf(
  key: string,
  subjectItems: SubjectItems,
  editionIndex: EditionIndex,
  context: ListContext,
): ListedPage[] {
  const { subject, items } = subjectItems
  const { siteContext } = context
  const { siteEdition } = editionIndex
  const title = titleOf(subjectItems, siteEdition)
  // What is announced is no outage yet, and perhaps never will be.
  const outages = items.filter(({ state }) => state !== 'planned')
  const longest = longestOf(outages)
  const having = context.editionIndexes.filter(other => other.subjects.has(key))
  const path = subjectPath(subject, siteEdition)
  return longList(
    {
      steps: path.split('/').slice(1, -1),
      items,
      title,
      description: siteEdition.say('subject.description', {
        title,
        count: outages.length,
        site: siteContext.site.name,
      }),
      template: 'subject',
      section: 'topics',
      versions: having.map(other => ({
        siteEdition: other.siteEdition,
        path: subjectPath(subject, other.siteEdition),
        count: other.subjects.get(key)?.items.length ?? 0,
      })),
      body: {
        count: outages.length,
        longest: longest ? factOf(longest, siteContext, siteEdition) : false,
        last: outages[0] ? factOf(outages[0], siteContext, siteEdition) : false,
        ...historyOf(outages, siteEdition),
        up: rooted(siteContext.site, sectionPath('topics', siteEdition)),
      },
      extraKey: `${outages.length} ${context.key(outages)}`,
      ...(subject.kind === 'service' && {
        feed: {
          path,
          title: siteEdition.say('feed.title', { site: siteContext.site.name, title }),
          about: subject.name,
        },
      }),
    },
    context,
    siteEdition,
  )
}

/** How often and how long it failed, and on which days. Years and lengths are told where there is something to compare. */
function historyOf(outages: readonly ArticleSummary[], siteEdition: SiteEdition): object {
  const years = byYear(outages, siteEdition)
  const median = medianOf(outages.flatMap(({ length }) => length?.minutes ?? []))
  return {
    years: years.length > 1 && years,
    median: median === undefined ? false : duration(siteEdition.locale, median, { exact: false }),
    calendar: dayCalendar(outages, siteEdition),
  }
}

/** How many outages began in each year that has one, the latest first. */
function byYear(outages: readonly ArticleSummary[], { locale }: SiteEdition): readonly object[] {
  const counts = new Map<string, number>()
  for (const { ran, published } of outages) {
    const year = formatIn(locale, ran?.from ?? published, locale.edition.zone, 'yyyy')
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].sort(([one], [other]) => other.localeCompare(one)).map(([year, count]) => ({ year, count }))
}

/** The length in the middle; nothing below three. */
function medianOf(minutes: readonly number[]): number | undefined {
  const sorted = [...minutes].sort((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined || sorted.length < 3 ? undefined : Math.round((low + high) / 2)
}

/** The article with the longest known duration. */
function longestOf(items: readonly ArticleSummary[]): ArticleSummary | undefined {
  return items.reduce<ArticleSummary | undefined>(
    (longest, item) => ((item.length?.minutes ?? 0) > (longest?.length?.minutes ?? 0) ? item : longest),
    undefined,
  )
}

function factOf(item: ArticleSummary, siteContext: SiteContext, siteEdition: SiteEdition): object {
  const { length } = item
  return {
    headline: plain(item.headline),
    link: articleLink(item, siteContext),
    moment: publishedOn(item, siteEdition),
    duration: length ? duration(siteEdition.locale, length.minutes, { exact: length.exact }) : false,
  }
}

function topicsPage(editionIndex: EditionIndex, context: ListContext): ListedPage {
  const { siteContext } = context
  const { siteEdition } = editionIndex
  const title = siteEdition.say('topics.title')
  const collator = new Intl.Collator(siteEdition.locale.edition.tag, { numeric: true })
  const subjectItems = [...editionIndex.subjects.values()].sort((one, other) =>
    collator.compare(one.subject.name, other.subject.name),
  )
  const entryOf = ({ subject, items }: SubjectItems) => ({
    name: plain(subject.name),
    link: rooted(siteContext.site, subjectPath(subject, siteEdition)),
    count: items.filter(({ state }) => state !== 'planned').length,
  })
  const kinds = SUBJECTS.map(kind => ({ kind, entries: subjectItems.filter(({ subject }) => subject.kind === kind) }))
  return menuPage(editionIndex, context, {
    section: 'topics',
    title,
    description: title,
    changed: latestChange(editionIndex.items),
    key: subjectItems
      .map(({ subject: { kind, slug, name }, items }) => `${kind}/${slug} ${name} ${items.map(({ state }) => state)}`)
      .join('\n'),
    body: () => ({
      empty: subjectItems.length === 0,
      kinds: kinds
        .filter(({ entries }) => entries.length > 0)
        .map(({ kind, entries }) => ({
          id: kind,
          name: siteEdition.say(`topics.${kind}`),
          entries: entries.map(entryOf),
        })),
    }),
  })
}
