import { describe, expect, test } from 'vitest'
import { openTranslations, translator, variants } from '../../src/foundation/translations.ts'

const story = {
  lead: {
    outage: ['{{services, list}} en panne', 'Panne de {{services, after(word: de)}}'],
    outage_ongoing: ['{{services}} : panne en cours', 'Panne'],
    count_one: 'un',
    count_many: 'un million',
    count_other: ['des', 'plusieurs'],
  },
  single: 'seul {{a}} [ou {{b}}]',
}
const words = openTranslations('fr', {
  story,
  site: { hello: 'Bonjour {{name}}', n_one: 'une', n_other: '{{count}} pages' },
})

describe('alternatives of a wording', () => {
  test.each([
    ['lead.outage', {}, ['lead.outage#1', 'lead.outage#2']],
    ['lead.outage', { context: 'ongoing' }, ['lead.outage_ongoing#1', 'lead.outage_ongoing#2']],
    ['lead.outage', { context: 'resolved' }, ['lead.outage#1', 'lead.outage#2']],
    ['lead.count', { count: 0 }, ['lead.count_one#1']],
    ['lead.count', { count: 1.5 }, ['lead.count_one#1']],
    ['lead.count', { count: 2 }, ['lead.count_other#1', 'lead.count_other#2']],
    ['lead.count', { count: 1_000_000 }, ['lead.count_many#1']],
    ['lead.count', { count: 1_200_000 }, ['lead.count_other#1', 'lead.count_other#2']],
    ['lead.outage', { count: 2, context: 'ongoing' }, ['lead.outage_ongoing#1', 'lead.outage_ongoing#2']],
    ['single', {}, ['single#1']],
    ['nothing.here', {}, []],
    ['lead', {}, []],
  ])('%s %j', (key, choice, ids) => expect(variants(words, key, choice).map(({ id }) => id)).toEqual(ids))

  test('are raw', () => {
    expect(variants(words, 'single')).toEqual([{ id: 'single#1', text: 'seul {{a}} [ou {{b}}]' }])
    expect(variants(words, 'lead.outage')[1]?.text).toBe('Panne de {{services, after(word: de)}}')
  })

  test('are kept', () => expect(variants(words, 'lead.outage')).toBe(variants(words, 'lead.outage')))
})

describe('a wording filled', () => {
  const t = translator('fr', { story, site: { hello: 'Bonjour {{name}}', n_one: 'une', n_other: '{{count}} pages' } })

  test('is not escaped, and takes its plural', () => {
    expect(t('site:hello', { name: "d'AT&T <b> $t(site:n)" })).toBe("Bonjour d'AT&T <b> $t(site:n)")
    expect(t('site:n', { count: 0 })).toBe('une')
    expect(t('site:n', { count: 3 })).toBe('3 pages')
  })

  test('is never printed with a hole in it', () => {
    expect(() => t('site:nope')).toThrow(/"nope" is missing|"site:nope" is missing/)
    expect(() => t('site:hello')).toThrow(/nothing fills \{\{name\}\}/)
    expect(() => t('lead')).toThrow(/missing/)
  })
})
