import { expect, test } from 'vitest'
import { typesetText } from '../../src/language/typeset.ts'
import { allLocales, EDITIONS } from './locales.ts'

const locales = await allLocales()

test.each(EDITIONS)('%s: a text with a hundred thousand spaces is typeset at once', edition => {
  const spaces = ' '.repeat(100_000)
  const started = performance.now()
  const text = typesetText(locales[edition] as never, `a${spaces}b${spaces}: c`)
  // As the square of the spaces, it takes some twenty seconds for each rule.
  expect(performance.now() - started).toBeLessThan(4_000)
  expect(text.startsWith('a')).toBe(true)
})
