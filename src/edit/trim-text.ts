import { parseYaml } from '../yaml/parse-yaml.ts'

/**
 * Removes trailing spaces, and ends the file with one line break, when the parsed value stays exactly the same. Block
 * scalars keep their trailing spaces, which are part of the text.
 */
export function tidy(text: string): string {
  const before = parseYaml(text)
  if (!before.ok) return text
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/\r?\n/)
  const same = (candidate: string) => {
    const after = parseYaml(candidate)
    return after.ok && JSON.stringify(after.value) === JSON.stringify(before.value)
  }
  const all = ended(lines.map(line => line.trimEnd()).join(eol), eol)
  if (same(all)) return all
  // Some spaces are part of a text: only the others are removed, line by line.
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trimEnd()
    if (trimmed === line) continue
    lines[index] = trimmed
    if (!same(lines.join(eol))) lines[index] = line
  }
  return lines.join(eol)
}

function ended(text: string, eol: string): string {
  return text === '' ? text : `${text.trimEnd()}${eol}`
}
