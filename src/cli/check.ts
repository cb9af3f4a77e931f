import { basename, dirname, resolve } from 'node:path'
import { problem } from '../incident/complaint.ts'
import type { Incident } from '../incident/incident.ts'
import { type IncidentFile, listIncidents } from '../incident/list-incidents.ts'
import { type IncidentReading, readIncident } from '../incident/read-incident.ts'
import { readText } from '../incident/read-text.ts'
import { openWorkspace, type Workspace } from '../incident/workspace.ts'
import { GrammarError } from '../language/grammar-error.ts'
import type { Problem } from '../problem/problem.ts'
import { toJson } from '../problem/show.ts'
import { type Newsroom, openNewsroom, readOne } from '../run/newsroom.ts'
import { pageWordProblems } from '../run/page-words.ts'
import { openProofreader, type Proofreader } from '../run/proofreading.ts'
import { pageTemplateProblems } from '../run/template-problems.ts'
import { wordingProblems } from '../run/wordings.ts'
import { annotation } from './annotations.ts'
import { presentOf } from './moment.ts'
import { realOf } from './real-path.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from './usage.ts'
import { siteZone } from './zone.ts'

export interface CheckOptions {
  readonly json?: boolean
  readonly format?: 'text' | 'json' | 'github'
  readonly fix?: boolean
  readonly watch?: boolean
  readonly now?: string
}

/** `check [FILE…]`: every problem of the newsroom, or of some files wherever they lie. */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  { workspace }: Settings,
  terminal: Terminal,
): Promise<number> {
  // No problem depends on the present so far; a moment that cannot be read is wrong usage all the same.
  presentOf(options.now, () => siteZone(workspace))
  const { newsroom, problems: unset } = openNewsroom(workspace)
  const checked = newsroom === undefined ? 0 : files.length || listIncidents(workspace).files.length
  const problems = newsroom === undefined ? unset : await problemsIn(newsroom, files)
  const words = terminal.words()
  if (options.json || options.format === 'json') {
    terminal.print(`${JSON.stringify({ problems: problems.map(one => toJson(one, words)) }, null, 2)}\n`)
  } else {
    if (options.format === 'github') terminal.print(problems.map(one => `${annotation(one, words)}\n`).join(''))
    else terminal.complain(problems, anywhere(workspace))
    terminal.tell(
      `${terminal.say('check.done', { files: terminal.say('count.files', { count: checked }), ...tally(problems, terminal) })}\n`,
    )
  }
  return problems.some(({ severity }) => severity === 'error') ? INPUT_HAS_ERRORS : DONE
}

/** « 2 erreurs, 1 avertissement », each by its number. */
export function tally(problems: readonly Problem[], { say }: Terminal): { errors: string; warnings: string } {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    errors: say('count.errors', { count: errors }),
    warnings: say('count.warnings', { count: problems.length - errors }),
  }
}

/** What is wrong with the newsroom's files; articles are read where the wordings allow any. */
async function problemsIn(newsroom: Newsroom, files: readonly string[]): Promise<Problem[]> {
  const words = wordingProblems(newsroom.workspace)
  const { reader, problems } = words.some(({ severity }) => severity === 'error')
    ? { problems: [] }
    : await proofreaderOf(newsroom)
  const whole = [...newsroom.problems, ...words, ...pageProblems(newsroom.workspace), ...problems]
  return problemsOf({ ...newsroom, problems: whole }, files, reader)
}

/** What is wrong with the pages' templates and words. */
function pageProblems(workspace: Workspace): Problem[] {
  return [...pageTemplateProblems(workspace), ...pageWordProblems(workspace)]
}

/** With a grammar that cannot be used no article is read; the mistakes are problems like the others. */
async function proofreaderOf(newsroom: Newsroom): Promise<{ reader?: Proofreader; problems: readonly Problem[] }> {
  try {
    return { reader: await openProofreader(newsroom), problems: [] }
  } catch (error) {
    if (error instanceof GrammarError) return { problems: error.problems }
    throw error
  }
}

/** @param reader absent where wordings or grammar allow no article */
function problemsOf(newsroom: Newsroom, files: readonly string[], reader: Proofreader | undefined): Problem[] {
  const { files: incidents, problems: misnamed } = listIncidents(newsroom.workspace)
  if (files.length > 0) return files.flatMap(file => ofFile(newsroom, incidents, file, reader))
  const addresses = reader?.addresses()
  const all = incidents.flatMap(file => proofed(readOne(newsroom, file), one => reader?.read(one, addresses)))
  return [...newsroom.problems, ...misnamed, ...all]
}

/** What is wrong with a file, then with the articles that come of it. */
function proofed(
  { incident, problems }: IncidentReading,
  read: (incident: Incident) => readonly Problem[] | undefined,
): readonly Problem[] {
  return incident ? [...problems, ...(read(incident) ?? [])] : problems
}

/** One file: an incident of the newsroom with what lies beside it, its settings or names, or a file of elsewhere. */
function ofFile(
  newsroom: Newsroom,
  incidents: readonly IncidentFile[],
  typed: string,
  reader: Proofreader | undefined,
): readonly Problem[] {
  const { workspace } = newsroom
  const inside = insideOf(workspace.root, typed)
  const own = incidents.find(({ file, companions }) =>
    [file, ...companions].some(one => one === inside || (inside && insideOf(workspace.root, one) === inside)),
  )
  if (own) return proofed(readOne(newsroom, own), one => reader?.read(one, reader.addressesAt(one, incidents)))
  const { problems: misnamed } = listIncidents(workspace)
  const about = [...newsroom.problems, ...misnamed].filter(({ place }) => place.file === inside)
  if (about.length > 0 || isNewsroomFile(inside)) return about
  return ofStranger(newsroom, typed, reader)
}

/** A file that is no part of the newsroom is read as an incident; the rule of names does not hold for it. */
function ofStranger(
  { workspace, context }: Newsroom,
  typed: string,
  reader: Proofreader | undefined,
): readonly Problem[] {
  const path = realOf(resolve(workspace.root, typed))
  if (path === undefined) return [problem('file/unreadable', { reason: 'ENOENT' }, { file: typed })]
  const { text, problems } = readText(openWorkspace(dirname(path)), basename(path))
  if (text === undefined) {
    const named = problems.map(one => ({ ...one, place: { ...one.place, file: typed } }))
    return named.length > 0 ? named : [problem('file/unreadable', { reason: 'EISDIR' }, { file: typed })]
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
