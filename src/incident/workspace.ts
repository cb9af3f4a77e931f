import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

/** The newsroom's files, handed in: a folder of the disk, or strings in a test and in the studio. */
export interface Workspace {
  /** Where it lies, for messages only; paths are relative to it and written with `/`. */
  readonly root: string
  /** Every file below a folder, sorted, with paths from the root. Empty when there is no such folder. */
  list(folder: string): readonly string[]
  /** The bytes of a file; `undefined` when there is none, or when the path leaves the root. */
  read(path: string): Uint8Array | undefined
  /** Bytes in a file, without reading it; `undefined` as for `read`. */
  size(path: string): number | undefined
}

/** A workspace on the disk. A path with `..`, an absolute path or a link that leads out of the root is not there. */
export function openWorkspace(root: string): Workspace {
  const home = realpathSync.native(resolve(root))
  return {
    root: home,
    list: folder => listFolder(home, folder),
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

/** A workspace made of strings: path to text. */
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

function listFolder(home: string, folder: string): string[] {
  const start = insideOf(home, folder === '' ? '.' : folder)
  if (start === undefined || !statSync(start).isDirectory()) return []
  const found: string[] = []
  walk(home, start, found)
  return found.sort(byCodeUnit)
}

function walk(home: string, folder: string, found: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) walk(home, path, found)
    else if (entry.isFile() || linksInside(home, path)) found.push(slashes(relative(home, path)))
  }
}

/** A link counts as the file it leads to while it stays inside; a linked folder is not followed (it could go round). */
function linksInside(home: string, path: string): boolean {
  if (!lstatSync(path).isSymbolicLink()) return false
  const inside = insideOf(home, relative(home, path))
  return inside !== undefined && statSync(inside).isFile()
}

/** The real path of a file of the workspace, or nothing when it is not there or not inside. */
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

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}

function trimSlash(folder: string): string {
  return folder.replace(/\/+$/, '')
}
