import { nounOf } from '../../article/noun-phrases.ts'
import type { Speaker, When } from '../../fields/values.ts'
import type { Incident } from '../../incident/incident.ts'
import { wholeEnds } from '../../incident/moments.ts'
import { timeIn } from '../../language/clock.ts'
import { sameDay } from '../../language/day.ts'
import { formatIn, isoLocal } from '../../language/local-time.ts'
import { joinWord } from '../../language/phrase.ts'
import { capital, typesetText } from '../../language/typeset.ts'
import { stamped } from '../page-layout.ts'
import { plain } from '../plain-text.ts'
import type { SiteEdition } from '../site-context.ts'
import type { Stamped } from '../templates.ts'

/** Units of the drawing's box; the page scales it. */
const WIDTH = 360
const HEIGHT = 74
const EDGE = 18
const LINE = 30

/** Two marks closer than this would hide each other. */
const APART = 17

interface TimelineMoment {
  readonly at: number
  readonly kind: 'start' | 'statement' | 'update' | 'end' | 'now'
  readonly text: string
  /** Fragment id of an update within its page. */
  readonly id: string | false
}

/** The events of an incident on one line, and as a table. */
export interface Timeline {
  readonly width: number
  readonly height: number
  readonly line: number
  /** Span of the outage. */
  readonly from: number
  readonly to: number
  readonly going: boolean
  readonly marks: readonly { readonly x: number; readonly kind: string; readonly number: number }[]
  readonly labels: readonly { readonly x: number; readonly y: number; readonly anchor: string; readonly text: string }[]
  readonly rows: readonly {
    readonly number: number
    readonly id: string | false
    readonly moment: Stamped
    readonly text: string
  }[]
  readonly summary: string
  /** Every update of the incident is on it: the page needs no other list of them. */
  readonly whole: boolean
}

/** The moments known to the minute; no timeline with fewer than three, or when sources disagree about the start. */
export function timelineOf(incident: Incident, siteEdition: SiteEdition): Timeline | false {
  const moments = momentsOf(incident, siteEdition)
  const [first] = moments
  const last = moments.at(-1)
  if (moments.length < 3 || !first || !last || last.at <= first.at || incident.started.length > 1) return false
  const scale = (at: number) => EDGE + ((at - first.at) / (last.at - first.at)) * (WIDTH - 2 * EDGE)
  const places = spreadOut(moments.map(({ at }) => scale(at)))
  const going = !moments.some(({ kind }) => kind === 'end')
  const end = moments.findIndex(({ kind }) => kind === 'end')
  const start = moments.findIndex(({ kind }) => kind === 'start')
  const days = sameDay(siteEdition.locale, first.at, last.at)
  const label = (at: number) => {
    const hour = hourOf(at, siteEdition)
    return days ? [hour] : [hour, dayOf(at, siteEdition)]
  }
  return {
    width: WIDTH,
    height: HEIGHT,
    line: LINE,
    from: places[Math.max(start, 0)] ?? EDGE,
    to: places[end < 0 ? moments.length - 1 : end] ?? WIDTH - EDGE,
    going,
    marks: moments.map(({ kind }, at) => ({ x: places[at] ?? 0, kind, number: at + 1 })),
    labels: [
      ...label(first.at).map((text, at) => ({ x: 4, y: LINE + 26 + at * 14, anchor: 'start', text })),
      ...label(last.at).map((text, at) => ({ x: WIDTH - 4, y: LINE + 26 + at * 14, anchor: 'end', text })),
    ],
    rows: moments.map(({ at, text, id }, nth) => ({
      number: nth + 1,
      id,
      moment: {
        iso: isoLocal(siteEdition.locale, at),
        text: days ? hourOf(at, siteEdition) : stamped(siteEdition, at).text,
      },
      text,
    })),
    summary: moments.map(({ at, text }) => `${stamped(siteEdition, at).text}, ${text}`).join(' ; '),
    whole: moments.filter(({ id }) => id !== false).length === incident.updates.length,
  }
}

function momentsOf(incident: Incident, siteEdition: SiteEdition): TimelineMoment[] {
  const { say, locale } = siteEdition
  const { language } = locale.edition
  const found: TimelineMoment[] = []
  const add = (when: When | undefined, kind: TimelineMoment['kind'], text: string, id: string | false = false) => {
    if (
      when?.at !== undefined &&
      (when.precision === 'exact' || when.precision === 'about') &&
      when.grain === undefined
    ) {
      found.push({ at: when.at, kind, text: plain(capital(locale, typesetText(locale, text))), id })
    }
  }
  const ends = (key: string, when: When | undefined) => say(key) + attributed(when?.source, siteEdition)
  add(incident.started[0], 'start', ends('figure.start', incident.started[0]))
  for (const statement of incident.statements) {
    if (statement.kind !== 'said') continue
    const { name } = statement.by
    const who = name && joinWord(locale, say('article.from'), nounOf(locale, name))
    add(statement.at, 'statement', who === undefined ? say('figure.statement-plain') : say('figure.statement', { who }))
  }
  for (const [nth, { at, text, by }] of incident.updates.entries()) {
    const label = text[language] ?? say('figure.update')
    add(at, 'update', label + attributed(by, siteEdition), `update-${nth + 1}`)
  }
  const [over, other] = wholeEnds(incident.ended)
  if (!other) add(over, 'end', ends('figure.end', over))
  if (!over && incident.state !== 'planned') {
    add(incident.as_of_moment, 'now', say('figure.now'))
  }
  return found.sort((one, other) => one.at - other.at).slice(0, 12)
}

/** The source, in brackets. */
function attributed(speaker: Speaker | undefined, { locale }: SiteEdition): string {
  return speaker?.name ? ` (${nounOf(locale, speaker.name).text})` : ''
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
  return out.map(place => Math.round(place * 10) / 10)
}

/** An hour in the edition's own stamp. */
function hourOf(at: number, { locale }: SiteEdition): string {
  return timeIn(locale, at, locale.edition.zone)
}

/** A day in the edition's own stamp, without its year. */
function dayOf(at: number, { locale }: SiteEdition): string {
  const pattern = locale.grammar.stamp.date.replace(/[,\s]*y+[,\s]*/g, '').trim()
  return formatIn(locale, at, locale.edition.zone, pattern)
}
