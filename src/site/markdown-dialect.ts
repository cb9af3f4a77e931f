/**
 * What a reader of Markdown takes for more than text, beyond CommonMark. What one of them needs guarded would stand as a
 * stray backslash in the files of the others, so each is written for by itself.
 */
export interface MarkdownDialect {
  /** It curls straight quotes and makes one sign of several hyphens or dots. */
  readonly smart: boolean
  /** It makes links of web and mail addresses in a text, https://… and www.…, and can be kept from it. */
  readonly autolinks: boolean
  /** It makes links of bare names too: laposte.fr. */
  readonly domains: boolean
  /** It makes pictures of `:x:`, before anything else is read (`source`) or after all of it (`text`). */
  readonly emoji: 'none' | 'source' | 'text'
  /** It runs `import` and `export` at the start of a paragraph, reads `{…}` as code, and `:name` as a directive. */
  readonly mdx: boolean
  /** It takes `a.` and `(1)` at the start of a line for items of a list. */
  readonly letteredLists: boolean
  /** A tilde has no backslash, for instance. */
  readonly tilde: string
  /** What `==` would be: marked text. */
  readonly marks: boolean
  /** A line that ends with it is followed by a line break. */
  readonly lineBreak: string
  /** What parts two lists that follow each other. */
  readonly between: string
}

const COMMON: MarkdownDialect = {
  smart: false,
  autolinks: false,
  domains: false,
  emoji: 'none',
  mdx: false,
  letteredLists: false,
  tilde: '\\~',
  marks: false,
  lineBreak: '\\',
  between: '<!-- -->',
}

/** kramdown knows neither the backslash at the end of a line nor that before a tilde. */
const KRAMDOWN: MarkdownDialect = { ...COMMON, smart: true, tilde: '&#126;', lineBreak: '  ' }

/** By the program that reads the file. */
export const markdownDialects = {
  /** What cmark, markdown-it, marked, remark, Pandoc and kramdown read alike. */
  plain: { ...KRAMDOWN, autolinks: true, letteredLists: true },
  /** Goldmark leaves out comments, and says so; a definition that nothing refers to parts lists as well. */
  hugo: { ...COMMON, smart: true, autolinks: true, emoji: 'source', between: '[//]: #' },
  eleventy: COMMON,
  /** Addresses in a text become links whatever stands there: they are looked for in what was read. So in Docusaurus. */
  astro: { ...COMMON, smart: true },
  jekyll: KRAMDOWN,
  docusaurus: { ...COMMON, emoji: 'text', mdx: true, between: '{/* */}' },
  ghost: { ...COMMON, autolinks: true, domains: true, marks: true },
} as const satisfies Readonly<Record<string, MarkdownDialect>>
