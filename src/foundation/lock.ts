import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { writeAtomically, writerOf } from './atomic-write.ts'

/** The process that holds a lock. */
export interface Holder {
  readonly pid: number
  readonly host: string
}

/** Locks of this process. */
const held = new Set<string>()

/**
 * Takes a lock, so that two of our processes do not write to one place. A lock whose process has ended was left by a
 * killed one and is taken over.
 *
 * @param file the lock; its folder is created when necessary
 * @returns how to release it, or who holds it
 */
export function lock(file: string): { readonly release: () => void } | { readonly holder: Holder } {
  const path = resolve(file)
  mkdirSync(dirname(path), { recursive: true })
  const own = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder)
  for (let attempt = 0; attempt < 5; attempt++) {
    // There as a whole from the first moment: whoever sees the lock sees whose it is.
    if (writeAtomically(path, own, { replace: false })) {
      held.add(path)
      clearAsides(path)
      return { release: () => letGo(path) }
    }
    const text = readIf(path)
    if (text === undefined) continue
    const holder = holderOf(text)
    if (holder !== undefined && isAlive(holder, path)) return { holder }
    removeStale(path, text)
  }
  return { holder: { pid: 0, host: '?' } }
}

function letGo(path: string): void {
  held.delete(path)
  rmSync(path, { force: true })
}

/** Removes temporary files of processes killed while they took the lock. */
function clearAsides(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const pid = writerOf(name) ?? removerOf(name, path)
    if (pid === undefined || pid === process.pid) continue
    const aside = join(dirname(path), name)
    const { host } = holderOf(readIf(aside) ?? '') ?? { host: hostname() }
    if (!isAlive({ pid, host }, path)) rmSync(aside, { force: true })
  }
}

/** The process that put a dead lock aside, by the name it has there. */
function removerOf(name: string, path: string): number | undefined {
  const pid = name.startsWith(`${basename(path)}.stale.`) ? Number(name.split('.').at(-1)) : Number.NaN
  return Number.isInteger(pid) ? pid : undefined
}

/** Moves a dead lock away, and back again when it turns out to be another one, taken in between. */
function removeStale(path: string, text: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const found = readIf(aside)
  if (found !== undefined && found !== text) writeAtomically(path, found, { replace: false })
  rmSync(aside, { force: true })
}

function readIf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Who holds it; nobody when the text is incomplete. */
function holderOf(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

/** A process on another machine cannot be checked: it is assumed to be alive. */
function isAlive({ pid, host }: Holder, path: string): boolean {
  if (host !== hostname()) return true
  // Our own process id on a lock that we do not hold was an earlier process's: a container counts from one each time.
  if (pid === process.pid) return held.has(path)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
