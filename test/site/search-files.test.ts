import { describe, expect, test } from 'vitest'
import { indexEdition } from '../../src/site/edition-index.ts'
import { searchFiles } from '../../src/site/search/search-files.ts'
import { searchWordsOf } from '../../src/site/search/search-words.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { article, incident, prose, sentence } from './fixture.ts'
import { searchCorpus } from './search-corpus.ts'
import { testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const fr = siteEditionOf(siteContext, 'fr')
const en = siteEditionOf(siteContext, 'en')

describe('the words of an article', () => {
  const words = (text: string) => searchWordsOf(article({ paragraphs: [prose(text)] }), incident(), fr).body.split(' ')

  test('are stems without accents, each once', () => {
    expect(words('coupé coupée coupées Coupés')).toEqual(['coup'])
    expect(words('l’électricité, « à l’hôpital »')).toEqual(['electric', 'hopital'])
  })

  test('are those of the edition’s language', () => {
    const told = article({ paragraphs: [prose('Customers restored')] })
    expect(searchWordsOf(told, incident(), en).body).toBe('custom restor')
  })

  test('stand with the head where a title has them', () => {
    const told = article({ headline: sentence('Une panne'), paragraphs: [prose('La panne dure')] })
    const { head, body } = searchWordsOf(told, incident(), fr)
    expect(head.split(' ')).toContain('pann')
    expect(body).not.toContain('pann')
  })
})

describe('the files of the search', () => {
  const made = (count: number) => {
    const editionIndex = indexEdition(searchCorpus(count), fr)
    const key = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).join()
    const files = searchFiles(editionIndex, { siteContext, editionIndexes: [editionIndex], key })
    return Promise.all(files.map(async file => ({ path: file.path, key: file.key, text: String(await file.make()) })))
  }

  test('are the same at every build, and as few as the articles ask', async () => {
    const [one, other] = [await made(90), await made(90)]
    expect(one).toEqual(other)
    expect(one.filter(({ path }) => path.includes('/words/'))).toHaveLength(8)
    expect(one.filter(({ path }) => path.includes('/articles/'))).toHaveLength(12)
  })

  test('leave what results show of older articles as it was when one is added', async () => {
    const keys = async (count: number) =>
      new Map((await made(count)).filter(({ path }) => path.includes('/articles/')).map(({ path, key }) => [path, key]))
    const [before, after] = [await keys(88), await keys(89)]
    for (const [path, key] of before) expect(after.get(path)).toBe(key)
  })
})
