import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { articleOf, incidentOf, textsOf } from './realise.ts'

/**
 * Every text of the incident that has every field ends with a mark of its own: no sentence of ours sets a second one after it.
 */
type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value }

const everything = parse(readFileSync(new URL('../wordings/everything.yaml', import.meta.url), 'utf8')) as Value

const LANGUAGES = new Set(['fr', 'en', 'nl'])
/** Parts of names and of sentences. */
const PARTS = new Set([
  'name',
  'class',
  'noun',
  'noun_class',
  'role',
  'for',
  'words',
  'frame',
  'highlight',
  'unit',
  'part',
  'whole',
  'platforms',
  'by',
  'who',
  'source',
  'claimed_by',
  'author',
])

function ended(value: Value, mark: string, field = ''): Value {
  if (Array.isArray(value)) return value.map(one => ended(one as Value, mark, field))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Value>>).map(([key, one]) => {
      const isText = LANGUAGES.has(key) && typeof one === 'string' && one.includes(' ') && !PARTS.has(field)
      if (isText) return [key, `${(one as string).replace(/[.?!…]+$/u, '')}${mark}`]
      return [key, ended(one, mark, LANGUAGES.has(key) ? field : key)]
    }),
  )
}

const SECOND = /[?!…] ?[.,;:]|\.{2}(?!\.)(?<!\.{3})|(?<!\b(?:etc|p\.m|a\.m|Dr|M|h))\.[,;:]|[,;:][.,;:?!]/u

test.each(['.', '?', '!', '…', ' ?!', ' (ou non)'])('texts that end with %s', mark => {
  const incident = incidentOf(stringify({ ...(ended(everything, mark) as object), state: 'resolved' }))
  for (const edition of ['fr', 'en', 'nl'])
    for (const id of ['a', 'b']) {
      const texts = textsOf(articleOf({ ...incident, id }, edition)).map(text => text.replace(/[\u00A0\u202F]/gu, ' '))
      expect(texts.filter(text => SECOND.test(text))).toEqual([])
    }
})
