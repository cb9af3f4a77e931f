import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/article/fill-wording.ts'
import { compileWording, slotsOf } from '../../src/article/wording.ts'

const locales = resolve(import.meta.dirname, '../../locales')
const languages = readdirSync(locales).filter(name => !name.includes('.') && name !== 'editions')
const editions = readdirSync(join(locales, 'editions'))
  .filter(name => name.endsWith('.yaml'))
  .map(name => readFileSync(join(locales, 'editions', name), 'utf8'))

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

/** The words of a language; a file that it does not have holds nothing. */
const read = (language: string, name: string): Words => {
  const file = join(locales, language, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** A key without the suffixes of plural, which languages have more or fewer of. */
const bare = (key: string): string => key.replace(/#\d+$/, '').replace(/_(zero|one|two|few|many|other)$/, '')

const i18nSlots = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = '']) => name).filter(name => name !== 'count')

/** Of what all languages say together, what one lacks: with who says it, and a whole group in one line. */
function lacks(language: string, keysOf: ReadonlyMap<string, ReadonlySet<string>>, isSaid = hasKey): string[] {
  const here = keysOf.get(language) ?? new Set()
  const groups = new Set([...here].map(groupOf))
  const found = new Map<string, Set<string>>()
  for (const [other, keys] of keysOf)
    for (const key of keys) {
      if (isSaid(here, key)) continue
      const name = groups.has(groupOf(key)) ? key : `${groupOf(key)}: the whole group`
      found.set(name, (found.get(name) ?? new Set()).add(other))
    }
  return [...found].map(([name, others]) => `${name} (${[...others].join(', ')})`).sort()
}

const groupOf = (key: string): string => key.split(/[. ]/)[0] ?? ''

const hasKey = (keys: ReadonlySet<string>, key: string): boolean => keys.has(key)

describe.each(['site.json', 'problems.json', 'cli.json', 'publish.json'])('%s', name => {
  // A language may tell articles without the messages of every tool.
  const spoken = languages.filter(language => existsSync(join(locales, language, name)))
  /** Every key, and every slot of it, which alternatives and plurals share. */
  const keysOf = new Map(
    spoken.map(language => {
      const texts = textsOf(read(language, name))
      const slots = texts.flatMap(([key, text]) => i18nSlots(text).map(slot => `${bare(key)} {{${slot}}}`))
      return [language, new Set([...texts.map(([key]) => bare(key)), ...slots])]
    }),
  )

  test.each(spoken)('says in %s what it says in the others, with the same slots', language => {
    expect(lacks(language, keysOf)).toEqual([])
  })
})

/** Languages that tell articles: those with wordings, and those that an edition asks wordings of. */
const told = languages.filter(
  language =>
    existsSync(join(locales, language, 'story.json')) ||
    editions.some(edition => edition.match(/^language: *(\S+)/m)?.[1] === language),
)

describe('story.json', () => {
  /** What a language says otherwise the second time, where it has to. */
  const OWN = /^speaker\..*-again(-class)?$/
  /** Facts, without the context and the plural that a language may not need. */
  const keysOf = new Map(
    told.map(language => {
      const keys = textsOf(read(language, 'story.json')).map(([key]) => bare(key))
      return [
        language,
        new Set(keys.filter(key => !OWN.test(key)).map(key => key.replace(/^(of|an|bare)-event\..*/, 'event'))),
      ]
    }),
  )

  test.each(told)('has in %s a wording wherever another language has one', language => {
    const isSaid = (keys: ReadonlySet<string>, key: string) => keys.has(key) || keys.has(key.replace(/_[^_]*$/, ''))
    expect(lacks(language, keysOf, isSaid)).toEqual([])
  })
})

/** A zone that one language names and another does not would be called there by the English name of a city. */
test('every language names the zones that another names', () => {
  const zonesOf = (language: string) => {
    const grammar = load(readFileSync(join(locales, language, 'grammar.yaml'), 'utf8')) as { zones: object }
    return Object.keys(grammar.zones)
  }
  const all = new Set(told.flatMap(zonesOf))
  for (const language of told)
    expect(
      [...all].filter(zone => !zonesOf(language).includes(zone)),
      language,
    ).toEqual([])
})

/** What sentences and titles are told by; the other groups are parts of them. */
const MOVES = [
  ...['headline', 'alert', 'lead', 'lasted', 'scope', 'others', 'symptoms', 'times', 'unaffected'],
  ...['start', 'end', 'expected', 'planned', 'counts', 'statement', 'reactions', 'third', 'cause', 'attack', 'data'],
  ...['resolution', 'remark', 'providers', 'advice', 'knock', 'precedent', 'correction', 'withdrawn', 'update', 'roll'],
]

describe.each(told)('story.json of %s', language => {
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
      // A move that a language lacks altogether is named above.
      Object.entries(Array.isArray(words[move]) ? { '': words[move] } : ((words[move] ?? {}) as Words))
        .filter(([, value]) => !Array.isArray(value) || new Set(value).size < 3)
        .map(([key]) => `${move}.${key}`),
    )
    // What an editor typed as a sentence is that sentence and nothing else: a connective would claim what no field says.
    expect(few.filter(key => !/^(advice\.step|counts\.caveat|unaffected\.text_.*)$/.test(key))).toEqual([])
  })
})
