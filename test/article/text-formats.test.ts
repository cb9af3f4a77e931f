import { describe, expect, test } from 'vitest'
import type { Slot } from '../../src/story/story.ts'
import { said } from './said.ts'

const text = (by: Record<string, string>): Record<string, Slot> => ({ text: { kind: 'text', text: by, from: [] } })

describe('a text that an editor typed', () => {
  test.each<[string, string, string, Record<string, string>, string | undefined]>([
    ['without its final point', 'fr', '{{text}}', { fr: 'un arbre est tombé.' }, 'un arbre est tombé'],
    ['with that of an abbreviation', 'en-us', '{{text}}', { en: 'it began at 8 a.m.' }, 'it began at 8 a.m.'],
    ['with three points', 'fr', '{{text}}', { fr: 'et puis...' }, 'et puis...'],
    [
      'quoted, with its language, where this one lacks it',
      'fr',
      '{{text}}',
      { en: 'a tree fell.' },
      '« a tree fell » (en anglais)',
    ],
    ['with a word that contracts', 'fr', 'dû {{text, clause(word: à)}}', { fr: 'le vent' }, 'dû au vent'],
    [
      'with the word before each of two nouns',
      'fr',
      'dû {{text, clause(word: à)}}',
      { fr: "la chute d'un arbre et un orage" },
      'dû à la chute d’un arbre et à un orage',
    ],
    ['within a sentence', 'fr', 'parce que {{text, inner}}', { fr: 'le vent souffle' }, 'parce que le vent souffle'],
    [
      'there without the capital of a sentence of its own',
      'fr',
      'parce que {{text, inner}}',
      { fr: 'Le vent souffle.' },
      'parce que le vent souffle',
    ],
    ['but not there as a name', 'fr', 'parce que {{text, inner}}', { fr: 'Éole souffle' }, undefined],
    ['nor as two sentences', 'en', 'since {{text, inner}}', { en: 'The wind blew. It rained.' }, undefined],
    ['mid-sentence', 'fr', 'dû {{text, clause(word: à)}}', { fr: 'Une fausse manœuvre.' }, 'dû à une fausse manœuvre'],
  ])('is said %s (%s)', (_, edition, wording, by, expected) => {
    expect(said(edition, wording, text(by))?.replace(/[\u00A0\u202F]/g, ' ')).toBe(expected)
  })
})

test('an error text stands letter for letter, in marks of the language', () => {
  const error: Slot = { kind: 'verbatim', text: "can't connect...", from: [] }
  expect(said('en', '{{error, quoted}}', { error })).toBe("“can't connect...”")
  expect(said('fr', '{{error}}', { error })).toBe("can't connect...")
})
