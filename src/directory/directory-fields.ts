import { z } from 'zod'
import type { FieldContext } from '../fields/field-context.ts'
import { group, many, named, short } from '../fields/field-types.ts'
import { form, formsApart, marked, namedKinds, nameFields } from '../fields/name-field.ts'
import { plainText } from '../fields/text-field.ts'
import { isMapping } from '../foundation/value-kind.ts'

const contexts = new Map<string, FieldContext>()

/** The field context for the directory: it has the languages and no names yet. */
export function directoryFieldContext(languages: readonly string[]): FieldContext {
  const key = languages.join(' ')
  const context = contexts.get(key) ?? { directory: { names: new Map() }, zone: 'UTC', languages, editions: [] }
  contexts.set(key, context)
  return context
}

/** A file of the directory: id → entry. */
export const entriesShape = (context: FieldContext) =>
  named(context, 'entries', 'Directory', 'Names by id.', () =>
    z.record(
      z.string(),
      short(
        [],
        value => (isMapping(value) ? formsApart(context, value) : value),
        marked(group(nameFields(context, namedKinds.optional()))),
      ),
    ),
  )

/** A file of places of one language: code → form. */
export const placesShape = (context: FieldContext) =>
  named(context, 'places', 'Places', 'Forms of places by code.', () => z.record(z.string(), form(context)))

/** What places are, whatever the language: `locales/places.yaml`. */
export const placeFactsShape = (context: FieldContext) =>
  named(context, 'place-facts', 'Places in no language', 'Where places lie, and their other codes.', () =>
    group({
      areas: many(plainText()),
      regions: z.record(z.string(), many(plainText())).default({}),
      towns: z.record(z.string(), many(plainText())).default({}),
      known: many(plainText()).default([]),
      divisions: z.record(z.string(), many(plainText())).default({}),
      codes: z.record(z.string(), plainText()).default({}),
    }),
  )
