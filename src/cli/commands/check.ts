import { basename, dirname, resolve } from 'node:path'
import type { Diagnostic } from '../../foundation/diagnostic.ts'
import { diagnostic } from '../../foundation/diagnostic-codes.ts'
import { readText } from '../../foundation/read-text.ts'
import { toJson } from '../../foundation/show-diagnostic.ts'
import { openWorkspace, type Workspace } from '../../foundation/workspace.ts'
import type { Incident } from '../../incident/incident.ts'
import { type IncidentFile, type Listing, listIncidents } from '../../incident/list-incidents.ts'
import { type IncidentReading, readIncident } from '../../incident/read-incident.ts'
import { GrammarError } from '../../language/grammar-error.ts'
import { type Newsroom, openNewsroom, readOne } from '../../newsroom/newsroom.ts'
import { pageWordDiagnostics } from '../../newsroom/page-word-diagnostics.ts'
import { openProofreader, type Proofreader } from '../../newsroom/proofreader.ts'
import { pageTemplateDiagnostics } from '../../newsroom/template-file-diagnostics.ts'
import { newsroomWordingDiagnostics } from '../../newsroom/wording-file-diagnostics.ts'
import type { CommandSettings } from '../command-settings.ts'
import { annotation } from '../forge-annotations.ts'
import { presentOf } from '../present.ts'
import { realOf } from '../real-path.ts'
import { siteZone } from '../site-zone.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from '../usage.ts'

export interface CheckOptions {
  readonly json?: boolean
  readonly format?: 'text' | 'json' | 'github'
  readonly fix?: boolean
  readonly watch?: boolean
  readonly now?: string
}

