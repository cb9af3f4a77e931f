import type { Problem } from '../problem/problem.ts'
import { type Complaint, problem } from './complaint.ts'
import type { Directory, Form, Named, NamedKind } from './directory.ts'
import { isAside, linkProblems } from './list-incidents.ts'
import { nearest } from './nearest.ts'
import { problemsOf } from './problems-of.ts'
import { readShape } from './read-shape.ts'
import { readText } from './read-text.ts'
import type { Desk } from './shape/desk.ts'
import { directoryDesk, entriesShape, placesShape } from './shape/entry.ts'
import { defined } from './shape/name.ts'
import type { Workspace } from './workspace.ts'
import { linesOf } from './yaml/document.ts'
import { readMapping } from './yaml/read.ts'

/** Which file of `content/directory` holds which kind of name. */
const files: readonly (readonly [file: string, kind: NamedKind])[] = [
  ['companies', 'company'],
  ['services', 'service'],
  ['counters', 'counter'],
  ['channels', 'channel'],
  ['people', 'person'],
  ['authorities', 'authority'],
  ['agencies', 'agency'],
  ['places', 'place'],
]

/**
 * The names the newsroom knows: `content/directory/*.yaml` and, for countries, regions and cities,
 * `locales/<lang>/places.yaml`. An entry with a problem is left out, and the others are read. In
 * languages that are not published (`unpublished`) names may be without forms, and places without a file.
 */
export function readDirectory(
  ws: Workspace,
  languages: readonly string[],
  unpublished: readonly string[] = [],
): { directory: Directory; problems: readonly Problem[] } {
  const desk = directoryDesk(languages)
  const names = new Map<string, Named>()
  const problems: Problem[] = []
  for (const place of readPlaces(ws, desk, [...languages, ...unpublished], problems)) names.set(place.id, place)
  const owners = new Map<string, string>()
  for (const [name, kind] of files) {
    const file = `${FOLDER}/${name}.yaml`
    readEntries(ws, file, kind, { desk, names, problems, owners })
  }
  return { directory: { names }, problems: [...problems, ...unreadFiles(ws)] }
}

/** Files of `content/directory` that no kind of name is read from; those of the machine and notes for people go without a word. */
function unreadFiles(ws: Workspace): Problem[] {
  const known = files.map(([name]) => `${name}.yaml`)
  const others = ws.list(FOLDER).filter(path => !known.includes(path.slice(FOLDER.length + 1)) && !isAside(path))
  const unread = others.map(file => {
    const name = file.slice(FOLDER.length + 1)
    const right = nearest(
      name.replace(/^.*\/|\.[^.]*$/g, ''),
      files.map(([one]) => one),
    )
    const facts = { name, known: known.join(', '), right: right === undefined ? '' : `${FOLDER}/${right}.yaml` }
    return problem('file/not-read', facts, { file })
  })
  return [...unread, ...linkProblems(ws, FOLDER)]
}

const FOLDER = 'content/directory'

interface Filling {
  readonly desk: Desk
  readonly names: Map<string, Named>
  readonly problems: Problem[]
  /** Which file an id came from. */
  readonly owners: Map<string, string>
}

function readEntries(ws: Workspace, file: string, kind: NamedKind, filling: Filling): void {
  const { desk, names, problems, owners } = filling
  const source = readFile(ws, file, problems)
  if (!source) return
  const { value, complaints } = readShape(entriesShape(desk), source.raw)
  const all: Complaint[] = [...complaints]
  const formless = new Map<string, string[]>()
  for (const [id, entry] of Object.entries(value ?? {})) {
    const other = owners.get(id)
    if (other !== undefined) {
      problems.push(problem('name/duplicate-id', { id, other }, linesOf(source.text, file)(`/${id}`, 'key')))
      continue
    }
    owners.set(id, file)
    // A place of the newsroom adds to what the locales say of it.
    const before = names.get(id)
    const forms = merge(before?.forms ?? {}, (entry.forms ?? {}) as Record<string, Form>)
    const { kind: own, ...fields } = defined(entry)
    names.set(id, { ...before, ...fields, id, kind: own ?? kind, name: entry.name ?? before?.name ?? id, forms })
    for (const language of desk.languages) {
      if (forms[language] === undefined) formless.set(language, [...(formless.get(language) ?? []), id])
    }
  }
  for (const [language, ids] of formless) all.push(...withoutForms(language, ids))
  problems.push(...problemsOf(all, { ...source, file }))
}

/** How many names without forms are complained of one by one; a new language has hundreds, and says so once per file. */
const ONE_BY_ONE = 3

function withoutForms(language: string, ids: readonly string[]): Complaint[] {
  const complain = (id: string, name: string): Complaint => ({
    code: 'name/no-form',
    facts: { name, language },
    pointer: `/${id}`,
    part: 'key',
  })
  const [first = ''] = ids
  if (ids.length <= ONE_BY_ONE) return ids.map(id => complain(id, id))
  return [complain(first, `${ids.slice(0, ONE_BY_ONE).join(', ')} … (${ids.length})`)]
}

function merge(before: Readonly<Record<string, Form>>, more: Readonly<Record<string, Form>>): Record<string, Form> {
  const merged: Record<string, Form> = { ...before }
  for (const [language, form] of Object.entries(more)) merged[language] = { ...before[language], ...form }
  return merged
}

/** Places as each language writes them, put together by their code. */
function readPlaces(ws: Workspace, desk: Desk, languages: readonly string[], problems: Problem[]): Named[] {
  const forms = new Map<string, Record<string, Form>>()
  for (const language of languages) {
    const file = `locales/${language}/places.yaml`
    if (ws.size(file) === undefined && desk.languages.includes(language))
      problems.push(problem('name/no-places', { file, language }, { file }))
    const source = readFile(ws, file, problems)
    if (!source) continue
    const { value, complaints } = readShape(placesShape(desk), source.raw)
    problems.push(...problemsOf(complaints, { ...source, file }))
    for (const [code, form] of Object.entries(value ?? {})) {
      forms.set(code, { ...forms.get(code), [language]: form as Form })
    }
  }
  return [...forms].map(([code, byLanguage]) => ({
    id: code,
    kind: 'place',
    name: Object.values(byLanguage).find(form => form.name)?.name ?? code,
    ...(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) && { code }),
    forms: byLanguage,
  }))
}

function readFile(ws: Workspace, file: string, problems: Problem[]): { text: string; raw: unknown } | undefined {
  const { text, problems: unreadable } = readText(ws, file)
  problems.push(...unreadable)
  if (text === undefined) return undefined
  const { value: raw, problems: malformed } = readMapping(text, file)
  problems.push(...malformed)
  return raw && { text, raw }
}
