import { describe, expect, test } from 'vitest'
import { type FileVersion, staleTexts, unitsOf } from '../../src/edit/stale-texts.ts'

describe('out of date by content, not by date', () => {
  const version = (fr: string | undefined, en: string | undefined, revision = '', reviewed = ''): FileVersion => ({
    revision,
    reviewed,
    units: [{ ...(fr && { fr }), ...(en && { en }) }],
  })
  const long = 'Une phrase assez longue pour une coquille'
  test.each<[string, FileVersion[], string[]]>([
    ['nothing before', [version('a', 'b')], []],
    ['both rewritten together', [version('un', 'one', '1'), version('deux', 'two', '2')], []],
    ['one rewritten', [version('un', 'one', '1'), version('deux', 'one', '2')], ['en']],
    ['the other rewritten', [version('un', 'one', '1'), version('un', 'two', '2')], ['fr']],
    ['followed later', [version('un', 'one', '1'), version('deux', 'one', '2'), version('deux', 'two', '3')], []],
    ['translated for the first time', [version('un', undefined, '1'), version('un', 'one', '2')], []],
    ['capitals and accents', [version('à côté', 'one', '1'), version('A COTE', 'one', '2')], []],
    ['a slip', [version(long, 'one', '1'), version(long.replace('coquille', 'coqille'), 'one', '2')], []],
    ['a figure is no slip', [version(`${long} 18`, 'one', '1'), version(`${long} 19`, 'one', '2')], ['en']],
    ['reviewed since', [version('un', 'one', '1'), version('deux', 'one', '2', 'by me')], []],
    [
      'not stale by other commits',
      [version('un', 'one', '1'), version('un', 'one', '2'), version('un', 'one', '3')],
      [],
    ],
  ])('%s', (_, versions, languages) => {
    expect(staleTexts(versions).map(({ language }) => language)).toEqual(languages)
  })

  test('a quote and its translations are one text, and lists may be reordered', () => {
    const quote = { original: { lang: 'en', text: 'Hello' }, translations: { fr: { text: 'Bonjour', by: 'desk' } } }
    expect(unitsOf({ statements: [quote] }, ['fr', 'en'])).toEqual([{ en: 'Hello', fr: 'Bonjour' }])
    const one = { fr: 'un', en: 'one' }
    const two = { fr: 'deux', en: 'two' }
    const versions = [
      { revision: '1', reviewed: '', units: [one, two] },
      { revision: '2', reviewed: '', units: [{ fr: 'zéro', en: 'zero' }, two, one] },
    ]
    expect(staleTexts(versions)).toEqual([])
  })
})
