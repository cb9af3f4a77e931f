import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { articleOf, bodyOf, readingOf } from '../article/realise.ts'
import { readCases } from '../cases/read-cases.ts'

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

/** Who is named, and what it is about, is no fact of a sentence. */
const NAMED = /^\/(?:kind|state|company|services|as_of|scope|started)|\/(?:by|source)(?:\/|$)/

describe('what the standfirst tells, the article does not say again', () => {
  test.each([...incidents])('%s', (_, text) => {
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
      const goesOn = bodyOf(article).some(({ wording }) => /\.(?:earlier-)?rest/.test(wording))
      if (!goesOn) expect(bodyOf(article).map(one => one.text)).not.toContain(standfirst.text)
    }
  })
})
