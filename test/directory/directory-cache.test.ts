import { expect, test } from 'vitest'
import { cachedDirectory } from '../../src/directory/directory-cache.ts'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { newsroom, type Place, repository } from '../site/sample-newsroom.ts'

const read = ({ root }: Place, languages = ['fr', 'en']) => {
  const { directory, diagnostics } = cachedDirectory(withDefaults(openWorkspace(root), openWorkspace(repository)), {
    languages,
  })
  return { names: [...directory.names], diagnostics }
}

test('names are the same remembered as read', () => {
  const place = newsroom()
  const first = read(place)
  expect(place.has('.depeche/names.json')).toBe(true)
  expect(read(place)).toEqual(first)
  expect(first.names.map(([id]) => id)).toContain('orion')
})

test('names are read anew when a file or the languages change, or the memory is torn', () => {
  const place = newsroom()
  read(place)
  place.write('content/directory/companies.yaml', 'vega: { name: Vega, fr: { class: fs, noun: entreprise } }\n')
  const changed = read(place)
  expect(changed.names.map(([id]) => id)).toContain('vega')
  expect(changed.names.map(([id]) => id)).not.toContain('orion')
  expect(changed.diagnostics.map(({ code }) => code)).toContain('name/no-form')
  expect(read(place)).toEqual(changed)
  expect(read(place, ['fr']).diagnostics.map(({ code }) => code)).not.toContain('name/no-form')
  place.write('.depeche/names.json', '{"key"')
  expect(read(place)).toEqual(changed)
})

test('a file of places that is empty is not one that is missing', () => {
  const place = newsroom({ 'locales/de/places.yaml': '' })
  const codes = () => read(place, ['fr', 'en', 'de']).diagnostics.map(({ code }) => code)
  expect(codes()).not.toContain('name/no-places')
  place.remove('locales/de/places.yaml')
  expect(codes()).toContain('name/no-places')
})

test('names are read where nothing can be remembered', () => {
  const place = newsroom()
  const first = read(place)
  place.remove('.depeche')
  place.write('.depeche', 'a file in the way')
  expect(read(place)).toEqual(first)
})
