import { z } from 'zod'
import { isMapping } from '../foundation/value-kind.ts'
import type { Named, NamedKind } from './directory.ts'
import type { FieldContext } from './field-context.ts'
import {
  bare,
  choice,
  finish,
  group,
  type JsonSchema,
  marks,
  named,
  note,
  type ReportDiagnostic,
  short,
} from './field-types.ts'
import { defined, formsApart, inPlace, isNewName, marked, nameFields, name as nameOf } from './name-field.ts'
import { nearestName, wrongKind } from './name-lookup.ts'
import { inLanguages } from './place-names.ts'
import { isLanguage, localText, plainText, textByLanguage } from './text-field.ts'
import type { Speaker } from './values.ts'

const words = {
  users: 'Users in general.',
  user: 'One user who is not named.',
  spokesperson: 'A spokesperson who is not named.',
  'status page': "The company's own status page.",
  newsroom: 'The newsroom itself.',
}

const kinds = {
  company: 'A company.',
  person: 'Somebody with a name.',
  authority: 'A public authority.',
  agency: 'A news agency.',
  counter: 'A site that counts reports.',
  ...words,
}

/** Kinds of names that can say something. */
export const speakerKinds: readonly NamedKind[] = [
  'company',
  'person',
  'authority',
  'agency',
  'counter',
  'service',
  'channel',
]

/** The speaker of something; `undefined` for the newsroom itself. */
export const speaker = (context: FieldContext) =>
  named(
    context,
    'speaker',
    'Speaker',
    'Somebody who says something: an id of the directory, a word, or in full; a list of those who say the same.',
    () => together(make(context)),
  )

/** One, or several who say the same: the first with the others. The newsroom beside somebody else is not named. */
function together(one: z.ZodType<Speaker | undefined>): z.ZodType<Speaker | undefined> {
  const shape = z.unknown().transform((value, ctx): Speaker | undefined => {
    const issues = ctx.issues as unknown[]
    const all = (Array.isArray(value) && value.length > 0 ? value : [value]).map((item, index) => {
      const read = one.safeParse(item)
      const at = Array.isArray(value) ? [index] : []
      for (const issue of read.error?.issues ?? []) issues.push({ ...issue, path: [...at, ...issue.path] })
      return read.data
    })
    const [first, ...others] = all.filter(speaker => speaker !== undefined)
    return first && others.length > 0 ? { ...first, and: others } : first
  })
  const { short: forms = [], full } = marks.get(one) ?? {}
  const several: JsonSchema = {
    type: 'array',
    items: { $ref: '#/$defs/speaker' },
    description: 'Several who say the same.',
  }
  marks.add(shape, { short: [...forms, several], full })
  return shape
}

function make(context: FieldContext): z.ZodType<Speaker | undefined> {
  const { kind: _, ...fields } = nameFields(context, choice(kinds).optional() as never)
  return bare(
    [
      { type: 'string', description: 'Id of a company, person, counter, authority or agency of the directory.' },
      { enum: Object.keys(words), enumDescriptions: Object.values(words) },
      { type: 'object', description: 'How an unnamed user is called, by language.', ...textByLanguage },
    ],
    (text, report) => (isWord(text) ? speakerOf(context, { kind: text }, report) : known(context, text, {}, report)),
    finish(
      short(
        [],
        value => expand(context, value),
        marked(
          group({
            id: note(plainText().optional(), 'Id', 'An id of the directory.'),
            kind: note(choice(kinds).optional(), 'Kind', 'Who speaks; a company when nothing is said.'),
            ...fields,
            company: note(
              nameOf(context, 'company').optional(),
              'Company',
              'Whose it is: a spokesperson or a status page that is not that of the company of the incident.',
            ),
            role: note(localText(context).optional(), 'Role', 'What the person is, by language.', { lacking: 'left' }),
            called: note(localText(context).optional(), 'Called', 'How an unnamed person is called, by language.', {
              lacking: 'left',
            }),
          }),
        ),
      ),
      (written, report) => speakerOf(context, written, report),
    ),
  )
}

/** `{ kind: user, fr: un internaute }` says how somebody without a name is called. */
function isNamelessCalled(context: FieldContext, value: Readonly<Record<string, unknown>>): boolean {
  if (value.kind !== 'user' && value.kind !== 'users' && value.kind !== 'spokesperson') return false
  if (['id', 'name', 'called'].some(field => Object.hasOwn(value, field))) return false
  const texts = Object.entries(value).filter(([key]) => isLanguage(context, key))
  return texts.length > 0 && texts.every(([, text]) => !isMapping(text))
}

