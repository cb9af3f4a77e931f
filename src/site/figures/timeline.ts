import { nounOf } from '../../article/noun-phrases.ts'
import type { When } from '../../fields/values.ts'
import type { Incident } from '../../incident/incident.ts'
import { wholeEnds } from '../../incident/moments.ts'
import { timeIn } from '../../language/clock.ts'
import { formatIn, isoLocal } from '../../language/local-time.ts'
import { hasHour, isoOf, sameDay, stampOf } from '../../language/moment.ts'
import { joinWord } from '../../language/phrase.ts'
import { capital, typesetText } from '../../language/typeset.ts'
import { stamped } from '../page-layout.ts'
import { plain } from '../plain-text.ts'
import type { SiteEdition } from '../site-context.ts'
import type { Stamped } from '../templates.ts'
import { inBrackets } from './named-source.ts'

/** Units of the drawing's box; the page scales it. */
const WIDTH = 360
const HEIGHT = 74
const EDGE = 18
const LINE = 30

/** Two numbered marks closer than this would hide each other. */
const APART = 17

/** More marks than this have no room for their numbers: they are points where they belong. */
const NUMBERED = Math.floor((WIDTH - 2 * EDGE) / APART) + 1

type MarkKind = 'start' | 'statement' | 'update' | 'end' | 'now'

/** Of one moment, what begins comes first and what ends last. */
const ORDER: readonly MarkKind[] = ['start', 'statement', 'update', 'end', 'now']

interface TimelineMoment {
  readonly at: number
  /** As it is known, to the minute or not. */
  readonly when: When
  readonly kind: MarkKind
  readonly text: string
  /** Language of the text, where it is not the page's. */
  readonly lang: string | false
  /** Fragment id of an update within its page. */
  readonly id: string | false
}

/** The events of an incident on one line, and as a table. */
export interface Timeline {
  readonly width: number
  readonly height: number
  readonly line: number
  /** Spans in which it failed. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly going: boolean }[]
  /** A mark for each moment known to the minute; with its number where there is room. */
  readonly marks: readonly { readonly x: number; readonly kind: string; readonly number: number | false }[]
  /** All marks as one path, where there is no room for their numbers; the rows have none then. */
  readonly points: string | false
  readonly labels: readonly { readonly x: number; readonly y: number; readonly anchor: string; readonly text: string }[]
  /** Every moment, marked or not. */
  readonly rows: readonly {
    readonly number: number | false
    readonly id: string | false
    readonly lang: string | false
    readonly moment: Stamped
    readonly text: string
  }[]
  readonly summary: string
}

/**
 * What happened when: every update and the end, to the moment that the article speaks from. No timeline with fewer than three
 * moments known to the minute, or when sources disagree about the start.
 *
 * @param event what the article calls it, as a key
 */
export function timelineOf(incident: Incident, event: string, siteEdition: SiteEdition): Timeline | false {
  const moments = momentsOf(incident, event, siteEdition)
  const exact = moments.filter(({ when }) => isClock(when))
  const [first] = exact
  const last = exact.at(-1)
  if (exact.length < 3 || !first || !last || last.at <= first.at || incident.started.length > 1) return false
  const scale = (at: number) => EDGE + ((at - first.at) / (last.at - first.at)) * (WIDTH - 2 * EDGE)
  const isNumbered = exact.length <= NUMBERED
  const truePlaces = exact.map(({ at }) => round(scale(at)))
  const places = isNumbered ? spreadOut(truePlaces) : truePlaces
  const days = sameDay(siteEdition.locale, first.at, last.at)
  const numbers = new Map(exact.map((moment, at) => [moment, at + 1]))
  const numberOf = (moment: TimelineMoment) => (isNumbered ? (numbers.get(moment) ?? false) : false)
  const label = (at: number) => {
    const hour = hourOf(at, siteEdition)
    return days ? [hour] : [hour, dayOf(at, siteEdition)]
  }
  return {
    width: WIDTH,
    height: HEIGHT,
    line: LINE,
    spans: spansOf(incident, exact, places),
    marks: exact.map((moment, at) => ({ x: places[at] ?? 0, kind: moment.kind, number: numberOf(moment) })),
    points: isNumbered ? false : places.map(place => `M${place} ${LINE}h0`).join(''),
    labels: [
      ...label(first.at).map((text, at) => ({ x: 4, y: LINE + 26 + at * 14, anchor: 'start', text })),
      ...label(last.at).map((text, at) => ({ x: WIDTH - 4, y: LINE + 26 + at * 14, anchor: 'end', text })),
    ],
    rows: moments.map(moment => ({
      number: numberOf(moment),
      id: moment.id,
      lang: moment.lang,
      moment: rowStamp(moment, days, siteEdition),
      text: moment.text,
    })),
    summary: summaryOf(exact, siteEdition),
  }
}

/** A moment of the list of updates, as the page shows it. */
export interface UpdateRow {
  readonly id: string | false
  readonly lang: string | false
  readonly moment: Stamped
  readonly text: string
}

/** Every update up to the moment that the article speaks from, the newest first, each with its day. */
export function newestUpdates(incident: Incident, event: string, siteEdition: SiteEdition): UpdateRow[] {
  const updates = momentsOf(incident, event, siteEdition).filter(({ id }) => id !== false)
  return updates
    .map(moment => ({
      id: moment.id,
      lang: moment.lang,
      moment: rowStamp(moment, false, siteEdition),
      text: moment.text,
    }))
    .reverse()
}

/** Known to the minute, or about. */
const isClock = ({ at, precision, grain }: When): boolean =>
  at !== undefined && (precision === 'exact' || precision === 'about') && grain === undefined

