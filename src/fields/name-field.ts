import type { z } from 'zod'
import { z as zod } from 'zod'
import { nearest, plain } from '../foundation/nearest.ts'
import type { Directory, Form, Named, NamedKind } from './directory.ts'
import type { FieldContext } from './field-context.ts'
import {
  bare,
  choice,
  finish,
  group,
  isMapping,
  marks,
  named,
  note,
  type ReportDiagnostic,
  short,
} from './field-types.ts'
import { flag, wholeNumber } from './number-field.ts'
import { isLanguage, plainText } from './text-field.ts'

/** What a place in the file expects, and what it takes as well (a service can be its own company). */
const accepted: Readonly<Record<NamedKind, readonly NamedKind[]>> = {
  company: ['company', 'authority', 'agency', 'counter', 'service', 'channel'],
  service: ['service', 'channel', 'company', 'counter'],
  counter: ['counter', 'company', 'service'],
  channel: ['channel', 'service', 'company', 'agency', 'counter'],
  place: ['place'],
  person: ['person'],
  authority: ['authority', 'company', 'agency'],
  agency: ['agency', 'authority', 'company'],
}

export const namedKinds = choice({
  company: 'A company or operator.',
  service: 'Something that can fail: an application, a network, a line.',
  counter: 'A site that counts reports.',
  channel: 'Where something is said.',
  place: 'A country, a region, a city.',
  person: 'Somebody with a name.',
  authority: 'A public authority.',
  agency: 'A news agency.',
})

/** The forms of a name in one language. */
export const form = (context: FieldContext) =>
  named(context, 'form', 'Forms in one language', 'How a name is written and agrees in one language.', () =>
    short(
      [{ type: 'string', description: 'The name in this language.' }],
      value => (typeof value === 'string' ? { name: value } : value),
      group({
        name: note(plainText().optional(), 'Name', 'The name in this language, when it differs.'),
        class: note(
          plainText().optional(),
          'Class',
          'How it agrees: a class that the grammar of the language declares.',
        ),
        article: note(
          plainText().optional(),
          'Article',
          'Definite article that belongs to the name; with a capital when it is part of it.',
        ),
        elides: note(flag().optional(), 'Elides', 'Overrides the rule of elision for this name.'),
        noun: note(plainText().optional(), 'Noun', 'What it is, one noun without article.'),
        noun_class: note(plainText().optional(), 'Class of the noun'),
        what: note(plainText().optional(), 'What it is', 'In a few words, with its own article.'),
        called: note(
          plainText().optional(),
          'Second mention',
          'How it is called the second time, with its own article.',
        ),
        called_class: note(plainText().optional(), 'Class of the second mention'),
        short: note(plainText().optional(), 'Short second mention', 'The same in two words, with its own article.'),
        short_class: note(plainText().optional(), 'Class of the short second mention'),
        via: note(
          plainText().optional(),
          'Via',
          'For a channel: how something is said there, after the speaker and the verb.',
        ),
        in: note(plainText().optional(), 'In', 'Preposition for being in a place.'),
        to: note(plainText().optional(), 'To', 'Preposition for going to a place.'),
        of: note(plainText().optional(), 'Of', 'Preposition for belonging to a place.'),
        formerly: note(plainText().optional(), 'Formerly', 'Its earlier name, as an aside: "formerly Twitter".'),
        demonym: note(plainText().optional(), 'Demonym', 'Inhabitants and adjective of a place.'),
      }),
    ),
  )

/** Fields of a name in full: in the directory, or in place in an incident. */
export const nameFields = (context: FieldContext, kind: z.ZodType<NamedKind | undefined>) => ({
  name: note(plainText().optional(), 'Name', 'As it is written where a language says nothing else.'),
  kind: note(kind, 'Kind', 'What kind of thing it is, when the field does not say so.'),
  company: note(plainText().optional(), 'Company', 'Parent company or operator: an id of the directory.'),
  rank: note(wholeNumber(1, 9).optional(), 'Rank', 'How well known it is: 1 is best known.'),
  code: note(plainText().optional(), 'Code', 'ISO 3166 code of a place.'),
  common: note(flag().optional(), 'Common noun', 'A common noun rather than a brand: told with its owner.'),
  fictitious: note(flag().optional(), 'Fictitious', 'Made up: no such company exists.'),
  forms: zod.record(zod.string(), form(context)).optional(),
})

/** A name: an id of the directory, or the name in full in place. `kind` is what the field expects. */
export const name = (context: FieldContext, kind: NamedKind) =>
  named(context, `name-${kind}`, `Name of a ${kind}`, 'An id of the directory, or the name in full in place.', () =>
    bare(
      [{ type: 'string', description: `Id of a ${kind} in content/directory.` }],
      (id, report) => lookUp(context.directory, id, kind, report),
      finish(
        short([], value => formsApart(context, value), marked(group(fullName(context)))),
        ({ id, ...fields }, report) =>
          id === undefined ? inPlace(fields, kind, report) : lookUp(context.directory, id, kind, report),
      ),
    ),
  )

