import { stringify } from 'yaml'

/** A value for a file: texts, flags, lists and mappings. */
export type Value = string | boolean | readonly Value[] | { readonly [key: string]: Value }

/** The style of new YAML: short lines, indented lists. */
export const STYLE = { lineWidth: 110, schema: 'core', version: '1.2', indentSeq: true } as const

/** A field on its own lines, with a line break at its end. */
export function fieldText(field: string, value: Value): string {
  return `${field}:${valueText(value)}\n`
}

/** The part after `field:`: on the same line where it is short, else below. */
export function valueText(value: Value): string {
  const flat = inline(value)
  if (flat.length <= 90 && !flat.includes('\n') && !Array.isArray(value)) return ` ${flat}`
  const written = stringify({ x: value }, STYLE).trimEnd()
  return written.slice('x:'.length)
}

/** On one line, as it may stand inside braces. */
export function inline(value: Value): string {
  if (typeof value === 'string') return stringify(value, { ...STYLE, lineWidth: 0, blockQuote: false }).trimEnd()
  return stringify(value, { ...STYLE, lineWidth: 0, blockQuote: false, collectionStyle: 'flow' }).trimEnd()
}

/** A list item with its dash, its first line in this column, without a line break at its end. */
export function itemText(value: Value, indent: number): string {
  const flat = inline(value)
  const written = flat.length <= 90 && !flat.includes('\n') ? `- ${flat}` : stringify([value], STYLE).trimEnd()
  return written
    .split('\n')
    .map(line => (line === '' ? line : ' '.repeat(indent) + line))
    .join('\n')
}
