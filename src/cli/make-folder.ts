import { lstatSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isFolder } from '../foundation/real-path.ts'
import { Usage } from './usage-error.ts'

/**
 * Creates a folder and its ancestors one by one: where the system refuses one (`/proc`), Node's own recursive mode
 * never ends. Throws `Usage` where a file is in the way, and for system errors.
 */
export function newFolder(typed: string, typedIn: string): void {
  const path = resolve(typedIn, typed)
  const missing: string[] = []
  let here = path
  while (!isThere(here)) {
    missing.unshift(here)
    here = dirname(here)
  }
  if (!isFolder(here)) throw new Usage('not-a-folder', { folder: here === path ? typed : here })
  for (const folder of missing) mkdirSync(folder)
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    // Below a file.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false
    throw error
  }
}
