import { describe, expect, test } from 'vitest'
import { completionsOf, matchName } from '../../src/edit/match-name.ts'
import { context } from '../incident/sample-newsroom.ts'

const { directory } = context

/** The id that was found, or those that it may be. */
function matched(typed: string): string | readonly string[] {
  const found = matchName(typed, directory, ['service', 'company'])
  return found.kind === 'found' ? found.named.id : found.near.map(({ id }) => id)
}

describe('a name that is typed', () => {
  test.each<[string, string, string | readonly string[]]>([
    ['as its id', 'instagram', 'instagram'],
    ['as it is written, in whatever capitals', 'WHATSAPP', 'whatsapp'],
    ['in another language', 'the emergency number 112', 'emergency-112'],
    ['as a beginning of one', 'insta', 'instagram'],
    ['as a beginning of several', 'me', ['meta', 'messenger']],
    ['as one, which is the beginning of others', 'youtube', 'youtube'],
    ['with a slip: it is asked', 'instagarm', ['instagram']],
    ['as nothing like any', 'zzzz', []],
    ['of another kind', 'downdetector', []],
    ['as nothing', ' ', []],
  ])('%s', (_, typed, expected) => expect(matched(typed)).toEqual(expected))
})

test('what a beginning may become comes best known first, then in order', () => {
  expect(completionsOf('me', directory, ['service', 'company'])).toEqual(['meta', 'messenger'])
  expect(completionsOf('', directory, ['company'])).toEqual(['google', 'meta', 'nordlys', 'youtube-llc'])
  expect(completionsOf('me', directory, ['place'])).toEqual([])
})
