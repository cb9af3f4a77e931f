import type { Problem } from '../problem/problem.ts'
import { problem } from './complaint.ts'
import type { Workspace } from './workspace.ts'
import { decode, largest } from './yaml/decode.ts'

/** The text of a file of the workspace; neither text nor problem when there is no such file. */
export function readText(ws: Workspace, file: string): { text?: string; problems: readonly Problem[] } {
  const size = ws.size(file)
  if (size === undefined) return { problems: [] }
  // A huge file is refused before it is read.
  if (size > largest) return { problems: [problem('file/too-large', { size, most: largest }, { file })] }
  try {
    const bytes = ws.read(file)
    return bytes === undefined ? { problems: [] } : decode(bytes, file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    if (reason === undefined) throw error
    return { problems: [problem('file/unreadable', { reason }, { file })] }
  }
}
