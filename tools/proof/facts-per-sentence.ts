import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { load } from 'js-yaml'

/** How much a text tells in a sentence, of what an incident file says. */
export interface Density {
  readonly facts: number
  readonly sentences: number
}

/**
 * Facts of an incident that a text tells, and its sentences: texts of the file in the language, of whose long words it has half, and
 * the figures it gives. Made to compare two texts of one incident, ours and a reporter's, by the same measure.
 */
export function densityOf(text: string, incident: unknown, language: string): Density {
  const there = stemsOf(text)
  const told = new Set(textsIn(incident, language)).values()
  const known = [...told].filter(one => isTold(stemsOf(one), there)).length
  const figures = new Set(text.match(/\d+(?:[.,:h\u00A0\u202F]?\d+)*/gu) ?? []).size
  return { facts: known + figures, sentences: sentencesIn(text) }
}

function isTold(words: ReadonlySet<string>, there: ReadonlySet<string>): boolean {
  const shared = [...words].filter(word => there.has(word)).length
  return words.size > 0 && shared >= words.size / 2
}

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(word => word.slice(0, 5)))

/** Whatever an incident file says in a language, and the names it writes out. */
function textsIn(value: unknown, language: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(one => textsIn(one, language))
  const { lang } = value as { lang?: unknown }
  return Object.entries(value).flatMap(([key, one]) => {
    const isOwn = key === language || key === 'name' || (key === 'text' && lang === language)
    return typeof one === 'string' ? (isOwn ? [one] : []) : textsIn(one, language)
  })
}

const sentencesIn = (text: string): number =>
  text
    .replace(/(?<!\p{L})(?:M|Mme)\.(?=[\s\u00A0])/gu, '')
    .split(/(?<=[.!?…][»”’"]?)\s+(?=[\p{Lu}«“"\d-])|\n+/u)
    .filter(one => /\p{L}.*\p{L}/u.test(one)).length

/** `npm run facts -- LANGUAGE INCIDENT.yaml TEXT…`: facts, sentences and facts per sentence of each text. */
function main(): void {
  const [language = 'fr', incident = '', ...texts] = parseArgs({ allowPositionals: true }).positionals
  const typed = load(readFileSync(incident, 'utf8'))
  for (const file of texts) {
    const { facts, sentences } = densityOf(readFileSync(file, 'utf8'), typed, language)
    process.stdout.write(`${file}: ${facts} facts, ${sentences} sentences, ${(facts / sentences).toFixed(2)}\n`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
