import { describe, expect, test } from 'vitest'
import { all, readXml, textOf } from '../../src/validate/xml-tree.ts'

describe('a document', () => {
  test('is read with its attributes, its elements and its text', () => {
    const root = readXml(
      '<?xml version="1.0"?>\n<!-- <a> -->\n<feed xmlns:x="y" lang="fr">\n <x:a href="/?a=1&amp;b"/>Un &lt; deux &#233;&#xE9;<a>1</a><a> 2 </a></feed>\n',
    )
    expect(root).toMatchObject({ name: 'feed', attributes: { 'xmlns:x': 'y', lang: 'fr' }, text: 'Un < deux éé' })
    expect(root.children.map(({ name }) => name)).toEqual(['x:a', 'a', 'a'])
    expect(root.children[0]).toEqual({ name: 'x:a', attributes: { href: '/?a=1&b' }, children: [], text: '' })
    expect(all(root, 'a').map(({ text }) => text)).toEqual(['1', '2'])
    expect([textOf(root, 'a'), textOf(root, 'b')]).toEqual(['1', ''])
  })

  test('may be one empty element', () => {
    expect(readXml('<a/>')).toEqual({ name: 'a', attributes: {}, children: [], text: '' })
  })
})

describe('what is not well-formed is refused in words:', () => {
  test.each([
    ['an element never closed', '<a><b></b>', '<a> is never closed'],
    ['elements that cross', '<a><b></a></b>', '</a> ends <b>'],
    ['an end without a start', '</a>', '</a> ends <nothing>'],
    ['a second root', '<a/><b/>', '<b> after the end of the document'],
    ['text outside the root', '<a/>words', 'text outside the root'],
    ['a bare ampersand', '<a>R&D</a>', 'a bare "&"'],
    ['a character of HTML alone', '<a>&nbsp;</a>', 'a bare "&"'],
    ['a sign that opens nothing', '<a>1 < 2</a>', 'a "<" that opens nothing, after a'],
    ['an attribute without quotes', '<a b=c></a>', 'a "<" that opens nothing, after the start'],
    ['nothing', '', '<nothing> is never closed'],
  ])('%s', (_, source, message) => expect(() => readXml(source)).toThrow(message))
})
