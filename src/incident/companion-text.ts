import { placeDiagnostics } from '../fields/diagnostic-positions.ts'
import type { FieldContext } from '../fields/field-context.ts'
import { choice, group, named, note } from '../fields/field-types.ts'
import { readShape } from '../fields/read-fields.ts'
import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { loadedOnDemand } from '../foundation/load-package.ts'
import { placeAt } from '../foundation/text-place.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { readMapping } from '../yaml/read-yaml.ts'
import { lostMarkup } from './companion-markup.ts'
import type { Companion } from './incident.ts'

/** A hand-written text beside an incident: `<id>.<language>.md`. */
export interface CompanionSource {
  readonly file: string
  readonly text: string
}

const shape = (context: FieldContext) =>
  named(context, 'companion', 'Companion', 'Front matter of a hand-written text.', () =>
    group({
      place: note(
        choice({ lead: 'After the lead.', end: 'At the end.' }).optional(),
        'Place',
        'Where its paragraphs go; at the end when nothing is said.',
      ),
    }),
  )

const frontMatter = loadedOnDemand<typeof import('gray-matter')>('gray-matter')

/** Only YAML is accepted, parsed like incidents; anything else in front matter is refused, never run. */
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

/** The target of a link or a picture: `](../../notes.txt)`. */
const TARGET = /\]\([ \t]*<?([^)\s<>]+)/g

/** Links and pictures to files of the machine: no page could show them. */
function linksOut(text: string, body: string, file: string): Diagnostic[] {
  const start = text.endsWith(body) ? text.length - body.length : 0
  return [...body.matchAll(TARGET)].flatMap(({ 0: all, 1: path = '', index }) => {
    if (!/^(?:file:|[/\\~]|[a-z]:[/\\])|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path) || /^https?:/i.test(path)) return []
    const to = start + index + all.length
    return diagnostic('file/leaves-content', { path, context: 'link' }, placeAt(file, text, to - path.length, to))
  })
}

/** Reads the hand-written text of one language. `undefined` when it cannot be used. */
export function readCompanion(
  { file, text }: CompanionSource,
  context: FieldContext,
): { language: string; companion?: Companion; diagnostics: readonly Diagnostic[] } {
  const language = /\.([^./]+)\.md$/.exec(file)?.[1] ?? ''
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (!context.languages.includes(language)) {
    const facts = { name, languages: context.languages.join(', ') }
    return { language, diagnostics: [diagnostic('file/companion-language', facts, { file })] }
  }
  // Whatever follows the fence on its line is taken for the name of an engine.
  const engine = /^\uFEFF?---(?!-)([^\r\n]*)/.exec(text)?.[1] ?? ''
  if (!['', 'yaml'].includes(engine.trim())) {
    const place = { file, line: 1, column: 4, length: engine.length }
    return { language, diagnostics: [diagnostic('yaml/directive', { directive: engine.trim() }, place)] }
  }
  const bare = text.replace(/^\uFEFF/, '')
  // An empty file that is still to be written is ignored.
  if (bare.trim() === '') return { language, diagnostics: [] }
  const { matter: front, content } = frontMatter()(bare, { language: 'yaml', engines })
  // The front matter begins on the second line: an empty first line keeps line numbers.
  const typed = `\n${front.replace(/^\r?\n/, '')}`
  const { value: raw, diagnostics: malformed } = readMapping(typed, file)
  if (raw === undefined) return { language, diagnostics: malformed }
  const { value, unplaced } = readShape(shape(context), raw)
  const diagnostics = [
    ...placeDiagnostics(unplaced, { text: typed, file, raw, before: malformed }),
    ...linksOut(text, content, file),
    ...lostMarkup(file, text, text.endsWith(content) ? text.length - content.length : 0),
  ]
  if (diagnostics.some(isError)) return { language, diagnostics }
  return { language, companion: { file, place: value?.place ?? 'end', body: content.trim() }, diagnostics }
}
