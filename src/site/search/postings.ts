import { byCodeUnit } from '../../foundation/workspace.ts'
import type { SearchWords } from './search-words.ts'

/** Which articles hold a word. */
export interface WordPostings {
  readonly word: string
  /** In the titles or names of how many articles. */
  readonly inHeads: number
  /** Base64 of numbers of seven bits a byte: the steps from one article to the next, doubled, and one more where a title holds it. */
  readonly coded: string
}

/** The words of all articles in order, with the articles of each by their numbers. */
export function postingsByWord(articles: readonly SearchWords[]): WordPostings[] {
  const found = new Map<string, number[]>()
  const add = (word: string, posting: number) => {
    const known = found.get(word)
    if (known) known.push(posting)
    else if (word !== '') found.set(word, [posting])
  }
  for (const [number, { head, body }] of articles.entries()) {
    for (const word of head.split(' ')) add(word, number * 2 + 1)
    for (const word of body.split(' ')) add(word, number * 2)
  }
  return [...found]
    .sort(([one], [other]) => byCodeUnit(one, other))
    .map(([word, postings]) => ({
      word,
      inHeads: postings.filter(posting => posting % 2 === 1).length,
      coded: codedOf(postings),
    }))
}

function codedOf(postings: readonly number[]): string {
  const bytes: number[] = []
  let before = 0
  for (const posting of postings) {
    const number = posting >> 1
    let left = (number - before) * 2 + (posting & 1)
    before = number
    for (; left > 127; left >>= 7) bytes.push((left & 127) | 128)
    bytes.push(left)
  }
  return Buffer.from(bytes).toString('base64')
}

/** The bucket of a word, by its first four letters: what begins alike is loaded at once. `search.js` counts in the same way. */
export function bucketOf(word: string, buckets: number): number {
  let sum = 0
  for (const letter of word.slice(0, 4)) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521
  return sum % buckets
}
