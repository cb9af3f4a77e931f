import { valueOn } from '../foundation/pointer.ts'
import type { ReferenceWords } from './reference-page.ts'

/** The words of the reference page, from the `fields.json` of a language; what it lacks is said as the shapes say it. */
export function referenceWords(file: unknown): ReferenceWords {
  const texts = (valueOn(file, ['texts']) ?? {}) as Readonly<Record<string, string>>
  return {
    label: (key, slots = {}) => {
      const found = valueOn(file, ['page', ...key.split('.')])
      if (typeof found !== 'string') throw new Error(`fields.json: "page.${key}" is missing`)
      return found.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => slots[slot] ?? '')
    },
    text: described => texts[described] ?? described,
  }
}
