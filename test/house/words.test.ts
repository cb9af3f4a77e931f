import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/article/fill.ts'
import { compileWording, slotsOf } from '../../src/article/wording.ts'

const locales = resolve(import.meta.dirname, '../../locales')
const languages = readdirSync(locales).filter(name => name !== 'editions')

type Words = { readonly [key: string]: string | readonly string[] | Words }

/** Every text of a file by its key; alternatives count from 1. */
function textsOf(words: Words, under = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) => {
    const path = under ? `${under}.${key}` : key
    if (typeof value === 'string') return [[path, value] as [string, string]]
    if (Array.isArray(value)) return value.map((text, index) => [`${path}#${index + 1}`, text] as [string, string])
    return textsOf(value as Words, path)
  })
}

const read = (language: string, name: string): Words => JSON.parse(readFileSync(join(locales, language, name), 'utf8'))

/** A key without the suffixes of plural, which languages have more or fewer of. */
const bare = (key: string): string => key.replace(/#\d+$/, '').replace(/_(zero|one|two|few|many|other)$/, '')

const i18nSlots = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = '']) => name))].sort()

describe.each(['site.json', 'problems.json', 'cli.json', 'publish.json'])('%s', name => {
  // A language may tell articles without the messages of every tool.
  const [first = '', ...others] = languages.filter(language => existsSync(join(locales, language, name)))
  test.each(others)(`says in %s what it says in ${first}, with the same slots`, language => {
    const slots = (of: string) => {
      const all = new Map<string, Set<string>>()
      for (const [key, text] of textsOf(read(of, name))) {
        const known = all.get(bare(key)) ?? new Set()
        for (const slot of i18nSlots(text)) known.add(slot)
        all.set(bare(key), known)
      }
      return Object.fromEntries(
        [...all].sort().map(([key, set]) => [key, [...set].filter(slot => slot !== 'count').sort()]),
      )
    }
    expect(slots(language)).toEqual(slots(first))
  })
})

describe('story.json', () => {
  const [first = '', ...others] = languages
  /** Facts, without the context and the plural that a language may not need. */
  const moves = (language: string) =>
    new Set(textsOf(read(language, 'story.json')).map(([key]) => bare(key).replace(/^(of|an|bare)-event\..*/, 'event')))

  test.each(others)(`has in %s a wording wherever it has one in ${first}`, language => {
    const here = moves(language)
    const missing = [...moves(first)].filter(key => !here.has(key) && !here.has(key.replace(/_[^_]*$/, '')))
    expect(missing).toEqual([])
  })
})

/** What sentences and titles are told by; the other groups are parts of them. */
const MOVES = [
  ...['headline', 'standfirst', 'alert', 'lead', 'lasted', 'scope', 'others', 'symptoms', 'times', 'unaffected'],
  ...['start', 'end', 'expected', 'planned', 'counts', 'statement', 'reactions', 'third', 'cause', 'attack', 'data'],
  ...['resolution', 'remark', 'providers', 'advice', 'knock', 'precedent', 'correction', 'withdrawn', 'update', 'roll'],
]

describe.each(languages)('story.json of %s', language => {
  const texts = textsOf(read(language, 'story.json'))

  test('every wording can be compiled', () => {
    for (const [key, text] of texts) expect(() => compileWording(key, text), key).not.toThrow()
  })

  test('every format exists', () => {
    const known = new Set(['hidden', ...Object.values(formats).flatMap(table => Object.keys(table))])
    const unknown = texts.flatMap(([key, text]) =>
      slotsOf(compileWording(key, text).segments)
        .filter(({ format }) => !known.has(format))
        .map(({ format }) => `${key}: ${format}`),
    )
    expect(unknown).toEqual([])
  })

  test('every fact has three wordings or more, in every tense', () => {
    const words = read(language, 'story.json')
    const few = MOVES.flatMap(move =>
      Object.entries(Array.isArray(words[move]) ? { '': words[move] } : (words[move] as Words))
        .filter(([, value]) => !Array.isArray(value) || new Set(value).size < 3)
        .map(([key]) => `${move}.${key}`),
    )
    // A step of advice is the editor's sentence and nothing else.
    expect(few).toEqual(['advice.step'])
  })
})
