import type { Diagnostic, Fix } from '../foundation/diagnostic.ts'
import { type DiagnosticCode, severityOf, type UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import { fixesApart } from '../foundation/separate-fixes.ts'
import { lineAt, placeAt } from '../foundation/text-place.ts'
import type { LineMistake } from '../yaml/line-mistake.ts'
import { diagnosticOf } from '../yaml/malformed.ts'
import { gluedColon, gluedLines } from '../yaml/missing-spaces.ts'
import { type Range, rangesOf } from '../yaml/pointer-positions.ts'
import { asWritten } from '../yaml/quoting.ts'
import { locate } from './short-form-pointers.ts'

/** The file that diagnostics are about. */
export interface DiagnosedFile {
  readonly text: string
  readonly file: string
  readonly raw: unknown
  /** Syntax diagnostics found before; their consequences are not reported again. */
  readonly before?: readonly Diagnostic[]
}

/** Gives diagnostics their places, in the order of the file. Positions are computed only when there are any. */
export function placeDiagnostics(
  unplaced: readonly UnplacedDiagnostic[],
  { text, file, raw, before = [] }: DiagnosedFile,
): Diagnostic[] {
  if (unplaced.length === 0) return fixesApart(before)
  const rangeOf = rangesOf(text)
  const placed = unplaced.flatMap(unplaced => {
    const pointer = locate(raw, unplaced.pointer)
    const range = narrow(rangeOf(pointer, unplaced.part), unplaced.words, text)
    const glued = gluedIn(unplaced, range, text)
    if (glued.length > 0)
      return glued.map(mistake => ({ diagnostic: diagnosticOf(mistake, text, file), from: range.from }))
    const fix = fixOf(unplaced, range, text)
    const diagnostic: Diagnostic = {
      code: unplaced.code,
      severity: severityOf(unplaced.code),
      place: placeAt(file, text, range.from, range.to),
      facts: factsOf(unplaced, range, text) as Record<string, string | number>,
      ...(fix && { fix }),
    }
    return [{ diagnostic, from: range.from }]
  })
  const cut = new Set(before.flatMap(({ code, place }) => (code === 'yaml/hash' ? [place.line] : [])))
  const said = new Set<string>()
  const own = placed.filter(({ diagnostic, from }) => {
    // A cell read for several editions is reported once.
    const key = `${from} ${diagnostic.code} ${JSON.stringify(diagnostic.facts)}`
    const again = said.has(key)
    said.add(key)
    // A value is empty because a hash cut it: that is reported already.
    return !again && (diagnostic.code !== 'shape/empty' || !cut.has(diagnostic.place.line))
  })
  return fixesApart([...before, ...own.sort((a, b) => a.from - b.from).map(({ diagnostic }) => diagnostic)])
}

function narrow(range: Range, words: string | undefined, text: string): Range {
  if (words === undefined) return range
  const at = text.slice(range.from, range.to).indexOf(words)
  return at === -1 ? range : { from: range.from + at, to: range.from + at + words.length }
}

/** Diagnostics that missing spaces cause: fields and items are parsed as one text, or as a name without a value. */
const suspects: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'shape/wrong-type',
  'shape/not-a-known-value',
  'name/unknown',
  'name/unknown-place',
  'time/unreadable',
])

/** The missing spaces in the value or name of a diagnostic. */
function gluedIn({ code, part }: UnplacedDiagnostic, { from, to }: Range, text: string): LineMistake[] {
  if (suspects.has(code) && part !== 'key') return gluedLines(text, from, to)
  if ((code !== 'shape/unknown-field' && code !== 'text/language') || !text.slice(from, to).includes(':')) return []
  const line = lineAt(text, from)
  const column = from - (text.lastIndexOf('\n', from - 1) + 1)
  return [...gluedColon(text.slice(from, to), line)].map(mistake => {
    const [start, end] = mistake.mark ?? [mistake.from, mistake.to]
    return { ...mistake, from: mistake.from + column, to: mistake.to + column, mark: [start + column, end + column] }
  })
}

/** A field whose name is no text is shown as typed; a missing one with an example. */
function factsOf({ code, facts }: UnplacedDiagnostic, { from, to }: Range, text: string): UnplacedDiagnostic['facts'] {
  if (code === 'shape/missing') {
    if (TEXTS.has(facts.field)) return { ...facts, context: 'text' }
    const value = EXAMPLES[facts.field]
    return value === undefined ? facts : { ...facts, right: `${facts.field}: ${value}`, context: 'near' }
  }
  const typed = (fact: unknown) =>
    typeof fact === 'string' && fact.startsWith('[object ') ? text.slice(from, to) : fact
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typed(fact)]),
  ) as UnplacedDiagnostic['facts']
}

/** Fields with a text by language. */
const TEXTS: ReadonlySet<string> = new Set(['text', 'said', 'right', 'says'])

/** Examples for required fields. */
const EXAMPLES: Readonly<Record<string, string>> = {
  state: 'ongoing',
  as_of: '2024-12-11T19:25',
  services: '[facebook, instagram]',
  service: 'facebook',
  company: 'meta',
  at: '2024-12-11T18:30',
  from: '2024-12-11T01:00',
  when: '2024-12-11T21:00',
  unit: 'reports',
  value: '1200',
  number: '"0800 00 000"',
  url: 'https://example.org/status',
  who: 'users',
  by: 'users',
  name: 'Nordlys',
  part: 'evening',
  role: 'operator',
  status: 'unknown',
  original: '{ lang: …, text: … }',
}

function fixOf(unplaced: UnplacedDiagnostic, range: Range, text: string): Fix | undefined {
  if (unplaced.rewrite !== undefined) return { ...range, text: unplaced.rewrite }
  if (unplaced.replace === undefined) return undefined
  const typed = text.slice(range.from, range.to)
  if (typed.includes('\n')) return undefined
  return { ...range, text: unplaced.words === undefined ? asWritten(unplaced.replace, typed) : unplaced.replace }
}
