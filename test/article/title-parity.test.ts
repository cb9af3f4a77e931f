import { describe, expect, test } from 'vitest'
import type { Article, Sentence } from '../../src/article/article.ts'
import { everyIncident } from '../cases/every-incident.ts'
import { articleOf, readingOf } from './realise.ts'

/** Editions of one home: their articles tell the same. */
const EDITIONS = ['fr', 'en', 'nl'] as const

/** Texts that an editor typed in French stand in Dutch as quotations, where there is room for them. */
const TYPED = /\bfr: (?!\{ (?:class|name|article)\b)/

const editionsOf = (text: string) => (TYPED.test(text) ? EDITIONS.slice(0, 2) : EDITIONS)

const PARTS: Readonly<Record<string, (article: Article) => readonly Sentence[]>> = {
  headline: ({ headline }) => [headline],
  alert: ({ alert }) => [alert],
  standfirst: ({ standfirst }) => [standfirst],
  brief: ({ brief }) => brief,
}

/** Whose it is stands in what fails in one language and beside it in another; that it speaks of today is no fact. */
const NAMED = /^\/(?:kind|state|company|services|as_of)/
/** Hours that a lead gives where its language has room, and that the article gives in any case. */
const HOURS = /^\/(?:started|ended|planned|expected|corrections)/

/** What a part tells: the entries of the file that it rests on, without the parts of an entry and without languages. */
function toldIn(sentences: readonly Sentence[], part: string): readonly string[] {
  const entries = sentences
    .filter(({ wording }) => wording !== 'override' && wording !== 'by-hand')
    .flatMap(({ from }) => from)
    .filter(pointer => !NAMED.test(pointer) && !(part === 'brief' && HOURS.test(pointer)))
    .map(pointer => pointer.split('/')[1] ?? '')
  return [...new Set(entries)].sort()
}

describe('titles and brief tell the same in every language of one home', () => {
  test.each([...everyIncident])('%s', (_, text) => {
    const { incident } = readingOf(text)
    const { headline, alert, standfirst } = incident?.publication ?? {}
    // What an editor typed tells what it tells.
    if (!incident || headline || alert || standfirst) return
    const articles = editionsOf(text).map(edition => articleOf(incident, edition))
    for (const [part, sentencesOf] of Object.entries(PARTS)) {
      const [first, ...others] = articles.map(article => toldIn(sentencesOf(article), part))
      for (const other of others) expect(other, part).toEqual(first)
    }
  })
})
