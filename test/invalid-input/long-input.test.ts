import { describe, expect, test } from 'vitest'
import { showDiagnostic } from '../../src/foundation/show-diagnostic.ts'
import { incidentWith, read } from '../incident/sample-newsroom.ts'
import { expectLinear } from '../machine/cpu-cost.ts'

/** A text of a quarter of the length, or of the whole one: 100,000 characters, or 10,000 lines. */
type Sized = (size: 1 | 4) => string

const spaces = (size: number) => ' '.repeat(25_000 * size)
const lines = (size: number, line: (nth: number) => string) =>
  Array.from({ length: 2_500 * size }, (_, nth) => line(nth))

describe('long files are read in a time that grows with their length', () => {
  test.each<[string, Sized]>([
    ['spaces in a text', size => `background: { fr: "a${spaces(size)}b", en: x }`],
    ['spaces behind a colon', size => `headline:\n  fr: Panne : a${spaces(size)}b\n  en: x`],
    ['spaces in braces', size => `headline: { fr: Panne : a${spaces(size)}b, en: x }`],
    ['spaces behind a dash', size => `not_affected:\n  - x\n  -a${spaces(size)}b`],
    ['spaces behind quotation marks', size => `statements: { original: { lang: en, text: '«${spaces(size)}b' } }`],
    ['brackets that close nothing', size => `headline: { b: ${'}'.repeat(50_000 * size)} x`],
    ['colons inside one pair of brackets', size => `headline: { ${lines(size, nth => `k${nth}: a: b`).join(', ')} }`],
    ['hashes', size => lines(size, nth => `k${nth}: a #b`).join('\n')],
    ['hashes without a text', size => lines(size, nth => `k${nth}: #b`).join('\n')],
    ['unknown fields', size => lines(size, nth => `k${nth}: a`).join('\n')],
    ['unknown places', size => `scope:\n${lines(size, nth => `  - Zurich${nth}`).join('\n')}`],
    ['the same service', size => `not_affected:\n${lines(size, () => '  - instagram').join('\n')}`],
    ['figures', size => `counts:\n${lines(size, nth => `  - { value: ${nth}, unit: reports }`).join('\n')}`],
    ['texts', size => `advice:\n${lines(size, nth => `  - { fr: a${nth}, en: b }`).join('\n')}`],
    ['unknown names', size => `not_affected:\n${lines(size, nth => `  - service-${nth}`).join('\n')}`],
  ])('%s', async (_, fields) => {
    await expectLinear(size => read(incidentWith(fields(size))))
    const whole = fields(4)
    const { diagnostics } = read(incidentWith(whole))
    if (/^k9999/m.test(whole) || whole.includes('service-9999'))
      expect(diagnostics.length).toBeGreaterThanOrEqual(10_000)
  })

  test('and so are their problems shown', async () => {
    const words = { language: 'en', hintLabel: '', message: () => '', hint: () => undefined }
    const files = {
      1: incidentWith(lines(1, nth => `k${nth}: a`).join('\n')),
      4: incidentWith(lines(4, nth => `k${nth}: a`).join('\n')),
    }
    const found = { 1: read(files[1]).diagnostics, 4: read(files[4]).diagnostics }
    const shown = (size: 1 | 4) => found[size].map(one => showDiagnostic(one, words, { source: files[size] }))
    await expectLinear(shown)
    expect(shown(4).at(-1)).toContain('k9999: a')
  })
})
