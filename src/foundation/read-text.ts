import { decode, largest } from './decode-text.ts'
import type { Diagnostic } from './diagnostic.ts'
import { diagnostic } from './diagnostic-codes.ts'
import type { Workspace } from './workspace.ts'

/** The text of a file of the workspace; neither text nor diagnostics when there is no such file. */
export function readText(ws: Workspace, file: string): { text?: string; diagnostics: readonly Diagnostic[] } {
  const size = ws.size(file)
  if (size === undefined) return { diagnostics: [] }
  // A huge file is refused before it is read.
  if (size > largest) return { diagnostics: [diagnostic('file/too-large', { size, most: largest }, { file })] }
  try {
    const bytes = ws.read(file)
    return bytes === undefined ? { diagnostics: [] } : decode(bytes, file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    if (reason === undefined) throw error
    return { diagnostics: [diagnostic('file/unreadable', { reason }, { file })] }
  }
}
