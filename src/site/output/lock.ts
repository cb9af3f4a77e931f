import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

/**
 * Takes the lock of an output folder and gives the function that lets it go. A lock whose process is no longer there was
 * left by a killed build and is taken over. Throws a `Refusal` while another build is at work.
 *
 * @param memory folder of the lock; made when it is not there
 * @param name the output folder, for the message
 */
export function takeLock(memory: string, name: string): () => void {
  mkdirSync(memory, { recursive: true })
  const path = join(memory, 'lock')
  // Written aside and linked: whoever sees the lock sees whose it is.
  const own = `${path}.${process.pid}`
  writeFileSync(own, JSON.stringify({ pid: process.pid, host: hostname() }))
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linked(own, path)) {
        clearAsides(memory)
        return () => rmSync(path, { force: true })
      }
      const text = readIf(path)
      if (text === undefined) continue
      const holder = holderOf(text)
      if (holder !== undefined && isAlive(holder))
        throw new Refusal('locked', { path: name, pid: holder.pid, file: path })
      removeStale(path, text)
    }
    throw new Refusal('locked', { path: name, pid: 0, file: path })
  } finally {
    rmSync(own, { force: true })
  }
}

/** Removes what a build left that was killed while it took the lock: a file aside whose process is no longer there. */
function clearAsides(memory: string): void {
  for (const name of readdirSync(memory)) {
    const [, pid] = /^lock\.(?:stale\.)?(\d+)$/.exec(name) ?? []
    if (pid === undefined || Number(pid) === process.pid) continue
    const path = join(memory, name)
    const { host } = holderOf(readIf(path) ?? '') ?? { host: hostname() }
    if (!isAlive({ pid: Number(pid), host })) rmSync(path, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Puts a dead lock aside, and back again when it turns out to be another's, taken in between. */
function removeStale(path: string, text: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (readIf(aside) !== text) linked(aside, path)
  rmSync(aside, { force: true })
}

function readIf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

interface Holder {
  readonly pid: number
  readonly host: string
}

/** Who holds it; nobody when the text is torn. */
function holderOf(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

/** On another machine it cannot be asked for: it is believed. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
