import { expect, test } from 'vitest'
import { repeatsWord } from '../../src/article/choose-wording.ts'

test.each([
  ['La panne est due à une panne.', true],
  ['Une panne parmi les pannes', true],
  ['Les services de l’opérateur et les services publics', true],
  ['Le réseau électrique alimente les réseaux électriques.', true],
  ['Éléments et éléments', false],
  ['Les éléments, tous éléments', true],
  ['Orange and Orange Bank are down.', false],
  ['Users of the app and of the site', false],
  ['', false],
])('a long word comes back in « %s »: %s', (text, expected) => {
  expect(repeatsWord(text)).toBe(expected)
})
