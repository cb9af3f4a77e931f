import { describe, expect, test } from 'vitest'
import type { Named } from '../../src/fields/directory.ts'
import type { Slot } from '../../src/story/story.ts'
import { names, said } from './said.ts'

const service = (id: string, fr: object, en: object = { class: 's' }): Named => ({
  id,
  kind: 'service',
  name: id,
  forms: { fr: { class: 'ms', ...fr }, en },
})
const mail = service('mail', { name: 'la messagerie', class: 'fs' }, { name: 'the mail service', class: 's' })
const slotOf = (...all: Named[]): Record<string, Slot> => ({ services: { kind: 'names', names: all, from: [] } })
const three = { services: names('facebook', 'instagram', 'messenger') }
const cut: Record<string, Slot> = { services: { ...names('facebook', 'instagram'), more: 35 } as Slot }

describe('names', () => {
  test.each<[string, string, string, Record<string, Slot>, string | undefined]>([
    ['in a list', 'fr', '{{services}}', three, 'Facebook, Instagram et Messenger'],
    ['in English', 'en', '{{services}}', three, 'Facebook, Instagram and Messenger'],
    ['in a list of which one is meant', 'fr', '{{services, list(or: yes)}}', three, 'Facebook, Instagram ou Messenger'],
    [
      'each with a word that contracts',
      'fr',
      '{{services, list(word: de)}}',
      three,
      'de Facebook, d’Instagram et de Messenger',
    ],
    ['with its article', 'fr', '{{services}}', slotOf(mail), 'la messagerie'],
    ['contracted with it', 'fr', '{{services, list(word: à)}}', slotOf(mail), 'à la messagerie'],
    [
      'with the article of a common noun',
      'fr',
      '{{services}}',
      { services: names('mobile-data') },
      'l’internet mobile',
    ],
    [
      'without it as a headline begins',
      'fr',
      '{{services, title}}',
      { services: names('mobile-data') },
      'internet mobile',
    ],
    [
      'the best known of many, and how many more',
      'fr',
      '{{services}}',
      cut,
      'Facebook, Instagram et 35 autres services',
    ],
    ['in English too', 'en', '{{services}}', cut, 'Facebook, Instagram and 35 other services'],
    ['one alone', 'fr', 'le service {{services, single}}', { services: names('facebook') }, 'le service Facebook'],
    ['not several as one', 'fr', 'le service {{services, single}}', three, undefined],
    ['not one as several', 'fr', 'les services {{services, several}}', { services: names('facebook') }, undefined],
    [
      'not one of a list that was cut',
      'fr',
      'le service {{services, single}}',
      { services: { ...names('facebook'), more: 3 } as Slot },
      undefined,
    ],
  ])('are said %s (%s): %s', (_, edition, wording, slots, text) => expect(said(edition, wording, slots)).toBe(text))
})

describe('what agrees with names', () => {
  const forms = '{{services, agree(ms: coupé; fs: coupée; mp: coupés; fp: coupées)}}'
  test.each<[string, Record<string, Slot>, string]>([
    ['one feminine', slotOf(mail), 'coupée'],
    ['two feminine', slotOf(mail, { ...mail, id: 'other' }), 'coupées'],
    ['feminine and masculine', slotOf(mail, service('agenda', {})), 'coupés'],
    ['one, and others that are not named', { services: { kind: 'names', names: [mail], more: 3, from: [] } }, 'coupés'],
  ])('%s', (_, slots, text) => expect(said('fr', forms, slots)).toBe(text))
})

describe('places', () => {
  test.each([
    ['fr', ['BE'], 'en Belgique'],
    ['fr', ['BE', 'LU'], 'en Belgique et au Luxembourg'],
    ['fr', ['US', 'CA'], 'aux États-Unis et au Canada'],
    ['fr', ['CH-GE'], 'dans le canton de Genève'],
    ['en', ['ES', 'PT'], 'in Spain and Portugal'],
    ['en', ['US', 'BE'], 'in the US and Belgium'],
  ])('are said with the preposition of each (%s, %j): %s', (edition, ids, text) => {
    expect(said(edition, '{{places, in}}', { places: names(...ids) })).toBe(text)
  })
})

test.each([
  ['en', 'meta', 'Meta’s'],
  ['en', 'rogers', 'Rogers’'],
])('whose it is (%s): %s', (edition, id, text) => {
  expect(said(edition, '{{company, possessive}}', { company: names(id) })).toBe(text)
})
