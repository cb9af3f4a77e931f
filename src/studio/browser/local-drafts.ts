import type { UnsavedDraft } from '../api-types.ts'

/** A text that the browser keeps while the studio does not answer. */
export type LocalDraft = Omit<UnsavedDraft, 'tab'>

const key = (id: string) => `depeche:draft:${id}`

export function keep(id: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(key(id), JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the text is still in the page, and on the disk once the studio answers.
  }
}

export function kept(id: string): LocalDraft | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(key(id)) ?? 'null') as Partial<LocalDraft> | null
    if (typeof found?.text !== 'string' || typeof found.base !== 'string') return undefined
    const { text, base, baseText, at } = found
    return { text, base, baseText: baseText ?? text, at: at ?? '' }
  } catch {
    return undefined
  }
}

/** Forgets what is kept; with a text, only while it is that one. */
export function forget(id: string, text?: string): void {
  try {
    if (text === undefined || kept(id)?.text === text) localStorage.removeItem(key(id))
  } catch {
    // There is no storage to clear.
  }
}
