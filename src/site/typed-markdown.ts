import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it/index.js'
import { loadedOnDemand } from '../foundation/load-package.ts'
import { type MarkdownDialect, markdownDialects } from './markdown-dialect.ts'
import { markdownAddress, markdownText, mayLink } from './markdown-escape.ts'
import { plain } from './plain-text.ts'

const markdown = loadedOnDemand<typeof MarkdownIt>('markdown-it')
let opened: MarkdownIt | undefined

/** The reader of typed Markdown, opened for the first text. */
function reader(): MarkdownIt {
  opened ??= openReader()
  return opened
}

/** Raw HTML stays text, and so do bare addresses: only what an editor wrote as a link is one. */
function openReader(): MarkdownIt {
  const reader = markdown()({ html: false, linkify: false, typographer: false })
  reader.validateLink = mayLink
  reader.normalizeLink = url => url
  // Pictures of other hosts are not allowed on the page; a table would break the width of the column.
  reader.disable(['image', 'table'])
  // The page's own headline is level one: an editor's headings start at level two.
  reader.core.ruler.push('demote', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type === 'heading_open' || token.type === 'heading_close') {
        token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 1)}`
      }
    }
  })
  reader.core.ruler.push('nesting', ({ tokens }) => {
    for (const token of tokens) if (token.children) token.children = withoutNesting(token.children)
  })
  // An apostrophe within a word is a typographic one, as everywhere; code and addresses stay as typed.
  reader.core.ruler.push('apostrophes', state => {
    for (const { children } of state.tokens) {
      for (const [at, child] of (children ?? []).entries()) {
        if (child.type !== 'text') continue
        const next = children?.[at + 1]?.type ?? ''
        child.content = child.content.replace(/(?<=\p{L})'(?=\p{L}|$)/gu, (sign, place: number, all: string) =>
          place + 1 < all.length || next.endsWith('_open') ? '’' : sign,
        )
      }
    }
  })
  return reader
}

/** Emphasis within the same emphasis shows nothing, and kramdown reads it otherwise. */
function withoutNesting(children: readonly Token[]): Token[] {
  const depths = { em: 0, strong: 0 }
  return children.filter(({ type, nesting }) => {
    const sort = EMPHASIS.exec(type)?.[1] as keyof typeof depths | undefined
    if (sort === undefined) return true
    depths[sort] += nesting
    return nesting > 0 ? depths[sort] === 1 : depths[sort] === 0
  })
}

/** Paragraphs that an editor typed by hand, as HTML: their Markdown is rendered, their HTML is shown as text. */
export function typedHtml(typed: string): string {
  return reader().render(cleaned(typed)).trim()
}

/**
 * The same paragraphs as Markdown that every renderer reads alike: parsed and written again, so that raw HTML,
 * shortcodes, footnotes and tables in them come out as the text that was typed.
 */
export function typedMarkdown(typed: string, dialect: MarkdownDialect): string {
  return blocks(reader().parse(cleaned(typed), {}), '', dialect).trim()
}

/** Line breaks matter here: each line is cleaned by itself. */
function cleaned(typed: string): string {
  return typed
    .split(/\r\n|[\r\n]/)
    .map(line => plain(line.replace(/\t/g, '    ')))
    .join('\n')
}

/** Blocks, each line of which begins with `indent` (the prefix of the list or quotation around them). */
function blocks(tokens: readonly Token[], indent: string, dialect: MarkdownDialect): string {
  const out: string[] = []
  let before = ''
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) continue
    const end = token.nesting === 1 ? closing(tokens, at) : at
    const inside = tokens.slice(at + 1, end)
    // Two lists with other marks are two lists for some readers only.
    if (isList(token.type) && isList(before)) out.push(dialect.between)
    out.push(block(token, inside, indent, dialect))
    before = token.type
    at = end
  }
  return out.filter(text => text !== '').join(`\n${indent.trimEnd()}\n${indent}`)
}

const isList = (type: string): boolean => type.endsWith('_list_open')

function block(token: Token, inside: readonly Token[], indent: string, dialect: MarkdownDialect): string {
  switch (token.type) {
    case 'paragraph_open':
      return inline(inside[0]?.children ?? [], true, dialect).replace(/\n/g, `\n${indent}`)
    case 'heading_open':
      return inside[0]?.content === ''
        ? ''
        : `${'#'.repeat(Number(token.tag.slice(1)))} ${headingText(inside[0]?.children ?? [], dialect)}`
    case 'blockquote_open':
      return `> ${blocks(inside, `${indent}> `, dialect)}`
    case 'bullet_list_open':
      return items(inside, indent, dialect, () => '- ')
    case 'ordered_list_open': {
      const first = Number(token.attrGet('start') ?? 1)
      return items(inside, indent, dialect, nth => `${first + nth}. `)
    }
    case 'hr':
      return '* * *'
    // Code is written as text: inside a fence nothing could keep a shortcode from being run.
    case 'fence':
    case 'code_block':
      return token.content
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => markdownText(line, dialect, { start: true }))
        .join(`${dialect.lineBreak}\n${indent}`)
    default:
      return ''
  }
}

/** One line; hashes at its end would read as the heading's closing ones. */
function headingText(children: readonly Token[], dialect: MarkdownDialect): string {
  return inline(children, false, dialect)
    .replace(/(?:\\| {2})\n/g, ' ')
    .replace(/#+\s*$/, '\\$&')
}

function items(
  tokens: readonly Token[],
  indent: string,
  dialect: MarkdownDialect,
  bullet: (nth: number) => string,
): string {
  const out: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const end = closing(tokens, at)
    const mark = bullet(out.length)
    out.push(mark + blocks(tokens.slice(at + 1, end), indent + ' '.repeat(mark.length), dialect))
    at = end
  }
  return out.join(`\n${indent}`)
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0
    if (depth === 0) return at
  }
  return tokens.length
}

/**
 * Text, emphasis and links of one block. A line break within it becomes a space; a hard break between two words stays.
 * Nested stars may pair in another order than they were typed, where the rules of Markdown count them: what does not
 * parse back to the same is written without emphasis.
 */
function inline(children: readonly Token[], start: boolean, dialect: MarkdownDialect): string {
  const written = inlineOf(children, start, dialect)
  const withoutEmphasis = children.filter(({ type }) => !EMPHASIS.test(type))
  if (withoutEmphasis.length === children.length) return written
  const again = reader().parseInline(inlineOf(children, start, markdownDialects.eleventy), {})[0]?.children ?? []
  return rendered(again) === rendered(children) ? written : inlineOf(withoutEmphasis, start, dialect)
}

const EMPHASIS = /^(em|strong)_/

/** The rendered content of a text, without its spaces and with one sort of apostrophe (code is read back as text): the words, and where emphasis and links begin and end. */
function rendered(children: readonly Token[]): string {
  const shown = children.map(({ type, content }) => (/_(?:open|close)$/.test(type) ? `<${type}>` : content))
  return shown.join('').replace(/\s+/g, '').replace(/’/g, "'")
}

function inlineOf(children: readonly Token[], start: boolean, dialect: MarkdownDialect): string {
  let out = ''
  // Neighbouring texts are escaped together: marks have a meaning across tokens.
  let run = ''
  const links: string[] = []
  // A break before the first word or after the last one separates nothing, and would leave its backslash behind.
  const words = children.map(({ content }) => content.trim() !== '')
  const [first, last] = [words.indexOf(true), words.lastIndexOf(true)]
  const mark = (sign: string) => {
    out +=
      markdownText(run, dialect, { start: start && (out === '' || out.endsWith('\n')), beforeLink: sign === '[' }) +
      sign
    run = ''
  }
  for (const [at, token] of children.entries()) {
    if (token.type === 'text' || token.type === 'code_inline') run += token.content
    else if (token.type === 'softbreak') run += ' '
    else if (token.type === 'hardbreak' && at > first && at < last) mark(`${dialect.lineBreak}\n`)
    else if (token.type.startsWith('strong_')) mark('**')
    else if (token.type.startsWith('em_')) mark('*')
    else if (token.type === 'link_open') {
      links.push(token.attrGet('href') ?? '')
      mark('[')
    } else if (token.type === 'link_close') mark(`](${markdownAddress(links.pop() ?? '')})`)
  }
  mark('')
  return out
}
