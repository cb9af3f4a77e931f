import { expect, test } from 'vitest'
import { guarded, unguarded } from '../../src/publish/wordpress-guards.ts'

test.each([
  ['straight quotation marks', 'a &quot;b&quot; &#39;c&#39; "d"', 'a &#034;b&#034; &#039;c&#039; &#034;d&#034;'],
  ['typographic ones, which stay', 'l’état « net » “x”', 'l’état « net » “x”'],
  ['shortcodes', '[gallery] [x]', '&#091;gallery] &#091;x]'],
  ['several hyphens and a lone one', 'a -- b - c-d', 'a &#045;&#045; b &#045; c-d'],
  ['several dots', 'a... b.', 'a&#046;&#046;&#046; b.'],
  ['a figure by a figure', '2x4, 0x1F, 10 x 5, xxl', '2&#120;4, 0&#120;1F, 10 x 5, xxl'],
  ['smileys', ':) a:b ;-) 8) 18:30 :lol: 80', '&#058;) a:b &#059;-) &#056;) 18:30 &#058;lol: 80'],
  ['its own name', 'Wordpress, WordPress', '&#087;ordpress, WordPress'],
  ['a trade mark', 'x (tm) (c)', 'x &#040;tm) (c)'],
  ['an address alone', 'https://a.example/x', 'https&#058;//a.example/x'],
  [
    'an address among words, and attributes',
    '<a href="/--[x]">see https://a.example</a>',
    '<a href="/--[x]">see https://a.example</a>',
  ],
  ['references, which stay', '&amp; &lt;b&gt; &#8212;', '&amp; &lt;b&gt; &#8212;'],
])('%s', (_, html, written) => {
  expect(guarded(html)).toBe(written)
  expect(unguarded(written)).toBe(html.replace(/&quot;/g, '"').replace(/&#39;/g, "'"))
})
