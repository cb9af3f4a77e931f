import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { incidentWith, read } from './sample-newsroom.ts'

const words = (['en', 'fr'] as const).map(language =>
  diagnosticWords(
    language,
    JSON.parse(readFileSync(join(import.meta.dirname, '../../locales', language, 'problems.json'), 'utf8')),
  ),
)

test('a name written in place that lacks a language is told once, the first time it stands there', () => {
  const ours = '{ name: Nordlys, fr: { class: fs } }'
  const { diagnostics } = read(incidentWith(`not_affected: ${ours}\nstill_works: ${ours}`))
  expect(
    diagnostics.map(({ code, facts, place }) => [code, facts.name, facts.language, place.line !== undefined]),
  ).toEqual([['name/no-form', 'Nordlys', 'en', true]])
})

// What the articles do instead is told by the golden case "texts-in-one-language-only".
test.each([
  ['symptoms: { fr: les pages sont vides }', /quote it/, /le citent/],
  ['headline: { fr: Panne }', /made from the facts/, /tiré des faits/],
  ['alert: { fr: Panne }', /made from the facts/, /tiré des faits/],
  [
    'third_parties: { who: { name: Anne Roy, kind: person, role: { fr: ministre }, fr: { class: fs }, en: { class: s } }, says: { fr: a, en: b } }',
    /do without it/,
    /s’en passent/,
  ],
])('a text that is missing in a language, and what is told instead: %s', (fields, ...told) => {
  const { diagnostics } = read(incidentWith(fields))
  expect(diagnostics.map(({ code }) => code)).toEqual(['text/missing-language'])
  const [diagnostic] = diagnostics
  if (diagnostic)
    for (const [nth, language] of words.entries()) expect(language.message(diagnostic)).toMatch(told[nth] ?? /^$/)
})
