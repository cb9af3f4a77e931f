import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** How a file is written. */
export interface AtomicWriteOptions {
  /** Makes its folder where there is none. */
  readonly makeFolder?: boolean
  /** `false`: what stands there already stays, and nothing is written. */
  readonly replace?: boolean
  /**
   * Nobody else writes to this place: the name aside is always the same, so that what a killed process left there is
   * written over and does not lie about.
   */
  readonly alone?: boolean
  /** It is on the disk before it is moved in, and its name is before this returns: a machine that loses its power keeps it whole. */
  readonly durable?: boolean
}

/**
 * Writes a file aside and moves it in: whoever reads meanwhile reads the old one whole, and what fails leaves nothing
 * behind. The rights of the old file are kept. Throws what the file system says.
 *
 * @returns whether it was written; with `replace: false` it may not be
 */
export function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { makeFolder = false, replace = true, alone = false, durable = false }: AtomicWriteOptions = {},
): boolean {
  if (makeFolder) mkdirSync(dirname(path), { recursive: true })
  const aside = join(dirname(path), alone ? `.${basename(path)}.new` : ownName())
  let isAside = true
  try {
    writeFileSync(aside, content)
    if (durable) onDisk(aside)
    if (!replace) return linked(aside, path)
    keepRights(path, aside)
    renameSync(aside, path)
    isAside = false
    if (durable) onDisk(dirname(path))
    return true
  } finally {
    if (isAside) rmSync(aside, { force: true })
  }
}

/** Returns once a file or folder is on the disk, where the file system can tell. */
export function onDisk(path: string): void {
  const open = openSync(path, 'r')
  try {
    fsyncSync(open)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EBADF', 'EACCES'].includes(code)) throw error
  } finally {
    closeSync(open)
  }
}

/** Hidden, with an ending of its own, and short: a file whose name is as long as names may be has one aside, too. */
function ownName(): string {
  return `.${process.pid}.${randomBytes(6).toString('hex')}.new`
}

/** The process that wrote a file aside, by the name it has there; `undefined` for any other file. */
export function writerOf(name: string): number | undefined {
  const [, pid] = /^\.(\d+)\.[\da-f]{12}\.new$/.exec(name) ?? []
  return pid === undefined ? undefined : Number(pid)
}

/** A file system that knows no rights is asked for none. */
function keepRights(path: string, aside: string): void {
  const before = statSync(path, { throwIfNoEntry: false })
  if (before?.isFile() && before.mode !== statSync(aside).mode) chmodSync(aside, before.mode)
}

/** Gives the file its name unless something bears it: of two at once, one succeeds. */
function linked(aside: string, path: string): boolean {
  try {
    linkSync(aside, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
