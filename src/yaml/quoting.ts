/**
 * A text as a YAML value in quotes, so that it is read letter for letter.
 * @example quoted('Panne : fin') // "Panne : fin" in double quotes
 */
export function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`
  if (!text.includes("'")) return `'${text}'`
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** A new text written as the old one was: in the same quotes, or bare. */
export function asWritten(text: string, typed: string): string {
  if (typed.startsWith('"') || typed.startsWith("'")) return quoted(text)
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.+:/-]*$/u.test(text) ? text : quoted(text)
}
