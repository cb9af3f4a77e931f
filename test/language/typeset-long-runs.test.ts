import { expect, test } from 'vitest'
import { typesetText } from '../../src/language/typeset.ts'
import { expectLinear } from '../machine/cpu-cost.ts'
import { allLocales, EDITIONS } from './locales.ts'

const locales = await allLocales()

test.each(EDITIONS)(
  '%s: a text with a hundred thousand spaces is typeset in a time that grows with their number',
  async edition => {
    const typeset = (size: number) => {
      const spaces = ' '.repeat(25_000 * size)
      return typesetText(locales[edition] as never, `a${spaces}b${spaces}: c`)
    }
    await expectLinear(typeset)
    expect(typeset(4).startsWith('a')).toBe(true)
  },
)
