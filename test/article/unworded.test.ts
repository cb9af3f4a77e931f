import { describe, expect, test } from 'vitest'
import { proofread } from '../../src/article/proofread-article.ts'
import { type Realiser, realiseArticle } from '../../src/article/realise-article.ts'
import { planOf } from '../../src/plan/plan.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { everyCase } from '../wordings/everything.ts'
import { realiserOf } from './realise.ts'

const stories = everyCase().map(storyOf)

/** A realiser whose language has lost every wording of a key, in every context. */
const without = (realiser: Realiser, lost: readonly string[]): Realiser => ({
  ...realiser,
  wordings: (key, choice) => (lost.includes(key) ? [] : realiser.wordings(key, choice)),
})

describe.each(['fr', 'en'])('a wording deleted in %s', edition => {
  const realiser = realiserOf(edition)

  test('nothing planned lacks one now', () => {
    expect(stories.flatMap(story => realiseArticle(story, realiser).unworded)).toEqual([])
  })

  /** One story for each kind of message that is planned anywhere above the body. */
  const kinds = new Map(
    stories.flatMap(story => {
      const { lead, standfirst, brief } = planOf(story, realiser.news, realiser.locale.edition.home)
      return [...lead, ...standfirst, ...brief].map(fact => [fact.keys.join(' '), { story, fact }] as const)
    }),
  )

  test.each([...kinds])('raises a diagnostic with its key, and the plan stays as it is: %s', (_, { story, fact }) => {
    const article = realiseArticle(story, without(realiser, fact.keys))
    expect(article.unworded).toContain(fact.keys[0])
    expect(proofread(story, [article])).toContainEqual(
      expect.objectContaining({ code: 'article/unworded', facts: { edition, key: fact.keys[0] } }),
    )
    const { unworded: _lacking, headline, ...whole } = realiseArticle(story, realiser)
    // What is told besides is what was told before: no other fact takes its place.
    if (!fact.always) expect(article.headline.text).toBe(headline.text)
    expect(article.paragraphs.length).toBeLessThanOrEqual(whole.paragraphs.length)
  })

  /** One story for each title that a plan makes of what leads, and for each that says no more than the state. */
  const titles = new Map(
    stories.flatMap(story => {
      const { headline, alert } = planOf(story, realiser.news, realiser.locale.edition.home)
      return [...headline, ...alert].flat().map(fact => [fact.keys.join(' '), { story, fact }] as const)
    }),
  )

  test.each([...titles])('of a title raises one too, and the article keeps a title: %s', (_, { story, fact }) => {
    const article = realiseArticle(story, without(realiser, fact.keys))
    expect(article.unworded).toContain(fact.keys[0])
    expect(article.headline.text).not.toBe('')
    const { brief } = realiseArticle(story, realiser)
    expect(article.brief.map(({ text }) => text)).toEqual(brief.map(({ text }) => text))
  })
})
