import { describe, expect, test } from 'vitest'
import { decode, largest, readable } from '../../src/foundation/decode-text.ts'
import { splice } from '../../src/foundation/splice-text.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the bytes of a file', () => {
  test.each(['a: é\n', '\uFEFFa: b', 'a\r\nb\r\n', 'a\tb', '🔥', ''])('%j are its text', text => {
    expect(decode(bytes(text), 'a.yaml')).toEqual({ text, diagnostics: [] })
  })

  test('that are no UTF-8 are refused at their line', () => {
    const { text, diagnostics } = decode(Uint8Array.from([...bytes('a: b\n'), 0xe9, 10]), 'a.yaml')
    expect(text).toBeUndefined()
    expect(diagnostics).toMatchObject([
      { code: 'file/not-utf-8', place: { file: 'a.yaml', line: 2 }, facts: { line: 2 } },
    ])
  })

  test('that are more than a file may have are not looked at', () => {
    expect(decode(new Uint8Array(largest), 'a.yaml').diagnostics).not.toMatchObject([{ code: 'file/too-large' }])
    for (const reading of [
      decode(new Uint8Array(largest + 1), 'a.yaml'),
      readable('a'.repeat(largest + 1), 'a.yaml'),
    ]) {
      expect(reading.diagnostics).toMatchObject([{ code: 'file/too-large', facts: { most: largest } }])
    }
  })
})

describe('a sign that nobody sees', () => {
  test.each([
    ['null', 'a\u0000b', 'U+0000', 'ab'],
    ['a direction override', 'a\u202Eb', 'U+202E', 'ab'],
    ['a byte order mark within', 'a\uFEFFb', 'U+FEFF', 'ab'],
    ['half a character', 'a\uD83Db', 'U+D83D', 'ab'],
    ['an old line end', 'a\rb', 'U+000D', 'a\nb'],
  ])('is reported with its fix: %s', (_, text, character, right) => {
    const { text: read, diagnostics } = readable(text, 'a.yaml')
    expect(read).toBeUndefined()
    expect(diagnostics).toMatchObject([{ facts: { character }, place: { line: 1, column: 2 } }])
    expect(
      splice(
        text,
        diagnostics.flatMap(({ fix }) => fix ?? []),
      ),
    ).toBe(right)
  })

  test('is reported twenty times, not a thousand', () => {
    expect(readable('\u0000'.repeat(1000), 'a.yaml').diagnostics).toHaveLength(20)
  })
})
