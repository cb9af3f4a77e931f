import { expect, test } from 'vitest'
import { newsroom } from '../../site/sample-newsroom.ts'
import { depeche } from '../depeche.ts'

const places = (...args: string[]) => depeche(newsroom().root, ['places', '--lang', 'en', ...args])

test('a country is listed with all that lies in it', async () => {
  const { status, out, err } = await places('CH')
  expect(status).toBe(0)
  expect(out).toMatch(/^CH-AG +region +fr: Argovie, en: canton of Aargau, nl: kanton Aargau$/m)
  expect(out).toMatch(/^lugano +town \(CH\) +fr: Lugano/m)
  expect(err).toMatch(/^\d+ places\.\n$/)
  expect((await places('suisse')).out).toContain('CH-AG')
})

test('a name is found in any language, whole or in part', async () => {
  for (const search of ['argovie', 'Aargau', 'ch-ag', 'argov']) {
    expect((await places(search)).out).toContain('CH-AG')
  }
  expect((await places('la haye')).out).toContain('fr: La Haye, en: The Hague, nl: Den Haag')
})

test('of what is not there the nearest is said', async () => {
  const { status, out, err } = await places('Bruxeles')
  expect({ status, out }).toEqual({ status: 0, out: '' })
  expect(err).toContain('brussels')
  expect((await places('Nowhereville')).err).toBe('No place is called “Nowhereville”.\n')
})

test('data say what each place is, and its other codes', async () => {
  const { out } = await places('--json', 'réunion')
  expect(JSON.parse(out).places).toContainEqual({
    id: 'RE',
    kind: 'country',
    country: null,
    codes: ['FR-974', 'FR-RE'],
    names: { fr: 'La Réunion', en: 'Réunion', nl: 'Réunion' },
    also: [],
  })
  const all = JSON.parse((await places('--json')).out).places
  expect(all.length).toBeGreaterThan(1000)
})
