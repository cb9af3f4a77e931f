/** An unsaved text, with the version of the file it is based on. */
export interface Draft {
  readonly text: string
  readonly base: string
}

const key = (id: string) => `depeche:draft:${id}`

/** Keeps a text in this browser until it is saved: nothing is lost when the studio stops or a tab is closed. */
export function keep(id: string, draft: Draft): void {
  try {
    localStorage.setItem(key(id), JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the text is still in the page.
  }
}

export function kept(id: string): Draft | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(key(id)) ?? 'null') as Partial<Draft> | null
    return typeof found?.text === 'string' && typeof found.base === 'string'
      ? { text: found.text, base: found.base }
      : undefined
  } catch {
    return undefined
  }
}

export function forget(id: string): void {
  try {
    localStorage.removeItem(key(id))
  } catch {
    // There is no storage to clear.
  }
}
