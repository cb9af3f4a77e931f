import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeAtomically } from './atomic-write.ts'
import { digestOfAll } from './digest.ts'
import type { Workspace } from './workspace.ts'

/** What a cached result depends on: while all of it is the same, so is the result. */
export interface CacheInputs {
  /** Files of the workspace. */
  readonly paths: readonly string[]
  /** Folders of the program whose code computes the result. */
  readonly rooms: readonly string[]
  /** Whatever else it depends on. */
  readonly more?: string
}

/**
 * A result that is slow to compute, cached while its inputs are the same. Stored in `.depeche/<name>.json` of the
 * workspace; when that cannot be written, it is computed each time. The result is the same either way.
 *
 * @param find computes it; where the workspace is a folder it is given the key of the inputs, the same while they are
 */
export function cached<T>(workspace: Workspace, name: string, inputs: CacheInputs, find: (key?: string) => T): T {
  if (workspace.root === '') return find()
  const file = join(workspace.root, '.depeche', `${name}.json`)
  const key = keyOf(workspace, inputs)
  const known = recall<T>(file)
  // A file of an earlier version may have another shape.
  if (known?.key === key && known.value !== undefined) return known.value
  const value = find(key)
  remember(file, { key, value })
  return value
}

interface Kept<T> {
  readonly key: string
  readonly value: T
}

function keyOf(workspace: Workspace, inputs: CacheInputs): string {
  return digestOfAll(inputPieces(workspace, inputs))
}

function* inputPieces(workspace: Workspace, { paths, rooms, more = '' }: CacheInputs): Generator<string | Uint8Array> {
  yield `${rooms.map(stampOf).join()}\0${more}\0`
  for (const path of paths) {
    yield `${path}\0`
    // A file that cannot be read is reported by its reader.
    try {
      yield workspace.read(path) ?? 'absent'
    } catch {
      yield 'unreadable'
    }
  }
}

/** Distinguishes versions of a folder's code, by the size and time of its files. */
function stampOf(room: string): string {
  const folder = fileURLToPath(new URL(`../${room}/`, import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return files
    .map(file => {
      const { size, mtimeMs } = statSync(join(folder, file))
      return `${file} ${size} ${mtimeMs}`
    })
    .join()
}

function recall<T>(file: string): Kept<T> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept<T>
  } catch {
    return undefined
  }
}

function remember<T>(file: string, kept: Kept<T>): void {
  try {
    writeAtomically(file, JSON.stringify(kept), { makeFolder: true })
  } catch {
    // When nothing can be stored, the next run computes it again.
  }
}
