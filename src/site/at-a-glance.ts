import type { Article, Sentence } from '../article/article.ts'
import { nounOf } from '../article/noun-phrases.ts'
import type { Named } from '../fields/directory.ts'
import type { When } from '../fields/values.ts'
import type { Incident } from '../incident/incident.ts'
import { placesStruck } from '../incident/places-hit.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { duration } from '../language/duration.ts'
import { stampOf } from '../language/moment.ts'
import { capital } from '../language/typeset.ts'
import { lengthOf, stateInWords } from './article-summary.ts'
import { inBrackets } from './figures/named-source.ts'
import { plain } from './plain-text.ts'
import { sentenceHtml } from './sentence-html.ts'
import type { SiteEdition } from './site-context.ts'
import { type Html, html } from './templates.ts'

interface GlanceRow {
  /** What it is about, as a word of the pages. */
  readonly label: string
  readonly value: string | Html
}

/** The box at the head of an article: what is short, and what the article says of cause, advice and end in its own sentences. */
export interface Glance {
  readonly facts: readonly GlanceRow[]
  readonly more: readonly GlanceRow[]
}

/** Most names in a row: the article has the others. */
const NAMES = 5

/**
 * The chief facts of an article. Of what is withdrawn there are none, of what is only suspected neither hours nor places.
 *
 * @param aged it has not moved for long
 */
export function glanceOf(
  article: Article,
  incident: Incident,
  aged: boolean,
  siteEdition: SiteEdition,
): Glance | false {
  if (incident.state === 'retracted') return false
  const { say } = siteEdition
  const row = (key: string, value: string | Html | undefined, context = ''): GlanceRow[] =>
    value === undefined || value === ''
      ? []
      : [
          {
            label: plain(say(`glance.${key}`, context ? { context } : {})),
            value: typeof value === 'string' ? plain(value) : value,
          },
        ]
  const isSuspected = isSuspicion(incident)
  const told = (key: string, field: RegExp) => row(key, sentenceAbout(article, field))
  const asserted = isSuspected
    ? []
    : [...timeRows(incident, siteEdition, row), ...placeRows(incident, siteEdition, row)]
  const facts = [
    ...row('state', stateInWords({ ...article, aged }, siteEdition)),
    ...asserted,
    ...row('what', servicesOf(incident, siteEdition), isSuspected ? 'suspected' : ''),
  ]
  // The state alone stands above the headline already.
  if (facts.length < 3) return false
  return {
    facts,
    more: [
      ...told('cause', /^\/causes?(?:\/|$)/),
      ...told('advice', /^\/advice(?:\/|$)/),
      ...told('expected', /^\/expected(?:\/|$)/),
    ],
  }
}

type Row = (key: string, value: string | Html | undefined, context?: string) => GlanceRow[]

/** How long it lasted, or since when it has; of work that is planned, when. Nothing where sources disagree. */
function timeRows(incident: Incident, siteEdition: SiteEdition, row: Row): GlanceRow[] {
  const { locale } = siteEdition
  const [start, other] = incident.started
  const length = lengthOf(incident)
  if (incident.state === 'planned') return row('planned', windowOf(incident, siteEdition))
  if (length && incident.state === 'resolved')
    return row('lasted', duration(locale, length.minutes, { exact: length.exact }))
  if (!start || other || start.at === undefined) return []
  return row(
    incident.state === 'resolved' ? 'began' : 'since',
    asKnown(start, siteEdition) + inBrackets(start.source, siteEdition),
  )
}

function windowOf({ planned: [window, other], services }: Incident, siteEdition: SiteEdition): string | undefined {
  if (!window || other || services.some(({ planned }) => planned) || window.services.length > 0) return undefined
  const from = asKnown(window.from, siteEdition)
  return window.to ? `${from} – ${asKnown(window.to, siteEdition)}` : from
}

const asKnown = (when: When, { locale }: SiteEdition): string => capital(locale, stampOf(locale, when))

function placeRows(incident: Incident, siteEdition: SiteEdition, row: Row): GlanceRow[] {
  const { scope } = incident
  const context = scope?.evidence === 'apparent' ? 'apparent' : ''
  if (scope?.reach === 'world') return row('where', siteEdition.say('glance.world'), context)
  return row('where', namesOf(placesStruck(incident), siteEdition), context)
}

/** What fails, and whose it is. */
function servicesOf({ services, company }: Incident, siteEdition: SiteEdition): string {
  const failing = services.filter(({ impact }) => impact !== 'unaffected').map(({ service }) => service)
  const names = namesOf(failing, siteEdition)
  const owner = company && failing.some(({ id }) => id !== company.id) ? ` (${nameOf(company, siteEdition)})` : ''
  return names === '' ? '' : names + owner
}

function namesOf(all: readonly Named[], siteEdition: SiteEdition): string {
  const names = all.slice(0, NAMES).map(named => nameOf(named, siteEdition))
  const more = all.length > NAMES ? ' …' : ''
  return capital(siteEdition.locale, names.join(', ') + more)
}

const nameOf = (named: Named, { locale }: SiteEdition): string => nounOf(locale, named).text

/** The first sentence of the article that rests on this field alone: its words, with their doubt and who answers for them. */
function sentenceAbout({ paragraphs }: Article, field: RegExp): Html | undefined {
  const isAbout = ({ from }: Sentence) =>
    from.some(pointer => field.test(pointer)) && from.every(pointer => field.test(pointer))
  const found = paragraphs.flatMap(({ sentences }) => sentences).find(isAbout)
  return found && html(sentenceHtml(found))
}
