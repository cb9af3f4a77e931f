import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { articleOf, bodyOf, EDITIONS, textsOf } from '../article/realise.ts'
import { cases, changed, inState } from './everything.ts'

const LEAKS = /undefined|null|NaN|\[object|\{\{|\}\}|[[\]{}]|\(\s*\)|“\s*”|«\s*»| {2}|\s[,.]|,,|\.\.|,\.|:\s*\.|;\s*\./u
const DOUBLED = /(?<![\p{L}’'-])(\p{L}{2,})\s+\1(?![\p{L}’'-])/iu
const UNMET =
  /(?<!\p{L})(?:(?:de|à) les?(?!\p{L})|de [aeiouéèêh](?!uit|aut|ors)\p{Ll}|que [aeiouéèê]\p{Ll}|le [aeiouéè]\p{Ll}|la [aeiouéè]\p{Ll})/u

type Case = (typeof cases)[number]

const articles = new Map<string, Article>()

/** The article of a case, told once for all that is asked of it. */
function told(edition: string, ...[state, kind]: Case): Article {
  const key = `${edition} ${state} ${kind}`
  const known = articles.get(key) ?? articleOf(inState(state, kind), edition)
  articles.set(key, known)
  return known
}

describe.each(EDITIONS)('edition %s', edition => {
  test.each(cases)('tells every field of a story that is %s (%s)', (state, kind) => {
    expect(told(edition, state, kind).untold).toEqual([])
  })

  test.each(cases)('leaks nothing in a story that is %s (%s)', (state, kind) => {
    const article = told(edition, state, kind)
    const texts = textsOf(article)
    expect(texts.filter(text => LEAKS.test(text))).toEqual([])
    expect(texts.filter(text => DOUBLED.test(text))).toEqual([])
    if (edition.startsWith('fr')) expect(texts.filter(text => UNMET.test(text))).toEqual([])
  })

  test.each(cases)('says nothing twice in a story that is %s (%s)', (state, kind) => {
    const sentences = bodyOf(told(edition, state, kind)).map(({ text }) => text)
    expect(sentences.filter((text, index) => sentences.indexOf(text) !== index)).toEqual([])
  })

  test.each(cases)('has a headline, an alert and a standfirst in a story that is %s (%s)', (state, kind) => {
    const { headline, alert, standfirst } = told(edition, state, kind)
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
