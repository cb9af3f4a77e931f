import { describe, expect, test } from 'vitest'
import { showDiagnostic } from '../../src/foundation/show-diagnostic.ts'
import { incidentWith, read } from '../incident/sample-newsroom.ts'

/** Milliseconds a reading may take on a busy machine; what grows as the square of the length takes minutes. */
const ENOUGH = 8_000

const spaces = ' '.repeat(100_000)
const lines = (line: (nth: number) => string, count = 10_000) => Array.from({ length: count }, (_, nth) => line(nth))

describe('long files are read in a time that grows with their length', () => {
  test.each<[string, string]>([
    ['spaces in a text', `background: { fr: "a${spaces}b", en: x }`],
    ['spaces behind a colon', `headline:\n  fr: Panne : a${spaces}b\n  en: x`],
    ['spaces in braces', `headline: { fr: Panne : a${spaces}b, en: x }`],
    ['spaces behind a dash', `not_affected:\n  - x\n  -a${spaces}b`],
    ['spaces behind quotation marks', `statements: { original: { lang: en, text: '«${spaces}b' } }`],
    ['brackets that close nothing', `headline: { b: ${'}'.repeat(200_000)} x`],
    ['colons inside one pair of brackets', `headline: { ${lines(nth => `k${nth}: a: b`).join(', ')} }`],
    ['hashes', lines(nth => `k${nth}: a #b`).join('\n')],
    ['hashes without a text', lines(nth => `k${nth}: #b`).join('\n')],
    ['unknown fields', lines(nth => `k${nth}: a`).join('\n')],
    ['unknown names', `not_affected:\n${lines(nth => `  - service-${nth}`).join('\n')}`],
  ])('%s', (_, fields) => {
    const text = incidentWith(fields)
    const started = performance.now()
    const { diagnostics } = read(text)
    expect(performance.now() - started).toBeLessThan(ENOUGH)
    if (/^k9999/m.test(fields) || fields.includes('service-9999'))
      expect(diagnostics.length).toBeGreaterThanOrEqual(10_000)
  })

  test('and so are their problems shown', () => {
    const source = incidentWith(lines(nth => `k${nth}: a`).join('\n'))
    const { diagnostics } = read(source)
    const words = { language: 'en', hintLabel: '', message: () => '', hint: () => undefined }
    const started = performance.now()
    const shown = diagnostics.map(diagnostic => showDiagnostic(diagnostic, words, { source }))
    expect(performance.now() - started).toBeLessThan(ENOUGH)
    expect(shown.at(-1)).toContain('k9999: a')
  })
})
