import { expect, test } from 'vitest'
import { proofread } from '../../src/article/proofread-article.ts'
import { messageOf } from '../../src/article/sentence-by-hand.ts'
import { articleOf, bodyOf, incidentOf } from './realise.ts'

const FILE = `state: ongoing
as_of: 2026-07-06T12:00
company: orion-telecom
services: mobile-network
started: 2026-07-06T08:00
counts: { source: downdetector, unit: reports, value: 4000 }
standfirst: { fr: Quatre heures sans réseau., en: Four hours without a network. }
`
const made = articleOf(incidentOf(FILE), 'fr')
const count = bodyOf(made).find(({ text }) => text.includes('4\u202f000'))
const mark = count && messageOf(count)
const typed = (facts: string) =>
  `${FILE}sentences: { tells: ${mark?.tells},${facts} fr: "Quatre mille personnes s'en plaignent." }\n`
const own = typed(` facts: ${mark?.facts},`)

function codesOf(text: string) {
  const incident = incidentOf(text)
  const articles = ['fr', 'en'].map(edition => articleOf(incident, edition))
  return proofread({ incident }, articles, text).map(({ code, facts, fix }) => ({ code, facts, fix }))
}

const texts = (text: string, edition: string) => {
  const article = articleOf(incidentOf(text), edition)
  return [...article.brief, ...bodyOf(article)].map(one => one.text)
}

test('an editor’s sentence stands in place of the made one, in its language, with its lines', () => {
  const article = articleOf(incidentOf(own), 'fr')
  const sentence = bodyOf(article).find(({ wording }) => wording === 'by-hand')
  expect(sentence?.text).toBe('Quatre mille personnes s’en plaignent.')
  expect(sentence?.from).toEqual([...(count?.from ?? []), '/sentences/fr'])
  expect(article.brief.map(({ wording }) => wording)).toContain('by-hand')
  expect(texts(own, 'fr').filter(text => text.includes('Downdetector'))).toEqual([])
  expect(texts(own, 'en')).toEqual(texts(FILE, 'en'))
  expect(codesOf(own)).toEqual([])
})

test('the mark of a sentence is the same in every language, and a string to YAML', () => {
  const english = bodyOf(articleOf(incidentOf(FILE), 'en')).map(messageOf)
  expect(english).toContainEqual(mark)
  expect(mark?.facts).toMatch(/^f[0-9a-f]{7}$/)
})

test('once its facts change it is made again, and check asks with both texts', () => {
  const changed = own.replace('4000', '5000')
  expect(texts(changed, 'fr')).toEqual(texts(FILE.replace('4000', '5000'), 'fr'))
  const [asked, ...others] = codesOf(changed)
  expect(others).toEqual([])
  expect(asked).toMatchObject({
    code: 'article/sentence-changed',
    facts: { typed: "Quatre mille personnes s'en plaignent.", made: expect.stringContaining('5\u202f000') },
  })
  const { from = 0, to = 0, text = '' } = asked?.fix ?? {}
  expect(codesOf(changed.slice(0, from) + text + changed.slice(to))).toEqual([])
})

test('what no sentence tells any more is asked about, and so is a sentence whose facts nobody watches', () => {
  const gone = own.replace(/^counts:.*\n/m, '')
  expect(codesOf(gone)).toEqual([expect.objectContaining({ code: 'article/sentence-gone' })])
  expect(codesOf(typed(''))).toEqual([expect.objectContaining({ code: 'article/sentence-unmarked' })])
  expect(texts(typed(''), 'fr')).toContain('Quatre mille personnes s’en plaignent.')
})

test('another day or another hour of the story does not touch a sentence that does not tell it', () => {
  expect(texts(own.replace('T12:00', 'T12:30'), 'fr')).toContain('Quatre mille personnes s’en plaignent.')
})
