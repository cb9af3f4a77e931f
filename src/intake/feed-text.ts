import { decodeHTML } from 'entities'
import MarkdownIt from 'markdown-it'
import type { FeedWords } from './feed-words.ts'

const markdown = new MarkdownIt({ html: true, linkify: false, breaks: true })

/** Maximum characters of one post that are read at all. */
const LONGEST = 60_000

/** The text of a post that may hold HTML and Markdown, as lines of plain words. */
export function plainText(source: string): string {
  return textOfHtml(markdown.render(source.slice(0, LONGEST).replace(/\r\n?/g, '\n')))
}

/** The words of HTML: tags, scripts and comments are left out, blocks end a line. Reads each character once. */
export function textOfHtml(source: string): string {
  const html = source.slice(0, LONGEST * 4)
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return tidied(text + html.slice(at))
    text += html.slice(at, open)
    const next = afterTag(html, open)
    if (next === open) text += '<'
    else text += breakOf(html.slice(open, next))
    at = Math.max(next, open + 1)
  }
  return tidied(text)
}

/** Where a tag ends that begins here, with what it hides; the same place for a "<" that opens none. */
function afterTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open)
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase()
  if (name === undefined && !/^<[!?]/.test(html.slice(open, open + 2))) return open
  const end = after(html, '>', open)
  return name === 'script' || name === 'style' ? after(html, `</${name}>`, end) : end
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

const BLOCK = /^<\/?(?:p|div|br|h[1-6]|ul|ol|table|tr|blockquote|pre|section|article|hr)\b/i

function breakOf(tag: string): string {
  if (/^<li\b/i.test(tag)) return '\n• '
  if (/^<\/?(?:td|th)\b/i.test(tag)) return ' '
  return BLOCK.test(tag) || /^<\/li\b/i.test(tag) ? '\n' : ''
}

/** Control and direction marks, lone halves of characters, and what has no width: nobody would see them. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

function tidied(text: string): string {
  return decodeHTML(text)
    .replace(UNSEEN, '')
    .replace(/[ \t\u00A0\u2028\u2029]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** A name or a title: one line, no markup. */
export function lineOf(source: string): string {
  return tidied(textOfHtml(source.slice(0, 1000))).replace(/\s+/g, ' ')
}

/** A title without what stands before it and is none of it, and without its final mark. */
export function titleOf(source: string, { titlePrefix }: FeedWords): string {
  let title = lineOf(source)
  for (let times = 0; times < 4 && titlePrefix.test(title); times++) title = title.replace(titlePrefix, '').trim()
  return title.replace(/^\[([^\]]{1,60})\]\s*/, '').replace(/[.:\s]+$/, '')
}

/**
 * The language of a text by its small words; the one that the feed names where they show none, or several alike.
 */
export function languageOf(text: string, named: string | undefined, words: FeedWords): string {
  const told = text.toLowerCase().split(/[^\p{L}]+/u, 400)
  const counts = [...words.smallWords].map(([language, small]) => ({
    language,
    count: told.filter(word => small.has(word)).length,
  }))
  counts.sort((one, other) => other.count - one.count)
  const [first, second] = counts
  if (first && first.count >= 2 && first.count > (second?.count ?? 0)) return first.language
  const known = named?.slice(0, 2).toLowerCase() ?? ''
  return /^[a-z]{2}$/.test(known) ? known : words.defaultLanguage
}
