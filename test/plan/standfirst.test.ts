import { describe, expect, test } from 'vitest'
import { articleOf, bodyOf, readingOf } from '../article/realise.ts'
import { everyIncident } from '../cases/every-incident.ts'

/** Who is named, and what it is about, is no fact of a sentence. */
const NAMED = /^\/(?:kind|state|company|services|as_of|scope|started)|\/(?:by|source)(?:\/|$)/

describe('what the standfirst tells, the article does not say again', () => {
  test.each([...everyIncident])('%s', (_, text) => {
    const { incident } = readingOf(text)
    if (!incident) return
    for (const edition of ['fr', 'en']) {
      const article = articleOf(incident, edition)
      const { standfirst } = article
      if (/^(?:override|none|advice|standfirst\.window)/.test(standfirst.wording)) continue
      const above = new Set(standfirst.from.filter(pointer => !NAMED.test(pointer)))
      const again = bodyOf(article).filter(({ from, wording }) => {
        const own = from.filter(pointer => !NAMED.test(pointer))
        const isSame = own.length > 0 && own.every(pointer => above.has(pointer))
        return isSame && wording !== 'by-hand' && !/^statement\.said/.test(wording)
      })
      expect(again.map(one => one.text)).toEqual([])
      const isSpeech = /^statement\./.test(standfirst.wording)
      if (!isSpeech) expect(bodyOf(article).map(one => one.text)).not.toContain(standfirst.text)
    }
  })
})
