import { describe, expect, test } from 'vitest'
import { knownWords, nearest, plain, slipsOf } from '../../src/foundation/nearest-word.ts'

const NAMES = ['facebook', 'instagram', 'meta', 'messenger']

describe('the known word that is meant', () => {
  test.each<[string, string, readonly string[], string | undefined]>([
    ['by the same word', 'meta', NAMES, 'meta'],
    ['by other capitals, accents and signs', '« Méta »', NAMES, 'meta'],
    ['by two letters that changed places, as one mistake', 'mtea', NAMES, 'meta'],
    ['by a letter too few', 'instagrm', NAMES, 'instagram'],
    ['by a letter too many', 'messenngger', NAMES, 'messenger'],
    ['by a third of its letters wrong', 'fecebuok', NAMES, 'facebook'],
    ['by its beginning', 'insta', NAMES, 'instagram'],
    ['by more than it', 'facebook lite', NAMES, 'facebook'],
    ['by a beginning rather than by a mistake', 'orion', ['orian', 'orion-mail'], 'orion-mail'],
    ['by the shorter of two that go on', 'orion', ['orion-mail', 'orion-tv'], 'orion-tv'],
    ['by the first of two that are as near', 'bate', ['date', 'rate'], 'date'],
    ['not by more than a third wrong', 'fecabouk', NAMES, undefined],
    ['not by two letters, of which one is wrong', 'ab', ['ac'], undefined],
    ['not by the beginning of two letters', 'me', NAMES, undefined],
    ['not by signs alone', '«!»', NAMES, undefined],
    ['not where nothing is known', 'meta', [], undefined],
    ['not by a known word without a letter', 'a', ['—'], undefined],
  ])('%s: %s', (_, word, known, expected) => expect(nearest(word, known)).toBe(expected))
})

describe('the known words that a slip of the hand makes of it', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['one letter in a short word', 'orian', ['orion'], ['orion']],
    ['not two in a short word', 'oraan', ['orion'], []],
    ['two in a long one', 'telnavu mobile', ['telnova mobile'], ['telnova mobile']],
    ['one goes on where the other ends', 'orion', ['orion-mail'], ['orion-mail']],
    ['not after three letters: many words begin so', 'ori', ['orion'], []],
    ['not of two letters', 'ab', ['ac'], []],
    ['the nearest first', 'telnova', ['talnova', 'telnova mail'], ['telnova mail', 'talnova']],
  ])('%s', (_, word, known, expected) => expect(slipsOf(word, knownWords(known))).toEqual(expected))
})

test.each([
  ['L’État d’Orion !', 'letatdorion'],
  ['e-mail 2', 'email2'],
  ['', ''],
])('%s is compared as "%s"', (word, form) => expect(plain(word)).toBe(form))
