import type { MarkdownDialect } from './markdown-dialect.ts'
import { plain } from './plain-text.ts'

/**
 * Characters that every reader of Markdown may take for markup wherever they stand, or that a template language runs
 * before it (Liquid, Nunjucks, Handlebars, Hugo's shortcodes). Escaped with a backslash where kramdown knows it;
 * otherwise with a character reference, which every one of them decodes. A brace is always a reference: `\{%` would
 * still be a Liquid tag.
 */
const ALWAYS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '`': '\\`',
  '*': '\\*',
  '|': '\\|',
  '<': '&lt;',
  '>': '&gt;',
  '{': '&#123;',
  '}': '&#125;',
  '^': '&#94;',
}

const SUSPECT = /[\\`*_[\]|~$"'=<>&{}^.:@/!-]/g

/** What reads as one character: `&amp;`, `&#38;`. Any other ampersand is one: « AT&T ». */
const REFERENCE = /^&(?:#\w+|[a-z][a-z0-9]*);/i

/** `example.com` becomes a link in renderers that guess; `p.m.` and `12.5` do not. */
const DOMAIN = /^[\p{L}\p{N}-]*\p{L}{2}/u

/** `x:` after a colon: the name of a picture. */
const EMOJI = /^[\w+-]+:/

/** What starts a heading, a list, a definition, a rule, front matter or an underline at the start of a line. */
const LINE_START = /^(?:#|:(?=\s|$|[:-])|=(?=[=\s]*$)|[+-](?=\s|$|[+-])|\d+(?=[.)](?:\s|$)))/

/** What starts a list in Pandoc: `a.`, `iv)`, `(1)`, `(@x)`. */
const LETTERED = /^(?:\((?=(?:\w+|@[\w-]*|#)\)(?:\s|$))|(?:[a-z]|[ivxlcdm]+)(?=[.)](?:\s|$)))/

/** What Pandoc makes a box to tick of at the start of an item, whatever guards its brackets. */
const BOX = /^\\\[([ xX])\\\](?=\s)/

/** Where a text stands: what has a meaning there and nowhere else. */
export interface MarkdownPlace {
  /** It begins a line. */
  readonly start?: boolean
  /** A link follows, which a `!` would turn into a picture. */
  readonly beforeLink?: boolean
}

/**
 * A typed text as Markdown that renders as that very text: no markup, shortcode or link ever comes out of it.
 *
 * @example markdownText('1. *Net* {{x}}', markdownDialects.plain, { start: true }) // '1\. \*Net\* &#123;&#123;x&#125;&#125;'
 */
export function markdownText(
  text: string,
  dialect: MarkdownDialect,
  { start = false, beforeLink = false }: MarkdownPlace = {},
): string {
  // A later trim removes no-break spaces too, and a mark behind one would then begin the line.
  const line = start ? plain(text).trimStart() : plain(text)
  const bang = beforeLink && line.endsWith('!')
  const escaped =
    (bang ? line.slice(0, -1) : line).replace(SUSPECT, (mark, at: number, all: string) =>
      escapeOne(mark, at, all, dialect),
    ) + (bang ? '\\!' : '')
  return start ? opened(escaped, dialect) : escaped
}

/** The first mark of a line guarded. One that is already escaped no longer matches. */
function opened(line: string, { letteredLists, mdx }: MarkdownDialect): string {
  // Only a reference hides the word.
  if (mdx && /^(?:im|ex)port\s/.test(line)) return `&#${line.charCodeAt(0)};${line.slice(1)}`
  const guarded = line.replace(LINE_START, opening)
  if (!letteredLists || guarded !== line) return guarded
  return line.replace(LETTERED, opening).replace(BOX, '\\[<!-- -->$1\\]')
}

/** Escapes a mark at the start of a line: before a hash or a dash, after a number: `\# x`, `12\. x`. */
function opening(mark: string): string {
  return /^\w/.test(mark) ? `${mark}\\` : `\\${mark}`
}

/** Escapes one character where its neighbours and its reader require it. */
function escapeOne(mark: string, at: number, text: string, dialect: MarkdownDialect): string {
  const always = ALWAYS[mark]
  if (always !== undefined) return always
  if (mark === ':') return colon(text.slice(at + 1, at + 64), dialect)
  if (!isActive(mark, at, text, dialect)) return mark
  if (mark === '&') return '&amp;'
  if (mark === '~') return dialect.tilde
  // kramdown has no backslash for these two.
  return '/@'.includes(mark) ? `&#${mark.charCodeAt(0)};` : `\\${mark}`
}

/** :smile: is a picture in some readers, and ::name runs something in others. */
function colon(after: string, { emoji, mdx }: MarkdownDialect): string {
  if (emoji !== 'none' && EMOJI.test(after)) return emoji === 'source' ? '&#58;' : "{':'}"
  return mdx && /^[\w:]/.test(after) ? '\\:' : ':'
}

function isActive(mark: string, at: number, text: string, dialect: MarkdownDialect): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  const isDoubled = before === mark || after === mark
  switch (mark) {
    case '&':
      return REFERENCE.test(text.slice(at, at + 40))
    case '[':
      return !isLeftOut(text, at)
    case ']':
      return !isLeftOut(text, at - 2)
    // Within a word it stresses nothing.
    case '_':
      return !(LETTER.test(before) && LETTER.test(after))
    // What closes needs a word before it; without one that closes nothing opens.
    case '~':
    case '$':
      return isDoubled || (before !== '' && !/\s/.test(before)) || (before === '' && at === 0)
    case '"':
    case "'":
      return dialect.smart
    case '-':
      return dialect.smart && isDoubled
    case '=':
      return dialect.marks && isDoubled
    case '/':
      return dialect.autolinks && before === '/'
    case '@':
      return dialect.autolinks && /\S/.test(before) && /\S/.test(after)
    case '.':
      return (
        (dialect.smart && /\.{3}/.test(text.slice(Math.max(0, at - 2), at + 3))) ||
        (dialect.autolinks && /(?:^|[^a-z\d])www$/i.test(text.slice(Math.max(0, at - 4), at))) ||
        (dialect.domains && /\S/.test(before) && DOMAIN.test(text.slice(at + 1, at + 64)))
      )
    default:
      return false
  }
}

const LETTER = /[\p{L}\p{N}]/u

/** « […] », words left out of a quotation: no label, unless a link or its definition could begin there. */
const isLeftOut = (text: string, at: number): boolean =>
  text.startsWith('[…]', at) && !'!]'.includes(text[at - 1] ?? ' ') && !'[(:'.includes(text[at + 3] ?? ' ')

/** An address for use in `](…)`: nothing in it ends the link, starts a shortcode or reads as a reference. */
export function markdownAddress(url: string): string {
  return plain(url)
    .replace(/[\s<>"'`{}|\\^()[\]]/gu, percent)
    .replace(/&/g, '&amp;')
}

function percent(mark: string): string {
  return [...new TextEncoder().encode(mark)]
    .map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
}

/** Whether an address may become a link: http and https only. Everything else stays text. */
export function mayLink(url: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(url)
}
