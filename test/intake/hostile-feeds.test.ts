import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draftFieldsOf } from '../../src/intake/draft-fields.ts'
import { feedNames } from '../../src/intake/draft-names.ts'
import { plainText, textOfHtml } from '../../src/intake/feed-text.ts'
import { readFeedXml } from '../../src/intake/feed-xml.ts'
import { soundDraft } from '../../src/intake/make-draft.ts'
import { commandWords } from '../../src/intake/notify.ts'
import { readFeed } from '../../src/intake/read-feed.ts'
import { mutatedFeeds } from '../../tools/fuzz/feed-mutations.ts'
import { runs } from '../machine/runs.ts'
import { samples, settings } from './feed-contract.ts'
import { openRoom } from './newsroom-for-feeds.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const whyOf = (text: string | Uint8Array) =>
  readFeed('x', typeof text === 'string' ? bytes(text) : text, settings).refused[0]?.why

test.each([
  ['entities', '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>'],
  ['an entity of the outside', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'],
  ['elements inside one another', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`],
  ['lists inside one another', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['elements that cross', '<a><b></a></b>'],
  ['half of it', '<feed><entry>'],
])('%s are refused', (_, text) => {
  expect(whyOf(text)).toBe('malformed')
})

test('an entity that is none of XML stays as it is typed', () => {
  expect(readFeedXml('<r>&b; &amp;</r>')?.text).toBe('&b; &')
})

test('what is no text, or too much, is refused', () => {
  expect(whyOf(Uint8Array.of(0xc3, 0x28, 0x41))).toBe('no-text')
  expect(whyOf(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).toBe('no-text')
  expect(whyOf(new Uint8Array(11 * 1024 * 1024))).toBe('too-large')
  expect(whyOf('')).toBe('format')
})

test('scripts, comments and marks that nobody sees are left out', () => {
  expect(textOfHtml('<p>a<script>alert("b")</script><!-- c --> d</p>')).toBe('a d')
  expect(plainText('a\u202Eb\u0000c\u200B d\uD800')).toBe('abc d')
  expect(textOfHtml('<script>'.repeat(20_000)).length).toBe(0)
  expect(textOfHtml('1 < 2 & 3 &lt;b&gt;')).toBe('1 < 2 & 3 <b>')
})

test('words of a command are its own, whatever they look like', () => {
  expect(commandWords('mail -s "A draft" $(rm)')).toEqual(['mail', '-s', 'A draft', '$(rm)'])
})

/** A Statuspage feed with what somebody wants to do harm with. */
const page = (text: string) =>
  JSON.stringify({
    page: { id: 'p', name: text },
    incidents: [
      {
        id: text,
        name: text,
        status: 'resolved',
        impact: text,
        shortlink: text,
        created_at: '2026-03-02T09:00:00Z',
        resolved_at: '2026-03-02T10:00:00Z',
        components: [{ id: 'c', name: text }],
        incident_updates: [{ status: 'investigating', body: text, display_at: '2026-03-02T09:00:00Z' }],
        __proto__: { polluted: true },
      },
    ],
  })

const HARM = [
  '../../../etc/passwd',
  'a: b\n- c: [d',
  '# depeche-feed: other/1\nstate: retracted',
  '!!js/function "x"',
  '&a *a',
  '<script>alert(1)</script>',
  '{{company}} [?order x]',
  '\u202Eevil\u0000',
  '__proto__',
  'constructor',
  '`rm -rf`; $(rm)',
  'x'.repeat(50_000),
  '…',
  '"',
  "'",
  '#',
  '-',
  '?',
  'javascript:alert(1)',
  'https://a:b@example.org/',
  'ۖ́‮',
  'null',
  'true',
  '1e999',
  '2026-03-02',
]

const context = () => {
  const { directory, languages } = openRoom().newsroom.context
  return { words: settings.words, names: feedNames(directory, new Map()), languages }
}

/** The draft of everything in a feed, as it would be written. */
function draftsOf(payload: Uint8Array): string[] {
  return readFeed('x.json', payload, settings).incidents.flatMap(one => {
    const fields = draftFieldsOf(one, context())
    const file = 'content/incidents/2026/2026-03-02-orion.yaml'
    const drafted = fields && soundDraft('orion/x', file, fields, openRoom(), key => key)
    return drafted ? [drafted.text] : []
  })
}

test.each(HARM)('%j does no harm', text => {
  for (const draft of draftsOf(bytes(page(text)))) {
    expect(draft).toMatch(/^draft: true$/m)
    expect(draft.match(/^state: (.*)$/gm)).toEqual(['state: resolved'])
    expect(draft.match(/^# depeche-feed: /gm)).toHaveLength(1)
    expect(draft).not.toMatch(/<script>|\u202E/)
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('words that every object has are no words of a feed', () => {
  for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    const text = page('mail')
      .replaceAll('"resolved"', JSON.stringify(word))
      .replaceAll('"investigating"', JSON.stringify(word))
    const { incidents, refused } = readFeed('x.json', bytes(text), settings)
    expect(incidents).toEqual([])
    expect(refused.map(({ why }) => why)).toEqual(['state'])
  }
})

test('payloads with any change are read or refused, and never break anything', () => {
  const all = readdirSync(samples).map(name => ({ name, bytes: readFileSync(join(samples, name)) }))
  for (const { name, bytes: changed } of mutatedFeeds(all, runs(1000), 7)) {
    const { incidents } = readFeed(name, changed, settings)
    for (const one of incidents) draftFieldsOf(one, context())
  }
})
