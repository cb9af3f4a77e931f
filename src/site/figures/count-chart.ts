import { nounOf } from '../../article/noun-phrases.ts'
import type { Figure } from '../../fields/values.ts'
import type { Count, Incident } from '../../incident/incident.ts'
import { number, percent } from '../../language/number.ts'
import { withArticle } from '../../language/phrase.ts'
import { capital } from '../../language/typeset.ts'
import { stamped } from '../page-layout.ts'
import { plain } from '../plain-text.ts'
import type { SiteEdition } from '../site-context.ts'

const WIDTH = 360
const ROW = 40

/** A bar chart of counts of one kind by one source. */
export interface Chart {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly bars: readonly {
    readonly label: string
    readonly value: string
    readonly y: number
    readonly bar: number
    readonly length: number
  }[]
  readonly summary: string
}

/** Drawn when one source counts the same thing twice or more: by service, by place, or at several moments. */
export function chartOf({ counts }: Incident, siteEdition: SiteEdition): Chart | false {
  const groups = new Map<string, Count[]>()
  for (const count of counts) {
    if (drawable(count.figure) === undefined) continue
    const source = count.source?.name?.id ?? count.source?.kind
    const key = [count.unit, count.of, count.outcome]
      .map(nameOf)
      .concat(source ?? '')
      .join('\n')
    groups.set(key, [...(groups.get(key) ?? []), count])
  }
  const [group] = [...groups.values()].filter(isComparable).sort((one, other) => other.length - one.length)
  return group ? chart(group.slice(0, 8), siteEdition) : false
}

const nameOf = (one: Count['unit'] | Count['of'] | Count['outcome']): string =>
  typeof one === 'object' ? ('id' in one ? String(one.id) : JSON.stringify(one)) : String(one ?? '')

/** Several counts with distinct labels. */
function isComparable(group: readonly Count[]): boolean {
  const labels = group.map(({ service, to, place, at }) => `${service?.id} ${to?.id} ${place?.id} ${at?.at}`)
  return group.length > 1 && new Set(labels).size === group.length
}

function chart(group: readonly Count[], siteEdition: SiteEdition): Chart {
  const { locale } = siteEdition
  const most = Math.max(...group.map(({ figure }) => drawable(figure) ?? 0), 1)
  const bars = group.map((count, at) => {
    const value = drawable(count.figure) ?? 0
    return {
      label: plain(labelOf(count, siteEdition)),
      value: count.unit === 'percent' ? percent(locale, value) : number(locale, value),
      y: at * ROW + 14,
      bar: at * ROW + 19,
      length: Math.max(2, Math.round((value / most) * WIDTH)),
    }
  })
  const source = group[0]?.source?.name
  const unit = group[0] ? countedIn(group[0], siteEdition) : ''
  return {
    width: WIDTH,
    height: group.length * ROW,
    title: source ? `${unit} (${withArticle(locale, nounOf(locale, source))})` : unit,
    bars,
    summary: bars.map(({ label, value }) => `${label}, ${value}`).join(' ; '),
  }
}

/** What is counted: « appels bloqués », « foyers rétablis, en % ». */
function countedIn({ unit, of, outcome }: Count, { locale, say }: SiteEdition): string {
  const what = unit === 'percent' ? (of ?? unit) : unit
  const called = typeof what === 'object' ? nounOf(locale, what).text : say(`unit.${what}`)
  const named = outcome
    ? say(`outcome.${outcome}`, { unit: called }, outcome === 'restored' ? ['full-stop'] : [])
    : called
  return unit === 'percent' && of ? say('figure.share', { what: named }) : named
}

function labelOf({ service, to, place, at, phase }: Count, siteEdition: SiteEdition): string {
  const names = [service, to, place].flatMap(named =>
    named ? [capital(siteEdition.locale, nounOf(siteEdition.locale, named).text)] : [],
  )
  if (at?.at !== undefined && (at.precision === 'exact' || at.precision === 'about') && at.grain === undefined) {
    names.push(stamped(siteEdition, at.at).text)
  }
  return names.length > 0 ? names.join(', ') : totalOf(phase, siteEdition)
}

/** The label of a figure without service, place or hour: the highest, the latest, all together, or just counted. */
const totalOf = (phase: Count['phase'], { say }: SiteEdition): string =>
  say('figure.total', { context: phase ?? 'counted' }, phase === 'total' ? ['cumulative'] : [])

/** A number to draw; a magnitude (« des milliers ») has none, and the middle of a range would be an invented figure. */
function drawable(figure: Figure | undefined): number | undefined {
  return !figure || figure.kind === 'range' || figure.kind === 'magnitude' ? undefined : figure.value
}
