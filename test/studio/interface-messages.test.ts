import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const locales = join(project, 'locales')
const languages = readdirSync(locales).filter(name => !name.includes('.') && name !== 'editions')

type Words = { readonly [key: string]: string | Words }

function textsOf(words: Words, under = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[under + key, value] as [string, string]] : textsOf(value, `${under}${key}.`),
  )
}

const read = (language: string, name: string) =>
  textsOf(JSON.parse(readFileSync(join(locales, language, name), 'utf8')) as Words)

/** Keys without plural suffixes, with their slots. */
function slotsOf(language: string, name: string): Record<string, string[]> {
  const found: Record<string, Set<string>> = {}
  for (const [key, text] of read(language, name)) {
    const bare = key.replace(/_(zero|one|two|few|many|other)$/, '')
    found[bare] ??= new Set()
    for (const [, slot = ''] of text.matchAll(/\{\{(\w+)\}\}/g)) found[bare]?.add(slot)
  }
  return Object.fromEntries(Object.entries(found).map(([key, slots]) => [key, [...slots].sort()]))
}

describe.each(['edit.json', 'studio.json'])('%s', name => {
  // The tools need not speak every language that articles are written in; what they speak, they speak whole.
  const [first = '', ...others] = languages.filter(language => existsSync(join(locales, language, name)))
  test.each(others)('says in %s what it says in the first language, with the same slots', language => {
    expect(slotsOf(language, name)).toEqual(slotsOf(first, name))
  })
})

test('every word that the page of the studio asks for is there, and none is idle', () => {
  const sources = readdirSync(join(project, 'src/studio/browser'))
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(project, 'src/studio/browser', file), 'utf8'))
  const template = readFileSync(join(project, 'templates/studio/index.hbs'), 'utf8')
  const all = [...sources, template].join('\n')
  const known = new Set(Object.keys(slotsOf(languages[0] ?? '', 'studio.json')))
  const asked = [...all.matchAll(/\bt\(?\s?(?:\w+ \? )?['"]([a-z][\w-]*)['"]/g)].map(([, key = '']) => key)
  expect(asked.filter(key => !known.has(key))).toEqual([])
  // Why a fact leads is said by the names of its news values.
  const { values } = load(readFileSync(join(project, 'templates/article/news-values.yaml'), 'utf8')) as {
    values: object
  }
  const news = Object.keys(values).map(value => `news-${value}`)
  expect([...known].filter(key => key.startsWith('news-')).sort()).toEqual(news.sort())
  expect(
    [...known].filter(
      key => key !== 'name' && !key.startsWith('news-') && !all.includes(`'${key}'`) && !all.includes(`"${key}"`),
    ),
  ).toEqual([])
})
