import { unescaped } from './html-tags.ts'

/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly inside, trimmed. */
  readonly text: string
}

interface Open {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const TOKEN = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g

/** Parses a document of elements, attributes and text. Throws an `Error` that says what is not well-formed. */
export function readXml(source: string): XmlElement {
  const stack: Open[] = []
  let root: XmlElement | undefined
  for (const [whole, close, name = '', attributes = '', empty, text, stray] of source.matchAll(TOKEN)) {
    if (stray !== undefined) throw new Error(`a "<" that opens nothing, after ${stack.at(-1)?.name ?? 'the start'}`)
    if (text !== undefined) addText(stack, text)
    else if (whole.startsWith('<?') || whole.startsWith('<!--')) continue
    else if (close) root = ended(stack, name) ?? root
    else {
      if (root !== undefined) throw new Error(`<${name}> after the end of the document`)
      stack.push({ name, attributes: attributesOf(attributes), children: [], text: '' })
      if (empty) root = ended(stack, name) ?? root
    }
  }
  if (root === undefined) throw new Error(`<${stack.at(-1)?.name ?? 'nothing'}> is never closed`)
  return root
}

function addText(stack: readonly Open[], text: string): void {
  if (/&(?!(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)/.test(text)) throw new Error('a bare "&"')
  const open = stack.at(-1)
  if (open) open.text += unescaped(text)
  else if (text.trim() !== '') throw new Error('text outside the root')
}

function ended(stack: Open[], name: string): XmlElement | undefined {
  const done = stack.pop()
  if (done?.name !== name) throw new Error(`</${name}> ends <${done?.name ?? 'nothing'}>`)
  const element = { ...done, text: done.text.trim() }
  const parent = stack.at(-1)
  if (!parent) return element
  parent.children.push(element)
  return undefined
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  )
}

/** Text of the first child with a name; empty when there is none. */
export function textOf(element: XmlElement, name: string): string {
  return element.children.find(child => child.name === name)?.text ?? ''
}

export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(child => child.name === name)
}
