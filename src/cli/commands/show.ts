import type { Article, Sentence } from '../../article/article.ts'
import { sourceOf } from '../../foundation/layered-workspace.ts'
import { toJson } from '../../foundation/show-diagnostic.ts'
import { type Newsroom, openNewsroom, readOne } from '../../newsroom/newsroom.ts'
import { type OpenEdition, openEditions } from '../../newsroom/open-editions.ts'
import { realiseIncident } from '../../newsroom/realise-incident.ts'
import { traceOf } from '../../site/trace.ts'
import { linesOf } from '../../yaml/pointer-positions.ts'
import { incidentAsked } from '../asked-incident.ts'
import { type CommandSettings, editionsAsked } from '../command-settings.ts'
import { presentOf } from '../present.ts'
import { siteZone } from '../site-zone.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage.ts'

export interface ShowOptions {
  readonly edition?: string
  readonly length: 'alert' | 'brief' | 'article'
  readonly trace?: boolean
  readonly json?: boolean
  readonly now?: string
}

/** `show ID`: one article on standard output. A draft or an embargoed incident can be shown. */
export async function show(
  id: string,
  options: ShowOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  // An article speaks from its own moment; one that cannot be read is wrong usage all the same.
  presentOf(options.now, invocation, () => siteZone(workspace))
  const editionIds = editionsAsked(workspace, options.edition)
  if (editionIds.length > 1) throw new Usage('one-edition', {})
  const file = incidentAsked(workspace, id)
  const { newsroom, diagnostics: unset } = openNewsroom(workspace)
  if (!newsroom) {
    terminal.report(unset, workspace)
    return INPUT_HAS_ERRORS
  }
  const { incident, diagnostics } = readOne(newsroom, file)
  const editions = await openEditions(workspace, newsroom.site, [editionIds[0] ?? newsroom.site.editions[0] ?? ''])
  const [article] = incident ? realiseIncident(incident, editions) : []
  if (options.json) {
    const found = diagnostics.map(one => toJson(one, terminal.words()))
    const trace = article ? traceOf(article, found) : untold(file.id, editions[0]?.edition, found)
    terminal.print(`${JSON.stringify(trace, null, 2)}\n`)
  } else {
    terminal.report(diagnostics, workspace)
    if (article) {
      const source = sourceOf(workspace, file.file) ?? ''
      terminal.print(
        options.trace ? traced(article, source, file.file) : await shown(article, options, newsroom, editions),
      )
    }
  }
  return article ? DONE : INPUT_HAS_ERRORS
}

/** The same shape for an incident that cannot be told: readers of the data need not look twice. */
function untold(id: string, edition: { id: string; tag: string } | undefined, diagnostics: readonly object[]) {
  const nothing = { headline: '', standfirst: '', alert: '', brief: '', paragraphs: [], untold: [] }
  return { id, edition: edition?.id ?? '', lang: edition?.tag ?? '', ...nothing, problems: diagnostics }
}

async function shown(
  article: Article,
  { length }: ShowOptions,
  newsroom: Newsroom,
  editions: readonly OpenEdition[],
): Promise<string> {
  if (length === 'alert') return `${article.alert.text}\n`
  if (length === 'brief') return `${article.brief.map(({ text }) => text).join(' ')}\n`
  const { showMarkdown } = await import('../../newsroom/show-markdown.ts')
  return showMarkdown(article, newsroom, editions)
}

/** Every sentence with its wording and the lines of the file it rests on. */
function traced(article: Article, source: string, file: string): string {
  const place = linesOf(source, file)
  const lines = source.split('\n')
  const quoted = ({ text, wording, from }: Sentence): string => {
    const numbers = [...new Set(from.map(pointer => place(pointer).line ?? 1))].sort((one, other) => one - other)
    const wide = String(numbers.at(-1) ?? 1).length
    const quotes = numbers.map(
      number => `    ${String(number).padStart(wide)} │ ${(lines[number - 1] ?? '').trimEnd()}`,
    )
    return [text, `  ${wording}`, ...quotes].join('\n')
  }
  const parts: (readonly [string, readonly Sentence[]])[] = [
    ['headline', [article.headline]],
    ['standfirst', [article.standfirst]],
    ['alert', [article.alert]],
    ['brief', article.brief],
    ...article.paragraphs.map(({ move, sentences }) => [move, sentences] as const),
  ]
  const told = parts.map(([move, sentences]) => `[${move}]\n\n${sentences.map(quoted).join('\n\n')}`)
  const left = article.untold.map(pointer => `  ${pointer}`)
  return `${[...told, ...(left.length > 0 ? [`[untold]\n\n${left.join('\n')}`] : [])].join('\n\n')}\n`
}
