import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { Article, Sentence } from '../../src/article/article.ts'
import type { DescribedField } from '../../src/fields/field-tree.ts'
import { isMapping } from '../../src/foundation/value-kind.ts'
import { describedIncident } from '../../src/incident/described-incident.ts'
import { articleOf, readingOf } from '../article/realise.ts'

const root = resolve(import.meta.dirname, '../..')

/** An example, and the reviewed incident it is taken from. */
export interface GatheredExample {
  readonly typed: string
  readonly sentences: Readonly<Record<string, string>>
  readonly of: string
}

/** A reviewed incident, told in both languages. */
export interface ToldIncident {
  readonly of: string
  readonly raw: Readonly<Record<string, unknown>>
  readonly articles: Readonly<Record<string, Article>>
}

const LANGUAGES = ['fr', 'en']

/** Every incident whose articles people have reviewed: the samples and the golden cases. */
export function toldIncidents(): ToldIncident[] {
  const files = ['content/incidents', 'test/golden'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.yaml'))
      .sort()
      .map(path => join(folder, path)),
  )
  return files.flatMap(file => {
    const name = basename(file) === 'incident.yaml' ? basename(dirname(file)) : basename(file, '.yaml')
    const text = readFileSync(join(root, file), 'utf8')
    const { incident } = readingOf(text, `${name}.yaml`)
    if (!incident) return []
    const articles = Object.fromEntries(LANGUAGES.map(language => [language, articleOf(incident, language)]))
    return [{ of: name, raw: incident.raw as ToldIncident['raw'], articles }]
  })
}

/** A field as it is typed somewhere: its key, its place, and the place of the part it belongs to. */
interface Typed {
  readonly key: string
  readonly pointer: string
  readonly around: string
  readonly value: unknown
}

function* typedFields(value: unknown, fields: readonly DescribedField[], part: string, pointer = ''): Generator<Typed> {
  if (!isMapping(value)) return
  for (const field of fields) {
    const own = value[field.written]
    if (own === undefined) continue
    const at = `${pointer}/${field.written}`
    yield { key: `${part}/${field.written}`, pointer: at, around: pointer, value: own }
    const items = Array.isArray(own) ? own.map((one, index) => [one, `${at}/${index}`] as const) : [[own, at] as const]
    for (const [one, below] of items) yield* typedFields(one, field.fields, field.part ?? '', below)
  }
}

/** The keys of every described field. */
export function describedKeys(): ReadonlySet<string> {
  const keys = new Set<string>()
  const look = (field: DescribedField, part: string): void => {
    keys.add(`${part}/${field.written}`)
    for (const below of field.fields) look(below, field.part ?? '')
  }
  for (const field of describedIncident().all) look(field, 'incident')
  return keys
}

/** The best sentence of a reviewed article for each field: it rests on the field itself, or else on the part around it. */
export function gatheredExamples(told: readonly ToldIncident[]): Map<string, GatheredExample> {
  const best = new Map<string, { readonly score: number; readonly example: GatheredExample }>()
  for (const { of, raw, articles } of told) {
    for (const { key, pointer, around, value } of typedFields(raw, describedIncident().all, 'incident')) {
      const chosen = LANGUAGES.map(language => [language, bestOf(articles[language], pointer, around)] as const)
      if (chosen.some(([, one]) => one === undefined)) continue
      const score = Math.min(...chosen.map(([, one]) => one?.score ?? 0))
      if (score <= (best.get(key)?.score ?? 0)) continue
      const sentences = Object.fromEntries(chosen.map(([language, one]) => [language, one?.text ?? '']))
      best.set(key, { score, example: { typed: typedAs(key, value), sentences, of } })
    }
  }
  return new Map([...best].map(([key, { example }]) => [key, example]))
}

function bestOf(article: Article | undefined, pointer: string, around: string) {
  const scored = sentencesOf(article).map(({ text, from }) => ({ text, score: scoreOf(text, from, pointer, around) }))
  const [first] = scored.sort((one, other) => other.score - one.score)
  return first && first.score > 0 ? first : undefined
}

export const sentencesOf = (article: Article | undefined): readonly Sentence[] =>
  article
    ? [...article.paragraphs.flatMap(({ sentences }) => sentences), article.headline, article.standfirst, article.alert]
    : []

const isBelow = (pointer: string, top: string): boolean => pointer === top || pointer.startsWith(`${top}/`)

/** Direct rests count most; then few other facts, and a length that is easily read. */
function scoreOf(text: string, from: readonly string[], pointer: string, around: string): number {
  const isDirect = from.some(one => isBelow(one, pointer) || one === pointer)
  const isNear = around !== '' && from.some(one => isBelow(one, around))
  if (text === '' || (!isDirect && !isNear)) return 0
  const length = text.length < 30 ? 10 : text.length > 220 ? 40 : 0
  return (isDirect ? 200 : 100) - Math.min(60, from.length * 4) - length
}

function typedAs(key: string, value: unknown): string {
  const field = key.slice(key.lastIndexOf('/') + 1)
  const flat = inBrackets(value)
  return flat.length <= 100 ? `${field}: ${flat}` : `${field}: …`
}

function inBrackets(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inBrackets).join(', ')}]`
  if (!isMapping(value)) return String(value)
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name}: ${inBrackets(one)}`)
    .join(', ')} }`
}

/** An example file as it stands. */
export const writtenExamples = (text: string): Map<string, GatheredExample> =>
  new Map(Object.entries((parse(text) ?? {}) as Record<string, GatheredExample>))
