/** A start tag of a page. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** For `script` and `title`, the text inside. */
  readonly text?: string
}

const TAG = /<!--[\s\S]*?-->|<([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g
const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** Elements whose content is text up to their end tag. */
const RAW = new Set(['script', 'style', 'title', 'textarea'])

/** Every start tag of a page, in order. Malformed HTML is not repaired as in a browser: our pages have none. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = []
  TAG.lastIndex = 0
  for (let found = TAG.exec(html); found; found = TAG.exec(html)) {
    const [, raw, rest = ''] = found
    if (raw === undefined) continue
    const name = raw.toLowerCase()
    const attributes = attributesOf(rest)
    if (!RAW.has(name)) {
      tags.push({ name, attributes })
      continue
    }
    const end = html.toLowerCase().indexOf(`</${name}`, TAG.lastIndex)
    const until = end < 0 ? html.length : end
    tags.push({ name, attributes, text: html.slice(TAG.lastIndex, until) })
    TAG.lastIndex = until
  }
  return tags
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    found[name.toLowerCase()] = unescaped(double ?? single ?? bare ?? '')
  }
  return found
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Character references as characters. */
export function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}
