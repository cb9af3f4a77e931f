import { z } from 'zod'
import type { Quote, Translation } from '../incident.ts'
import type { Desk } from './desk.ts'
import { languageKey, plainText } from './text.ts'
import { finish, group, marks, named, note, readBy, short } from './written.ts'

/** Language of a text, as a code. */
export const language = () =>
  readBy<string>({ type: 'string', pattern: languageKey.source }, (value, report) => {
    if (typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(value)) return value
    return report.complain('shape/wrong-type', { field: '', expected: 'language', found: 'text' })
  })

const translation = (desk: Desk) =>
  named(desk, 'translation', 'Translation', 'A translation of a quote, and who made it.', () =>
    short(
      [{ type: 'string', description: 'The translation; the desk made it.' }],
      value => (typeof value === 'string' ? { text: value } : value),
      group({
        text: note(plainText(), 'Text', 'The translation.'),
        by: note(plainText().default('desk'), 'By', 'desk, company, or a name.'),
      }),
    ),
  )

/** Translations by language. */
export const translations = (desk: Desk) => {
  const shape = z.record(z.string().regex(languageKey), translation(desk))
  marks.add(shape, { languages: true })
  return shape.default({}) as unknown as z.ZodDefault<z.ZodType<Readonly<Record<string, Translation>>>>
}

/** The words of somebody, letter for letter, without the translations. */
export const original = (desk: Desk) =>
  named(desk, 'original', 'Original', 'The words, letter for letter, and their language.', () =>
    group(originalFields()),
  )

const originalFields = () => ({
  lang: note(language(), 'Language', 'Language of the words: fr, en, nl …'),
  text: note(plainText(), 'Text', 'Letter for letter. Spaces, apostrophes and quotation marks are typeset.'),
})

/** A quote with its translations. */
export const quote = (desk: Desk) =>
  named(desk, 'quote', 'Quote', 'The words, letter for letter, with translations.', () =>
    finish(
      group({ ...originalFields(), translations: note(translations(desk), 'Translations', 'By language.') }),
      (written): Quote => written,
    ),
  )
