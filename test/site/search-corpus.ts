import type { ArticleSummary } from '../../src/site/article-summary.ts'
import { diceOf } from '../../tools/bench/random.ts'
import { summary } from './summary-fixture.ts'

/** As many different words as thousands of articles hold. */
const VOCABULARY = 30_000
const BODY = 130
const HEAD = 24

const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'co',
  'pre',
  'tra',
  'con',
  'in',
]

/** The nth word of the invented language; the first are short, as in any. */
function wordOf(nth: number): string {
  let left = nth
  let word = ''
  do {
    word += SYLLABLES[left % SYLLABLES.length]
    left = Math.floor(left / SYLLABLES.length)
  } while (left > 0)
  return `${word}${'nrst'[nth % 4]}`
}

/**
 * Invented articles, of which the search knows the words: a few are in nearly all, most in hardly any, as the words of a
 * language are. Every fortieth is on Instagram.
 */
export function searchCorpus(count: number): ArticleSummary[] {
  const dice = diceOf(1)
  const words = (many: number) => {
    const found = new Set<string>()
    while (found.size < many) found.add(wordOf(Math.floor(VOCABULARY ** dice.roll()) - 1))
    return found
  }
  return Array.from({ length: count }, (_, nth) => {
    const head = words(HEAD).add('pann')
    if (nth % 40 === 0) head.add('instagram')
    const body = [...words(BODY)].filter(word => !head.has(word))
    return summary({
      id: `article-${nth}`,
      headline: `Panne ${nth} : un titre comme en ont les articles, avec un lieu et une durée`,
      standfirst:
        'Une phrase sous le titre, qui dit en quelque cent cinquante caractères ce que le titre ne dit pas, et de qui on le tient.',
      published: Date.UTC(2016, 0, 1) + nth * 8 * 3_600_000,
      state: nth === count - 1 ? 'ongoing' : 'resolved',
      words: { head: [...head].sort().join(' '), body: body.sort().join(' ') },
    })
  })
}
