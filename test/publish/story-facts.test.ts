import { describe, expect, test } from 'vitest'
import { addressesIn, factsOf, hasSameFacts, isWording } from '../../src/publish/story-facts.ts'
import { postOf, remoteOf, testPublisher } from './test-publisher.ts'

const none = {}
const facts = (raw: object, companions: Parameters<typeof factsOf>[0]['companions'] = none) =>
  factsOf({ raw, companions })

describe('the fingerprint of a story', () => {
  test.each<[string, object]>([
    ['the order of fields', { company: 'meta', state: 'ongoing' }],
    ['who reviewed it', { state: 'ongoing', company: 'meta', reviewed: { by: 'x' } }],
  ])('does not change with %s', (_, raw) => {
    expect(facts(raw)).toBe(facts({ state: 'ongoing', company: 'meta' }))
  })

  test.each<[string, object]>([
    ['a value', { state: 'resolved', services: ['a', 'b'] }],
    ['a field more', { state: 'ongoing', services: ['a', 'b'], draft: 'true' }],
    ['the order of a list', { state: 'ongoing', services: ['b', 'a'] }],
  ])('changes with %s', (_, raw) => {
    expect(facts(raw)).not.toBe(facts({ state: 'ongoing', services: ['a', 'b'] }))
  })

  test('changes with a hand-written text beside the file', () => {
    const beside = (body: string) => facts({}, { fr: { file: 'a.fr.md', place: 'end', body } })
    expect(beside('Un.')).not.toBe(beside('Deux.'))
    expect(beside('Un.')).not.toBe(facts({}))
  })
})

test('what 0.1 published has no fingerprint: the moment it speaks from tells', () => {
  const publisher = testPublisher()
  const post = postOf('fr')
  const ours = { modified: '2026-03-02T10:00Z' }
  const remote = (modified: string) => ({ ...remoteOf(publisher, post), fields: { modified } })
  expect(hasSameFacts(post, ours, remote('2026-03-02T10:00Z'))).toBe(true)
  expect(hasSameFacts(post, ours, remote('2026-03-02T09:00Z'))).toBe(false)
  expect(hasSameFacts(post, {}, remote(''))).toBe(false)
})

test.each([
  ['body', 'a', 'b', true],
  ['status', 'draft', 'published', false],
  ['canonical', 'https://b.example/fr/x/', 'https://a.example/fr/x/', false],
  ['canonical', 'https://a.example/fr/y/', 'https://a.example/fr/x/', true],
])('%s, %s for %s, is wording: %s', (name, ours, theirs, expected) => {
  expect(isWording({ name, ours, theirs })).toBe(expected)
})

test('addresses are found in Markdown and in HTML', () => {
  expect(addressesIn('→ [Read](/en/a/) · [Lees](/nl/a/)')).toEqual(['/en/a/', '/nl/a/'])
  expect(addressesIn('<p><a href="/en/a/">Read</a></p>')).toEqual(['/en/a/'])
})
