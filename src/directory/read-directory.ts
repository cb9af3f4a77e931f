import { placeDiagnostics } from '../fields/diagnostic-positions.ts'
import type { Directory, Form, Named, NamedKind } from '../fields/directory.ts'
import type { FieldContext } from '../fields/field-context.ts'
import { type ClassesOf, type UnknownClass, unknownClasses, withoutClasses } from '../fields/name-classes.ts'
import { defined } from '../fields/name-field.ts'
import { readShape } from '../fields/read-fields.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic, type UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import { nearest } from '../foundation/nearest-word.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { isAside, linkDiagnostics } from '../foundation/workspace-links.ts'
import { linesOf } from '../yaml/pointer-positions.ts'
import { directoryFieldContext, entriesShape } from './directory-fields.ts'
import { readMappingFile } from './read-mapping-file.ts'
import { readPlaces } from './read-places.ts'

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

/** The languages in which names are read. */
export interface DirectoryLanguages {
  readonly languages: readonly string[]
  /** Others, in which names may be without forms, and places without a file. */
  readonly unpublished?: readonly string[]
  /** The classes that names of a language may have; unchecked when absent. */
  readonly classesOf?: ClassesOf
}

/**
 * The names the newsroom knows: `content/directory/*.yaml` and, for countries, regions and cities,
 * `locales/<lang>/places.yaml`. An entry with an error is left out, and the others are read.
 */
export function readDirectory(
  ws: Workspace,
  { languages, unpublished = [], classesOf }: DirectoryLanguages,
): { directory: Directory; diagnostics: readonly Diagnostic[] } {
  const context = directoryFieldContext(languages)
  const names = new Map<string, Named>()
  const diagnostics: Diagnostic[] = []
  for (const place of readPlaces(ws, context, [...languages, ...unpublished], diagnostics)) names.set(place.id, place)
  const owners = new Map<string, string>()
  for (const [name, kind] of files) {
    const file = `${FOLDER}/${name}.yaml`
    readEntries(ws, file, kind, { context, names, diagnostics, owners, ...(classesOf && { classesOf }) })
  }
  return { directory: { names }, diagnostics: [...diagnostics, ...unreadFiles(ws)] }
}

/** Files of `content/directory` that hold no kind of name; system files and notes for people are ignored. */
function unreadFiles(ws: Workspace): Diagnostic[] {
  const known = files.map(([name]) => `${name}.yaml`)
  const others = ws.list(FOLDER).filter(path => !known.includes(path.slice(FOLDER.length + 1)) && !isAside(path))
  const unread = others.map(file => {
    const name = file.slice(FOLDER.length + 1)
    const right = nearest(
      name.replace(/^.*\/|\.[^.]*$/g, ''),
      files.map(([one]) => one),
    )
    const facts = { name, known: known.join(', '), right: right === undefined ? '' : `${FOLDER}/${right}.yaml` }
    return diagnostic('file/not-read', facts, { file })
  })
  return [...unread, ...linkDiagnostics(ws, FOLDER)]
}

const FOLDER = 'content/directory'

interface Filling {
  readonly context: FieldContext
  readonly names: Map<string, Named>
  readonly diagnostics: Diagnostic[]
  /** The file of each id. */
  readonly owners: Map<string, string>
  readonly classesOf?: ClassesOf
}

function readEntries(ws: Workspace, file: string, kind: NamedKind, filling: Filling): void {
  const { context, names, diagnostics, owners, classesOf } = filling
  const source = readMappingFile(ws, file, diagnostics)
  if (!source) return
  const { value, unplaced } = readShape(entriesShape(context), source.raw)
  const all: UnplacedDiagnostic[] = [...unplaced]
  const formless = new Map<string, string[]>()
  for (const [id, entry] of Object.entries(value ?? {})) {
    const other = owners.get(id)
    if (other !== undefined) {
      diagnostics.push(diagnostic('name/duplicate-id', { id, other }, linesOf(source.text, file)(`/${id}`, 'key')))
      continue
    }
    owners.set(id, file)
    // An entry for a place adds to what the locales say of it.
    const before = names.get(id)
    const typed = Object.entries((entry.forms ?? {}) as Record<string, Form>).map(([language, form]) => {
      const refused = unknownClasses(language, form, classesOf)
      all.push(...refused.map(one => unknownClass(`/${id}/forms/${language}/${one.field}`, one)))
      return [language, withoutClasses(form, refused)] as const
    })
    const forms = merge(before?.forms ?? {}, Object.fromEntries(typed))
    const { kind: own, ...fields } = defined(entry)
    // A service of the directory is an application where it is not said to be anything else.
    const usual = (own ?? kind) === 'service' ? { sort: 'app' as const } : {}
    names.set(id, {
      ...before,
      ...usual,
      ...fields,
      id,
      kind: own ?? kind,
      name: entry.name ?? before?.name ?? id,
      forms,
    })
    for (const language of context.languages) {
      if (forms[language] === undefined) formless.set(language, [...(formless.get(language) ?? []), id])
    }
  }
  for (const [language, ids] of formless) all.push(...withoutForms(language, ids))
  diagnostics.push(...placeDiagnostics(all, { ...source, file }))
}

const unknownClass = (pointer: Pointer, { facts }: UnknownClass): UnplacedDiagnostic => ({
  code: 'shape/not-a-known-value',
  facts,
  pointer,
})

/**
 * Up to this many names without forms are reported one by one; a new language has hundreds, which are reported once
 * per file.
 */
const ONE_BY_ONE = 3

function withoutForms(language: string, ids: readonly string[]): UnplacedDiagnostic[] {
  const diagnose = (id: string, name: string): UnplacedDiagnostic => ({
    code: 'name/no-form',
    facts: { name, language },
    pointer: `/${id}`,
    part: 'key',
  })
  const [first = ''] = ids
  if (ids.length <= ONE_BY_ONE) return ids.map(id => diagnose(id, id))
  return [diagnose(first, `${ids.slice(0, ONE_BY_ONE).join(', ')} … (${ids.length})`)]
}

function merge(before: Readonly<Record<string, Form>>, more: Readonly<Record<string, Form>>): Record<string, Form> {
  const merged: Record<string, Form> = { ...before }
  for (const [language, form] of Object.entries(more)) merged[language] = { ...before[language], ...form }
  return merged
}
