import type { Article } from '../../article/article.ts'
import { sourceOf } from '../../foundation/layered-workspace.ts'
import { toJson } from '../../foundation/show-diagnostic.ts'
import type { Incident } from '../../incident/incident.ts'
import type { EditionService } from '../../newsroom/edition-service.ts'
import { tracedParts } from '../../newsroom/traced-article.ts'
import { emptyTrace, traceOf } from '../../site/trace.ts'
import { type CommandSettings, editionsAsked } from '../command-settings.ts'
import { incidentAsked } from '../find-incident.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

export interface ShowOptions {
  readonly edition?: string
  readonly length: 'alert' | 'brief' | 'article'
  readonly trace?: boolean
  readonly plan?: boolean
  readonly markdown?: boolean
  readonly json?: boolean
}

/** `show ID`: one article on standard output. A draft or an embargoed incident can be shown. */
export async function show(
  id: string,
  options: ShowOptions,
  { workspace }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const editionIds = editionsAsked(workspace, options.edition)
  if (editionIds.length > 1) throw new Usage('one-edition', {})
  const file = incidentAsked(workspace, id)
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const { incident, diagnostics } = service.load(file)
  const editions = await service.inEditions([editionIds[0] ?? service.newsroom.site.editions[0] ?? ''])
  const [article] = incident ? editions.realise(incident).articles : []
  if (options.json) {
    const found = diagnostics.map(one => toJson(one, terminal.words()))
    const trace = article ? traceOf(article, found) : emptyTrace(file.id, editions.editions[0]?.edition, found)
    terminal.print(`${JSON.stringify(trace, null, 2)}\n`)
  } else {
    terminal.report(diagnostics, workspace)
    if (incident && options.plan) terminal.print(ranked(incident, editions, terminal))
    else if (article && options.trace) terminal.print(traced(article, sourceOf(workspace, file.file) ?? '', file.file))
    else if (article) terminal.print(shown(article, options, editions))
  }
  return article ? DONE : INPUT_HAS_ERRORS
}

/** What readers read; Markdown, with its front matter, only where it is asked for. */
function shown(article: Article, { length, markdown }: ShowOptions, editions: EditionService): string {
  if (length === 'alert') return `${article.alert.text}\n`
  if (length === 'brief') return `${article.brief.map(({ text }) => text).join(' ')}\n`
  return markdown ? editions.markdown(article) : editions.text(article)
}

/** Every message with its rank and the news values that make it; the one that leads is marked, and why no other does. */
function ranked(incident: Incident, editions: EditionService, { say }: Terminal): string {
  const rows = editions.ranking(incident).map(({ angle, rank: { total, parts }, leads, passedOver }) => {
    const why = parts.map(({ value, weight }) => `${value} ${rounded(weight)}`).join(' + ')
    const row = `${leads ? '→' : ' '} ${rounded(total).padStart(6)}  ${angle.padEnd(24)} ${why}`
    return passedOver ? `${row}\n${' '.repeat(10)}${say(`passed-over.${passedOver}`)}` : row
  })
  return `${rows.join('\n')}\n`
}

const rounded = (weight: number): string => String(Math.round(weight * 10) / 10)

/** Every sentence with its wording and its lines in the file. */
function traced(article: Article, source: string, file: string): string {
  const told = tracedParts(article, source, file).map(({ part, sentences }) => {
    const quoted = sentences.map(({ text, wording, lines, mark }) => {
      const wide = String(lines.at(-1)?.line ?? 1).length
      const quotes = lines.map(({ line, text }) => `    ${String(line).padStart(wide)} │ ${text}`)
      const named = mark ? `   tells: ${mark.tells}   facts: ${mark.facts}` : ''
      return [text, `  ${wording}${named}`, ...quotes].join('\n')
    })
    return `[${part}]\n\n${quoted.join('\n\n')}`
  })
  const left = article.untold.map(pointer => `  ${pointer}`)
  return `${[...told, ...(left.length > 0 ? [`[untold]\n\n${left.join('\n')}`] : [])].join('\n\n')}\n`
}
