import { nounOf } from '../../article/noun-phrases.ts'
import type { Figure } from '../../fields/values.ts'
import type { Count, Incident } from '../../incident/incident.ts'
import { number } from '../../language/number.ts'
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
    const key = `${count.unit}\n${count.source?.name?.id ?? count.source?.kind ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), count])
  }
  const [group] = [...groups.values()].filter(isComparable).sort((one, other) => other.length - one.length)
  return group ? chart(group.slice(0, 8), siteEdition) : false
}

/** Several counts with distinct labels. */
function isComparable(group: readonly Count[]): boolean {
  const labels = group.map(({ service, place, at }) => `${service?.id} ${place?.id} ${at?.at}`)
  return group.length > 1 && new Set(labels).size === group.length
}

function chart(group: readonly Count[], siteEdition: SiteEdition): Chart {
  const { locale, say } = siteEdition
  const most = Math.max(...group.map(({ figure }) => drawable(figure) ?? 0), 1)
  const bars = group.map((count, at) => {
    const value = drawable(count.figure) ?? 0
    return {
      label: plain(labelOf(count, siteEdition)),
      value: number(locale, value),
      y: at * ROW + 14,
      bar: at * ROW + 19,
      length: Math.max(2, Math.round((value / most) * WIDTH)),
    }
  })
  const source = group[0]?.source?.name
  const unit = say(`unit.${group[0]?.unit}`)
  return {
    width: WIDTH,
    height: group.length * ROW,
    title: source ? `${unit} (${withArticle(locale, nounOf(locale, source))})` : unit,
    bars,
    summary: bars.map(({ label, value }) => `${label}, ${value}`).join(' ; '),
  }
}

function labelOf({ service, place, at, phase }: Count, siteEdition: SiteEdition): string {
  const names = [service, place].flatMap(named =>
    named ? [capital(siteEdition.locale, nounOf(siteEdition.locale, named).text)] : [],
  )
  if (at?.at !== undefined && (at.precision === 'exact' || at.precision === 'about')) {
    names.push(stamped(siteEdition, at.at).text)
  }
  return names.length > 0 ? names.join(', ') : totalOf(phase, siteEdition)
}

/** The label of a figure without service, place or hour: the highest, the latest, all together, or just counted. */
const totalOf = (phase: Count['phase'], { say }: SiteEdition): string =>
  say('figure.total', { context: phase ?? 'counted' }, phase === 'total' ? ['cumulative'] : [])

/** A number to draw; a magnitude (« des milliers ») has none, and the middle of a range would be an invented figure. */
function drawable(figure: Figure): number | undefined {
  return figure.kind === 'range' || figure.kind === 'magnitude' ? undefined : figure.value
}
