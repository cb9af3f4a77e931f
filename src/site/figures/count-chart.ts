import { nounOf } from '../../article/noun-phrases.ts'
import type { Figure } from '../../fields/values.ts'
import type { Count, Incident } from '../../incident/incident.ts'
import { stampOf } from '../../language/moment.ts'
import { figure, number } from '../../language/number.ts'
import { typesetText } from '../../language/typeset.ts'
import { plain } from '../plain-text.ts'
import type { SiteEdition } from '../site-context.ts'
import { alone, sourceName } from './named-source.ts'

const WIDTH = 360
const ROW = 40

/** Rows of bars that a page has room for; a longer course is drawn as columns. */
const MOST_BARS = 8
const COLUMNS_HEIGHT = 120

/** A bar, or a column of a long course. */
interface Bar {
  readonly label: string
  readonly value: string
  readonly x: number
  readonly y: number
  readonly bar: number
  readonly length: number
  /** What lies between the lowest and the highest number of a range, drawn lighter. */
  readonly open: number | false
  readonly height: number
  readonly isNamed: boolean
}

/** A chart of counts of one kind by one source. */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly columns: boolean
  readonly bars: readonly Bar[]
  readonly summary: string
  /** Who counted; `false` where the newsroom did. */
  readonly source: string | false
  /** What limits the figures. */
  readonly notes: readonly string[]
}

/** Drawn when one source counts the same thing twice or more: by service, by place, or at several moments. */
export function chartOf({ counts }: Incident, siteEdition: SiteEdition): Chart | false {
  const groups = new Map<string, Count[]>()
  for (const count of counts) {
    if (span(count.figure) === undefined) continue
    const { source, unit, of, outcome, via } = count
    const key = JSON.stringify([unit, unit === 'percent' ? of : '', outcome, source, via].map(nameOf))
    groups.set(key, [...(groups.get(key) ?? []), count])
  }
  const [group] = [...groups.values()]
    .filter(one => isComparable(one, siteEdition))
    .sort((one, other) => other.length - one.length)
  return group ? chart(inOrder(group), siteEdition) : false
}

/** Names are the same by their id, other values as they were typed. */
const nameOf = (one: unknown): unknown =>
  typeof one === 'object' && one !== null && 'id' in one ? (one as { readonly id: unknown }).id : one

/** Several counts with distinct labels. */
function isComparable(group: readonly Count[], siteEdition: SiteEdition): boolean {
  const labels = group.map(count => labelOf(count, group, siteEdition))
  return group.length > 1 && new Set(labels).size === group.length
}

/** In the order of time, where each has a moment: a count that falls is seen to fall. */
function inOrder(group: readonly Count[]): readonly Count[] {
  const isCourse = group.every(({ at }) => at?.at !== undefined)
  return isCourse ? [...group].sort((one, other) => (one.at?.at ?? 0) - (other.at?.at ?? 0)) : group
}

function chart(group: readonly Count[], siteEdition: SiteEdition): Chart {
  const isCourse = group.every(({ at }) => at?.at !== undefined)
  const columns = isCourse && group.length > MOST_BARS
  const shown = columns ? group : group.slice(0, MOST_BARS)
  const most = Math.max(...shown.map(({ figure: one }) => span(one)?.high ?? 0), 1)
  const { language } = siteEdition.locale.edition
  const bars = columns ? columnsOf(shown, most, siteEdition) : rowsOf(shown, most, siteEdition)
  const [first] = shown
  const by = sourceName(first?.source, siteEdition)
  const via = sourceName(first?.via, siteEdition)
  return {
    width: WIDTH,
    height: columns ? COLUMNS_HEIGHT + 34 : shown.length * ROW,
    title: first ? countedIn(first, siteEdition) : '',
    columns,
    bars,
    summary: bars.map(({ label, value }) => `${label}, ${value}`).join(' ; '),
    source: [by, via].filter(Boolean).join(', ') || false,
    notes: [...new Set(shown.flatMap(({ caveat }) => caveat?.[language] ?? []))].map(text =>
      alone(siteEdition, typesetText(siteEdition.locale, text)),
    ),
  }
}

