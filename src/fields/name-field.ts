import type { z } from 'zod'
import { z as zod } from 'zod'
import { isMapping } from '../foundation/value-kind.ts'
import type { Form, Named, NamedKind } from './directory.ts'
import type { FieldContext } from './field-context.ts'
import {
  bare,
  choice,
  finish,
  group,
  marks,
  named,
  note,
  oneOrMore,
  type ReportDiagnostic,
  short,
} from './field-types.ts'
import { lookUp } from './name-lookup.ts'
import { flag, wholeNumber } from './number-field.ts'
import { serviceSorts } from './service-sort.ts'
import { isLanguage, plainText } from './text-field.ts'
import { writtenForms } from './written-forms.ts'

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
        also: note(
          oneOrMore(plainText()).optional(),
          'Also',
          'Other names of a place, by which an incident may name it; never told.',
        ),
        formerly: note(plainText().optional(), 'Formerly', 'Its earlier name, as an aside: "formerly Twitter".'),
        demonym: note(plainText().optional(), 'Demonym', 'Inhabitants and adjective of a place.'),
      }),
    ),
  )

/** Fields of a name in full: in the directory, or defined in place in an incident. */
export const nameFields = (context: FieldContext, kind: z.ZodType<NamedKind | undefined>) => ({
  name: note(plainText().optional(), 'Name', 'As it is written where a language says nothing else.'),
  kind: note(kind, 'Kind', 'What kind of thing it is, when the field does not say so.'),
  company: note(plainText().optional(), 'Company', 'Whose it is: an id of the directory, or of a name in this file.'),
  rank: note(wholeNumber(1, 9).optional(), 'Rank', 'How well known it is: 1 is best known.'),
  home: note(
    plainText().optional(),
    'Home',
    'Code of the country whose readers know it: elsewhere what it is is told at its first mention, however well known.',
  ),
  code: note(plainText().optional(), 'Code', 'ISO 3166 code of a place.'),
  common: note(flag().optional(), 'Common noun', 'A common noun rather than a brand: told with its owner.'),
  sort: note(
    choice(serviceSorts).optional(),
    'Sort',
    'What it is, by how its failure is told: trains stop running, cards are declined. By default what its noun says.',
  ),
  fictitious: note(flag().optional(), 'Fictitious', 'Made up: no such company exists.'),
  forms: zod.record(zod.string(), form(context)).optional(),
})

/** A name: an id of the directory, or the name in full in place. `kind` is the kind that the field expects. */
export const name = (context: FieldContext, kind: NamedKind) =>
  named(context, `name-${kind}`, `Name of a ${kind}`, 'An id of the directory, or the name in full in place.', () =>
    bare(
      [{ type: 'string', description: called[kind] ?? `Id of a ${kind} in content/directory, or made in this file.` }],
      (id, report) => lookUp(context, id, kind, report),
      finish(
        short([], value => formsApart(context, value), marked(group(fullName(context)))),
        (written, report) => fullyNamed(context, written, kind, report),
      ),
    ),
  )

const called: Partial<Record<NamedKind, string>> = {
  place: 'Id of a place (its code), or its name in any language.',
}

/** The same in an incident, where an id may refer to a name of the directory. */
export const fullName = (context: FieldContext) => ({
  id: note(
    plainText().optional(),
    'Id',
    'An id of the directory, or of a name in this file; beside a name in full, one by which the file may name it again.',
  ),
  ...nameFields(context, namedKinds.optional()),
})

/** Moves the language blocks of a name into `forms`. */
export function formsApart(context: FieldContext, value: unknown, fields: readonly string[] = ['id']): unknown {
  if (!isMapping(value)) return value
  const forms: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    // `in`, `to`, `of` are prepositions of a form, and `id`, `by` are fields, though they look like languages.
    if (isLanguage(context, key) && !fields.includes(key)) forms[key] = item
    else rest[key] = item
  }
  return Object.keys(forms).length === 0 ? value : { ...rest, forms }
}

/** Marks the property `forms` as written by language at the same level. */
export function marked<S extends z.ZodType>(shape: S): S {
  marks.add(shape, { byLanguage: 'forms' })
  return shape
}

