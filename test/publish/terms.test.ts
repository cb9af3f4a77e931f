import { expect, test } from 'vitest'
import { namesOf, openTerms, type Term } from '../../src/publish/terms.ts'

const there = (...names: string[]): Term[] => names.map((name, nth) => ({ id: String(nth + 1), name }))

test.each<[string, Parameters<typeof namesOf>, string[]]>([
  ['of a post without marks stay as they are', [there('a', 'b')], ['a', 'b']],
  ['that we gave are called as we call them', [there('Renamed', 'b'), { Facebook: '1', b: '2' }], ['Facebook', 'b']],
  ['that two words of ours mean are both', [there('Ete'), { Été: '1', été: '1' }], ['Été', 'été']],
  ['differ in case', [there('facebook'), {}, ['Facebook']], ['Facebook']],
  ['differ in accents', [there('Ete'), {}, ['été']], ['été']],
  ['that the CMS took for another of one slug', [there('C'), { 'C++': '9' }, ['C++']], ['C++']],
  ['of people stay beside ours', [there('C', 'C++'), { 'C++': '2' }, ['C++']], ['C', 'C++']],
  ['in other letters are names', [there('東京'), {}, ['大阪']], ['東京']],
])('terms %s', (_, given, names) => expect(namesOf(...given)).toEqual(names))

test('a term is made once, and not at all where it exists in another case', async () => {
  const made: string[] = []
  const ids = openTerms({
    find: async name => there('facebook').filter(() => name === 'Facebook'),
    make: async name => {
      made.push(name)
      return { id: `new ${name}`, name }
    },
  })
  expect(await ids(['Facebook', 'été'])).toEqual({ Facebook: '1', été: 'new été' })
  expect(await Promise.all([ids(['Été']), ids(['panne'])])).toEqual([{ Été: 'new été' }, { panne: 'new panne' }])
  expect(made).toEqual(['été', 'panne'])
})
