import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../src/foundation/workspace.ts'
import { fuzzCases } from '../../../tools/fuzz/fuzz-cases.ts'
import { openWholePipeline } from '../../../tools/fuzz/whole-pipeline.ts'

const root = join(import.meta.dirname, '../../..')
const pipeline = await openWholePipeline(openWorkspace(root))

/** An incident in order, with some fields more or others. */
const incident = (fields: string) =>
  `as_of: 2024-12-11T19:25\nstate: ongoing\ncompany: meta\nservices: [facebook, instagram]\n${fields}`

describe('whatever a file holds, it is told or refused in words with a line', () => {
  test('two hundred mutated files; `npm run fuzz` tries as many as one likes', () => {
    const found = [...fuzzCases(root, 200, 20)].flatMap((one, nth) =>
      pipeline.run(one).breaches.map(breach => ({ nth, ...breach })),
    )
    expect(found).toEqual([])
  })

  test.each([
    ['a class that no grammar has', 'not_affected: { name: Nordlys, fr: { class: xx }, en: { class: s } }'],
    ['the class of a noun', 'not_affected: { name: Nordlys, fr: { noun: appli, noun_class: f }, en: { class: s } }'],
    ['a slot as a name', 'not_affected: "{{name}}"'],
    ['a reference of the translations as a name', 'not_affected: "$t(terms.service) {{kind, term}}"'],
    ['a word of the engine as a value', 'kind: __proto__'],
    ['a word of the engine as a name', 'not_affected: [constructor, toString, __proto__]'],
    ['a mapping as a key', 'headline: { {} , fr: a, en: b }'],
    ['a mapping as a text', 'headline: { fr: { a: b }, en: [c] }'],
  ])('%s', (_, fields) => {
    expect(pipeline.run({ text: incident(fields), companions: [] }).breaches).toEqual([])
  })

  test.each([
    '---toml\na = 1\n---\n',
    '--- json\n{}\n---\n',
    '---\u00A0toml\na\n---\n',
    '---js',
    ';;;\n',
    '---\n---\n---',
  ])('a companion that begins %j', begin => {
    const file = 'content/incidents/2024/2024-12-11-fuzz.fr.md'
    const { breaches } = pipeline.run({ text: incident(''), companions: [{ file, text: `${begin}Texte.\n` }] })
    expect(breaches).toEqual([])
  })
})
