/**
 * Our HTML as WordPress blocks, exactly as its block editor would save them: any difference in an attribute is shown
 * to editors there as "unexpected or invalid content".
 *
 * @param html paragraphs, headings, lists, quotations and rules, nested as Markdown nests them
 */
export function blocksOf(html: string): string {
  return treeOf(html).flatMap(blockOf).join('\n\n')
}

interface BlockElement {
  readonly tag: string
  readonly attributes: string
  readonly children: Node[]
}

type Node = BlockElement | string

const TAGS = /<(\/?)(p|h[1-6]|ul|ol|li|blockquote|hr|pre)\b([^>]*?)\/?>/g

/** The block elements as a tree; between them is text with inline markup. */
function treeOf(html: string): Node[] {
  const root: BlockElement = { tag: '', attributes: '', children: [] }
  const open = [root]
  let at = 0
  const top = () => open.at(-1) ?? root
  const text = (until: number) => {
    const between = html.slice(at, until)
    if (between.trim() !== '') top().children.push(between)
  }
  for (const tag of html.matchAll(TAGS)) {
    text(tag.index)
    at = tag.index + tag[0].length
    const [, close, name = '', attributes = ''] = tag
    if (close) {
      if (open.length > 1) open.pop()
      continue
    }
    const element: BlockElement = { tag: name, attributes: attributes.trim(), children: [] }
    top().children.push(element)
    if (name !== 'hr') open.push(element)
  }
  text(html.length)
  return root.children
}

function blockOf(node: Node): string[] {
  if (typeof node === 'string') return [paragraph(node)]
  switch (node.tag) {
    case 'ul':
    case 'ol':
      // An item of theirs has its lists last: any other order stays only in HTML of its own.
      return [isGoingOn(node) ? wrapped('html', '', htmlOf(node)) : list(node)]
    case 'blockquote': {
      const inside = node.children.flatMap(blockOf).join('\n\n')
      return [wrapped('quote', '', `<blockquote class="wp-block-quote">${inside}</blockquote>`)]
    }
    case 'hr':
      return [wrapped('separator', '', '<hr class="wp-block-separator has-alpha-channel-opacity"/>')]
    case 'pre':
      return [code(node)]
    case 'p':
      return node.children.map(child => (typeof child === 'string' ? paragraph(child) : '')).filter(Boolean)
    default:
      return [heading(node)]
  }
}

function paragraph(text: string): string {
  return wrapped('paragraph', '', `<p>${inline(text)}</p>`)
}

/** Code as typed, with the one escape that the editor adds: a square bracket would start a shortcode. */
function code({ children }: BlockElement): string {
  const text = children.map(child => (typeof child === 'string' ? child : '')).join('')
  const inside = text.replace(/^\s*<code[^>]*>|\s*<\/code>\s*$/g, '')
  const written = inside
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\[/g, '&#91;')
  return wrapped('code', '', `<pre class="wp-block-code"><code>${written}</code></pre>`)
}

function heading({ tag, children }: BlockElement): string {
  const level = Number(tag.slice(1))
  const words = children.map(child => (typeof child === 'string' ? inline(child) : '')).join('')
  return wrapped(
    'heading',
    level === 2 ? '' : `{"level":${level}} `,
    `<${tag} class="wp-block-heading">${words}</${tag}>`,
  )
}

function list({ tag, attributes, children }: BlockElement): string {
  const start = /start="(\d+)"/.exec(attributes)?.[1]
  const settings = tag === 'ul' ? '' : start === undefined ? '{"ordered":true} ' : `{"ordered":true,"start":${start}} `
  const items = children.filter(child => typeof child !== 'string').map(listItem)
  const from = tag === 'ol' && start !== undefined ? ` start="${start}"` : ''
  return wrapped('list', settings, `<${tag}${from} class="wp-block-list">${items.join('\n\n')}</${tag}>`)
}

/** An item holds text, then lists. Several paragraphs in one become lines of it: blocks have no other way. */
function listItem({ children }: BlockElement): string {
  const words: string[] = []
  const inner: string[] = []
  for (const child of children) {
    if (typeof child === 'string') words.push(inline(child))
    else if (child.tag === 'ul' || child.tag === 'ol') inner.push(list(child))
    else words.push(...child.children.flatMap(one => (typeof one === 'string' ? inline(one) : [])))
  }
  return wrapped('list-item', '', `<li>${words.join('<br>')}${inner.join('\n\n')}</li>`)
}

const isListOf = (node: Node | undefined): node is BlockElement =>
  typeof node === 'object' && (node.tag === 'ul' || node.tag === 'ol')

/** Whether an item goes on after a list within it. */
function isGoingOn({ tag, children }: BlockElement): boolean {
  const isSplit =
    tag === 'li' &&
    children.some((child, at) => isListOf(child) && at + 1 < children.length && !isListOf(children[at + 1]))
  return isSplit || children.some(child => typeof child !== 'string' && isGoingOn(child))
}

function htmlOf(node: Node): string {
  if (typeof node === 'string') return inline(node)
  const { tag, attributes, children } = node
  return `<${tag}${attributes === '' ? '' : ` ${attributes}`}>${children.map(htmlOf).join('')}</${tag}>`
}

function wrapped(name: string, settings: string, html: string): string {
  return `<!-- wp:${name} ${settings}-->\n${html}\n<!-- /wp:${name} -->`
}

/** Text as the editor writes it: quotation marks and apostrophes unescaped, one space for a line end. */
function inline(text: string): string {
  return text
    .trim()
    .replace(/<br\s*\/?>\s*/g, '<br>')
    .replace(/\n/g, ' ')
    .replace(/<[^>]*>|&quot;|&#39;/g, part => (part === '&quot;' ? '"' : part === '&#39;' ? "'" : part))
}
