import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeAtomically } from './atomic-write.ts'
import { digestOfAll } from './digest.ts'
import type { Workspace } from './workspace.ts'

/** What an answer rests on: while all of it is the same, so is the answer. */
export interface CacheInputs {
  /** Files of the workspace. */
  readonly paths: readonly string[]
  /** Rooms of the program whose code finds the answer. */
  readonly rooms: readonly string[]
  /** What else it depends on. */
  readonly more?: string
}

/**
 * An answer that takes long to find, as it was found last while its grounds are the same. Kept in `.depeche/<name>.json` of
 * the workspace; without a place to keep it, it is found each time. What comes out is the same either way.
 */
export function cached<T>(workspace: Workspace, name: string, grounds: CacheInputs, find: () => T): T {
  if (workspace.root === '') return find()
  const file = join(workspace.root, '.depeche', `${name}.json`)
  const key = keyOf(workspace, grounds)
  const known = recall<T>(file)
  // What an earlier version kept may look different.
  if (known?.key === key && known.value !== undefined) return known.value
  const value = find()
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
    // A file that cannot be read is the reader's to complain of.
    try {
      yield workspace.read(path) ?? 'absent'
    } catch {
      yield 'unreadable'
    }
  }
}

/** Tells one version of a room's code from another, by what a look at its files shows. */
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
    // Where nothing can be kept, nothing is: the next reading takes as long as this one.
  }
}
