import { pointerTo } from '../foundation/pointer.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { isWordless, quoteOf, type TextUnit } from './stale-texts.ts'

/** A text of an incident file by language, with its place: a mapping of languages, or a quote with its translations. */
export interface PlacedText {
  readonly pointer: string
  readonly kind: 'words' | 'quote'
  readonly texts: TextUnit
}

/** A text that needs a translator. */
export interface XliffUnit {
  /** Its place in the file; empty for a hand-written text, which is one. */
  readonly name: string
  readonly source: string
  /** What stands there now: out of date. */
  readonly target?: string | undefined
}

/** Texts of one file, from one language into another. */
export interface XliffFile {
  readonly original: string
  readonly from: string
  readonly to: string
  readonly units: readonly XliffUnit[]
}

/** Every text by language of a file's values, with its place. */
export function placedTexts(value: unknown, languages: readonly string[]): PlacedText[] {
  const found: PlacedText[] = []
  collect(value, [], { languages, found })
  return found
}

interface Collecting {
  readonly languages: readonly string[]
  readonly found: PlacedText[]
}

function collect(value: unknown, path: readonly (string | number)[], collecting: Collecting): void {
  if (Array.isArray(value)) for (const [nth, item] of value.entries()) collect(item, [...path, nth], collecting)
  if (!isMapping(value)) return
  const { languages, found } = collecting
  const quote = quoteOf(value)
  const words = Object.fromEntries(
    languages.flatMap(each => (typeof value[each] === 'string' ? [[each, value[each]]] : [])),
  )
  if (Object.keys(quote).length > 0) found.push({ pointer: pointerTo(path), kind: 'quote', texts: quote })
  if (Object.keys(words).length > 0) found.push({ pointer: pointerTo(path), kind: 'words', texts: words })
  for (const [key, item] of Object.entries(value)) if (!isWordless(key)) collect(item, [...path, key], collecting)
}

/** The language that a translator starts from: that of a quote, else the newsroom's first that has the text. */
export function sourceLanguage(
  { kind, texts }: PlacedText,
  to: string,
  languages: readonly string[],
): string | undefined {
  const written = Object.keys(texts).filter(language => language !== to)
  return kind === 'quote' ? written[0] : languages.find(language => written.includes(language))
}

/** Files of one pair of languages as XLIFF 2.0. */
export function xliffText(files: readonly XliffFile[]): string {
  const [{ from, to } = { from: '', to: '' }] = files
  const body = files.map(({ original, units }, nth) => {
    const inside = units.map((unit, at) => unitText(unit, at + 1)).join('\n')
    return `  <file id="f${nth + 1}" original="${escaped(original)}">\n${inside}\n  </file>`
  })
  const root = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${from}" trgLang="${to}">`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${body.join('\n')}\n</xliff>\n`
}

function unitText({ name, source, target }: XliffUnit, nth: number): string {
  const before = target === undefined ? '' : `\n        <target xml:space="preserve">${escaped(target)}</target>`
  return `    <unit id="u${nth}" name="${escaped(name)}">
      <segment state="initial">
        <source xml:space="preserve">${escaped(source)}</source>${before}
      </segment>
    </unit>`
}

/** Text for XML: without the control characters that it cannot hold. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
