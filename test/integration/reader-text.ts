import { decodeHTML } from 'entities'

/** Elements that stand on lines of their own: a reader sees a space between their texts. */
const BLOCKS =
  /<\/?(?:p|h\d|ul|ol|li|blockquote|hr|br|pre|div|section|article|header|figure|table|tr|td|main)\b[^>]*>/gi

/** What a reader sees of a piece of a page, letter for letter; white space is folded, and nothing else. */
export function readerText(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/gi, '')
    .replace(BLOCKS, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, '')
  return decodeHTML(text).replace(/\s+/g, ' ').trim()
}

/** The text of the first element of a page with a mark of ours around it. */
export function between(page: string, from: string, to: string): string {
  const start = page.indexOf(from)
  const end = page.indexOf(to, start)
  if (start < 0 || end < 0) throw new Error(`${from} … ${to} is not in the page: ${page.slice(0, 2000)}`)
  return page.slice(start + from.length, end)
}

/** What a text is made of, in order: its lists, items, headings, quotations, emphasis and links. */
export function structureOf(html: string): string {
  const tags = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .matchAll(/<(ul|ol|li|h[2-6]|blockquote|em|strong|a(?= [^>]*href="[^"]))\b/gi)
  return [...tags].map(([, tag = '']) => tag.toLowerCase().replace(/^(?:em|strong)$/, 'stress')).join(' ')
}
