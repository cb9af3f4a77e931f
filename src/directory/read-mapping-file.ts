import type { Diagnostic } from '../foundation/diagnostic.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { readMapping } from '../yaml/read-yaml.ts'

/** The mapping in a YAML file; nothing when there is no such file or it cannot be parsed, which is reported. */
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
