import { decodeXML } from 'entities'

/** An element of a feed. */
export interface FeedElement {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly FeedElement[]
  /** The text inside, of its children too where they are no elements of the feed. */
  readonly text: string
}

interface OpenElement {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly children: FeedElement[]
  text: string
}

/** Elements inside one another that no feed needs. */
const DEEPEST_ELEMENT = 64
/** Elements altogether. */
const MOST_ELEMENTS = 200_000

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Reads the XML of a feed. A document type is refused, and with it every entity but the five of XML: nothing can
 * expand. `undefined` for what is not well-formed, too deep or too much.
 */
export function readFeedXml(source: string): FeedElement | undefined {
  const stack: OpenElement[] = [{ name: '', attributes: new Map(), children: [], text: '' }]
  let elements = 0
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    const top = stack.at(-1)
    if (!top) return undefined
    top.text += decodeXML(source.slice(at, open < 0 ? source.length : open))
    if (open < 0) break
    const skipped = skippedAt(source, open, top)
    if (skipped !== undefined) {
      if (skipped < 0) return undefined
      at = skipped
      continue
    }
    TAG.lastIndex = open
    const tag = TAG.exec(source)
    if (!tag) return undefined
    const [whole, close, qualified = '', attributes = '', empty] = tag
    at = open + whole.length
    const name = qualified.replace(/^.*:/, '')
    if (close) {
      if (top.name !== name || stack.length === 1) return undefined
      endElement(stack)
    } else {
      if (++elements > MOST_ELEMENTS || stack.length > DEEPEST_ELEMENT) return undefined
      stack.push({ name, attributes: attributesIn(attributes), children: [], text: '' })
      if (empty) endElement(stack)
    }
  }
  return stack.length === 1 ? stack[0]?.children[0] : undefined
}

/** Past a comment, an instruction or a CDATA section; -1 for a document type or what never ends; nothing for a tag. */
function skippedAt(source: string, open: number, top: OpenElement): number | undefined {
  if (source.startsWith('<!--', open)) return past(source, '-->', open + 4)
  if (source.startsWith('<?', open)) return past(source, '?>', open + 2)
  if (source.startsWith('<![CDATA[', open)) {
    const end = source.indexOf(']]>', open + 9)
    if (end < 0) return -1
    top.text += source.slice(open + 9, end)
    return end + 3
  }
  return source.startsWith('<!', open) ? -1 : undefined
}

function past(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

function endElement(stack: OpenElement[]): void {
  const done = stack.pop()
  if (done) stack.at(-1)?.children.push({ ...done, text: done.text.trim() })
}

function attributesIn(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name.replace(/^.*:/, ''),
      decodeXML(double ?? single ?? ''),
    ]),
  )
}

/** The children of a name. */
export function childrenOf(element: FeedElement | undefined, name: string): readonly FeedElement[] {
  return element?.children.filter(child => child.name === name) ?? []
}

/** The text of the first child of a name; empty when there is none. */
export function childText(element: FeedElement | undefined, name: string): string {
  return childrenOf(element, name)[0]?.text ?? ''
}
