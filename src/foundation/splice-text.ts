import type { Fix } from './diagnostic.ts'

/** Replaces ranges of a text. Of two that overlap the first is used. */
export function splice(text: string, edits: readonly Fix[]): string {
  let result = ''
  let at = 0
  for (const edit of kept(edits)) {
    result += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return result + text.slice(at)
}

/** The edits that `splice` applies, in the order of the text. */
export function kept<E extends Fix>(edits: readonly E[]): E[] {
  const result: E[] = []
  let end = -1
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < end || (edit.from === end && result.at(-1)?.from === edit.from)) continue
    result.push(edit)
    end = edit.to
  }
  return result
}
