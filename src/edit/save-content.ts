import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { writeAtomically } from '../foundation/atomic-write.ts'

/** Why a path is refused: it is no file of `content/`, or a link leads out of it. */
export class PathRefused extends Error {
  readonly path: string

  constructor(path: string) {
    super(`outside content/: ${path}`)
    this.name = 'PathRefused'
    this.path = path
  }
}

/**
 * Writes a file of `content/` atomically, creating its folder when there is none. Throws `PathRefused` for a path that
 * is not plainly below `content/`, that is no YAML or Markdown, or that links lead elsewhere.
 *
 * @param root the workspace's real path
 * @param path relative to it, with `/`
 */
export function saveContent(root: string, path: string, text: string): void {
  writeAtomically(contentPath(root, path, true), text)
}

/** The real path of a file of `content/`, existing or not. Throws `PathRefused`. */
export function contentPath(root: string, path: string, makeFolder = false): string {
  const plainly = /^content(?:\/[\p{L}\p{N}][\p{L}\p{N}._-]*)+\.(?:yaml|md)$/u.test(path) && !path.includes('..')
  if (!plainly) throw new PathRefused(path)
  const home = realpathSync(join(root, 'content'))
  if (home !== join(realpathSync(root), 'content')) throw new PathRefused(path)
  const folder = join(root, dirname(path))
  // Links are checked before anything is created: no folder may be created outside either.
  if (!isInside(nearestReal(folder), home)) throw new PathRefused(path)
  if (makeFolder) mkdirSync(folder, { recursive: true })
  const target = join(nearestReal(folder), path.slice(path.lastIndexOf('/') + 1))
  if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) throw new PathRefused(path)
  return target
}

function nearestReal(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : join(nearestReal(above), folder.slice(above.length + 1))
  }
}

function isInside(path: string, home: string): boolean {
  return path === home || path.startsWith(home + sep)
}
