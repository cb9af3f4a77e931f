import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/foundation/diagnostic.ts'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { fc } from '../machine/property.ts'

const locales = join(import.meta.dirname, '../../locales')
// A language may tell articles without the messages of the tools.
const languages = readdirSync(locales).filter(name => existsSync(join(locales, name, 'problems.json')))
const texts = (language: string) => JSON.parse(readFileSync(join(locales, language, 'problems.json'), 'utf8'))
const source = readFileSync(join(import.meta.dirname, '../../src/foundation/diagnostic-codes.ts'), 'utf8')

/** Code → its facts, out of the table that the compiler holds everybody to. */
const codes = new Map(
  [...source.matchAll(/^ {2}'([a-z-]+\/[a-z-]+)': (?:\{ (.*) \}|Record<never, never>)$/gm)].map(
    ([, code = '', facts = '']) => [code, [...facts.matchAll(/(\w+)\??: /g)].map(([, fact = '']) => fact)] as const,
  ),
)

test('the table of codes is found', () => {
  expect(codes.size).toBeGreaterThan(80)
})

describe.each(languages)('problems.json of %s', language => {
  test('has a message for every code', () => {
    const all = texts(language)
    const silent = [...codes.keys()].filter(code => {
      const [room = '', name = ''] = code.split('/')
      return typeof all[room]?.[name]?.message !== 'string'
    })
    expect(silent).toEqual([])
  })

  test('speaks only of facts that the complaint has', () => {
    const all = texts(language)
    const wrong = [...codes].flatMap(([code, facts]) => {
      const [room = '', name = ''] = code.split('/')
      const words = Object.values(all[room][name] as Record<string, string>).join(' ')
      const slots = [...words.matchAll(/\{\{(\w+)/g)].map(([, slot = '']) => slot)
      return slots.filter(slot => !facts.includes(slot)).map(slot => `${code}: ${slot}`)
    })
    expect(wrong).toEqual([])
  })

  test('ends every message and hint like a sentence, or with what is to be typed', () => {
    const messages = (of: unknown, path: string): [string, string][] =>
      typeof of === 'string'
        ? [[path, of]]
        : Object.entries(of as object).flatMap(([key, value]) => messages(value, `${path}/${key}`))
    const { terms: _, frame: __, ...rooms } = texts(language)
    const loose = messages(rooms, '').filter(
      ([path, text]) => /\/message/.test(path) && !/[.…?!}](?:\s?[»”])?$/.test(text),
    )
    expect(loose).toEqual([])
  })
})

const words = diagnosticWords(languages[0] ?? '', texts(languages[0] ?? ''))

const unknown = (facts: Diagnostic['facts']): Diagnostic => ({
  code: 'shape/unknown-field',
  severity: 'error',
  place: { file: 'a.yaml' },
  facts,
})

test('a fact never speaks itself: neither slots nor references nor markup in it are read', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const nasty = `${text}{{known}}$t(terms.list)<b>&amp;`
      expect(words.message(unknown({ field: nasty, known: 'x', nearest: '' }))).toContain(nasty)
    }),
  )
})

test('a code without words, and a slot without a fact, are mistakes of ours', () => {
  expect(() => words.message({ ...unknown({}), code: 'shape/nobody-wrote-this' })).toThrow(
    /"shape.nobody-wrote-this.message" is missing/,
  )
  expect(() => words.message(unknown({}))).toThrow(/nothing fills/)
})

test('the hint proposes what comes near, when something does', () => {
  expect(words.hint(unknown({ field: 'a', known: 'b, c', nearest: '' }))).toContain('b, c')
  expect(words.hint(unknown({ field: 'a', known: 'b, c', nearest: 'nearby' }))).toContain('nearby')
})