type NameFields = z.output<z.ZodObject<ReturnType<typeof nameFields>>>

/** A name as an incident writes it: by an id, in full, or both. */
export type NameWritten = z.output<z.ZodObject<ReturnType<typeof fullName>>>

/** A name from its fields: an id with values that apply here only, or in full. */
export function fullyNamed(
  context: FieldContext,
  { id, ...fields }: NameWritten,
  kind: NamedKind,
  report: ReportDiagnostic,
): Named | undefined {
  if (id === undefined || isNewName(context, id, fields)) return inPlace(context, { ...fields, id }, kind, report)
  return ofItsOwn(context, lookUp(context, id, kind, report), fields, report)
}

/** Whether a name with an id is written in full here: nothing is known by that id. */
export const isNewName = (
  { directory, own }: FieldContext,
  id: string,
  { name: spelled, forms }: { readonly name?: string | undefined; readonly forms?: unknown },
): boolean =>
  (spelled !== undefined || forms !== undefined) &&
  !directory.names.has(id) &&
  own?.find(id, namedKinds.options) === undefined

/** A name defined where it is used; known from there on in the file. */
export function inPlace(
  context: FieldContext,
  fields: NameFields & { readonly id?: string | undefined },
  kind: NamedKind,
  report: ReportDiagnostic,
): Named | undefined {
  const { id, name: written, kind: said = kind, forms: open = {}, company, common, ...rest } = fields
  const own = writtenForms(context, open as Record<string, Form>, report)
  const spelled = written ?? Object.values(own.forms).find(one => one.name)?.name
  if (spelled === undefined) return report.diagnose('shape/missing', { field: 'name', of: kind })
  const owner = ownerOf(context, company, report)
  const isCommon = common ?? (said === 'service' && own.common)
  const named: Named = {
    ...sorted(context, own.forms),
    ...defined(rest),
    ...(isCommon && { common: true }),
    ...(owner && { company: owner.id, owner }),
    id: id ?? spelled,
    ...(Object.values(own.forms).some(({ what }) => what !== undefined) && { here: true as const }),
    kind: said,
    name: spelled,
    forms: own.forms,
  }
  context.own?.add(named, own.typed)
  return named
}

/** The sort that its noun, or its name where it is a noun, has in some language. */
function sorted(context: FieldContext, forms: Named['forms']): Pick<Named, 'sort'> {
  for (const [language, written] of Object.entries(forms)) {
    const sort = context.sorts?.(language, written)
    if (sort) return { sort }
  }
  return {}
}

/** A name of the directory with values that apply in this file only: its owner, what it is called here. */
export function ofItsOwn(
  context: FieldContext,
  found: Named | undefined,
  { company, forms, kind: _, ...rest }: Partial<NameFields>,
  report: ReportDiagnostic,
): Named | undefined {
  const owner = ownerOf(context, company, report)
  const fields = { ...defined(rest), ...(owner && { company: owner.id, owner }) }
  if (!found || (Object.keys(fields).length === 0 && !forms)) return found
  const own = writtenForms(context, (forms ?? {}) as Named['forms'], report).forms
  return { ...found, ...fields, forms: withForms(found.forms, own) }
}

function withForms(known: Named['forms'], own: Named['forms']): Named['forms'] {
  const forms = Object.entries(own).map(([language, form]) => [language, { ...known[language], ...form }])
  return { ...known, ...Object.fromEntries(forms) }
}

function ownerOf(context: FieldContext, company: string | undefined, report: ReportDiagnostic): Named | undefined {
  if (company === undefined) return undefined
  const under: ReportDiagnostic = {
    diagnose: (code, facts, more) => report.diagnose(code, facts, { at: ['company'], ...more }),
  }
  return lookUp(context, company, 'company', under)
}

/** Without absent fields. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const rest: Record<string, unknown> = {}
  // A plain loop: this runs for thousands of files.
  for (const key in fields) if (fields[key] !== undefined) rest[key] = fields[key]
  return rest as never
}
