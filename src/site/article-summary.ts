import { type Article, descriptionOf } from '../article/article.ts'
import type { Instant, When } from '../fields/values.ts'
import { MINUTE } from '../foundation/time-units.ts'
import type { Incident, State } from '../incident/incident.ts'
import { wholeEnds } from '../incident/moments.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { stampOf } from '../language/moment.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { agesAt } from './aging.ts'
import { type CorrectionText, correctionTexts, latestUpdateText } from './changes-told.ts'
import { type LeadFigure, leadFigureOf } from './figures/article-figures.ts'
import { type ShownPicture, shownPictures } from './pictures/shown-pictures.ts'
import { type SearchWords, searchWordsOf } from './search/search-words.ts'
import type { SiteEdition } from './site-context.ts'
import { type Subject, subjectsOf } from './subject.ts'

/** What lists keep of an article: the only part that stays in memory once its own files are written. */
export interface ArticleSummary {
  readonly id: string
  readonly edition: string
  readonly slug: string
  /** Its former slugs. */
  readonly former: readonly string[]
  readonly headline: string
  readonly standfirst: string
  readonly kicker: string
  readonly state: State
  readonly published: Instant
  readonly updated: Instant
  readonly knownToTheDay: Article['knownToTheDay']
  readonly author: string
  readonly services: readonly string[]
  readonly subjects: readonly Subject[]
  /** From when on it is not told as happening now; absent for what is over. */
  readonly ages?: Instant
  /** That moment is past. */
  readonly aged: boolean
  /** How newsworthy it is, by the rank of what leads it. */
  readonly weight: number
  /** What was corrected, in the article's own words. */
  readonly corrections: readonly CorrectionText[]
  /** What it is found by. */
  readonly words: SearchWords
  /** What changed last, in the article's own words. */
  readonly latest?: string
  /** From when to when it failed, as far as is known; absent for what is planned, suspected or withdrawn. */
  readonly ran?: { readonly from: Instant; readonly to: Instant }
  /** Its pictures; absent where it has none. */
  readonly pictures?: readonly ShownPicture[]
  /** Its map or its chart, while it may lead the front page and has no picture. */
  readonly figure?: LeadFigure
  /** How long it lasted, when both ends are known and undisputed. */
  readonly length?: SummaryLength
}

export interface SummaryLength {
  readonly minutes: number
  /** Known to the minute. */
  readonly exact: boolean
}

/**
 * What lists keep of an article.
 *
 * @param now the present, in milliseconds; without it nothing has aged
 */
export function summaryOf(
  article: Article,
  incident: Incident,
  siteEdition: SiteEdition,
  {
    site = {},
    now = Number.NEGATIVE_INFINITY,
  }: { readonly site?: Pick<SiteSettings, 'live_hours'>; readonly now?: Instant } = {},
): ArticleSummary {
  const { id, edition, slug, headline, kicker, state, published, updated, author, services, knownToTheDay } = article
  const ages = agesAt(article, incident, site)
  const latest = latestUpdateText(incident, article)
  const pictures = shownPictures(incident, siteEdition.locale.edition.language)
  const aged = ages !== undefined && ages <= now
  const mayLead = ages !== undefined && !aged && state !== 'planned' && pictures.length === 0
  const figure = mayLead ? leadFigureOf(article, incident, siteEdition) : undefined
  const ran = isSuspicion(incident) ? undefined : spanOf(incident)
  const length = isSuspicion(incident) ? undefined : lengthOf(incident)
  return {
    id,
    edition,
    slug,
    former: (incident.publication.former_slugs[edition] ?? []).filter(former => former !== slug),
    headline: headline.text,
    standfirst: descriptionOf(article),
    kicker,
    state,
    published,
    updated: Math.max(published, updated),
    knownToTheDay: published > updated ? { ...knownToTheDay, updated: knownToTheDay.published } : knownToTheDay,
    author,
    services,
    subjects: subjectsOf(incident, siteEdition),
    corrections: correctionTexts(incident, article),
    words: searchWordsOf(article, incident, siteEdition),
    ...(latest !== undefined && { latest }),
    ...(ages !== undefined && { ages }),
    weight: article.weight,
    aged,
    ...(ran && { ran }),
    ...(pictures.length > 0 && { pictures }),
    ...(figure && { figure }),
    ...(length && { length }),
  }
}

const NEVER_WAS: ReadonlySet<State> = new Set(['planned', 'retracted', 'unconfirmed'])

/** From its first start to its last end, or to the moment that the story speaks from. */
function spanOf({ state, kind, started, ended, as_of }: Incident): ArticleSummary['ran'] | undefined {
  const starts = started.flatMap(({ at }) => (at === undefined ? [] : [at]))
  if (starts.length === 0 || NEVER_WAS.has(state) || kind === 'false alarm') return undefined
  const from = Math.min(...starts)
  const ends = wholeEnds(ended).flatMap(({ at }) => (at === undefined ? [] : [at]))
  return { from, to: Math.max(from, ends.length > 0 ? Math.max(...ends) : as_of) }
}

/**
 * From the only start to the only end; nothing when sources disagree or answer for one of both, or when an end is only a part
 * of a day.
 */
export function lengthOf({ started, ended, intervals, lasted }: Incident): SummaryLength | undefined {
  const [start, otherStart] = started
  const [end, otherEnd] = wholeEnds(ended)
  if (intervals.length > 0 || lasted.length > 0) return undefined
  if (!start || !end || otherStart || otherEnd || !isClock(start) || !isClock(end)) return undefined
  if (start.source || end.source) return undefined
  const minutes = Math.round(((end.at ?? 0) - (start.at ?? 0)) / MINUTE)
  return minutes > 0 ? { minutes, exact: start.precision === 'exact' && end.precision === 'exact' } : undefined
}

function isClock({ precision, at, grain }: When): boolean {
  return at !== undefined && (precision === 'exact' || (precision === 'about' && grain === undefined))
}

/** Latest publication first; of one moment, by id. */
export function latestFirst(one: ArticleSummary, other: ArticleSummary): number {
  return other.published - one.published || (one.id < other.id ? -1 : 1)
}

const OPEN: ReadonlySet<State> = new Set(['ongoing', 'recovering', 'disputed', 'planned', 'unconfirmed'])

/** Is the incident still going on, announced, or suspected, as far as is known now? */
export function isOpen({ state, aged }: ArticleSummary): boolean {
  return OPEN.has(state) && !aged
}

/** Its state in words: of what has not moved for long, when it was last seen; of work whose time is past, that it was planned. */
export function stateInWords(
  item: Pick<ArticleSummary, 'state' | 'aged' | 'kicker' | 'updated'>,
  siteEdition: SiteEdition,
): string {
  if (!item.aged) return item.kicker
  if (item.state === 'planned') return siteEdition.say('aged.planned')
  return siteEdition.say('aged.seen', {
    state: item.kicker,
    moment: stampOf(siteEdition.locale, { precision: 'exact', at: item.updated }),
  })
}
