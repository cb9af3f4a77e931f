import { describe, expect, test } from 'vitest'
import { hexDigestOf } from '../../src/foundation/digest.ts'
import { type DocumentMark, markIn, markText, shortDigest, tagDigest } from '../../src/publish/document-mark.ts'

const names = { key: 'storyKey', mark: 'hash', title: 'title', body: 'body', slug: 'slug' }
const FIELDS = 'title body slug status links excerpt date tags image author canonical former'.split(' ')
const modified = '2026-03-02T11:00:00Z'
const mark = (changes: Partial<DocumentMark> = {}): DocumentMark => ({
  of: shortDigest('2026-03-02-orion.fr'),
  lang: 'fr-BE',
  modified,
  wrote: {
    ...Object.fromEntries(FIELDS.map(field => [field, hexDigestOf(field)])),
    modified: hexDigestOf(modified),
    lang: hexDigestOf('fr-BE'),
    facts: hexDigestOf('facts'),
  },
  at: shortDigest('12:fr'),
  tags: ['Orion', 'panne'].map(tagDigest),
  ...changes,
})
const read = (hash: unknown) => markIn({ values: { hash } }, names)

describe('the mark of a version', () => {
  test.each([
    ['whole', mark()],
    ['not yet written a second time', mark({ at: undefined })],
    ['without tags', mark({ tags: [] })],
  ])('is read as it was written: %s', (_, one) => {
    expect(read(markText(one))).toEqual(one)
  })

  test('fits into a short text, however many tags there are', () => {
    const tags = Array.from({ length: 100 }, (_, n) => tagDigest(String(n)))
    expect(markText(mark({ lang: 'fr-Latn-BE', tags })).length).toBeLessThanOrEqual(255)
  })

  test.each([null, undefined, '', 'depeche', 'of somebody else', `${markText(mark()).slice(0, 60)}`, 12])(
    'that somebody damaged or that is none is none: %s',
    text => {
      expect(read(text)).toBeUndefined()
    },
  )
})
