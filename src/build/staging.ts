import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digestOf } from '../foundation/digest.ts'
import type { OutputFile } from '../site/site-address.ts'

/** What became of a file: its digest, and whether it was written or stands there already. */
export interface Staged {
  readonly digest: string
  readonly isNew: boolean
}

/**
 * Writes files into the folder where an output is prepared. Several may write into one, each its own files. One whose
 * digest is `known` and which still stands in the output is not written.
 */
export type Stage = (file: OutputFile, known?: string) => Staged

/**
 * Opens the folder where an output is prepared, for writing.
 *
 * @param out the output folder as it stands
 */
export function openStage(staging: string, out: string): Stage {
  const made = new Set<string>()
  return (file, known) => {
    // The digest and the file are made of the same bytes: a text is turned into them once.
    const bytes = typeof file.text === 'string' ? encoded(file.text) : file.text
    const digest = digestOf(bytes)
    const isNew = digest !== known || !existsSync(join(out, file.path))
    if (isNew) writeInto(join(staging, file.path), bytes, made)
    return { digest, isNew }
  }
}

/** Where texts become bytes, one after the other: most files are small, and each would want memory of its own. */
const generated = Buffer.allocUnsafe(1 << 18)

/** A text as UTF-8; good until the next one. */
function encoded(text: string): Buffer {
  // A UTF-16 unit takes three bytes at most.
  if (text.length * 3 > generated.length) return Buffer.from(text)
  return generated.subarray(0, generated.write(text))
}

/** Writes a file and the folders it needs; `made` are those known to be there. */
function writeInto(path: string, bytes: Uint8Array, made: Set<string>): void {
  const folder = dirname(path)
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true })
    made.add(folder)
  }
  writeFileSync(path, bytes)
}
