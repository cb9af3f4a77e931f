/** C0 and C1 controls, byte order marks, lone surrogates, and the marks that turn the direction of the text after them. */
const UNFIT = /[\p{Cc}\p{Cs}\uFEFF\u202A-\u202E\u2066-\u2069]/gu

/** A fast test for one of these, or half of an invalid character: most texts hold none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\0-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF]/

/** White space that some reader takes for a line end: it would start a block in Markdown. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

/**
 * A text as one line: line ends become spaces; control characters and direction overrides, which would reorder the
 * page around a name, are removed. No-break spaces stay.
 */
export function plain(text: string): string {
  return SUSPECT.test(text) ? text.replace(BREAKS, ' ').replace(UNFIT, '') : text
}

/** A text cut at a word, with an ellipsis, when it is longer than a limit (in UTF-16 units). */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
