import { type DescribedField, isWorded } from '../fields/field-tree.ts'
import { plain } from '../foundation/nearest-word.ts'
import { describedIncident } from '../incident/described-incident.ts'

/** A text with its languages, somewhere in a file. */
export type TextUnit = Readonly<Record<string, string>>

/** One version of a file: its texts by language, and what its `reviewed` field says. */
export interface FileVersion {
  readonly revision: string
  readonly units: readonly TextUnit[]
  readonly reviewed: string
}

/** An outdated translation: the text in `changed` was rewritten in `revision`, that in `language` was not. */
export interface Stale {
  readonly unit: TextUnit
  readonly language: string
  readonly changed: string
  readonly revision: string
}

/**
 * Outdated translations, by the versions of a file and never by their dates: the text in one language was rewritten
 * while its translation stayed. Spelling, capitals, accents and punctuation do not count; a review noted since then
 * (`reviewed`) settles it.
 *
 * @param versions oldest first; the last is the present one
 */
export function staleTexts(versions: readonly FileVersion[]): Stale[] {
  const now = versions.at(-1)
  if (!now) return []
  const found: Stale[] = []
  for (const unit of now.units) {
    for (const language of Object.keys(unit)) {
      const births = Object.keys(unit)
        .filter(changed => changed !== language)
        .flatMap(changed => staleSince(versions, unit, language, changed).map(birth => ({ changed, birth })))
      const latest = births.sort((a, b) => b.birth - a.birth)[0]
      if (!latest || versions[latest.birth - 1]?.reviewed !== now.reviewed) continue
      found.push({ unit, language, changed: latest.changed, revision: versions[latest.birth]?.revision ?? '' })
    }
  }
  return found
}

/**
 * The version in which the one text was rewritten without the other; `undefined` when it was not, or when it only
 * caught up.
 */
function staleSince(versions: readonly FileVersion[], unit: TextUnit, language: string, changed: string): number[] {
  const [text, other] = [unit[language], unit[changed]]
  if (text === undefined || other === undefined) return []
  const birth = birthOf(versions, changed, other)
  if (!replaced(versions, { language, text, changed, birth })) return []
  const earlier = versions.slice(0, birth)
  const before = earlier.at(-1)?.units.find(one => same(one[language], text) && one[changed] !== undefined)
  return before && staleSince(earlier, before, changed, language).length > 0 ? [] : [birth]
}

/** The version since which a text has been there without interruption. */
function birthOf(versions: readonly FileVersion[], language: string, text: string): number {
  let birth = versions.length - 1
  while (birth > 0 && versions[birth - 1]?.units.some(unit => same(unit[language], text))) birth--
  return birth
}

/** Whether just before `birth` the same translation was beside another text. */
function replaced(
  versions: readonly FileVersion[],
  { language, text, changed, birth }: { language: string; text: string; changed: string; birth: number },
): boolean {
  const before = versions[birth - 1]?.units.find(unit => same(unit[language], text) && unit[changed] !== undefined)
  const after = versions[birth]?.units.find(unit => same(unit[language], text))
  return before !== undefined && after !== undefined && !same(before[changed], after[changed])
}

/** Equal letters and digits, except for two letters of a long text: a corrected typing mistake. */
function same(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return true
  return a.replace(/\D/g, '') === b.replace(/\D/g, '') && Math.min(a.length, b.length) > 20 && slips(a, b) <= 2
}

/** The number of characters that differ between the common beginning and end of two texts. */
function slips(a: string, b: string): number {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return Math.max(a.length, b.length) - head - tail
}

/** Every text by language of a file's values; a quote with its translations is one. */
export function unitsOf(value: unknown, languages: readonly string[]): TextUnit[] {
  const found: TextUnit[] = []
  collect(value, languages, found)
  return found.filter(unit => Object.keys(unit).length > 0)
}

function collect(value: unknown, languages: readonly string[], found: TextUnit[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, languages, found)
  else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>
    found.push(quoteOf(fields), Object.fromEntries(languages.flatMap(each => textIn(fields, each))))
    for (const [key, item] of Object.entries(fields)) if (!isWordless(key)) collect(item, languages, found)
  }
}

/** Whether no field of this name holds words by language: slugs are by edition, translations belong to their quote. */
export function isWordless(name: string): boolean {
  wordless ??= wordlessNames(describedIncident().all)
  return wordless.has(name)
}

let wordless: ReadonlySet<string> | undefined

function wordlessNames(fields: readonly DescribedField[]): ReadonlySet<string> {
  const [worded, all] = [new Set<string>(), new Set<string>()]
  const isWordedWithin = (field: DescribedField): boolean => {
    const within = field.fields.map(isWordedWithin).includes(true)
    all.add(field.written)
    if (within || isWorded(field)) worded.add(field.written)
    return within || isWorded(field)
  }
  for (const field of fields) isWordedWithin(field)
  return new Set([...all].filter(name => !worded.has(name)))
}

function textIn(fields: Record<string, unknown>, language: string): [string, string][] {
  const text = fields[language]
  return typeof text === 'string' ? [[language, text]] : []
}

export function quoteOf(fields: Record<string, unknown>): TextUnit {
  const original = (fields.original ?? fields) as { lang?: unknown; text?: unknown }
  if (typeof original.lang !== 'string' || typeof original.text !== 'string') return {}
  const translations = (fields.translations ?? {}) as Record<string, unknown>
  const translated = Object.entries(translations).flatMap(([language, one]): [string, string][] => {
    const text = typeof one === 'string' ? one : (one as { text?: unknown } | null)?.text
    return typeof text === 'string' ? [[language, text]] : []
  })
  return { [original.lang]: original.text, ...Object.fromEntries(translated) }
}
