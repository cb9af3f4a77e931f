import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '../foundation/atomic-write.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from './usage-error.ts'

/**
 * Writes generated files, and reports for each whether it was up to date; with `check` nothing is written. Returns the
 * exit status.
 *
 * @param made texts by path, from `root`: the program's own files are skipped
 * @param stale key of the message about an outdated file
 */
export function keepUpToDate(
  made: Iterable<readonly [path: string, text: string]>,
  {
    root,
    check = false,
    stale,
  }: { readonly root: string; readonly check?: boolean | undefined; readonly stale: string },
  { say, note }: Terminal,
): number {
  let status = DONE
  for (const [path, text] of made) {
    const current = textIn(root, path) === text
    if (!current && check) status = INPUT_HAS_ERRORS
    if (!current && !check) writeAtomically(join(root, path), text, { makeFolder: true })
    note(`${say(current ? 'schema.current' : check ? stale : 'schema.written', { path })}\n`)
  }
  return status
}

/** The text of a file, if it exists. */
export function textIn(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}
