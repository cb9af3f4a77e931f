import { describe, expect, test } from 'vitest'
import type { Speaker } from '../../src/fields/values.ts'
import type { Slot } from '../../src/story/story.ts'
import { named, said } from './said.ts'

const by = (speaker: Speaker): Record<string, Slot> => ({ by: { kind: 'speaker', speaker, from: [] } })
const company = (id: string): Speaker => ({ kind: 'company', name: named(id) })
const ada: Speaker = {
  kind: 'person',
  name: { id: 'ada', kind: 'person', name: 'Ada Byron', forms: { fr: { class: 'fs' }, en: { class: 's' } } },
  role: { fr: 'directrice technique', en: 'chief engineer' },
}
const unnamed = (kind: Speaker['kind']): Speaker => ({ kind })
const blogger: Speaker = { kind: 'user', called: { fr: 'une blogueuse', en: 'a blogger' } }

describe('who speaks', () => {
  test.each<[string, string, string, Speaker, boolean, string | undefined]>([
    ['a company', 'fr', '{{by}}', company('meta'), true, 'Meta'],
    ['after a word that contracts', 'fr', '{{by, list(word: de)}}', company('orange'), true, 'd’Orange'],
    ['a person, with the role at the first mention', 'fr', '{{by}}', ada, false, 'Ada Byron, directrice technique'],
    ['a person, by surname at the second', 'fr', '{{by}}', ada, true, 'Mme\u00A0Byron'],
    ['in English too', 'en', '{{by}}', ada, false, 'Ada Byron, chief engineer'],
    [
      'with a comma behind the role, where the sentence goes on',
      'en',
      '{{by, list(end: ,)}} said',
      ada,
      false,
      'Ada Byron, chief engineer, said',
    ],
    ['without the role', 'fr', '{{by, list(role: none)}}', ada, false, 'Ada Byron'],
    ['only one who has a role', 'fr', '{{by, list(titled: only)}}', ada, false, 'Ada Byron, directrice technique'],
    ['and not one who has none', 'fr', '{{by, list(titled: only)}}', company('meta'), false, undefined],
    ['or only those without', 'fr', '{{by, list(titled: no)}}', ada, false, undefined],
    ['a spokesperson whom nobody names', 'en', '{{by}}', unnamed('spokesperson'), false, 'a spokesperson'],
    ['in French', 'fr', '{{by}}', unnamed('spokesperson'), false, 'un porte-parole'],
    ['who goes on to speak', 'fr', '{{by, collective}}', unnamed('spokesperson'), false, 'le porte-parole'],
    ['users', 'en', '{{by}}', unnamed('users'), false, 'users'],
    ['somebody called as the editor calls them', 'fr', '{{by}}', blogger, false, 'une blogueuse'],
  ])('%s (%s): %s', (_, edition, wording, speaker, known, text) => {
    expect(said(edition, wording, by(speaker), known)).toBe(text)
  })
})

describe('what agrees with who speaks', () => {
  test.each<[string, Speaker, string | undefined]>([
    ['a woman', ada, 'elle'],
    ['a company, which is no person', company('meta'), undefined],
    ['somebody unnamed', blogger, undefined],
  ])('a pronoun, of a person alone: %s', (_, speaker, text) => {
    expect(said('fr', '{{by, pronoun(ms: il; fs: elle)}}', by(speaker))).toBe(text)
  })

  test.each<[string, Speaker, string]>([
    ['of a woman', ada, 'étonnée'],
    ['of a company', company('meta'), 'étonné'],
    ['of users', unnamed('users'), 'étonnés'],
  ])('a form %s', (_, speaker, text) => {
    const forms = '{{by, agree(ms: étonné; fs: étonnée; mp: étonnés; fp: étonnées)}}'
    expect(said('fr', forms, by(speaker))).toBe(text)
  })
})

test('a source is left out where its own words name it already', () => {
  const text = (fr: string): Slot => ({ kind: 'text', text: { fr }, from: [] })
  const wording = 'selon {{by, other}}'
  expect(said('fr', wording, { ...by(company('meta')), text: text('Meta créditera ses clients') })).toBeUndefined()
  expect(said('fr', wording, { ...by(company('meta')), text: text('les clients seront crédités') })).toBe('selon Meta')
})
