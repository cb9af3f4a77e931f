import { describe, expect, test } from 'vitest'
import { articleOf, bodyOf, EDITIONS, textsOf } from '../article/realise.ts'
import { cases, changed, inState } from './everything.ts'

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

describe.each(['fr', 'en', 'en-us'])('edition %s, one field changed', edition => {
  test.each(changed)('tells everything and leaks nothing: %s, %s', (_state, _name, incident) => {
    const article = articleOf(incident, edition)
    const texts = textsOf(article)
    const sentences = bodyOf(article).map(({ text }) => text)
    expect(texts.filter(text => LEAKS.test(text) || DOUBLED.test(text))).toEqual([])
    if (edition === 'fr') expect(texts.filter(text => UNMET.test(text))).toEqual([])
    expect(sentences.filter((text, index) => sentences.indexOf(text) !== index)).toEqual([])
    expect(article.untold.filter(pointer => !pointer.startsWith('/services') && !pointer.startsWith('/scope'))).toEqual(
      [],
    )
  })
})
