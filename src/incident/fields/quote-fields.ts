import { z } from 'zod'
import type { FieldContext } from '../../fields/field-context.ts'
import { group, marks, named, note, type Read, readBy, short } from '../../fields/field-types.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { languageKey, plainText } from '../../fields/text-field.ts'

/** Language of a text, as a code. */
export const language = () =>
  readBy<string>({ type: 'string', pattern: languageKey.source }, (value, report) => {
    if (typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(value)) return value
    return report.diagnose('shape/wrong-type', { field: '', expected: 'language', found: 'text' })
  })

const translation = (context: FieldContext) =>
  named(context, 'translation', 'Translation', 'A translation of a quote, and who made it.', () =>
    short(
      [{ type: 'string', description: 'The translation; the desk made it.' }],
      value => (typeof value === 'string' ? { text: value } : value),
      group({
        text: note(plainText(), 'Text', 'The translation.'),
        by: note(
          plainText().optional(),
          'By',
          'desk, company, agency, or a name. The desk where nothing is said and the original is known.',
        ),
      }),
    ),
  )

/** A translation, and who made it, where that is known: `desk`, `company`, `agency`, or a name. */
export type Translation = Read<typeof translation>

/** Translations by language. */
export const translations = (context: FieldContext) => {
  const shape = z.record(z.string().regex(languageKey), translation(context))
  marks.add(shape, { languages: true })
  return shape.default({}) as unknown as z.ZodDefault<z.ZodType<Readonly<Record<string, Translation>>>>
}

/** Somebody's words, verbatim, without translations. */
export const original = (context: FieldContext) =>
  named(context, 'original', 'Original', 'The words, letter for letter, and their language.', () =>
    group({
      lang: note(
        language().optional(),
        'Language',
        'Code of their language, of two letters; absent where the words are known in translation only and nobody says in which language they were said.',
      ),
      text: words(),
    }),
  )

const LANGUAGE = 'Code of their language, of two letters.'

const words = () =>
  note(
    plainText().optional(),
    'Text',
    'Letter for letter; absent where the words are known in translation only. Spaces, apostrophes and quotation marks are typeset.',
  )

/** A quote with its translations; it may name its speaker. */
export const quote = (context: FieldContext) =>
  named(context, 'quote', 'Quote', 'The words, letter for letter, with translations, and whose they are.', () =>
    group({
      lang: note(language(), 'Language', LANGUAGE),
      text: words(),
      translations: note(translations(context), 'Translations', 'By language.'),
      who: note(speaker(context).optional(), 'Who', 'Whose words they are.'),
    }),
  )

/** Somebody's words, verbatim; without a text where they are known in translation only. */
export type Quote = Omit<Read<typeof quote>, 'who'>

/** The code of a language that is not known. */
export const UNKNOWN_LANGUAGE = 'und'
