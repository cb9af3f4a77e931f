import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { nounsIn } from '../../src/newsroom/noun-genders.ts'

// The grammars as they stand, with the list of nouns that the French one names.
const noun = nounsIn(openWorkspace(new URL('../..', import.meta.url).pathname))

/** `la distribution fs`; several classes where only the editor knows. */
function read(language: string, name: string): string {
  const found = noun(language, name)
  if (!found) return 'none'
  const { text, choices } = found
  const articles = [...new Set(choices.map(({ article }) => article ?? '-'))].join('|')
  return `${articles} ${text} ${choices.map(one => one.class).join('|')}`
}

describe('French', () => {
  test.each([
    ['la distribution', 'la distribution fs'],
    ['le service client', 'le service client ms'],
    // The article, not the noun, decides where it can: « la poste », « le poste ».
    ['la poste', 'la poste fs'],
    ['le poste', 'le poste ms'],
    ["l'application bancaire", 'la application bancaire fs'],
    ['l’application bancaire', 'la application bancaire fs'],
    ["l'hébergement", 'le hébergement ms'],
    ["l'accès aux comptes", 'le accès aux comptes ms'],
    ['les livraisons', 'les livraisons fp'],
    ['les appels entrants', 'les appels entrants mp'],
    ['les réseaux', 'les réseaux mp'],
    ['les journaux', 'les journaux mp'],
    ['les travaux', 'les travaux mp'],
    ['des urgences', 'les urgences fp'],
    ['une borne', 'la borne fs'],
    ['un distributeur', 'le distributeur ms'],
    ['La Redoute', 'La Redoute fs'],
    ['Les Mutuelles réunies', 'Les Mutuelles réunies fp'],
    ["l'appli", 'la appli fs'],
    ["l'espace client", 'le espace client ms'],
    // Not in the list, or of both genders.
    ["l'e-box", 'le|la e-box ms|fs'],
    ["l'enseigne", 'le|la enseigne ms|fs'],
    ['les BlablaCars', 'les BlablaCars mp|fp'],
    // A name that does not stand behind an article is no noun.
    ['Nordlys', 'none'],
    ['itsme', 'none'],
    ['Lebara', 'none'],
    ['la', 'none'],
    ["L'Équipe", 'none'],
  ])('%s', (name, expected) => expect(read('fr', name)).toBe(expected))

  test('elides as it is typed', () => {
    expect(noun('fr', "l'hotline")?.elides).toBe(true)
    expect(noun('fr', 'le haut débit')?.elides).toBe(false)
    expect(noun('fr', 'la distribution')?.elides).toBeUndefined()
  })

  test('is a common noun in small letters only', () => {
    expect(noun('fr', 'la distribution')?.common).toBe(true)
    expect(noun('fr', 'le RER')?.common).toBe(false)
    expect(noun('fr', 'La Redoute')?.common).toBe(false)
  })
})

describe('English', () => {
  test.each([
    ['deliveries', '- deliveries p'],
    ['delivery', '- delivery s'],
    ['the website', 'the website s'],
    ['a website', '- website s'],
    ['card payments at the till', '- card payments at the till p'],
    ['access to accounts', '- access to accounts s'],
    ['cancellation of orders', '- cancellation of orders s'],
    ['the emergency services', 'the emergency services p'],
    ['the Post Office', 'the Post Office s'],
    ['Windows', 'none'],
    ['The Times', 'none'],
  ])('%s', (name, expected) => expect(read('en', name)).toBe(expected))
})

describe('Dutch', () => {
  test.each([
    ['het netwerk', 'het netwerk n'],
    ['de website', 'de website c'],
    ['de leveringen', 'de leveringen p'],
    ['de levering van pakjes', 'de levering van pakjes c'],
    ['de wagen', 'de wagen c|p'],
    ['leveringen', 'none'],
  ])('%s', (name, expected) => expect(read('nl', name)).toBe(expected))
})

test('a language without rules for names reads none', () => {
  expect(noun('xx', 'the thing')).toBeUndefined()
})
