import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { readDirectory } from '../../../src/directory/read-directory.ts'
import { openWorkspace } from '../../../src/foundation/workspace.ts'
import { STATES } from '../../../src/incident/states.ts'
import { incidentsOf } from '../../../tools/bench/invented-incidents.ts'
import { type SuppliedTexts, suppliesOf } from '../../../tools/bench/names-and-texts.ts'

const root = resolve(import.meta.dirname, '../../..')
const texts = load(readFileSync(resolve(root, 'tools/bench/texts.yaml'), 'utf8')) as SuppliedTexts
const supplies = suppliesOf(readDirectory(openWorkspace(root), { languages: ['fr', 'en'] }).directory, texts)

const filesOf = (seed: number, count: number) => [...incidentsOf(seed, count, supplies)]
const incidents = filesOf(1, 1000)
  .filter(({ path }) => path.endsWith('.yaml'))
  .map(({ path, text }) => ({ path, fields: load(text) as Record<string, unknown> }))

describe('invented incidents', () => {
  test('are the same for a seed, however many are made, and others for another', () => {
    const ten = filesOf(7, 10)
    expect(filesOf(7, 30).slice(0, ten.length)).toEqual(ten)
    expect(filesOf(8, 10)).not.toEqual(ten)
  })

  test('have each a name of its own, which begins with the day of its start', () => {
    expect(new Set(incidents.map(({ path }) => path)).size).toBe(1000)
    for (const { path } of incidents)
      expect(path).toMatch(/^content\/incidents\/(\d{4})\/\1-\d\d-\d\d-[\w-]+-\d+\.yaml$/)
  })

  test('are of every state, most of them over', () => {
    const shares = new Map<unknown, number>()
    for (const { fields } of incidents) shares.set(fields.state, (shares.get(fields.state) ?? 0) + 1)
    expect([...shares.keys()].sort()).toEqual([...STATES].sort())
    expect([...shares].sort(([, one], [, other]) => other - one)[0]?.[0]).toBe('resolved')
    for (const count of shares.values()) expect(count).toBeGreaterThan(20)
  })

  test.each([
    ['planned', 'kind', 'maintenance'],
    ['retracted', 'kind', 'false alarm'],
    ['planned', 'counts', undefined],
    ['planned', 'ended', undefined],
    ['retracted', 'cause', undefined],
  ])('what is %s has nothing that contradicts it: %s %s', (state, field, value) => {
    const found = incidents.filter(({ fields }) => fields.state === state)
    expect(found.length).toBeGreaterThan(20)
    for (const { fields } of found) expect(fields[field]).toBe(value)
  })
})
