import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Incident, Kind, State } from '../../src/incident/incident.ts'
import { articleOf, bodyOf, EDITIONS, incidentOf, textsOf } from './desk.ts'

const everything = incidentOf(readFileSync(new URL('everything.yaml', import.meta.url), 'utf8'))

const states: readonly State[] = ['planned', 'ongoing', 'recovering', 'resolved', 'disputed', 'retracted']
const kinds: readonly Kind[] = [
  'outage',
  'degradation',
  'maintenance',
  'attack',
  'cable cut',
  'power cut',
  'emergency numbers',
  'false alarm',
]

/** The same incident in another state, without what cannot be known in it. */
function inState(state: State, kind: Kind): Incident {
  const { planned, expected, ...rest } = everything
  const none = {
    started: [],
    ended: [],
    services: rest.services.map(({ started: _, ended: __, ...service }) => service),
  }
  const ofState: Readonly<Record<State, Partial<Incident>>> = {
    planned: { ...none, ...(planned && { planned }), ...(expected && { expected }) },
    ongoing: { ended: [], ...(expected && { expected }) },
    recovering: { ended: [], ...(expected && { expected }) },
    resolved: {},
    disputed: {},
    retracted: {},
  }
  return { ...rest, ...ofState[state], id: `${state}-${kind}`, state, kind }
}

const cases = states.flatMap(state => kinds.map(kind => [state, kind] as const))

const LEAKS = /undefined|null|NaN|\[object|\{\{|\}\}|[[\]{}]|\(\s*\)|“\s*”|«\s*»| {2}|\s[,.]|,,|\.\.|,\.|:\s*\.|;\s*\./u
const DOUBLED = /(?<![\p{L}’'-])(\p{L}{2,})\s+\1(?![\p{L}’'-])/iu
const UNMET =
  /(?<!\p{L})(?:(?:de|à) les?(?!\p{L})|de [aeiouéèêh](?!uit|aut|ors)\p{Ll}|que [aeiouéèê]\p{Ll}|le [aeiouéè]\p{Ll}|la [aeiouéè]\p{Ll})/u

describe.each(EDITIONS)('edition %s', edition => {
  test.each(cases)('tells every field of a story that is %s (%s)', (state, kind) => {
    expect(articleOf(inState(state, kind), edition).untold).toEqual([])
  })

  test.each(cases)('leaks nothing in a story that is %s (%s)', (state, kind) => {
    const article = articleOf(inState(state, kind), edition)
    const texts = textsOf(article)
    expect(texts.filter(text => LEAKS.test(text))).toEqual([])
    expect(texts.filter(text => DOUBLED.test(text))).toEqual([])
    if (edition.startsWith('fr')) expect(texts.filter(text => UNMET.test(text))).toEqual([])
  })

  test.each(cases)('says nothing twice in a story that is %s (%s)', (state, kind) => {
    const sentences = bodyOf(articleOf(inState(state, kind), edition)).map(({ text }) => text)
    expect(sentences.filter((text, index) => sentences.indexOf(text) !== index)).toEqual([])
  })

  test.each(cases)('has a headline, an alert and a standfirst in a story that is %s (%s)', (state, kind) => {
    const { headline, alert, standfirst } = articleOf(inState(state, kind), edition)
    for (const { text } of [headline, alert]) {
      expect(text.length).toBeGreaterThan(9)
      expect(text.length).toBeLessThanOrEqual(110)
    }
    expect(standfirst.text).toMatch(/\.$/)
  })
})
