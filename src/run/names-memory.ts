import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Directory, Named } from '../incident/directory.ts'
import { readDirectory } from '../incident/read-directory.ts'
import type { Workspace } from '../incident/workspace.ts'
import type { Problem } from '../problem/problem.ts'

interface Names {
  readonly key: string
  readonly names: readonly (readonly [id: string, named: Named])[]
  readonly problems: readonly Problem[]
}

/**
 * The directory as it was read last, while its files and the program that reads them are the same: a thousand names take
 * longer to check than an article to tell. Kept in `.depeche/names.json` of the workspace; without a place to keep it,
 * it is read each time. What comes out is the same either way.
 */
export function rememberedDirectory(
  workspace: Workspace,
  languages: readonly string[],
  unpublished: readonly string[] = [],
): { directory: Directory; problems: readonly Problem[] } {
  if (workspace.root === '') return readDirectory(workspace, languages, unpublished)
  const file = join(workspace.root, '.depeche', 'names.json')
  const key = keyOf(workspace, languages, unpublished)
  const known = recall(file)
  if (known?.key === key) return { directory: { names: new Map(known.names) }, problems: known.problems }
  const read = readDirectory(workspace, languages, unpublished)
  remember(file, { key, names: [...read.directory.names], problems: read.problems })
  return read
}

function keyOf(workspace: Workspace, languages: readonly string[], unpublished: readonly string[]): string {
  const hash = createHash('sha256').update(`${programStamp()}\0${languages.join()}\0${unpublished.join()}\0`)
  const places = [...languages, ...unpublished].map(language => `locales/${language}/places.yaml`)
  for (const path of [...workspace.list('content/directory'), ...places]) {
    hash.update(`${path}\0`)
    // A file that cannot be read is the reader's to complain of.
    try {
      hash.update(workspace.read(path) ?? '')
    } catch {
      hash.update('unreadable')
    }
  }
  return hash.digest('base64url')
}

/** Tells one version of the reading code from another, by what a look at its files shows. */
function programStamp(): string {
  const folder = fileURLToPath(new URL('../incident/', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return files
    .map(file => {
      const { size, mtimeMs } = statSync(join(folder, file))
      return `${file} ${size} ${mtimeMs}`
    })
    .join()
}

function recall(file: string): Names | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Names
  } catch {
    return undefined
  }
}

/** Written aside and moved in: whoever reads it meanwhile reads the old one whole. */
function remember(file: string, names: Names): void {
  const aside = `${file}.${process.pid}`
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(aside, JSON.stringify(names))
    renameSync(aside, file)
  } catch {
    // Where nothing can be kept, nothing is: the next reading takes as long as this one.
    if (existsSync(aside)) rmSync(aside, { force: true })
  }
}