/** What is read aloud of the drawing: the table below it says everything. */
function summaryOf(exact: readonly TimelineMoment[], siteEdition: SiteEdition): string {
  const told = exact.length > 12 ? [...exact.slice(0, 2), ...exact.slice(-2)] : exact
  return told.map(({ at, text }) => `${stamped(siteEdition, at).text}, ${text}`).join(' ; ')
}

/** As exactly as it is known: an hour alone where all is of one day. */
function rowStamp({ at, when }: TimelineMoment, days: boolean, siteEdition: SiteEdition): Stamped {
  const { locale } = siteEdition
  if (when.precision === 'exact' && isClock(when)) {
    return { iso: isoLocal(locale, at), text: days ? hourOf(at, siteEdition) : stamped(siteEdition, at).text }
  }
  return { iso: isoOf(locale, at, !hasHour(when)), text: plain(stampOf(locale, when)) }
}

function momentsOf(incident: Incident, event: string, siteEdition: SiteEdition): TimelineMoment[] {
  const { say, locale } = siteEdition
  const { language } = locale.edition
  const found: TimelineMoment[] = []
  const add = (when: When | undefined, kind: MarkKind, text: string, rest: Partial<TimelineMoment> = {}) => {
    if (when?.at === undefined || (incident.state !== 'planned' && when.at > incident.as_of)) return
    const set = plain(capital(locale, typesetText(locale, text)))
    found.push({ at: when.at, when, kind, text: set, id: false, lang: false, ...rest })
  }
  const bound = (kind: 'start' | 'end', when: When | undefined, whose = when?.source) =>
    add(when, kind, say(`figure.${kind}`, { context: event }) + inBrackets(whose, siteEdition))
  bound('start', incident.started[0])
  for (const { from, to, by } of incident.intervals) {
    if (!isAmong(from, incident.started)) bound('start', from, by)
    if (!isAmong(to, incident.ended)) bound('end', to, by)
  }
  for (const statement of incident.statements) {
    if (statement.kind !== 'said' || !statement.at || !isClock(statement.at)) continue
    const { name } = statement.by
    const who = name && joinWord(locale, say('article.from'), nounOf(locale, name))
    add(statement.at, 'statement', who === undefined ? say('figure.statement-plain') : say('figure.statement', { who }))
  }
  for (const [nth, { at, text, by }] of incident.updates.entries()) {
    const [lang = language, words] =
      text[language] === undefined ? (Object.entries(text)[0] ?? []) : [language, text[language]]
    const label = (words ?? say('figure.update')) + inBrackets(by, siteEdition)
    add(at, 'update', label, { id: `update-${nth + 1}`, lang: lang === language ? false : lang })
  }
  const ends = wholeEnds(incident.ended)
  for (const end of ends) {
    if (incident.state === 'disputed')
      add(end, 'update', say('figure.end-claimed', { context: event }) + inBrackets(end.source, siteEdition))
    else bound('end', end)
  }
  const isOver = ends.length > 0 && incident.state !== 'disputed'
  const spoken = incident.as_of_moment
  const isTold = found.some(({ at }) => at === spoken.at)
  if (!isOver && incident.state !== 'planned' && isClock(spoken) && !isTold) add(spoken, 'now', say('figure.now'))
  return found.sort((one, other) => one.at - other.at || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
}

const isAmong = (when: When | undefined, others: readonly When[]): boolean =>
  when === undefined || others.some(({ at }) => at === when.at)

/** From each start to the end after it; to the last mark where it is not known to be over. */
function spansOf({ state, ended }: Incident, exact: readonly TimelineMoment[], places: readonly number[]) {
  const spans: { from: number; to: number; going: boolean }[] = []
  const last = places.at(-1) ?? WIDTH - EDGE
  let from: number | undefined
  let to: number | undefined
  const close = (end: number, going: boolean) => {
    if (from !== undefined) spans.push({ from, to: end, going })
    from = undefined
    to = undefined
  }
  for (const [at, { kind }] of exact.entries()) {
    const x = places[at] ?? EDGE
    if (kind === 'start') {
      if (to !== undefined) close(to, false)
      from ??= x
    }
    if (kind === 'end') to = x
  }
  // No start is known to the minute: what is drawn begins with the first thing known.
  if (spans.length === 0 && from === undefined && !exact.some(({ kind }) => kind === 'start')) from = places[0] ?? EDGE
  if (to !== undefined) close(to, false)
  const isOpen = state !== 'planned' && (wholeEnds(ended).length === 0 || state === 'disputed')
  if (from !== undefined) close(last, isOpen)
  return spans
}

/** Spreads positions along the line, so that every mark is visible; their order stays. */
function spreadOut(places: readonly number[]): number[] {
  const apart = Math.min(APART, (WIDTH - 2 * EDGE) / Math.max(1, places.length - 1))
  const out = [...places]
  for (let at = 1; at < out.length; at++) out[at] = Math.max(out[at] ?? 0, (out[at - 1] ?? 0) + apart)
  let limit = WIDTH - EDGE
  for (let at = out.length - 1; at >= 0; at--) {
    out[at] = Math.min(out[at] ?? 0, limit)
    limit = (out[at] ?? 0) - apart
  }
  return out.map(round)
}

const round = (place: number): number => Math.round(place * 10) / 10

/** An hour in the edition's own stamp. */
function hourOf(at: number, { locale }: SiteEdition): string {
  return timeIn(locale, at, locale.edition.zone)
}

/** A day in the edition's own stamp, without its year. */
function dayOf(at: number, { locale }: SiteEdition): string {
  const pattern = locale.grammar.stamp.date.replace(/[,\s]*y+[,\s]*/g, '').trim()
  return formatIn(locale, at, locale.edition.zone, pattern)
}
