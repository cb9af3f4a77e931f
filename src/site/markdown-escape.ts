import { plain } from './plain-text.ts'

/**
 * Characters with a meaning for some Markdown renderer (CommonMark, GFM, Goldmark of Hugo, kramdown of Jekyll,
 * markdown-it of Eleventy, remark of Astro) or for a template language that runs before it (Liquid, Nunjucks,
 * Handlebars, Hugo shortcodes). Escaped with a backslash where kramdown knows it; otherwise with a character
 * reference, which every one of them decodes. A brace is always a reference: `\{%` would still be a Liquid tag.
 */
const ALWAYS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '`': '\\`',
  '*': '\\*',
  _: '\\_',
  '|': '\\|',
  '~': '\\~',
  $: '\\$',
  // ASCII quotes: the typographers of Goldmark and kramdown would curl them.
  '"': '\\"',
  "'": "\\'",
  '=': '\\=',
  '<': '&lt;',
  '>': '&gt;',
  '{': '&#123;',
  '}': '&#125;',
  '^': '&#94;',
}

const SUSPECT = /[\\`*_[\]|~$"'=<>&{}^.:@/(!?,+-]/g

/** What reads as one character: `&amp;`, `&#38;`. Any other ampersand is one: « AT&T ». */
const REFERENCE = /^&(?:#\w+|[a-z][a-z0-9]*);/i

/** Marks that kramdown has no backslash escape for. */
const REFERRED = '/@,?'

/** `example.com` becomes a link in renderers that autolink; `p.m.` and `12.5` do not. */
const DOMAIN = /^[\p{L}\p{N}-]*\p{L}{2}/u

/** What starts a heading, a list, a definition, a rule, front matter or an underline at the start of a line. */
const LINE_START = /^(?:[#+\-:!]|\d+(?=[.)]))/

/**
 * A typed text as Markdown that renders as that very text: no markup, shortcode or link ever comes out of it. `start`
 * when it begins a line, where more characters have a meaning; `beforeLink` when a link follows, which a `!` would
 * turn into a picture.
 *
 * @example markdownText('1. *Net* {{x}}', true) // '1\. \*Net\* &#123;&#123;x&#125;&#125;'
 */
export function markdownText(text: string, start = false, beforeLink = false): string {
  // A later trim removes no-break spaces too, and a mark behind one would then begin the line.
  const line = start ? plain(text).trimStart() : plain(text)
  const bang = beforeLink && line.endsWith('!') && !line.endsWith('!!')
  const escaped = (bang ? line.slice(0, -1) : line).replace(SUSPECT, escapeOne) + (bang ? '\\!' : '')
  // A first mark that is already escaped no longer matches.
  return start ? escaped.replace(LINE_START, opening) : escaped
}

/** Escapes a mark at the start of a line: before a hash or a dash, after a number: `\# x`, `12\. x`. */
function opening(mark: string): string {
  return /^\d/.test(mark) ? `${mark}\\` : `\\${mark}`
}

/** Escapes one character where its neighbours require it. */
function escapeOne(mark: string, at: number, text: string): string {
  const always = ALWAYS[mark]
  if (always !== undefined) return always
  if (!isActive(mark, at, text)) return mark
  if (mark === '&') return '&amp;'
  return REFERRED.includes(mark) ? `&#${mark.charCodeAt(0)};` : `\\${mark}`
}

function isActive(mark: string, at: number, text: string): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  switch (mark) {
    case '&':
      return REFERENCE.test(text.slice(at, at + 40))
    case '[':
      return !isLeftOut(text, at)
    case ']':
      return !isLeftOut(text, at - 2)
    case '/':
      return before === '/'
    case '@':
      return before !== undefined && after !== undefined && before !== ' ' && after !== ' '
    // (c), (r), (tm), (p): typographers make signs of them.
    case '(':
      return /^(?:c|r|tm|p)\)/i.test(text.slice(at + 1, at + 4))
    case '.':
      return before === '.' || after === '.' || (at > 0 && before !== ' ' && DOMAIN.test(text.slice(at + 1, at + 64)))
    // :smile: is an emoji in some renderers.
    case ':':
      return before === ':' || after === ':' || /^[\w+-]+:/.test(text.slice(at + 1, at + 64))
    // Typographers shorten a row of four or more, and drop the dots after one.
    case '?':
      return after === '…' || rowOf(text, at) >= 4
    case '!':
      return before === mark || after === mark || after === '…' || rowOf(text, at) >= 4
    case '+':
      return before === '+' || after === '+' || after === '-'
    default:
      return before === mark || after === mark
  }
}

/** « […] », words left out of a quotation: no label, unless a link or its definition could begin there. */
const isLeftOut = (text: string, at: number): boolean =>
  text.startsWith('[…]', at) && !'!]'.includes(text[at - 1] ?? ' ') && !'[(:'.includes(text[at + 3] ?? ' ')

/** Number of question and exclamation marks in one row around an offset, looking three to each side. */
function rowOf(text: string, at: number): number {
  let [from, to] = [at, at]
  while (at - from < 3 && '?!'.includes(text[from - 1] ?? ' ')) from -= 1
  while (to - at < 4 && '?!'.includes(text[to] ?? ' ')) to += 1
  return to - from
}

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
