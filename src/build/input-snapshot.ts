import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { digestOf } from '../foundation/digest.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { IncidentFile, Listing } from '../incident/list-incidents.ts'
import { picturesFolder } from '../incident/place-pictures.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Output } from './output.ts'

/** What `stat` tells of a file: bytes, last change in milliseconds; and its digest when last read. */
type FileState = readonly [size: number, changed: number, digest: string]

/** The report of a build, with or without errors. */
export interface BuildOutcome {
  readonly diagnostics: readonly Diagnostic[]
  /** Files of the incidents left out because of an error in them. */
  readonly leftOut: readonly string[]
  readonly articles: number
}

/** Tells the next build, before it opens any file, whether there is anything to do. */
interface Snapshot {
  readonly fingerprint: string
  /** Every file of the incidents, by path. */
  readonly files: Readonly<Record<string, FileState>>
  /** Between these moments the same incidents are public. */
  readonly from: number
  readonly until: number | null
  /** The file system's clock at the snapshot: a file changed in the same moment may have changed after it. */
  readonly folders: Readonly<Record<string, number>>
  /** The file system's clock at the look: a file changed in the same moment may have changed after it. */
  readonly taken: number
  readonly outcome: BuildOutcome
}

export const SNAPSHOT = 'snapshot.json'

/** Milliseconds. A change this close to the snapshot may have the same time: such a file is read again. */
const RACY = 2_000

/** The state of a build's input, without reading it. */
export interface InputState {
  readonly fingerprint: string
  readonly files: Readonly<Record<string, FileState>>
  readonly taken: number
  readonly last?: Snapshot
  /** Digests of an incident's files, and of what lies where its pictures were looked for. */
  readonly keyOf: (file: IncidentFile, sought?: readonly string[]) => string
}

/** Takes the state of every file a build depends on. `rest` holds other inputs: the editions asked for, the program. */
export function inputState(
  workspace: Workspace,
  { files, pictures }: Pick<Listing, 'files' | 'pictures'>,
  output: Output,
  rest: readonly string[],
): InputState {
  const last = recall(output)
  const seen: Record<string, FileState> = {}
  const paths = files.flatMap(({ file, companions }) => [file, ...companions])
  for (const path of [...paths, ...pictures, ...workspace.list(picturesFolder)]) {
    seen[path] = fileState(workspace, path, last)
  }
  return {
    fingerprint: fingerprintOf(workspace, rest),
    files: seen,
    taken: output.opened,
    ...(last && { last }),
    keyOf: ({ file, companions }, sought = []) =>
      [file, ...companions, ...sought].map(path => seen[path]?.[2] ?? '').join(' '),
  }
}

/** A file with the same size and time is not read. */
function fileState(workspace: Workspace, path: string, last: Snapshot | undefined): FileState {
  const stat = statSync(join(workspace.root, path), { throwIfNoEntry: false })
  const size = stat?.size ?? -1
  const changed = stat === undefined ? 0 : Math.max(stat.mtimeMs, stat.ctimeMs)
  const known = last?.files[path]
  const same = known?.[0] === size && known[1] === changed && changed < (last?.taken ?? 0) - RACY
  return same ? known : [size, changed, digestOf(readable(workspace, path))]
}

/** A file that cannot be read has a digest of its own: it is reported where its content is needed. */
function readable(workspace: Workspace, path: string): Uint8Array | string {
  try {
    return workspace.read(path) ?? 'absent'
  } catch {
    return 'unreadable'
  }
}

/** The outcome of the last build, when nothing has changed since. */
export function unchanged(
  { last, fingerprint, files }: InputState,
  now: number,
  out: string,
): BuildOutcome | undefined {
  if (last === undefined || last.fingerprint !== fingerprint || now < last.from || now >= (last.until ?? Infinity))
    return undefined
  const paths = Object.keys(files)
  if (paths.length !== Object.keys(last.files).length) return undefined
  if (paths.some(path => last.files[path]?.[2] !== files[path]?.[2])) return undefined
  const whole = Object.entries(last.folders).every(([folder, count]) => countIn(join(out, folder)) === count)
  return whole ? last.outcome : undefined
}

/**
 * Makes the snapshot that a build keeps.
 *
 * @param moments when each incident becomes public
 * @param paths every file of the output
 */
export function snapshotOf(
  { fingerprint, files, taken }: InputState,
  now: number,
  moments: readonly number[],
  paths: readonly string[],
  outcome: BuildOutcome,
): Snapshot {
  const later = moments.filter(moment => moment > now)
  return {
    fingerprint,
    files,
    from: moments.filter(moment => moment <= now).reduce((one, other) => Math.max(one, other), 0),
    until: later.length === 0 ? null : later.reduce((one, other) => Math.min(one, other)),
    folders: folderCounts(paths),
    taken,
    outcome,
  }
}

/** Entries of the folders of the first two levels; one for each page would take as long as the build. */
function folderCounts(paths: readonly string[]): Record<string, number> {
  const entries = new Map<string, Set<string>>()
  for (const path of paths) {
    const first = path.indexOf('/')
    const second = path.indexOf('/', first + 1)
    for (const end of [first, second]) {
      if (end < 0) continue
      const folder = path.slice(0, end)
      const after = path.indexOf('/', end + 1)
      const known = entries.get(folder) ?? new Set()
      if (known.size === 0) entries.set(folder, known)
      known.add(path.slice(end + 1, after < 0 ? undefined : after))
    }
  }
  return Object.fromEntries([...entries].map(([folder, { size }]) => [folder, size]))
}

/** Number of entries of a folder; -1 when it does not exist. */
function countIn(folder: string): number {
  try {
    return readdirSync(folder).length
  } catch {
    return -1
  }
}

function recall(output: Output): Snapshot | undefined {
  return output.recall(SNAPSHOT) as Snapshot | undefined
}
