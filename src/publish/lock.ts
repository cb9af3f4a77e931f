import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

/** Who holds a destination. */
export interface Holder {
  readonly pid: number
  readonly host: string
}

/**
 * Takes the lock of a destination, so that two publishes of one machine do not meet. The lock of a process that is no
 * longer alive is taken over.
 *
 * @returns how to let go, or who holds it
 */
export function lock(file: string): { readonly release: () => void } | { readonly holder: Holder } {
  mkdirSync(dirname(file), { recursive: true })
  const mine = `${file}.${process.pid}`
  // Written whole beside it and linked: nobody ever reads a lock without its holder.
  writeFileSync(mine, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder))
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linked(mine, file)) return { release: () => rmSync(file, { force: true }) }
      const holder = holderOf(file)
      if (holder && isAlive(holder)) return { holder }
      takeAway(file)
    }
    return { holder: holderOf(file) ?? { pid: 0, host: '?' } }
  } finally {
    rmSync(mine, { force: true })
  }
}

function linked(mine: string, file: string): boolean {
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead lock away. Should a living one have come in between, it is put back. */
function takeAway(file: string): void {
  const aside = `${file}.dead.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const holder = holderOf(aside)
  if (holder && isAlive(holder)) linked(aside, file)
  rmSync(aside, { force: true })
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/** A process of another machine counts as alive: nobody here can know. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
