import { escapeHtml } from './sentence-html.ts'

/** Characters invalid in XML 1.0, beside the controls that `plain` removes. */
const UNFIT = /[\uFFFE\uFFFF]/g

/** A text as XML content or as a quoted attribute. */
function escapeXml(text: string): string {
  return escapeHtml(text.replace(UNFIT, ''))
}

/** One element. A text inside is escaped; a list holds elements, inserted as they are. */
export function element(
  name: string,
  inside: string | readonly string[] = [],
  attributes: Readonly<Record<string, string>> = {},
): string {
  const start = name + writtenAttributes(attributes)
  const content = typeof inside === 'string' ? escapeXml(inside) : inside.join('')
  return content === '' ? `<${start}/>` : `<${start}>${content}</${name}>`
}

/** A whole document, one child of the root per line. */
export function document(
  root: string,
  children: readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): string {
  const start = root + writtenAttributes(attributes)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${start}>\n${children.map(child => `${child}\n`).join('')}</${root}>\n`
}

function writtenAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')
}
