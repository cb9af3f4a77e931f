import { fixesApart } from '../../problem/apart.ts'
import type { Problem } from '../../problem/problem.ts'
import { problem } from '../complaint.ts'
import { forbiddenKeys } from './forbidden.ts'
import { gluedHashes, hashTraps } from './hash.ts'
import { malformed } from './malformed.ts'
import { parseYaml } from './parse.ts'
import { propertiesOfNodes } from './refused.ts'

/** What a YAML file holds: texts, lists and mappings; `null` where nothing is written. Or why it cannot be read. */
export interface YamlReading {
  readonly value?: unknown
  readonly problems: readonly Problem[]
}

/** Reads the YAML of an editor: every mistake of form, with its place and mostly with its correction. */
export function readYaml(text: string, file: string): YamlReading {
  const refused = propertiesOfNodes(text, file)
  if (refused.length > 0) return { problems: fixesApart(refused) }
  const parsed = parseYaml(text)
  if (!parsed.ok) return { problems: fixesApart(malformed(text, file)) }
  const forbidden = forbiddenKeys(parsed.value, text, file)
  if (forbidden.length > 0) return { problems: forbidden }
  return { value: parsed.value, problems: [...gluedHashes(text, file), ...hashTraps(text, file)] }
}

/** The same for a file that must be a mapping; an empty file is an empty mapping. */
export function readMapping(
  text: string,
  file: string,
): { value?: Record<string, unknown>; problems: readonly Problem[] } {
  const { value, problems } = readYaml(text, file)
  if (value === undefined) return { problems }
  if (value === null) return { value: {}, problems }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { problems: [...problems, problem('yaml/not-a-mapping', {}, { file, line: 1, column: 1, length: 1 })] }
  }
  return { value: value as Record<string, unknown>, problems }
}
