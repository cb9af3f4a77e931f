import { describe, expect, test } from 'vitest'
import {
  type GhostMark,
  type GhostPost,
  ghostFields,
  headOf,
  lexicalOf,
  markOf,
  partLexical,
  seconds,
} from '../../src/publish/ghost-post.ts'
import { postOf } from './test-publisher.ts'

const mark: GhostMark = {
  key: '2026-03-02-orion.fr',
  modified: '2026-03-02T10:30:00Z',
  lang: 'fr-BE',
  wrote: { title: 'abc' },
}
const withHead = (head: string | null) => ({ codeinjection_head: head }) as GhostPost
const versions = [
  { lang: 'en-GB', address: 'https://x.example/en/?a=1&b' },
  { lang: 'fr-BE', address: 'https://x.example/fr/' },
]

describe('the fields of a post', () => {
  const link = { edition: 'en', lang: 'en-GB', label: 'Read [it] in English', address: 'https://x.example/a)b/' }

  test('links are one line of Markdown that nothing in them ends', () => {
    expect(ghostFields(postOf('fr'), [link], false).links).toBe('[Read \\[it\\] in English](https://x.example/a%29b/)')
  })

  test.each([
    ['the canonical address is Ghost’s own', false, ''],
    ['or the newsroom’s, where it wants that', true, 'https://depeche.example/fr/orion-panne/'],
  ])('%s', (_, wanted, canonical) => expect(ghostFields(postOf('fr'), [], wanted).canonical).toBe(canonical))

  test('two editions that share a slug get each its own; a tag stands once', () => {
    const { slug, tags } = ghostFields(postOf('fr', { slug: '2026-03-02-orion', tags: ['a', 'b', 'a'] }), [], false)
    expect([slug, tags]).toEqual(['2026-03-02-orion-fr', '["a","b"]'])
  })

  test('an excerpt has the 300 characters that Ghost takes', () => {
    const standfirst = { ...postOf('fr').article.standfirst, text: 'mot '.repeat(200) }
    expect(ghostFields(postOf('fr', { standfirst }), [], false).excerpt?.length).toBeLessThanOrEqual(300)
  })
})

describe('the text as Ghost stores it', () => {
  test.each([
    ['with links', { body: 'Un *texte*.', links: '[Read](https://x.example/)' }],
    ['without links', { body: 'Un texte.', links: '' }],
    ['that is a link itself', { body: '[Read](https://x.example/)', links: '' }],
  ])('is read back as it was: %s', (_, fields) => expect(partLexical(lexicalOf(fields))).toEqual(fields))

  const card = (markdown: string) => ({ type: 'markdown', markdown })
  const lexical = (...children: object[]) => JSON.stringify({ root: { children } })

  test.each([
    ['a card more by hand', lexical(card('a'), card('b')), { body: 'a\n\nb', links: '' }],
    [
      'an empty paragraph at its end, which says nothing',
      lexical(card('a'), { type: 'paragraph', children: [] }),
      { body: 'a', links: '' },
    ],
    ['a picture by hand', lexical(card('a'), { type: 'image' }), { body: 'a\n\n{"type":"image"}', links: '' }],
    ['what is no JSON', 'oops', { body: 'oops', links: '' }],
    ['nothing', null, { body: '', links: '' }],
  ])('is read with %s', (_, text, parts) => expect(partLexical(text)).toEqual(parts))
})

describe('the head of a page', () => {
  test('holds our mark, and the versions for search engines where there are two', () => {
    const head = headOf('', mark, versions)
    expect(markOf(withHead(head))).toEqual(mark)
    expect(head).toContain(
      '<link rel="alternate" hreflang="en-GB" href="https://x.example/en/?a=1&amp;b" data-depeche>',
    )
    expect(headOf('', mark, versions.slice(0, 1))).not.toContain('<link')
  })

  test('keeps what others wrote there, and ours once, however often it is written', () => {
    const once = headOf('<meta name="a">', mark, versions)
    expect(headOf(once, mark, versions)).toBe(once)
    expect(once.startsWith('<meta name="a">\n<link')).toBe(true)
  })

  test.each([
    ['nothing', null],
    ['a script of others', '<script>1</script>'],
    ['a mark that is no JSON', '<script type="application/json" id="depeche">{</script>'],
    ['a mark without its key', '<script type="application/json" id="depeche">{"wrote":{}}</script>'],
  ])('with %s bears no mark of ours', (_, head) => expect(markOf(withHead(head))).toBeUndefined())
})

test('moments lose the milliseconds that Ghost drops', () => {
  expect(seconds('2026-03-02T10:30:00.000Z')).toBe('2026-03-02T10:30:00Z')
})
