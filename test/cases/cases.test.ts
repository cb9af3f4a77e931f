import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { articleOf, bodyOf, readingOf, textsOf } from '../article/realise.ts'
import { type Case, LENGTHS, type Length, readCases } from './read-cases.ts'

/** So many draws of wordings each case is asked about: wordings are drawn by the id of the incident. */
const DRAWS = 8

/** The text of a length as readers get it: sentences joined by a space. */
const textOf: Readonly<Record<Length, (article: Article) => string>> = {
  any: article => textsOf(article).join(' '),
  headline: ({ headline }) => headline.text,
  standfirst: ({ standfirst }) => standfirst.text,
  alert: ({ alert }) => alert.text,
  lead: ({ paragraphs }) => (paragraphs[0]?.sentences ?? []).map(({ text }) => text).join(' '),
  brief: ({ brief }) => brief.map(({ text }) => text).join(' '),
  body: article =>
    bodyOf(article)
      .map(({ text }) => text)
      .join(' '),
  last: ({ paragraphs }) => (paragraphs.at(-1)?.sentences ?? []).map(({ text }) => text).join(' '),
}

/** Typographic apostrophes and spaces as a keyboard types them, so that a case can be written by hand. */
const typed = (text: string) => text.replaceAll('’', "'").replace(/[\u00a0\u202f]/gu, ' ')

describe.each(readCases())('$proves ($name)', one => {
  test('check says so, and nothing else', () => {
    expect(readingOf(one.text).diagnostics.map(({ code }) => code)).toEqual(one.check ?? [])
  })

  test.each(Object.keys(one.editions ?? {}))('in %s, whatever wordings are drawn', edition => {
    expect(failuresOf(one, edition)).toEqual([])
  })
})

function failuresOf({ text, editions }: Case, edition: string): string[] {
  const { incident } = readingOf(text)
  if (!incident) return ['the file is refused']
  const asked = editions?.[edition] ?? {}
  const unknown = Object.keys(asked).filter(one => !(LENGTHS as readonly string[]).includes(one))
  const failures = Array.from({ length: DRAWS }, (_, draw) => {
    const article = articleOf({ ...incident, id: `case-${draw}` }, edition)
    return LENGTHS.flatMap(length => {
      const { says = [], never = [] } = asked[length] ?? {}
      const told = typed(textOf[length](article))
      // What the standfirst tells, the article does not say again.
      const whole = length === 'body' ? `${typed(article.standfirst.text)} ${told}` : told
      const isSaid = (one: string) => [told, whole].some(text => new RegExp(one, 'u').test(text))
      return [
        ...says.filter(one => !isSaid(one)).map(one => `${length} does not say ${one}: ${told}`),
        ...never.filter(one => new RegExp(one, 'u').test(told)).map(one => `${length} says ${one}: ${told}`),
      ]
    })
  })
  return [...unknown.map(one => `no such length: ${one}`), ...new Set(failures.flat())]
}
