import { z } from 'zod'
import { type JsonSchema, marks, notes } from '../fields/field-types.ts'
import { languageKey } from '../fields/text-field.ts'
import { nowhere } from './described-incident.ts'
import { required, whole } from './fields/incident-fields.ts'

/** Where the schema may be fetched from, for an editor's settings. */
const title = 'Dépêche incident file'

const language = languageKey.source

/**
 * The JSON Schema (2020-12) of an incident file, for completion, hover and checks in an editor. It is made from the
 * shapes that read the files, so that both always agree.
 */
export function incidentSchemaJson(): JsonSchema {
  const root = whole(nowhere)
  const definitions = new Map<string, JsonSchema>()
  const { $schema, $defs } = convert(root, definitions)
  const { incident, ...defs } = { ...($defs as Record<string, JsonSchema>), ...Object.fromEntries(definitions) }
  const sorted = Object.keys(defs)
    .sort()
    .map(key => [key, defs[key]])
  return {
    $schema,
    title,
    description: 'One service outage, as a newsroom knows it at one moment. See docs/incident-file.md.',
    ...without({ ...incident }, ['title', 'description']),
    required: [...required],
    $defs: Object.fromEntries(sorted),
  }
}

/** Converts a shape; shapes that zod sees only as "unknown" are converted separately and put among the definitions. */
function convert(shape: z.ZodType, definitions: Map<string, JsonSchema>): Record<string, unknown> {
  const hidden: z.ZodType[] = []
  const json = z.toJSONSchema(shape, {
    io: 'input',
    metadata: notes,
    override({ zodSchema, jsonSchema }) {
      const kept = jsonSchema as Record<string, unknown>
      // Empty lists and `desk` are defaults of the reader; an editor need not type them.
      delete kept.default
      describe(zodSchema as unknown as z.ZodType, kept, hidden)
    },
  }) as unknown as Record<string, unknown>
  for (const full of hidden) {
    const id = idOf(full)
    if (definitions.has(id)) continue
    definitions.set(id, {})
    const { $schema: _, $defs, ...body } = convert(full, definitions)
    definitions.set(id, body)
    for (const [key, value] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) definitions.set(key, value)
  }
  return json
}

const ids = new WeakMap<z.ZodType, string>()

function idOf(full: z.ZodType): string {
  return ids.get(full) ?? ''
}

function describe(shape: z.ZodType, json: Record<string, unknown>, hidden: z.ZodType[]): void {
  const mark = marks.get(shape)
  // A copy of a shape with an id refers to it.
  if (!mark || json.$ref !== undefined) return
  if (mark.beside) textBeside(json)
  if (mark.byLanguage !== undefined) spread(json, mark.byLanguage)
  if (mark.languages) replace(json, { ...json, propertyNames: { pattern: language } })
  if (mark.single) {
    const list = rest(json)
    replace(json, { ...notesOf(json), anyOf: [list.items as JsonSchema, list] })
  }
  if (!mark.short) return
  const full = mark.full as z.ZodType | undefined
  if (full && !ids.has(full)) ids.set(full, `${String(json.id ?? 'value')}-in-full`)
  if (full) hidden.push(full)
  const long = full ? { $ref: `#/$defs/${idOf(full)}` } : rest(json)
  const forms = [...mark.short, ...(Object.keys(long).length > 0 ? [long] : [])]
  replace(json, { ...notesOf(json), ...(forms.length === 1 ? forms[0] : { anyOf: forms }) })
}

/** `forms: { fr: … }` is written `fr: …` beside the other fields. */
function spread(json: Record<string, unknown>, property: string): void {
  const properties = { ...(json.properties as Record<string, JsonSchema>) }
  const form = properties[property]?.additionalProperties
  delete properties[property]
  replace(json, { ...json, properties, patternProperties: { [languageExcept(properties)]: form } })
}

/** `text: { fr: … }` may be written `fr: …` beside the other fields. */
function textBeside(json: Record<string, unknown>): void {
  const properties = json.properties as Record<string, JsonSchema>
  const needed = ((json.required ?? []) as string[]).filter(field => field !== 'text')
  const text = { type: 'string', description: 'The text in this language, instead of `text`.' }
  const { required: _, ...others } = json
  replace(json, {
    ...others,
    patternProperties: { [languageExcept(properties)]: text },
    ...(needed.length > 0 && { required: needed }),
  })
}

/** Keys that are languages: `by` and `at` look like one and are fields. */
function languageExcept(properties: Record<string, JsonSchema>): string {
  const fields = Object.keys(properties).filter(key => new RegExp(language).test(key))
  return fields.length === 0 ? language : language.replace('^', `^(?!(?:${fields.join('|')})$)`)
}

function notesOf(json: Record<string, unknown>): Record<string, unknown> {
  const { id, title: heading, description } = json
  return {
    ...(id !== undefined && { id }),
    ...(heading !== undefined && { title: heading }),
    ...(description !== undefined && { description }),
  }
}

function rest(json: Record<string, unknown>): Record<string, unknown> {
  return without(json, ['id', 'title', 'description'])
}

function without(json: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)))
}

/** zod keeps the object itself, so its content is replaced. */
function replace(json: Record<string, unknown>, by: Record<string, unknown>): void {
  for (const key of Object.keys(json)) delete json[key]
  Object.assign(json, by)
}