function isWord(text: string): text is keyof typeof words {
  return Object.hasOwn(words, text)
}

function expand(context: FieldContext, value: unknown): unknown {
  if (!isMapping(value)) return value
  const entries = Object.entries(value)
  if (isNamelessCalled(context, value)) {
    const isForm = ([key]: [string, unknown]) => isLanguage(context, key) && key !== 'id'
    const rest = entries.filter(entry => !isForm(entry))
    return { ...Object.fromEntries(rest), called: Object.fromEntries(entries.filter(isForm)) }
  }
  const calls =
    entries.length > 0 && entries.every(([key, text]) => isLanguage(context, key) && key !== 'id' && !isMapping(text))
  return calls ? { kind: 'user', called: value } : formsApart(context, value)
}

type TypedSpeaker = {
  id?: string | undefined
  name?: string | undefined
  kind?: keyof typeof kinds | undefined
  role?: Speaker['role'] | undefined
  called?: Speaker['called'] | undefined
  company?: Named | undefined
  [other: string]: unknown
}

function speakerOf(context: FieldContext, written: TypedSpeaker, report: ReportDiagnostic): Speaker | undefined {
  const { id, kind, role, called, company, ...name } = written
  const manner = defined({ role, called, of: isNameless(kind) ? company : undefined })
  if (id !== undefined && !isNewName(context, id, name)) return known(context, id, manner, report)
  if (kind === 'newsroom') return undefined
  if (name.name === undefined && !name.forms) {
    if (kind === undefined && !called && !role) return report.diagnose('name/unclear-speaker', {})
    if (isNameless(kind)) return { kind, ...manner }
    if (called) return { kind: 'user', ...manner }
    if (kind === undefined) return { kind: 'spokesperson', ...manner }
    return report.diagnose('shape/missing', { field: 'name', of: kind })
  }
  // What is written in full is no place whose code has the same letters: PA is an agency, and Panama.
  const listed = typeof name.name === 'string' ? context.directory.names.get(name.name) : undefined
  if (listed && speakerKinds.includes(listed.kind)) return known(context, listed.id, manner, report, kind)
  const made = inPlace(context, { ...name, id } as never, nameKind(kind, role), report)
  const named = made && company ? { ...made, company: company.id, owner: company } : made
  if (named) context.own?.add(named, [], manner)
  return named && { kind: isNameless(kind) ? kind : speakerKind(named.kind), name: named, ...manner }
}

function known(
  context: FieldContext,
  id: string,
  manner: Pick<Speaker, 'role' | 'called' | 'of'>,
  report: ReportDiagnostic,
  kind?: keyof typeof kinds,
): Speaker | undefined {
  const found = context.directory.names.get(id)
  if (found && speakerKinds.includes(found.kind)) {
    return { kind: isNameless(kind) ? kind : speakerKind(found.kind), name: found, ...manner }
  }
  const here = context.own?.find(id, speakerKinds)
  if (here)
    return { kind: isNameless(kind) ? kind : speakerKind(here.named.kind), name: here.named, ...here.manner, ...manner }
  if (found) return wrongKind(found, 'company', report)
  const near = nearestName(context.directory, id, speakerKinds)
  const word = Object.keys(words).find(each => each.replace(' ', '') === id.toLowerCase().replace(/[-_ ]/g, ''))
  return report.diagnose(
    'name/unknown',
    { name: id, kind: 'speaker', nearest: word ?? near?.id ?? '', found: word ?? (near ? inLanguages(near) : '') },
    word ? { replace: word } : {},
  )
}

function isNameless(kind: string | undefined): kind is 'users' | 'user' | 'spokesperson' | 'status page' {
  return kind !== undefined && kind !== 'newsroom' && Object.hasOwn(words, kind)
}

function nameKind(kind: keyof typeof kinds | undefined, role: unknown): NamedKind {
  if (kind === undefined) return role ? 'person' : 'company'
  if (kind === 'user' || kind === 'users' || kind === 'spokesperson') return 'person'
  return kind === 'status page' || kind === 'newsroom' ? 'company' : kind
}

/** A service or a network that speaks is treated like a company. */
function speakerKind(kind: NamedKind): Speaker['kind'] {
  return kind === 'service' || kind === 'channel' || kind === 'place' ? 'company' : kind
}
