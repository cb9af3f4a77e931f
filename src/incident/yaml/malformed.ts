import type { Problem } from '../../problem/problem.ts'
import { problem } from '../complaint.ts'
import { parseYaml } from './parse.ts'
import { placeAt } from './place.ts'

/** Why a text is no YAML. */
export function malformed(text: string, file: string): Problem[] {
  const parsed = parseYaml(text)
  if (parsed.ok) return []
  return [problem('yaml/unreadable', { reason: parsed.reason }, placeAt(file, text, parsed.offset, parsed.offset + 1))]
}
