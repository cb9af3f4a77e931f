import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { commonRules } from '../../../tools/proof/common-rules.ts'
import { compileRules, type Rule, readRulebook } from '../../../tools/proof/rulebook.ts'

const locales = resolve(import.meta.dirname, '../../../locales')
const languages = readdirSync(locales).filter(name => !name.includes('.') && name !== 'editions')

describe.each(languages)('the rule book of %s', language => {
  const file = `locales/${language}/proof.yaml`
  const book = readRulebook(load(readFileSync(join(locales, language, 'proof.yaml'), 'utf8')), file)
  const rules: Rule[] = [...commonRules(book), ...book.rules]
  const read = (rule: Rule, text: string): string[] => compileRules([rule]).flatMap(reader => reader.read(text))

  test('names each rule once', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test.each(rules.flatMap(rule => rule.wrong.map(text => ({ id: rule.id, text, rule }))))(
    '$id finds: $text',
    ({ rule, text }) => {
      expect(read(rule, text)).not.toEqual([])
    },
  )

  test.each(rules.flatMap(rule => (rule.right ?? []).map(text => ({ id: rule.id, text, rule }))))(
    '$id leaves: $text',
    ({ rule, text }) => {
      expect(read(rule, text)).toEqual([])
    },
  )
})