/** `check [FILE…]`: every problem of the newsroom, or of some files wherever they lie. */
export async function check(
  typed: readonly string[],
  options: CheckOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const files = eachOnce(typed, workspace)
  // No problem depends on the present so far; a moment that cannot be read is wrong usage all the same.
  presentOf(options.now, invocation, () => siteZone(workspace))
  const { newsroom, diagnostics: unset } = openNewsroom(workspace)
  const listing = newsroom && listIncidents(workspace)
  const checked = listing === undefined ? 0 : files.length || incidentsIn(listing)
  const diagnostics = newsroom && listing ? await diagnosticsIn(newsroom, listing, files) : unset
  const words = terminal.words()
  if (options.json || options.format === 'json') {
    terminal.print(`${JSON.stringify({ problems: diagnostics.map(one => toJson(one, words)) }, null, 2)}\n`)
  } else {
    if (options.format === 'github') terminal.print(diagnostics.map(one => `${annotation(one, words)}\n`).join(''))
    else terminal.report(diagnostics, anywhere(workspace))
    terminal.note(
      `${terminal.say('check.done', { files: terminal.say('count.files', { count: checked }), ...tally(diagnostics, terminal) })}\n`,
    )
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? INPUT_HAS_ERRORS : DONE
}

/** Files that are named, whatever path leads to them. */
function eachOnce(files: readonly string[], { root }: Workspace): string[] {
  const seen = new Set<string>()
  return files.filter(file => {
    const path = realOf(resolve(root, file)) ?? file
    return seen.size < seen.add(path).size
  })
}

/** How many incidents there are, those too that a build leaves out for their name. */
const incidentsIn = ({ files, misnamed }: Listing): number => files.length + misnamed.length

/** « 2 erreurs, 1 avertissement », each by its number. */
export function tally(diagnostics: readonly Diagnostic[], { say }: Terminal): { errors: string; warnings: string } {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return {
    errors: say('count.errors', { count: errors }),
    warnings: say('count.warnings', { count: diagnostics.length - errors }),
  }
}

/** What is wrong with the newsroom's files; articles are read where the wordings allow any. */
async function diagnosticsIn(newsroom: Newsroom, listing: Listing, files: readonly string[]): Promise<Diagnostic[]> {
  const words = newsroomWordingDiagnostics(newsroom.workspace)
  const { reader, diagnostics } = words.some(({ severity }) => severity === 'error')
    ? { diagnostics: [] }
    : await proofreaderOf(newsroom)
  const whole = [...newsroom.diagnostics, ...words, ...pageDiagnostics(newsroom.workspace), ...diagnostics]
  const ids = new Set(listing.files.map(({ id }) => id))
  return diagnosticsOf(
    { ...newsroom, diagnostics: whole, context: { ...newsroom.context, ids } },
    listing,
    files,
    reader,
  )
}

/** What is wrong with the pages' templates and words. */
function pageDiagnostics(workspace: Workspace): Diagnostic[] {
  return [...pageTemplateDiagnostics(workspace), ...pageWordDiagnostics(workspace)]
}

/** With a grammar that cannot be used no article is read; the mistakes are problems like the others. */
async function proofreaderOf(
  newsroom: Newsroom,
): Promise<{ reader?: Proofreader; diagnostics: readonly Diagnostic[] }> {
  try {
    return { reader: await openProofreader(newsroom), diagnostics: [] }
  } catch (error) {
    if (error instanceof GrammarError) return { diagnostics: error.diagnostics }
    throw error
  }
}

/** @param reader absent where wordings or grammar allow no article */
function diagnosticsOf(
  newsroom: Newsroom,
  listing: Listing,
  files: readonly string[],
  reader: Proofreader | undefined,
): Diagnostic[] {
  if (files.length > 0) return files.flatMap(file => ofFile(newsroom, listing, file, reader))
  const addresses = reader?.addresses()
  const all = listing.files.flatMap(file => proofed(readOne(newsroom, file), one => reader?.read(one, addresses)))
  const inside = listing.misnamed.flatMap(file => insideMisnamed(newsroom, file))
  return [...newsroom.diagnostics, ...listing.diagnostics, ...inside, ...all]
}

/** What is wrong inside a file whose name is wrong: whoever mends the name shall not meet the rest only then. */
function insideMisnamed(newsroom: Newsroom, one: IncidentFile): readonly Diagnostic[] {
  return readOne(newsroom, one).diagnostics.filter(({ code }) => !OF_NAMES.has(code))
}

/** What the listing says of a name. */
const OF_NAMES: ReadonlySet<string> = new Set(['file/name', 'file/year', 'file/ending'])

/** What is wrong with a file, then with the articles that come of it. */
function proofed(
  { incident, diagnostics }: IncidentReading,
  read: (incident: Incident) => readonly Diagnostic[] | undefined,
): readonly Diagnostic[] {
  return incident ? [...diagnostics, ...(read(incident) ?? [])] : diagnostics
}

/** One file: an incident of the newsroom with what lies beside it, its settings or names, or a file of elsewhere. */
function ofFile(
  newsroom: Newsroom,
  listing: Listing,
  typed: string,
  reader: Proofreader | undefined,
): readonly Diagnostic[] {
  const { workspace } = newsroom
  const inside = insideOf(workspace.root, typed)
  const isAsked = ({ file, companions }: IncidentFile) =>
    [file, ...companions].some(one => one === inside || (inside && insideOf(workspace.root, one) === inside))
  const own = listing.files.find(isAsked)
  if (own) return proofed(readOne(newsroom, own), one => reader?.read(one, reader.addressesAt(one, listing.files)))
  const misnamed = listing.misnamed.find(isAsked)
  const isAbout = ({ place }: Diagnostic) => place.file === (misnamed?.file ?? inside)
  const about = [...newsroom.diagnostics, ...listing.diagnostics].filter(isAbout)
  if (misnamed) return [...about, ...insideMisnamed(newsroom, misnamed)]
  if (about.length > 0 || isNewsroomFile(inside)) return about
  return ofStranger(newsroom, typed, reader)
}

/** A file that is no part of the newsroom is read as an incident; the rule of names does not hold for it. */
function ofStranger(
  { workspace, context }: Newsroom,
  typed: string,
  reader: Proofreader | undefined,
): readonly Diagnostic[] {
  const path = realOf(resolve(workspace.root, typed))
  if (path === undefined)
    return [diagnostic('file/unreadable', { reason: 'ENOENT', context: 'absent' }, { file: typed })]
  const { text, diagnostics } = readText(openWorkspace(dirname(path)), basename(path))
  if (text === undefined) {
    const named = diagnostics.map(one => ({ ...one, place: { ...one.place, file: typed } }))
    return named.length > 0
      ? named
      : [diagnostic('file/unreadable', { reason: 'EISDIR', context: 'folder' }, { file: typed })]
  }
  return proofed(readIncident({ file: typed, text }, { ...context, inContent: false }), one =>
    reader?.read(one, undefined, text),
  )
}

function isNewsroomFile(path: string | undefined): boolean {
  return path === 'content/site.yaml' || /^(?:content\/directory|locales|templates)\//.test(path ?? '')
}

/** Path from the workspace, when the file is in it. */
function insideOf(root: string, typed: string): string | undefined {
  const path = realOf(resolve(root, typed))
  return path?.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined
}

/** The workspace, but files that lie elsewhere can be quoted too. */
function anywhere(workspace: Workspace): Workspace {
  return {
    ...workspace,
    read: path => {
      const real = realOf(resolve(workspace.root, path))
      return real === undefined ? undefined : openWorkspace(dirname(real)).read(basename(real))
    },
  }
}
