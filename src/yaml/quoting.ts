/**
 * A text as a quoted YAML value, parsed back exactly.
 * @example quoted('Panne : fin') // "Panne : fin" in double quotes
 */
export function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`
  if (!text.includes("'")) return `'${text}'`
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** A new text in the style of the old one: with the same quotes, or none. */
export function asWritten(text: string, typed: string): string {
  if (typed.startsWith('"') || typed.startsWith("'")) return quoted(text)
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.+:/-]*$/u.test(text) ? text : quoted(text)
}
