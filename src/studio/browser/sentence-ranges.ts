import type { ShownSentence } from '../api-types.ts'

/** Finds each sentence in a page, by its words in reading order: the page itself has no markup for the studio. */
export function rangesOf(
  page: Document,
  sentences: readonly ShownSentence[],
): { sentence: ShownSentence; range: Range }[] {
  const found: { sentence: ShownSentence; range: Range }[] = []
  const all = textsIn(page.querySelector('main') ?? page.body)
  const places = { headline: page.querySelector('h1'), standfirst: page.querySelector('.standfirst'), body: undefined }
  let cursor = 0
  for (const sentence of sentences) {
    const own = places[sentence.part]
    const texts = own ? textsIn(own) : all
    const start = own ? 0 : cursor
    const wanted = flat(sentence.text)
    let at = texts.text.indexOf(wanted, start)
    // A sentence that the page shows elsewhere (a notice, a timeline) comes before the others.
    if (at === -1) at = texts.text.indexOf(wanted)
    if (at === -1) continue
    const range = rangeBetween(page, texts, at, at + wanted.length)
    if (range) found.push({ sentence, range })
    if (!own && at >= cursor) cursor = at + wanted.length
  }
  return found
}

interface FieldTexts {
  readonly text: string
  readonly nodes: readonly { readonly node: Text; readonly from: number }[]
}

function textsIn(root: Element): FieldTexts {
  const nodes: { node: Text; from: number }[] = []
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from: text.length })
    text += flat((node as Text).data)
  }
  return { text, nodes }
}

/** A line break in the page is a space; the number of characters stays. */
function flat(text: string): string {
  return text.replace(/[\t\n\r]/g, ' ')
}

function rangeBetween(page: Document, { nodes }: FieldTexts, from: number, to: number): Range | undefined {
  const start = nodes.findLast(one => one.from <= from)
  const end = nodes.findLast(one => one.from < to)
  if (!start || !end) return undefined
  const range = page.createRange()
  range.setStart(start.node, from - start.from)
  range.setEnd(end.node, to - end.from)
  return range
}
