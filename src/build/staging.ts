import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digestOf } from '../foundation/digest.ts'
import type { OutputFile } from '../site/output-file.ts'

/** The result for a file: its digest, and whether it was written or already existed. */
export interface Staged {
  readonly digest: string
  readonly isNew: boolean
}

/**
 * Writes files into the staging folder of an output. Several writers may share one, each with its own files. A file
 * whose digest is `known` and which still exists in the output is not written.
 */
export type Stage = (file: OutputFile, known?: string) => Staged

/**
 * Opens the staging folder of an output, for writing.
 *
 * @param out the output folder as it stands
 */
export function openStage(staging: string, out: string): Stage {
  const made = new Set<string>()
  return (file, known) => {
    // The digest and the file are made of the same bytes: a text is encoded once.
    const bytes = typeof file.text === 'string' ? encoded(file.text) : file.text
    const digest = digestOf(bytes)
    const isNew = digest !== known || !existsSync(join(out, file.path))
    if (isNew) writeInto(join(staging, file.path), bytes, made)
    return { digest, isNew }
  }
}

/** A reused buffer for encoding: most files are small, and each would need an allocation of its own. */
const generated = Buffer.allocUnsafe(1 << 18)

/** A text as UTF-8; valid until the next call. */
function encoded(text: string): Buffer {
  // A UTF-16 unit takes at most three bytes.
  if (text.length * 3 > generated.length) return Buffer.from(text)
  return generated.subarray(0, generated.write(text))
}

/** Writes a file and the folders it needs; `made` holds folders known to exist. */
function writeInto(path: string, bytes: Uint8Array, made: Set<string>): void {
  const folder = dirname(path)
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true })
    made.add(folder)
  }
  writeFileSync(path, bytes)
}
