import { describe, expect, test } from 'vitest'
import { sentenceChanges } from '../../src/publish/sentence-diff.ts'
import { fc } from '../machine/property.ts'

describe('sentences', () => {
  test('are compared one by one, where the language ends them', () => {
    expect(sentenceChanges('Une panne. Elle dure.', 'Une panne. Elle est finie.\nMerci.', 'fr')).toEqual([
      { kind: 'same', text: 'Une panne.' },
      { kind: 'gone', text: 'Elle dure.' },
      { kind: 'new', text: 'Elle est finie.' },
      { kind: 'new', text: 'Merci.' },
    ])
  })

  test('kept and gone make the old text, kept and new the new one', () => {
    const texts = fc.array(fc.constantFrom('A.', 'B.', 'C.', 'D.'), { maxLength: 12 })
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = sentenceChanges(before.join('\n'), after.join('\n'), 'en')
        expect(changes.filter(({ kind }) => kind !== 'new').map(({ text }) => text)).toEqual(before)
        expect(changes.filter(({ kind }) => kind !== 'gone').map(({ text }) => text)).toEqual(after)
      }),
    )
  })
})
