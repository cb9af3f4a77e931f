import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic, Fix } from '../../src/foundation/diagnostic.ts'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { showDiagnostic } from '../../src/foundation/show-diagnostic.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import { context } from '../incident/sample-newsroom.ts'

const folder = join(import.meta.dirname, 'cases')

// Each folder holds what an editor typed (incident.yaml) and what is complained of (problems.txt): line, column, length,
// code, and the correction. To add a case: make the folder, run once, read what it says, commit it.
const cases = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

const words = (['en', 'fr'] as const).map(language =>
  diagnosticWords(
    language,
    JSON.parse(readFileSync(join(import.meta.dirname, '../../locales', language, 'problems.json'), 'utf8')),
  ),
)

describe.each(cases)('%s', name => {
  const bytes = readFileSync(join(folder, name, 'incident.yaml'))
  const { diagnostics, incident } = readIncident({ file: 'incident.yaml', bytes }, context)
  const text = bytes.toString('utf8')

  test('is complained of at the right places', async () => {
    await expect(
      diagnostics
        .map(diagnostic => listed(diagnostic, text))
        .join('\n')
        .concat('\n'),
    ).toMatchFileSnapshot(join(folder, name, 'problems.txt'))
  })

  test('is told only when nothing is wrong', () => {
    expect(incident !== undefined).toBe(diagnostics.every(({ severity }) => severity === 'warning'))
  })

  test('has words and a frame in every language', () => {
    for (const language of words) {
      for (const diagnostic of diagnostics) {
        const shown = showDiagnostic(diagnostic, language, { source: text })
        expect(shown).toContain(diagnostic.code)
        expect(shown).not.toMatch(/undefined|\{\{|\[object/)
      }
    }
  })

  test('has no correction left once its corrections are made', () => {
    let fixed = text
    let left = diagnostics
    for (let round = 0; round < 4 && left.some(({ fix }) => fix); round++) {
      fixed = mend(
        fixed,
        left.flatMap(({ fix }) => fix ?? []),
      )
      left = readIncident({ file: 'incident.yaml', text: fixed }, context).diagnostics
    }
    expect(left.filter(({ fix }) => fix)).toEqual([])
  })
})

function listed({ code, severity, place, fix }: Diagnostic, text: string): string {
  const where = `${place.line ?? '-'}:${place.column ?? '-'}+${place.length ?? '-'}`
  const correction = fix ? `  ${JSON.stringify(text.slice(fix.from, fix.to))} → ${JSON.stringify(fix.text)}` : ''
  return `${where.padEnd(9)} ${severity.padEnd(7)} ${code}${correction}`
}

function mend(text: string, fixes: readonly Fix[]): string {
  return [...fixes]
    .sort((a, b) => b.from - a.from)
    .reduce((done, fix) => done.slice(0, fix.from) + fix.text + done.slice(fix.to), text)
}
