import type { Fields } from '../../src/publish/fields.ts'
import type { Journal, Step } from '../../src/publish/journal.ts'

/** A journal that remembers nothing on disk, and tells its steps. */
export function memoryJournal(): Journal & { readonly steps: Step[] } {
  const texts = new Map<string, Fields>()
  const steps: Step[] = []
  return {
    steps,
    note: step => void steps.push(step),
    remember: (key, fields) => void texts.set(key, fields),
    remembered: key => texts.get(key),
    forget: key => void texts.delete(key),
  }
}
