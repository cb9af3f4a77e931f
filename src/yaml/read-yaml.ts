import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { fixesApart } from '../foundation/separate-fixes.ts'
import { forbiddenKeys } from './forbidden-keys.ts'
import { gluedHashes, hashtagComments } from './hashtag-comments.ts'
import { malformed } from './malformed.ts'
import { parseYaml } from './parse-yaml.ts'
import { propertiesOfNodes } from './refused-syntax.ts'

/**
 * The value of a YAML file: texts, lists and mappings; `null` for nothing. Or diagnostics of why it cannot be parsed.
 */
export interface YamlReading {
  readonly value?: unknown
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads an editor's YAML: every syntax mistake, with its place and mostly with a fix. */
export function readYaml(text: string, file: string): YamlReading {
  const refused = propertiesOfNodes(text, file)
  if (refused.length > 0) return { diagnostics: fixesApart(refused) }
  const parsed = parseYaml(text)
  if (!parsed.ok) return { diagnostics: fixesApart(malformed(text, file)) }
  const forbidden = forbiddenKeys(parsed.value, text, file)
  if (forbidden.length > 0) return { diagnostics: forbidden }
  return { value: parsed.value, diagnostics: [...gluedHashes(text, file), ...hashtagComments(text, file)] }
}

/** The same for a file that must be a mapping; an empty file is an empty mapping. */
export function readMapping(
  text: string,
  file: string,
): { value?: Record<string, unknown>; diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readYaml(text, file)
  if (value === undefined) return { diagnostics }
  if (value === null) return { value: {}, diagnostics }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      diagnostics: [...diagnostics, diagnostic('yaml/not-a-mapping', {}, { file, line: 1, column: 1, length: 1 })],
    }
  }
  return { value: value as Record<string, unknown>, diagnostics }
}
