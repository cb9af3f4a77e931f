import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readText } from '../foundation/read-text.ts'
import { realOf } from '../foundation/real-path.ts'
import type { Workspace } from '../foundation/workspace.ts'

/** A file named on the command line, wherever it lies. */
export interface TypedFile {
  readonly path: string
  readonly text: string
}

/** Reads a file of the newsroom, or of any folder; nothing when it is no text. */
export function typedFile(workspace: Workspace, file: string): TypedFile | undefined {
  const path = realOf(resolve(workspace.root, file))
  if (path === undefined) return undefined
  const text = readText(workspace, file).text ?? readOutside(path)
  return text === undefined ? undefined : { path, text }
}

/** A file that lies elsewhere, when it is text. */
function readOutside(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch {
    return undefined
  }
}
