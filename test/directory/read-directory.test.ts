import { describe, expect, test } from 'vitest'
import { readDirectory } from '../../src/directory/read-directory.ts'
import { workspaceOf } from '../../src/foundation/workspace.ts'
import { codesAt } from '../incident/codes-at.ts'
import { files } from '../incident/sample-newsroom.ts'

describe('the directory', () => {
  const read = (more: Record<string, string>, languages = ['fr', 'en']) =>
    readDirectory(workspaceOf({ ...files, ...more }), { languages })

  test('knows names by id, with their forms', () => {
    const { directory, diagnostics } = read({})
    expect(diagnostics).toEqual([])
    expect(directory.names.get('instagram')).toEqual({
      id: 'instagram',
      sort: 'app',
      kind: 'service',
      name: 'Instagram',
      company: 'meta',
      rank: 1,
      forms: { fr: { class: 'ms' }, en: { class: 's' } },
    })
    expect(directory.names.get('BE')).toMatchObject({
      kind: 'place',
      code: 'BE',
      forms: { fr: { name: 'Belgique', in: 'en' }, en: { name: 'Belgium' } },
    })
  })

  test('a missing language is warned of, and falls back', () => {
    const { directory, diagnostics } = read({ 'locales/nl/places.yaml': '' }, ['fr', 'en', 'nl'])
    expect(directory.names.get('meta')?.forms.nl).toBeUndefined()
    expect(diagnostics.every(({ severity, code }) => severity === 'warning' && code === 'name/no-form')).toBe(true)
    expect(codesAt(diagnostics)).toContain('content/directory/companies.yaml:1:1 name/no-form')
  })

  test('a language without a file of places is an error while it is published', () => {
    const ws = workspaceOf(files)
    expect(readDirectory(ws, { languages: ['fr', 'en'], unpublished: ['nl'] }).diagnostics).toEqual([])
    const { diagnostics } = readDirectory(ws, { languages: ['fr', 'nl'] })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([
      {
        code: 'name/no-places',
        severity: 'error',
        place: { file: 'locales/nl/places.yaml' },
        facts: { file: 'locales/nl/places.yaml', language: 'nl' },
      },
    ])
  })

  test('a class that the grammar does not have is refused, and the name has the default one', () => {
    const one = 'a: { name: A, fr: { class: masculin, noun: banque, noun_class: fs }, en: { class: s } }\n'
    const all = { ...files, 'content/directory/agencies.yaml': one }
    const classesOf = (language: string) => ({ fr: ['ms', 'fs', 'mp', 'fp'], en: ['s', 'p'] })[language]
    const { directory, diagnostics } = readDirectory(workspaceOf(all), { languages: ['fr', 'en'], classesOf })
    expect(codesAt(diagnostics)).toEqual(['content/directory/agencies.yaml:1:28 shape/not-a-known-value'])
    expect(directory.names.get('a')?.forms.fr).toEqual({ noun: 'banque', noun_class: 'fs' })
  })

  test('a mistake in one entry leaves the others', () => {
    const broken =
      'a: { nmae: A, fr: {}, en: {} }\nb: { name: B, rank: high, fr: { elides: maybe }, en: {} }\nc: { name: C, fr: {}, en: {} }\n'
    const { directory, diagnostics } = read({ 'content/directory/agencies.yaml': broken })
    expect(codesAt(diagnostics)).toEqual([
      'content/directory/agencies.yaml:1:6 shape/unknown-field',
      'content/directory/agencies.yaml:2:21 shape/wrong-type',
      'content/directory/agencies.yaml:2:41 shape/wrong-type',
    ])
    expect(directory.names.get('c')).toMatchObject({ kind: 'agency', name: 'C' })
    expect(directory.names.has('meta')).toBe(true)
  })

  test('an id stands in one file only', () => {
    const { diagnostics } = read({ 'content/directory/agencies.yaml': 'meta: { name: Meta, fr: {}, en: {} }' })
    expect(codesAt(diagnostics)).toEqual(['content/directory/agencies.yaml:1:1 name/duplicate-id'])
  })

  test('a place of the directory adds to the forms of the locales', () => {
    const { directory } = read({ 'content/directory/places.yaml': 'BE: { rank: 1, fr: { demonym: belge }, en: {} }' })
    expect(directory.names.get('BE')).toMatchObject({ rank: 1, name: 'Belgique', code: 'BE' })
    expect(directory.names.get('BE')?.forms.fr).toMatchObject({ name: 'Belgique', demonym: 'belge' })
  })
})
