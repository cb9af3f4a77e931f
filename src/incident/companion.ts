import matter from 'gray-matter'
import type { Problem } from '../problem/problem.ts'
import { problem } from './complaint.ts'
import type { Companion } from './incident.ts'
import { problemsOf } from './problems-of.ts'
import { readShape } from './read-shape.ts'
import type { Desk } from './shape/desk.ts'
import { choice, group, named, note } from './shape/written.ts'
import { parseYaml } from './yaml/parse.ts'
import { placeAt } from './yaml/place.ts'
import { readMapping } from './yaml/read.ts'

/** A hand-written text beside an incident: `<id>.<language>.md`. */
export interface CompanionSource {
  readonly file: string
  readonly text: string
}

const shape = (desk: Desk) =>
  named(desk, 'companion', 'Companion', 'Front matter of a hand-written text.', () =>
    group({
      place: note(
        choice({ lead: 'After the lead.', end: 'At the end.' }).optional(),
        'Place',
        'Where its paragraphs go; at the end when nothing is said.',
      ),
    }),
  )

/** Only YAML is read, by the same reader as the incidents; anything else in front matter is refused, never run. */
const engines = {
  yaml: (text: string): object => {
    const parsed = parseYaml(text)
    return parsed.ok && typeof parsed.value === 'object' && parsed.value !== null ? parsed.value : {}
  },
  javascript: refuse,
  js: refuse,
  json: refuse,
  coffee: refuse,
}

function refuse(): object {
  throw new Error('Front matter in another language than YAML')
}

/** Where a link or a picture says it leads: `](../../notes.txt)`. */
const TARGET = /\]\([ \t]*<?([^)\s<>]+)/g

/** Links and pictures that lead to files of the machine: no page could show them. */
function linksOut(text: string, body: string, file: string): Problem[] {
  const start = text.endsWith(body) ? text.length - body.length : 0
  return [...body.matchAll(TARGET)].flatMap(({ 0: all, 1: path = '', index }) => {
    if (!/^(?:file:|[/\\~]|[a-z]:[/\\])|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path) || /^https?:/i.test(path)) return []
    const to = start + index + all.length
    return problem('file/leaves-content', { path, context: 'link' }, placeAt(file, text, to - path.length, to))
  })
}

/** Reads the hand-written text of one language. `undefined` when it cannot be used. */
export function readCompanion(
  { file, text }: CompanionSource,
  desk: Desk,
): { language: string; companion?: Companion; problems: readonly Problem[] } {
  const language = /\.([^./]+)\.md$/.exec(file)?.[1] ?? ''
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (!desk.languages.includes(language)) {
    const facts = { name, languages: desk.languages.join(', ') }
    return { language, problems: [problem('file/companion-language', facts, { file })] }
  }
  const fence = /^\uFEFF?---[ \t]*(\S[^\r\n]*)?\r?\n/.exec(text)
  if (fence?.[1] !== undefined && fence[1].trim() !== 'yaml') {
    const place = { file, line: 1, column: 4, length: fence[1].length }
    return { language, problems: [problem('yaml/directive', { directive: fence[1].trim() }, place)] }
  }
  const bare = text.replace(/^\uFEFF/, '')
  // A file that is made and not yet written says nothing: nothing is told, and nothing is wrong.
  if (bare.trim() === '') return { language, problems: [] }
  const { matter: front, content } = matter(bare, { language: 'yaml', engines })
  // The front matter begins on the second line: an empty first line keeps the count of lines.
  const typed = `\n${front.replace(/^\r?\n/, '')}`
  const { value: raw, problems: malformed } = readMapping(typed, file)
  if (raw === undefined) return { language, problems: malformed }
  const { value, complaints } = readShape(shape(desk), raw)
  const problems = [
    ...problemsOf(complaints, { text: typed, file, raw, before: malformed }),
    ...linksOut(text, content, file),
  ]
  if (problems.some(one => one.severity === 'error')) return { language, problems }
  return { language, companion: { file, place: value?.place ?? 'end', body: content.trim() }, problems }
}
