import type { z } from 'zod'
import { nearest } from '../foundation/nearest-word.ts'
import { isMapping, kindOf } from '../foundation/value-kind.ts'
import type { FieldContext } from './field-context.ts'
import { bare, group, type JsonSchema, marks, named, readBy, short } from './field-types.ts'
import type { LocalText } from './values.ts'

/** A language code as a key: `fr`, `nl-BE`. */
export const languageKey = /^[a-z]{2}(-[A-Z]{2})?$/

/** A text by language, in JSON Schema. */
export const textByLanguage: JsonSchema = {
  type: 'object',
  patternProperties: { [languageKey.source]: { type: 'string' } },
  additionalProperties: false,
}

const localTextJson: JsonSchema = { ...textByLanguage, minProperties: 1 }

/** A text for readers, by language: `{ fr: …, en: … }`. Missing languages are checked later. */
export const localText = (context: FieldContext) =>
  named(context, 'text', 'Text', 'A text for readers, by language.', () => textShape(context))

const textShape = (context: FieldContext) =>
  readBy<LocalText>(localTextJson, (value, report) => {
    if (!isMapping(value)) {
      return report.diagnose('shape/wrong-type', { field: '', expected: 'local text', found: kindOf(value) })
    }
    let sound = true
    for (const [key, text] of Object.entries(value)) sound = readOne(key, text) && sound
    if (Object.keys(value).length === 0) return report.diagnose('shape/empty', { field: '' })
    return sound ? (value as LocalText) : undefined

    function readOne(key: string, text: unknown): boolean {
      const at = [key]
      if (!languageKey.test(key)) {
        if (text === null) report.diagnose('yaml/comma', { lost: key }, { at, part: 'key' })
        else {
          const near = nearest(key, context.languages)
          report.diagnose(
            'text/language',
            { key, languages: context.languages.join(', '), nearest: near ?? '' },
            { at, part: 'key' },
          )
        }
        return false
      }
      if (typeof text === 'string' && text.trim() !== '') return true
      if (text === null || text === '' || typeof text === 'string') {
        report.diagnose('shape/empty', { field: key }, { at, part: 'key' })
      } else report.diagnose('shape/wrong-type', { field: key, expected: 'text', found: kindOf(text) }, { at })
      return false
    }
  })

/** A text in no language or in only one: a name, an error message, a sentence quoted. */
export const plainText = () =>
  readBy<string>({ type: 'string', minLength: 1 }, (value, report) => {
    if (value === null || value === '' || (typeof value === 'string' && value.trim() === '')) {
      return report.diagnose('shape/empty', { field: '' })
    }
    if (typeof value === 'string') return value
    return report.diagnose('shape/wrong-type', { field: '', expected: 'text', found: kindOf(value) })
  })

/**
 * Lets a text be written by language beside the other fields: `{ at: …, fr: …, en: … }` is `{ at: …, text: { fr, en }
 * }`. Fields that look like a language (`by`, `at`) keep their meaning. `forms` are other short forms.
 */
export function textBeside<S extends z.core.$ZodLooseShape>(
  context: FieldContext,
  shape: S,
  expand: (value: unknown) => unknown = value => value,
  forms: readonly JsonSchema[] = [],
) {
  const fields = Object.keys(shape)
  const beside = short(forms, value => textApart(context, fields, expand(value)), group(shape))
  marks.add(beside, { short: forms, beside: true })
  return beside
}

function textApart(context: FieldContext, fields: readonly string[], value: unknown): unknown {
  if (!isMapping(value) || Object.hasOwn(value, 'text')) return value
  const text: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    if (isLanguage(context, key) && !fields.includes(key)) text[key] = item
    else rest[key] = item
  }
  return Object.keys(text).length === 0 ? value : { ...rest, text }
}

/** Whether a key is meant as a language. */
export function isLanguage(context: FieldContext, key: string): boolean {
  return context.languages.includes(key) || languageKey.test(key)
}

/** A word of these, or a noun phrase by language. */
export const wordOrText = <W extends string>(
  context: FieldContext,
  field: string,
  words: Readonly<Record<W, string>>,
): z.ZodType<W | LocalText> =>
  bare<W | LocalText>(
    [{ enum: Object.keys(words), enumDescriptions: Object.values(words) }, textByLanguage],
    (text, report) => {
      if (Object.hasOwn(words, text)) return text as W
      const near = nearest(text, Object.keys(words)) ?? ''
      const facts = { field, value: text, known: Object.keys(words).join(', '), nearest: near }
      return report.diagnose('shape/not-a-known-value', facts, near ? { replace: near } : {})
    },
    localText(context),
  )
