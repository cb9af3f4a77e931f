import { expect, test } from 'vitest'
import { articleOf, EDITIONS, incidentOf } from './realise.ts'

const incident = incidentOf(`state: ongoing
as_of: 2026-02-10T16:00
services: facebook
started: 2026-02-10T15:00
advice:
  - by: meta
    steps: [{ fr: attendez, en: wait }, { fr: recommencez, en: try again }, { fr: appelez, en: call }]
    valid_until: 2026-02-10T20:00
  - by: telnova
    steps: { fr: redémarrez, en: restart }
`)

test.each(EDITIONS)(
  'items stand in lists of their own below what announces them, and one alone in no list, in %s',
  edition => {
    const advice = articleOf(incident, edition).paragraphs.filter(({ move }) => move === 'advice')
    expect(advice.map(({ form, sentences }) => [form, sentences.length])).toEqual([
      ['prose', 1],
      ['list', 3],
      ['prose', 1],
      ['prose', 1],
    ])
  },
)
