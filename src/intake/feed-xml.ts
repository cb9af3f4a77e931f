import sax, { type QualifiedAttribute } from 'sax'

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

/** Thrown within the parser for what is refused, and caught here. */
class MalformedXml extends Error {}

/** The one mistake of other programs that is forgiven: an entity that XML does not know stays as it is typed. */
const UNKNOWN_ENTITY = 'Invalid character entity'

/**
 * Reads the XML of a feed. A document type is refused, and with it every entity of its own: nothing can expand.
 * `undefined` for what is not well-formed, too deep or too much.
 */
export function readFeedXml(source: string): FeedElement | undefined {
  const root: OpenElement = { name: '', attributes: new Map(), children: [], text: '' }
  const stack = [root]
  let elements = 0
  const parser = sax.parser(true)
  const refuse = () => {
    throw new MalformedXml()
  }
  const append = (text: string) => {
    const top = stack.at(-1)
    if (top) top.text += text
  }
  parser.onerror = error => {
    if (!error.message.startsWith(UNKNOWN_ENTITY)) refuse()
  }
  parser.ondoctype = refuse
  parser.onsgmldeclaration = refuse
  parser.ontext = append
  parser.oncdata = append
  parser.onopentag = ({ name, attributes }) => {
    if (++elements > MOST_ELEMENTS || stack.length > DEEPEST_ELEMENT) refuse()
    stack.push({ name: bareName(name), attributes: attributesOf(attributes), children: [], text: '' })
  }
  parser.onclosetag = () => {
    const done = stack.pop()
    if (done) stack.at(-1)?.children.push({ ...done, text: done.text.trim() })
  }
  try {
    // Not closed: where an entity was forgiven before, closing would throw it.
    parser.write(source)
    return stack.length > 1 ? undefined : root.children[0]
  } catch (error) {
    if (error instanceof MalformedXml) return undefined
    throw error
  }
}

const bareName = (name: string): string => name.replace(/^.*:/, '')

function attributesOf(attributes: Readonly<Record<string, string | QualifiedAttribute>>): Map<string, string> {
  return new Map(
    Object.entries(attributes).map(([name, value]) => [
      bareName(name),
      typeof value === 'string' ? value : value.value,
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
