import type { Journal, JournalStep } from '../../src/publish/journal.ts'
import type { PostFields } from '../../src/publish/post-fields.ts'

/** A journal that remembers nothing on disk, and tells its steps. */
export function memoryJournal(): Journal & { readonly steps: JournalStep[] } {
  const texts = new Map<string, PostFields>()
  const steps: JournalStep[] = []
  return {
    steps,
    note: step => void steps.push(step),
    remember: (key, fields) => void texts.set(key, fields),
    remembered: key => texts.get(key),
    forget: key => void texts.delete(key),
  }
}
