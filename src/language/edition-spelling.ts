import type { Edition } from './locale.ts'

/**
 * Replaces words that the edition spells otherwise (`spelling:` of its file), capitals as they are: in en-US
 * "Cancelled" becomes "Canceled". For wordings and editors' own texts; quotes stay as they were said.
 */
export function respell({ spelling }: Edition, text: string): string {
  if (!spelling) return text
  let pattern = patterns.get(spelling)
  if (pattern === undefined) {
    const words = Object.keys(spelling)
    pattern =
      words.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
    patterns.set(spelling, pattern)
  }
  return pattern === null ? text : text.replace(pattern, word => like(word, spelling[word.toLowerCase()] ?? word))
}

const patterns = new WeakMap<object, RegExp | null>()

function like(word: string, other: string): string {
  const first = word.charAt(0)
  return first === first.toLowerCase() ? other : other.charAt(0).toUpperCase() + other.slice(1)
}
