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

  test('the lead, the headline, the statement, the counts and the cause have three wordings or more', () => {
    const words = read(language, 'story.json')
    const few = ['lead', 'headline', 'alert'].flatMap(move =>
      Object.entries(words[move] as Words)
        .filter(
          ([key, value]) =>
            !key.startsWith('bare') && !key.includes('-bare') && (!Array.isArray(value) || value.length < 3),
        )
        .map(([key]) => `${move}.${key}`),
    )
    for (const key of ['statement.said', 'counts.any_total-now', 'cause.unknown_now', 'cause.official_past']) {
      const [move = '', name = ''] = key.split('.')
      const value = (words[move] as Words)[name]
      if (!Array.isArray(value) || value.length < 3) few.push(key)
    }
    expect(few).toEqual([])
  })
})
