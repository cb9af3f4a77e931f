import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Article, Sentence } from '../../src/article/article.ts'
import { readCases } from '../cases/read-cases.ts'
import { articleOf, readingOf } from './realise.ts'

/** Editions of one home: their articles tell the same. */
const EDITIONS = ['fr', 'en', 'nl'] as const

const root = resolve(import.meta.dirname, '../..')

/** Every incident there is to try: reviewed articles, samples and cases. */
const incidents = new Map([
  ...readdirSync(join(root, 'test/golden'))
    .map(name => [name, join(root, 'test/golden', name, 'incident.yaml')] as const)
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => [name, readFileSync(file, 'utf8')] as const),
  ...readdirSync(join(root, 'content/incidents'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => [name, readFileSync(join(root, 'content/incidents', name), 'utf8')] as const),
  ...readCases()
    .filter(({ refused }) => !refused)
    .map(({ name, text }) => [name, text] as const),
])

const PARTS: Readonly<Record<string, (article: Article) => readonly Sentence[]>> = {
  headline: ({ headline }) => [headline],
  alert: ({ alert }) => [alert],
  standfirst: ({ standfirst }) => [standfirst],
  brief: ({ brief }) => brief,
}

/** What the kind and the state are stands in every title, in words or not; a typed text tells what it tells. */
const ANYWHERE = /^\/(?:kind|state|company|publication|reach)/

/** What a part tells: the entries of the file that it rests on, without the parts of an entry and without languages. */
function toldIn(sentences: readonly Sentence[]): readonly string[] {
  const entries = sentences
    .filter(({ wording }) => wording !== 'override' && wording !== 'by-hand')
    .flatMap(({ from }) => from)
    .filter(pointer => !ANYWHERE.test(pointer))
    .map(pointer => pointer.split('/').slice(1, 2).join('/'))
  return [...new Set(entries)].sort()
}

describe('titles and brief tell the same in every language of one home', () => {
  test.each([...incidents])('%s', (_, text) => {
    const { incident } = readingOf(text)
    if (!incident || Object.keys(incident.publication.headline ?? {}).length > 0) return
    const articles = EDITIONS.map(edition => articleOf(incident, edition))
    for (const [part, sentencesOf] of Object.entries(PARTS)) {
      const [first, ...others] = articles.map(article => toldIn(sentencesOf(article)))
      for (const other of others) expect(other, part).toEqual(first)
    }
  })
})
