import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'

/** The newsroom's files: a folder on the disk, or strings in tests and in the studio. */
export interface Workspace {
  /** Its location, for messages only; paths are relative to it and written with `/`. */
  readonly root: string
  /** Every file below a folder, sorted, with paths from the root. Empty when there is no such folder. */
  list(folder: string): readonly string[]
  /** What is below a folder and in no list; the folder itself when it is none. A workspace of strings has none. */
  strays?(folder: string): readonly Stray[]
  /** The bytes of a file; `undefined` when there is none, or when the path leaves the root. */
  read(path: string): Uint8Array | undefined
  /** Size of a file in bytes, without reading it; `undefined` as for `read`. */
  size(path: string): number | undefined
}

/** Something that looks like a file of the newsroom and is not read. */
export interface Stray {
  /** Path relative to the workspace. */
  readonly path: string
  /** A broken or circular link, one out of the workspace or to a folder; or a file instead of a folder. */
  readonly why: 'dead' | 'loop' | 'outside' | 'folder' | 'file'
}

/** A workspace on the disk. A path with `..`, an absolute path or a link out of the root counts as missing. */
export function openWorkspace(root: string): Workspace {
  const home = realpathSync.native(resolve(root))
  return {
    root: home,
    list: folder => scan(home, folder).files.sort(byCodeUnit),
    strays: folder => scan(home, folder).strays,
    read(path) {
      const inside = insideOf(home, path)
      return inside === undefined || !statSync(inside).isFile() ? undefined : readFileSync(inside)
    },
    size(path) {
      const inside = insideOf(home, path)
      if (inside === undefined) return undefined
      const stat = statSync(inside)
      return stat.isFile() ? stat.size : undefined
    },
  }
}

/** A workspace of strings: path to text. */
export function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const encoder = new TextEncoder()
  const contents = new Map(
    Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? encoder.encode(text) : text]),
  )
  return {
    root: '',
    list: folder => {
      const start = folder === '' || folder === '.' ? '' : `${trimSlash(folder)}/`
      return [...contents.keys()].filter(path => path.startsWith(start)).sort(byCodeUnit)
    },
    read: path => contents.get(path),
    size: path => contents.get(path)?.byteLength,
  }
}

/** Order by code unit: the same on every machine, whatever its language. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface Scan {
  readonly files: string[]
  readonly strays: Stray[]
}

/** Lists everything below a folder; the folder itself may be a link. */
function scan(home: string, folder: string): Scan {
  const found: Scan = { files: [], strays: [] }
  const name = folder === '.' ? '' : trimSlash(folder)
  const start = insideOf(home, name === '' ? '.' : name)
  if (start !== undefined && statSync(start).isDirectory()) walk(home, start, name === '' ? '' : `${name}/`, found)
  else if (isThere(join(home, name)))
    found.strays.push({ path: name, why: start === undefined ? whyOf(home, name) : 'file' })
  return found
}

function walk(home: string, folder: string, prefix: string, found: Scan): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const name = prefix + entry.name
    if (entry.isDirectory()) walk(home, path, `${name}/`, found)
    else if (entry.isFile()) found.files.push(name)
    else if (entry.isSymbolicLink()) {
      // A link counts as the file it leads to while it stays inside; a linked folder is not followed (it could be
      // circular).
      const inside = insideOf(home, path)
      if (inside !== undefined && statSync(inside).isFile()) found.files.push(name)
      else found.strays.push({ path: name, why: inside === undefined ? whyOf(home, path) : 'folder' })
    }
  }
}

/** Why a path is not inside. */
function whyOf(home: string, path: string): Stray['why'] {
  try {
    realpathSync.native(resolve(home, path))
    return 'outside'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ELOOP' ? 'loop' : 'dead'
  }
}

/** Whether anything exists at a path, even a broken link. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

/** The real path of a file of the workspace; `undefined` when it does not exist or is not inside. */
function insideOf(home: string, path: string): string | undefined {
  try {
    const real = realpathSync.native(resolve(home, path))
    return real === home || real.startsWith(home.endsWith(sep) ? home : home + sep) ? real : undefined
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

function isAbsent(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ERR_INVALID_ARG_VALUE'
}

function trimSlash(folder: string): string {
  return folder.replace(/\/+$/, '')
}