const fullName = (context: FieldContext) => ({
  id: note(plainText().optional(), 'Id', 'An id of the directory.'),
  ...nameFields(context, namedKinds.optional()),
})

/** Moves the language blocks of a name into `forms`. */
export function formsApart(context: FieldContext, value: unknown): unknown {
  if (!isMapping(value)) return value
  const forms: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    // `in`, `to`, `of` are prepositions of a form and `id` a field, though they look like languages.
    if (isLanguage(context, key) && key !== 'id') forms[key] = item
    else rest[key] = item
  }
  return Object.keys(forms).length === 0 ? value : { ...rest, forms }
}

/** Says that the property `forms` is written by language at the same level. */
export function marked<S extends z.ZodType>(shape: S): S {
  marks.add(shape, { byLanguage: 'forms' })
  return shape
}

type NameFields = z.output<z.ZodObject<ReturnType<typeof nameFields>>>

/** A name written in full where it is used. */
export function inPlace(fields: NameFields, kind: NamedKind, report: ReportDiagnostic): Named | undefined {
  const { name: written, kind: said, forms, ...rest } = fields
  const spelled = written ?? Object.values(forms ?? {}).find(one => one.name)?.name
  if (spelled === undefined) return report.diagnose('shape/missing', { field: 'name', of: kind })
  return {
    ...defined(rest),
    id: spelled,
    kind: said ?? kind,
    name: spelled,
    forms: (forms ?? {}) as Record<string, Form>,
  }
}

/** The name of an id, or a complaint with the nearest one known. */
export function lookUp(directory: Directory, id: string, kind: NamedKind, report: ReportDiagnostic): Named | undefined {
  const found = directory.names.get(id)
  if (found && accepted[kind].includes(found.kind)) return found
  if (found) {
    const near = kind === 'company' ? (found.company ?? '') : ''
    return report.diagnose('name/wrong-kind', { name: id, kind, found: found.kind, nearest: near })
  }
  const several = severalNames(directory, id, accepted[kind])
  if (several) return report.diagnose('name/several', { name: id, right: several.right }, several)
  const near = nearestName(directory, id, accepted[kind])
  const same = near && spellings(near).some(spelling => plain(spelling) === plain(id))
  return report.diagnose(
    'name/unknown',
    { name: id, kind, nearest: near?.id ?? '', found: near?.name ?? '' },
    same ? { replace: near.id } : {},
  )
}

/** The name of the directory that an editor most likely meant, by its id or by its name in any language. */
export function nearestName(directory: Directory, word: string, kinds: readonly NamedKind[]): Named | undefined {
  const bySpelling = spellingsIn(directory, kinds)
  const near = nearest(word, bySpelling.keys())
  return near === undefined ? undefined : bySpelling.get(near)
}

const gathered = new WeakMap<Directory, Map<readonly NamedKind[], Map<string, Named>>>()

/** Every spelling of the names of some kinds, gathered once: a file may hold thousands of names that nobody knows. */
function spellingsIn(directory: Directory, kinds: readonly NamedKind[]): Map<string, Named> {
  const byKinds = gathered.get(directory) ?? new Map<readonly NamedKind[], Map<string, Named>>()
  gathered.set(directory, byKinds)
  const known = byKinds.get(kinds)
  if (known) return known
  const bySpelling = new Map<string, Named>()
  for (const one of directory.names.values()) {
    if (!kinds.includes(one.kind)) continue
    for (const spelling of spellings(one)) if (!bySpelling.has(spelling)) bySpelling.set(spelling, one)
  }
  byKinds.set(kinds, bySpelling)
  return bySpelling
}

/** `facebook, instagram` is a list without its brackets when one of the names is known; mended when all of them are. */
function severalNames(
  directory: Directory,
  typed: string,
  kinds: readonly NamedKind[],
): { right: string; rewrite?: string } | undefined {
  const parts = typed.split(/[,;&]/).map(part => part.trim())
  if (parts.length < 2 || parts.some(part => !/^[\p{L}\p{N}][^[\]{}#:]*$/u.test(part))) return undefined
  const found = parts.map(part => {
    const one = directory.names.get(part) ?? nearestName(directory, part, kinds)
    const same = one && kinds.includes(one.kind) && spellings(one).some(spelling => plain(spelling) === plain(part))
    return same ? one.id : undefined
  })
  if (found.every(id => id === undefined)) return undefined
  const right = `[${found.map((id, index) => id ?? parts[index]).join(', ')}]`
  return found.includes(undefined) ? { right } : { right, rewrite: right }
}

/** How a name can be written: its id, its name, and its name in each language. */
export function spellings(one: Named): string[] {
  return [one.id, one.name, ...Object.values(one.forms).flatMap(each => (each.name ? [each.name] : []))]
}

/** Without the fields that are not there. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const rest: Record<string, unknown> = {}
  // Thousands of files pass here: a plain loop.
  for (const key in fields) if (fields[key] !== undefined) rest[key] = fields[key]
  return rest as never
}
