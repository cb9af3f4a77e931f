import { basename, dirname, resolve } from 'node:path'
import { problem } from '../incident/complaint.ts'
import type { Incident } from '../incident/incident.ts'
import { type IncidentFile, type Listing, listIncidents } from '../incident/list-incidents.ts'
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
  typed: readonly string[],
  options: CheckOptions,
  { workspace }: Settings,
  terminal: Terminal,
): Promise<number> {
  const files = eachOnce(typed, workspace)
  // No problem depends on the present so far; a moment that cannot be read is wrong usage all the same.
  presentOf(options.now, () => siteZone(workspace))
  const { newsroom, problems: unset } = openNewsroom(workspace)
  const listing = newsroom && listIncidents(workspace)
  const checked = listing === undefined ? 0 : files.length || incidentsIn(listing)
  const problems = newsroom && listing ? await problemsIn(newsroom, listing, files) : unset
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
export function tally(problems: readonly Problem[], { say }: Terminal): { errors: string; warnings: string } {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    errors: say('count.errors', { count: errors }),
    warnings: say('count.warnings', { count: problems.length - errors }),
  }
}

/** What is wrong with the newsroom's files; articles are read where the wordings allow any. */
async function problemsIn(newsroom: Newsroom, listing: Listing, files: readonly string[]): Promise<Problem[]> {
  const words = wordingProblems(newsroom.workspace)
  const { reader, problems } = words.some(({ severity }) => severity === 'error')
    ? { problems: [] }
    : await proofreaderOf(newsroom)
  const whole = [...newsroom.problems, ...words, ...pageProblems(newsroom.workspace), ...problems]
  const ids = new Set(listing.files.map(({ id }) => id))
  return problemsOf({ ...newsroom, problems: whole, context: { ...newsroom.context, ids } }, listing, files, reader)
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
function problemsOf(
  newsroom: Newsroom,
  listing: Listing,
  files: readonly string[],
  reader: Proofreader | undefined,
): Problem[] {
  if (files.length > 0) return files.flatMap(file => ofFile(newsroom, listing, file, reader))
  const addresses = reader?.addresses()
  const all = listing.files.flatMap(file => proofed(readOne(newsroom, file), one => reader?.read(one, addresses)))
  const inside = listing.misnamed.flatMap(file => insideMisnamed(newsroom, file))
  return [...newsroom.problems, ...listing.problems, ...inside, ...all]
}

/** What is wrong inside a file whose name is wrong: whoever mends the name shall not meet the rest only then. */
function insideMisnamed(newsroom: Newsroom, one: IncidentFile): readonly Problem[] {
  return readOne(newsroom, one).problems.filter(({ code }) => !OF_NAMES.has(code))
}

/** What the listing says of a name. */
const OF_NAMES: ReadonlySet<string> = new Set(['file/name', 'file/year', 'file/ending'])

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
  listing: Listing,
  typed: string,
  reader: Proofreader | undefined,
): readonly Problem[] {
  const { workspace } = newsroom
  const inside = insideOf(workspace.root, typed)
  const isAsked = ({ file, companions }: IncidentFile) =>
    [file, ...companions].some(one => one === inside || (inside && insideOf(workspace.root, one) === inside))
  const own = listing.files.find(isAsked)
  if (own) return proofed(readOne(newsroom, own), one => reader?.read(one, reader.addressesAt(one, listing.files)))
  const misnamed = listing.misnamed.find(isAsked)
  const isAbout = ({ place }: Problem) => place.file === (misnamed?.file ?? inside)
  const about = [...newsroom.problems, ...listing.problems].filter(isAbout)
  if (misnamed) return [...about, ...insideMisnamed(newsroom, misnamed)]
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
  if (path === undefined) return [problem('file/unreadable', { reason: 'ENOENT', context: 'absent' }, { file: typed })]
  const { text, problems } = readText(openWorkspace(dirname(path)), basename(path))
  if (text === undefined) {
    const named = problems.map(one => ({ ...one, place: { ...one.place, file: typed } }))
    return named.length > 0
      ? named
      : [problem('file/unreadable', { reason: 'EISDIR', context: 'folder' }, { file: typed })]
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