function rowsOf(group: readonly Count[], most: number, siteEdition: SiteEdition): Bar[] {
  return group.map((count, at) => {
    const { low, high } = span(count.figure) ?? { low: 0, high: 0 }
    const length = Math.max(2, Math.round((low / most) * WIDTH))
    return {
      label: plain(labelOf(count, group, siteEdition)),
      value: shownValue(count, siteEdition),
      x: 0,
      y: at * ROW + 14,
      bar: at * ROW + 19,
      length,
      open: high > low ? Math.max(2, Math.round((high / most) * WIDTH)) : false,
      height: 12,
      isNamed: true,
    }
  })
}

/** Columns side by side, of which the first, the highest and the last are named; the table says all. */
function columnsOf(group: readonly Count[], most: number, siteEdition: SiteEdition): Bar[] {
  const step = WIDTH / group.length
  const tops = group.map(({ figure: one }) => span(one)?.high ?? 0)
  const peak = tops.indexOf(Math.max(...tops))
  return group.map((count, at) => {
    const height = Math.max(2, Math.round(((span(count.figure)?.high ?? 0) / most) * COLUMNS_HEIGHT))
    return {
      label: plain(labelOf(count, group, siteEdition)),
      value: shownValue(count, siteEdition),
      x: Math.round(at * step * 10) / 10,
      y: COLUMNS_HEIGHT + 30,
      bar: COLUMNS_HEIGHT + 16 - height,
      length: Math.max(1, Math.round(step * 8) / 10),
      open: false,
      height,
      isNamed: at === peak,
    }
  })
}

/** The figure as it is known: « plus de 1 200 », "between 20 and 30%", and of how many. */
function shownValue({ figure: one, unit, of }: Count, { locale, say }: SiteEdition): string {
  if (!one) return ''
  const text = unit === 'percent' ? figure(locale, one, 'percent') : precise(one, locale)
  return plain(typeof of === 'number' ? say('figure.out-of', { number: text, total: number(locale, of) }) : text)
}

/** An exact number in figures, however round it is: they stand in a column. */
function precise(one: Figure, locale: SiteEdition['locale']): string {
  return one.kind === 'exact' ? number(locale, one.value) : figure(locale, one)
}

/** What is counted: « appels bloqués », « foyers rétablis, en % ». */
function countedIn({ unit, of, outcome }: Count, { locale, say }: SiteEdition): string {
  const what = unit === 'percent' ? (typeof of === 'number' ? unit : (of ?? unit)) : unit
  const called = typeof what === 'object' ? nounOf(locale, what).text : say(`unit.${what}`)
  const typed = typeof outcome === 'object' ? outcome[locale.edition.language] : undefined
  const named =
    typeof outcome === 'string'
      ? say(`outcome.${outcome}`, { unit: called }, outcome === 'restored' ? ['full-stop'] : [])
      : typed === undefined
        ? called
        : `${called} (${typed})`
  return unit === 'percent' && of ? say('figure.share', { what: named }) : named
}

function labelOf(count: Count, group: readonly Count[], siteEdition: SiteEdition): string {
  const { service, to, place, at } = count
  const { locale } = siteEdition
  const names = [service, to, place].flatMap(named => (named ? [alone(siteEdition, nounOf(locale, named).text)] : []))
  if (at?.at !== undefined) names.push(stampOf(locale, at))
  const phase = count.phase === 'peak' && names.length > 0 ? `, ${siteEdition.say('figure.at-peak')}` : ''
  return names.length > 0 ? names.join(', ') + phase : totalOf(count, group, siteEdition)
}

/**
 * The label of a figure without service, place or hour: the highest, the latest, all together, or just counted. It is all
 * together only where no other of the same exceeds it.
 */
function totalOf({ phase, figure: one }: Count, group: readonly Count[], { say }: SiteEdition): string {
  const own = span(one)?.high ?? 0
  const isWhole = phase === 'total' && group.every(({ figure: other }) => (span(other)?.high ?? 0) <= own)
  const context = phase === 'total' && !isWhole ? 'counted' : (phase ?? 'counted')
  return say('figure.total', { context }, isWhole ? ['cumulative'] : [])
}

/** The numbers to draw; a magnitude (« des milliers ») has none. */
function span(one: Figure | undefined): { readonly low: number; readonly high: number } | undefined {
  if (!one || one.kind === 'magnitude') return undefined
  return one.kind === 'range' ? { low: one.low, high: one.high } : { low: one.value, high: one.value }
}
