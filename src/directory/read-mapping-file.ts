import type { Diagnostic } from '../foundation/diagnostic.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { readMapping } from '../yaml/read-yaml.ts'

/** A YAML file that holds a mapping; nothing when it is not there or cannot be read, which is complained of. */
export function readMappingFile(
  ws: Workspace,
  file: string,
  diagnostics: Diagnostic[],
): { text: string; raw: unknown } | undefined {
  const { text, diagnostics: unreadable } = readText(ws, file)
  diagnostics.push(...unreadable)
  if (text === undefined) return undefined
  const { value: raw, diagnostics: malformed } = readMapping(text, file)
  diagnostics.push(...malformed)
  return raw && { text, raw }
}
