import { describe, expect, test } from 'vitest'
import { compileDocumentPlan } from '../../src/article/document-plan.ts'
import { realiseArticle } from '../../src/article/realise-article.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { EDITIONS, incidentOf, realiserOf } from './realise.ts'

const incident = incidentOf(`state: retracted
as_of: 2026-02-10T16:00
services: facebook
scope: { reach: country, places: [BE] }
corrections:
  - at: 2026-02-10T15:50
    severity: serious
    said: { fr: Facebook était en panne, en: Facebook was down }
    right: { fr: tout fonctionnait, en: all was working }
`)

const movesOf = (outline: string, edition: string): string[] => {
  const realiser = realiserOf(edition)
  const documentPlans = new Map([
    ...realiser.documentPlans,
    ['retracted', compileDocumentPlan('retracted', outline)] as const,
  ])
  return realiseArticle(storyOf(incident), { ...realiser, documentPlans }).paragraphs.map(({ move }) => move)
}

const say = (...moves: string[]) =>
  moves.map(move => `{{#paragraph "${move}"}}{{say "${move}"}}{{/paragraph}}`).join('\n')

describe.each(EDITIONS)('that details are withdrawn is announced in %s', edition => {
  test('before the details', () => {
    expect(movesOf(say('lead', 'withdrawn', 'scope'), edition)).toEqual(['lead', 'withdrawn', 'scope'])
  })

  test('not where none follow, or all were told before', () => {
    expect(movesOf(say('lead', 'withdrawn'), edition)).toEqual(['lead'])
    expect(movesOf(say('lead', 'scope', 'withdrawn', 'scope'), edition)).toEqual(['lead', 'scope'])
  })
})
