import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { realiseArticle } from '../../src/article/realise-article.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { STATES } from '../../src/incident/states.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { bodyOf, EDITIONS, realiserOf, textsOf } from '../article/realise.ts'
import { runs } from '../machine/runs.ts'
import { cases, changed, changes, inState } from './everything.ts'

const LEAKS = /undefined|null|NaN|\[object|\{\{|\}\}|[[\]{}]|\(\s*\)|“\s*”|«\s*»| {2}|\s[,.]|,,|\.\.|,\.|:\s*\.|;\s*\./u
const DOUBLED = /(?<![\p{L}’'-])(\p{L}{2,})\s+\1(?![\p{L}’'-])/iu
const UNMET =
  /(?<!\p{L})(?:(?:de|à) les?(?!\p{L})|de [aeiouéèêh](?!uit|aut|ors)\p{Ll}|que [aeiouéèê]\p{Ll}|le [aeiouéè]\p{Ll}|la [aeiouéè]\p{Ll})/u

/** The articles of a case in some editions. */
const toldIn = (incident: Incident, editions: readonly string[]): Article[] => {
  const story = storyOf(incident)
  return editions.map(edition => realiseArticle(story, realiserOf(edition)))
}

/** What is wrong in articles, by edition; nothing where all is well. */
const wrongIn = <T>(
  articles: readonly Article[],
  wrong: (article: Article) => readonly T[],
): Record<string, readonly T[]> =>
  Object.fromEntries(
    articles.map(article => [article.edition, wrong(article)] as const).filter(([, found]) => found.length > 0),
  )

/** Texts that show how they were made, say a word twice, or have an article that does not meet its noun. */
function leaking(article: Article): string[] {
  const isFrench = article.edition.startsWith('fr')
  return textsOf(article).filter(text => LEAKS.test(text) || DOUBLED.test(text) || (isFrench && UNMET.test(text)))
}

function saidTwice(article: Article): string[] {
  const sentences = bodyOf(article).map(({ text }) => text)
  return sentences.filter((text, index) => sentences.indexOf(text) !== index)
}

/** Whether this is `npm run test:real`, which tells what `npm test` leaves out. */
const isReal = runs(1) > 1

describe.skipIf(isReal).each(cases)('a story that is %s (%s), in every edition', (state, kind) => {
  let articles: readonly Article[] = []

  beforeAll(() => {
    articles = toldIn(inState(state, kind), EDITIONS)
  })
  afterAll(() => {
    articles = []
  })

  test('tells every field', () => {
    expect(articles.map(({ edition }) => edition)).toEqual(EDITIONS)
    expect(wrongIn(articles, ({ untold }) => untold)).toEqual({})
  })

  test('leaks nothing', () => {
    expect(wrongIn(articles, leaking)).toEqual({})
  })

  test('says nothing twice', () => {
    expect(wrongIn(articles, saidTwice)).toEqual({})
  })

  test('has a headline, an alert and a standfirst', () => {
    for (const { headline, alert, standfirst } of articles) {
      for (const { text } of [headline, alert]) {
        expect(text.length).toBeGreaterThan(9)
        expect(text.length).toBeLessThanOrEqual(110)
      }
      expect(standfirst.text).toMatch(/\.$/)
    }
  })
})

/**
 * The editions in which a change is told in a state: `npm test` tells each change in every state, in half of them in the one
 * language and in half in the other, and in one state in an edition of another place; `npm run test:real` tells the rest.
 */
function editionsOf(change: number, state: number): string[] {
  const first = [(change + state) % 2 === 0 ? 'fr' : 'en', ...(change % STATES.length === state ? ['en-us'] : [])]
  return isReal ? ['fr', 'en', 'en-us'].filter(edition => !first.includes(edition)) : first
}

describe('one field changed', () => {
  const each = changed.map(
    ([state, name, incident], nth) =>
      [state, name, incident, editionsOf(nth % changes.length, Math.floor(nth / changes.length))] as const,
  )
  const isMeant = (pointer: string) => !pointer.startsWith('/services') && !pointer.startsWith('/scope')

  test.each(each)('tells everything and leaks nothing: %s, %s', (_state, _name, incident, editions) => {
    const articles = toldIn(incident, editions)
    expect(wrongIn(articles, leaking)).toEqual({})
    expect(wrongIn(articles, saidTwice)).toEqual({})
    expect(wrongIn(articles, ({ untold }) => untold.filter(isMeant))).toEqual({})
  })
})
