import { describe, expect, test } from 'vitest'
import { nearestName, spellings } from '../../src/fields/name-lookup.ts'
import { context, incidentWith, read } from '../incident/sample-newsroom.ts'

/** What reading says of a name in a list of services, or of the company. */
function saidOf(fields: string): unknown[] {
  return read(incidentWith(fields)).diagnostics.map(({ code, facts, fix }) => [
    code,
    facts.nearest ?? facts.right ?? '',
    fix?.text ?? '',
  ])
}

describe('a name in a file', () => {
  test.each<[string, string, unknown[]]>([
    ['that is known', 'services: [facebook]', []],
    [
      'that is written as readers know it gets its id',
      'services: [Facebook]',
      [['name/unknown', 'facebook', 'facebook']],
    ],
    [
      'that is written as in one language, too',
      'services: [the emergency number 112]',
      [['name/unknown', 'emergency-112', 'emergency-112']],
    ],
    ['with a slip is asked', 'services: [instagarm]', [['name/unknown', 'instagram', '']]],
    ['that is like none', 'services: [zzzzzz]', [['name/unknown', '', '']]],
    ['of another kind', 'services: [BE]', [['name/wrong-kind', '', '']]],
    [
      'of a person in the place of a company, whose company is meant',
      'company: zuckerberg',
      [['name/wrong-kind', 'meta', '']],
    ],
    [
      'that is several without brackets',
      'services: facebook, instagram',
      [['name/several', '[facebook, instagram]', '[facebook, instagram]']],
    ],
    [
      'that is several, one of them unknown',
      'services: facebook, zzzzzz',
      [['name/several', '[facebook, zzzzzz]', '']],
    ],
    ['that is a service in the place of its company', 'company: gmail', []],
  ])('%s', (_, fields, expected) => expect(saidOf(fields)).toEqual(expected))
})

test('the nearest name is one of the kinds that are asked for', () => {
  const { directory } = context
  expect(nearestName(directory, 'Belgiqeu', ['place'])?.id).toBe('BE')
  expect(nearestName(directory, 'Belgiqeu', ['service'])).toBeUndefined()
})

test('a name is found by its id, its name, and its name in each language', () => {
  const named = context.directory.names.get('emergency-112')
  expect(named && spellings(named)).toEqual([
    'emergency-112',
    '112',
    "le numéro d'urgence 112",
    'the emergency number 112',
  ])
})
