import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openIncidentGit } from '../../edit/incident-git.ts'
import { saveContent } from '../../edit/save-content.ts'
import { type TranslationTodo, translationTodos } from '../../edit/translation-todos.ts'
import { type XliffFile, xliffText } from '../../edit/xliff.ts'
import { translatedFiles, xliffFiles } from '../../edit/xliff-files.ts'
import { writeAtomically } from '../../foundation/atomic-write.ts'
import { readText } from '../../foundation/read-text.ts'
import type { Workspace } from '../../foundation/workspace.ts'
import { childrenOf, type FeedElement, readFeedXml } from '../../intake/feed-xml.ts'
import type { IncidentService } from '../../newsroom/incident-service.ts'
import type { CommandSettings } from '../command-settings.ts'
import { incidentAsked } from '../find-incident.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

export interface TranslationsOptions {
  readonly json?: boolean
  /** Folder into which what needs a translator is written, as XLIFF. */
  readonly xliff?: string
  /** An XLIFF file that a translator gave back. */
  readonly import?: string
}

/** `translations [ID]`: missing and outdated translations, by language. */
export async function translations(
  id: string | undefined,
  options: TranslationsOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  if (options.import !== undefined) return taken(options.import, service, workspace, terminal)
  const files = id === undefined ? service.list().files : [incidentAsked(workspace, id)]
  const todos = await translationTodos(service, openIncidentGit(workspace.root, invocation.environment), files)
  if (options.xliff !== undefined) {
    const folder = resolve(workspace.root, options.xliff)
    const open = xliffFiles(service, files, todos)
    if (id === undefined) forgetDone(folder, open, service.newsroom.context.languages)
    return handedOut(folder, open, terminal)
  }
  if (options.json) terminal.print(`${JSON.stringify({ translations: todos }, null, 2)}\n`)
  else {
    terminal.print(shown(todos, terminal))
    const count = (kind: TranslationTodo['kind']) => todos.filter(todo => todo.kind === kind).length
    const incidents = terminal.say('translations.incidents', { count: files.length })
    const total = { missing: count('missing'), stale: count('stale'), incidents }
    terminal.note(`${terminal.say(todos.length === 0 ? 'translations.complete' : 'translations.total', total)}\n`)
  }
  return DONE
}

const pairOf = ({ from, to }: Pick<XliffFile, 'from' | 'to'>): string => `${from}-${to}`
const fileOfPair = (folder: string, pair: string): string => join(folder, `${pair}.xlf`)

/** Removes what was handed out of pairs of languages in which the whole newsroom has nothing left: nobody translates it again. */
function forgetDone(folder: string, files: readonly XliffFile[], languages: readonly string[]): void {
  const pairs = languages.flatMap(from => languages.map(to => pairOf({ from, to })))
  const open = new Set(files.map(pairOf))
  for (const pair of pairs) if (!open.has(pair)) rmSync(fileOfPair(folder, pair), { force: true })
}

/** Writes one file for each pair of languages. */
function handedOut(folder: string, files: readonly XliffFile[], { say, print, note }: Terminal): number {
  const pairs = [...new Set(files.map(pairOf))].sort()
  for (const pair of pairs) {
    const path = fileOfPair(folder, pair)
    const some = files.filter(file => pairOf(file) === pair)
    writeAtomically(path, xliffText(some), { makeFolder: true })
    print(`${say('translations.handed-out', { path, count: some.flatMap(({ units }) => units).length })}\n`)
  }
  if (pairs.length === 0) note(`${say('translations.complete')}\n`)
  return DONE
}

/** Takes over what a translator gave back, and says what was left and why. */
function taken(file: string, { newsroom }: IncidentService, workspace: Workspace, { say, print }: Terminal): number {
  const given = xliffIn(textOf(resolve(workspace.root, file), file))
  if (!given) throw new Usage('xliff-file', { file })
  const read = (path: string) => (/^content\//.test(path) ? readText(workspace, path).text : undefined)
  const { files, left } = translatedFiles(given, newsroom.context.languages, read)
  for (const { path, text, count } of files) {
    saveContent(workspace.root, path, text)
    print(`${say('translations.taken', { path, count })}\n`)
  }
  for (const { file, name, why } of left)
    print(`${say(`translations.left-${why}`, { file, name: name === '' ? '–' : name })}\n`)
  return left.length > 0 ? INPUT_HAS_ERRORS : DONE
}

function textOf(path: string, typed: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Usage('xliff-file', { file: typed })
  }
}

/** The files of an XLIFF 2 document; nothing for any other text. */
function xliffIn(text: string): XliffFile[] | undefined {
  const root = readFeedXml(text.replace(/^\uFEFF/, ''))
  if (root?.name !== 'xliff' || !root.attributes.get('version')?.startsWith('2')) return undefined
  const [from = '', to = ''] = [root.attributes.get('srcLang'), root.attributes.get('trgLang')]
  return childrenOf(root, 'file').map(file => ({
    original: file.attributes.get('original') ?? '',
    from,
    to,
    units: unitsIn(file).map(unit => {
      const parts = unit.children.filter(({ name }) => name === 'segment' || name === 'ignorable')
      const words = (part: FeedElement, name: string) => childrenOf(part, name)[0]?.text
      const source = parts.map(part => words(part, 'source') ?? '').join(' ')
      const isWhole = parts.every(part => part.name === 'ignorable' || words(part, 'target'))
      const target = parts.map(part => words(part, 'target') ?? words(part, 'source') ?? '').join(' ')
      return { name: unit.attributes.get('name') ?? '', source, target: isWhole ? target : undefined }
    }),
  }))
}

/** Units may stand in groups. */
const unitsIn = (element: FeedElement): FeedElement[] =>
  element.children.flatMap(child => (child.name === 'unit' ? [child] : child.name === 'group' ? unitsIn(child) : []))

function shown(todos: readonly TranslationTodo[], { say }: Terminal): string {
  const incidents = [...new Set(todos.map(({ incident }) => incident))]
  const ofIncident = (id: string) => todos.filter(({ incident }) => incident === id)
  return incidents
    .map(
      incident =>
        `${incident}\n${ofIncident(incident)
          .map(todo => `  ${worded(todo)}\n`)
          .join('')}\n`,
    )
    .join('')

  function worded({ kind, language, field, line, file, changed = '', revision }: TranslationTodo): string {
    const when = revision || say('translations.now')
    if (line === undefined) return say(`translations.${kind}-companion`, { language, file, changed, revision: when })
    return say(`translations.${kind}`, { language, field, line, changed, revision: when })
  }
}
