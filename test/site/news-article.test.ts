import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { newsArticle } from '../../src/site/data/news-article.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { article, incident, sentence } from './fixture.ts'
import { testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const plainSite = await testSiteContext(['fr', 'en'], {
  share_cards: true,
  licence: { url: 'https://cc.example/by/', name: 'CC' } as never,
})
const english = article({ edition: 'en', lang: 'en-GB' })

function recordOf(changes: Partial<Article> = {}, about: Partial<Incident> = {}, context = siteContext) {
  const one = article(changes)
  return JSON.parse(
    JSON.stringify(
      newsArticle(one, { ...incident(), ...about }, [one, english], context, siteEditionOf(context, 'fr')),
    ),
  ) as Record<string, unknown>
}

const update = { at: { precision: 'exact' as const, at: Date.UTC(2026, 2, 2, 9) }, text: { fr: 'x', en: 'x' } }

describe('the record of an article', () => {
  test('has its address, its language and its moments with the offset of the edition', () => {
    expect(recordOf()).toMatchObject({
      '@type': 'NewsArticle',
      url: 'https://news.example/sous/fr/2026-03-02-orion/',
      inLanguage: 'fr-BE',
      datePublished: '2026-03-02T10:00:00+01:00',
      dateModified: '2026-03-02T11:30:00+01:00',
      version: '1',
      author: { '@type': 'Organization', name: 'La rédaction' },
    })
  })

  test.each([
    [2, 'NewsArticle', '3'],
    [3, 'LiveBlogPosting', '4'],
  ])('with %i updates it is a %s of version %s', (count, type, version) => {
    expect(recordOf({}, { updates: Array.from({ length: count }, () => update) })).toMatchObject({
      '@type': type,
      version,
    })
  })

  test('is a live blog with its first update while it is under way, the newest first', () => {
    const later = { at: { precision: 'exact' as const, at: Date.UTC(2026, 2, 2, 9, 20) }, text: { en: 'y' } }
    expect(recordOf({ state: 'ongoing' }, { state: 'ongoing', updates: [update] })).toMatchObject({
      '@type': 'LiveBlogPosting',
    })
    const record = recordOf({ state: 'ongoing' }, { state: 'ongoing', updates: [update, later] })
    expect(record).toMatchObject({
      coverageStartTime: '2026-03-02T10:00:00+01:00',
      liveBlogUpdate: [
        { '@id': expect.stringMatching(/#update-2$/), articleBody: 'Y', inLanguage: 'en' },
        { '@id': expect.stringMatching(/#update-1$/), articleBody: 'X', inLanguage: 'fr-BE' },
      ],
    })
    expect(record).not.toHaveProperty('coverageEndTime')
    expect(recordOf({ state: 'retracted' }, { state: 'retracted', updates: [update, update, later] })).toMatchObject({
      '@type': 'NewsArticle',
    })
  })

  test('its headline has the 110 characters that search engines show', () => {
    const { headline } = recordOf({ headline: sentence('mot '.repeat(60)) })
    expect(String(headline).length).toBeLessThanOrEqual(110)
    expect(headline).toMatch(/mot…$/)
  })

  test('names the article in the other edition, and not itself', () => {
    const text = JSON.stringify(recordOf())
    expect(text).toContain('https://news.example/sous/en/2026-03-02-orion/')
    expect(JSON.stringify({ ...recordOf(), url: '', mainEntityOfPage: '', '@id': '' })).not.toContain(
      'sous/fr/2026-03-02-orion',
    )
  })

  test('has keywords, a picture and a licence only where there are any', () => {
    expect(recordOf({ tags: [] })).not.toHaveProperty('keywords')
    expect(recordOf()).toMatchObject({ keywords: ['panne'] })
    for (const field of ['image', 'license']) expect(recordOf()).not.toHaveProperty(field)
    expect(recordOf({}, {}, plainSite)).toMatchObject({
      image: { url: 'https://news.example/sous/fr/2026-03-02-orion/card.png' },
      license: 'https://cc.example/by/',
    })
  })
})
