import type { UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import { nearest } from '../foundation/nearest-word.ts'
import type { Form } from './directory.ts'

/** The classes that the grammar of a language declares; nothing where no grammar is at hand. */
export type ClassesOf = (language: string) => readonly string[] | undefined

/** The fields of a form that say how something agrees. */
const CLASSES = ['class', 'noun_class', 'called_class', 'short_class'] as const

/** A field of a form with a class that its language does not have. */
export interface UnknownClass {
  readonly field: (typeof CLASSES)[number]
  readonly facts: Extract<UnplacedDiagnostic, { code: 'shape/not-a-known-value' }>['facts']
}

/** The classes of a form that its language does not have: no article could agree with them. */
export function unknownClasses(language: string, form: Form, classesOf: ClassesOf | undefined): UnknownClass[] {
  const known = classesOf?.(language)
  if (!known) return []
  return CLASSES.flatMap(field => {
    const value = form[field]
    if (value === undefined || known.includes(value)) return []
    return [{ field, facts: { field, value, known: known.join(', '), nearest: nearest(value, known) ?? '' } }]
  })
}

/** A form without fields that were refused. */
export function withoutClasses(form: Form, refused: readonly UnknownClass[]): Form {
  if (refused.length === 0) return form
  const fields = new Set<string>(refused.map(({ field }) => field))
  return Object.fromEntries(Object.entries(form).filter(([name]) => !fields.has(name))) as Form
}
