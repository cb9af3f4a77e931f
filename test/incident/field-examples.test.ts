import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import {
  describedKeys,
  type GatheredExample,
  gatheredExamples,
  sentencesOf,
  toldIncidents,
  writtenExamples,
} from './gather-field-examples.ts'

const file = resolve(import.meta.dirname, '../../schema/field-examples.json')

/**
 * What readers read because of a field, as the reference pages show it. An example stays as long as the reviewed article it is
 * taken from says the sentence; one that is gone is replaced: `npx vitest run test/incident/field-examples -u` writes the file,
 * then `npm run dev -- schema` the pages. With `FIELD_EXAMPLES=new` before it, fields without an example are looked for too.
 */
test('schema/field-examples.json holds sentences that reviewed articles say', async () => {
  const told = toldIncidents()
  const known = existsSync(file) ? writtenExamples(readFileSync(file, 'utf8')) : new Map<string, GatheredExample>()
  const isSaid = ({ of, sentences }: GatheredExample) => {
    const own = told.find(one => one.of === of)
    return Object.entries(sentences).every(([language, text]) =>
      sentencesOf(own?.articles[language]).some(sentence => sentence.text === text),
    )
  }
  const fresh = gatheredExamples(told)
  const keys = [...describedKeys()].sort()
  const entries = keys.flatMap(key => {
    const before = known.get(key)
    if (!before && process.env.FIELD_EXAMPLES !== 'new') return []
    const example = before && isSaid(before) ? before : fresh.get(key)
    return example ? [[key, example] as const] : []
  })
  await expect(`${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`).toMatchFileSnapshot(file)
})

test('most fields have an example', () => {
  const known = writtenExamples(readFileSync(join(file), 'utf8'))
  expect(known.size).toBeGreaterThan(describedKeys().size / 2)
})
