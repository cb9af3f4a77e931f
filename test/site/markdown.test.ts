import matter from 'gray-matter'
import { load } from 'js-yaml'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { Paragraph } from '../../src/article/article.ts'
import { bodyOf, markdownOf } from '../../src/site/markdown.ts'
import { markdownDialects } from '../../src/site/markdown-dialect.ts'
import { markdownText } from '../../src/site/markdown-escape.ts'
import { plain } from '../../src/site/plain-text.ts'
import { typedHtml, typedMarkdown } from '../../src/site/typed-markdown.ts'
import { fc } from '../machine/property.ts'
import { runs } from '../machine/runs.ts'
import { article, prose, sentence } from './fixture.ts'

const plainly = markdownDialects.plain

/** A reader that runs raw HTML, bends quotes, and joins hyphens and dots. */
function smartReader(): MarkdownIt {
  const smart = new MarkdownIt({ html: true, typographer: true })
  smart.core.ruler.at('replacements', ({ tokens }) => {
    for (const child of tokens.flatMap(({ children }) => children ?? []))
      if (child.type === 'text') child.content = child.content.replace(/-{2,}|\.{3,}/g, 'JOINED')
  })
  return smart
}

const reader = smartReader()
const guessing = new MarkdownIt({ html: true, linkify: true, breaks: true })

/** Each dialect with a reader that takes as much for markup as its own does; MDX has none here. */
const readers = [
  ['plain', reader],
  ['jekyll', reader],
  ['hugo', reader],
  ['astro', reader],
  ['eleventy', new MarkdownIt({ html: true })],
  ['ghost', guessing],
] as const

const setting = {
  canonical: 'https://news.example/fr/orion/',
  date: '2026-03-02T10:00:00+01:00',
  lastmod: '2026-03-02T11:30:00+01:00',
  sources: 'Sources',
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the very point
/** Pieces that mean something somewhere, mixed with anything. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'# ## - + * > | ~ ~~ ` ``` _ __ [ ] ( ) [^1] [^1]: [x](y) ![i](j) { } {{ }} {% %} {{< >}} {{% {# #} ${ $$ ^ & &amp; &#35; < > <script> </b> <!-- --> \\ ! :: :smile: :: ::: : --- *** === = == + +++ 1. 12) 3) -- ... .. ( (c) (tm) +- // https://a.example/b www.a.example a.example a@b.example mailto:a@b.example ftp://a.b.cd "quoted" \'x\' \n \n\n \t \r\u2028 \u00a0 \u0000 \u202e :- @me #tag %} $x$ |a|b| <a@b.cd> <https://x.yz> [ ] [x] &copy é « » 18:30:15 , ,, ? ! ?! ???? !?!? ?… !… …'.split(
      ' ',
    ),
    '    ',
    ' ',
    '  ',
    '\n',
    '\t',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the very point
const hostile = fc.array(piece, { maxLength: 9 }).map(pieces => pieces.join(''))

/** What remains of a text when white space at the ends and entities of the renderer are put aside. */
function shown(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim()
}

describe('a typed text in Markdown', () => {
  test.each(readers)('reads back as itself, with no markup, at the start of a line, for %s', (name, reader) => {
    fc.assert(
      fc.property(hostile, text => {
        const html = reader.render(markdownText(text, markdownDialects[name], { start: true }))
        const kept = plain(text).trim()
        expect(shown(html)).toBe(kept)
        expect(html.trim()).toMatch(/^(?:<p>[^<]*<\/p>)?$/)
      }),
      { numRuns: runs(200) },
    )
  })

  test('opens no tag of a template language', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(markdownText(text, plainly)).not.toMatch(/[{}]/)
      }),
    )
  })

  test.each([
    ['1. mars', '1\\. mars'],
    ['2026. Une année', '2026\\. Une année'],
    ['2026.', '2026\\.'],
    ['1.5 million', '1.5 million'],
    ['a. lettre', 'a\\. lettre'],
    ['(1) parenthèse', '\\(1) parenthèse'],
    ['- tiret', '\\- tiret'],
    ['-5 °C, +5 °C', '-5 °C, +5 °C'],
    ['+ plus', '\\+ plus'],
    ['C++, C# et .NET', 'C++, C# et .NET'],
    ['# titre', '\\# titre'],
    ['#mot', '\\#mot'],
    ['    code', 'code'],
    ['\u00a0# titre', '\\# titre'],
    ['{{ x }}', '&#123;&#123; x &#125;&#125;'],
    ['<script>', '&lt;script&gt;'],
    ['l’entreprise', 'l’entreprise'],
    ['laposte.fr', 'laposte.fr'],
    ['www.a.example', 'www\\.a.example'],
    ['https://a.example', 'https:/&#47;a.example'],
    ['a@b.example', 'a&#64;b.example'],
    ['12:30 p.m. EST', '12:30 p.m. EST'],
    ['1,5 million ; 12.5 %', '1,5 million ; 12.5 %'],
    ['Au 1er mars : « c’est réglé »', 'Au 1er mars : « c’est réglé »'],
    ['en-ligne', 'en-ligne'],
    ['un -- deux...', 'un \\-\\- deux\\.\\.\\.'],
    ['AT&T, computing & co', 'AT&T, computing & co'],
    ['&copy; &#35; &co', '&amp;copy; &amp;#35; &co'],
    ['« une panne […] réparée »', '« une panne […] réparée »'],
    ['[…](x) [lien] […]: x', '\\[…\\](x) \\[lien\\] \\[…\\]: x'],
    ['snake_case et _mot_', 'snake_case et \\_mot\\_'],
    ['~5 % et ~6 %', '&#126;5 % et ~6 %'],
    ['de ~5 % à ~6 %', 'de ~5 % à ~6 %'],
    ['~~x~~ ~x~', '&#126;&#126;x&#126;&#126; ~x&#126;'],
    ['de 5 $ à 6 $', 'de 5 $ à 6 $'],
    ['Signes (c) 2x4 :x: a == b', 'Signes (c) 2x4 :x: a == b'],
    ['(c) signe', '\\(c) signe'],
    [': deux', '\\: deux'],
    ['::: trois', '\\::: trois'],
    ['===', '\\==='],
    ['Quoi ?!?! Vraiment ?…', 'Quoi ?!?! Vraiment ?…'],
  ])('%j is written %j', (text, written) => {
    expect(markdownText(text, plainly, { start: true })).toBe(written)
  })

  test.each([
    ['hugo', ':100: 12:30:45', '&#58;100: 12&#58;30:45'],
    ['docusaurus', ':100: a:b ::c', "{':'}100: a\\:b \\:\\:c"],
    ['docusaurus', 'import x', '&#105;mport x'],
    ['docusaurus', 'important', 'important'],
    ['docusaurus', 'une {x}', 'une &#123;x&#125;'],
    ['eleventy', ':100: "x" \'y\' -- ... www.a.example', ':100: "x" \'y\' -- ... www.a.example'],
    ['astro', ':100: "x" -- ...', ':100: \\"x\\" \\-\\- \\.\\.\\.'],
    ['jekyll', "l'x ~~y~~ a | b", "l\\'x &#126;&#126;y&#126;&#126; a \\| b"],
    ['ghost', 'laposte.fr ==x== "y"', 'laposte\\.fr \\=\\=x\\=\\= "y"'],
  ] as const)('for %s, %j is written %j', (name, text, written) => {
    expect(markdownText(text, markdownDialects[name], { start: true })).toBe(written)
  })
})

describe('the body of an article', () => {
  test('says the same text whatever stands in names, quotes and lists', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, three) => {
        const body = bodyOf(
          article({
            paragraphs: [
              prose(one, two),
              { move: 'advice', form: 'list', sentences: [sentence(three)] },
              {
                move: 'lead',
                form: 'prose',
                sentences: [sentence('x', { text: two, href: 'https://a.example/(b)_c_*' })],
              },
            ],
            sources: [],
          }),
          'Sources',
          plainly,
        )
        const html = reader.render(body)
        expect(html).not.toMatch(/<(?!\/?(?:p|ul|li|a)\b)/)
        expect(html.match(/<a /g)?.length ?? 0).toBe(1)
        const squeezed = (text: string) => text.replace(/\s+/g, '')
        expect(squeezed(shown(html))).toBe(squeezed([one, two, three, 'x', two].map(plain).join('')))
      }),
      { numRuns: runs(125) },
    )
  })

  test.each([
    ['plain', '- un\n\n<!-- -->\n\n- deux\n\n<!-- -->\n\n1. trois\n\n<!-- -->\n\n1. quatre'],
    ['hugo', '- un\n\n[//]: #\n\n- deux\n\n[//]: #\n\n1. trois\n\n[//]: #\n\n1. quatre'],
    ['docusaurus', '- un\n\n{/* */}\n\n- deux\n\n{/* */}\n\n1. trois\n\n{/* */}\n\n1. quatre'],
  ] as const)('keeps lists apart for %s', (name, written) => {
    const list: Paragraph = { move: 'advice', form: 'list', sentences: [sentence('un')] }
    const typed: Paragraph = {
      move: 'companion',
      form: 'typed',
      sentences: [],
      typed: '* deux\n\n1. trois\n\n1) quatre',
    }
    const body = bodyOf(article({ paragraphs: [list, typed], sources: [] }), 'Sources', markdownDialects[name])
    expect(body).toBe(written)
  })

  test('links only to http and https', () => {
    const body = bodyOf(
      article({
        sources: [
          { url: 'javascript:alert(1)', label: 'Piège' },
          { url: 'https://a.example/?a=1&copy=2 {{x}}', label: 'Bon [lien]' },
        ],
      }),
      'Sources',
      plainly,
    )
    expect(body).not.toContain('javascript')
    expect(body).toContain('- Piège\n')
    expect(body).toContain('- [Bon \\[lien\\]](https://a.example/?a=1&amp;copy=2%20%7B%7Bx%7D%7D)')
  })
})

describe('front matter', () => {
  test('reads alike under YAML 1.1 and 1.2, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.constantFrom('no', '18:30', '2024-12-11', '1e3', '~', '---', 'null', '0x1F')),
        text => {
          const file = markdownOf(article({ headline: sentence(text), tags: [text] }), setting)
          const front = file.split('\n---\n')[0]?.slice(4) ?? ''
          for (const read of [
            load(front),
            parseYaml(front, { version: '1.1' }),
            parseYaml(front, { version: '1.2' }),
          ]) {
            expect((read as { title: unknown }).title).toBe(plain(text))
            expect((read as { tags: unknown }).tags).toEqual([plain(text)])
          }
        },
      ),
      { numRuns: runs(125) },
    )
  })

  test('holds what the four site builders ask for, its dates as dates', () => {
    const { data, content } = matter(markdownOf(article(), setting))
    expect(Object.keys(data)).toEqual(
      'title description date lastmod lang translationKey slug canonical tags services state author draft'.split(' '),
    )
    expect(data.date).toEqual(new Date('2026-03-02T09:00:00Z'))
    expect(data.draft).toBe(false)
    expect(content.startsWith('\nLe courrier d’Orion')).toBe(true)
  })

  test('a body that looks like front matter is not run', () => {
    const file = markdownOf(article({ paragraphs: [prose('---js\nprocess.exit(3)\n---')] }), setting)
    expect(
      matter(file, {
        engines: {
          js: () => {
            throw new Error('ran')
          },
        },
      }).data.state,
    ).toBe('resolved')
  })
})

describe('paragraphs typed by an editor', () => {
  test('keep their Markdown and lose their HTML', () => {
    const typed = '# Titre\n\nUn **mot** <b>gras</b> [ici](https://a.example) {{x}}\n\n- un\n- deux\n\n> cité\n'
    expect(typedHtml(typed)).toContain('<h2>Titre</h2>')
    expect(typedHtml(typed)).toContain('&lt;b&gt;')
    expect(typedMarkdown(typed, plainly)).toBe(
      '## Titre\n\nUn **mot** &lt;b&gt;gras&lt;/b&gt; [ici](https://a.example) &#123;&#123;x&#125;&#125;\n\n- un\n- deux\n\n> cité',
    )
  })

  test.each(readers)('come out of the Markdown as the same text, with no other element, for %s', (name, reader) => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), parts => {
        const typed = parts.join('\n')
        const written = typedMarkdown(typed, markdownDialects[name])
        expect(written).not.toMatch(/[{}]/)
        const html = reader.render(written)
        expect(html).not.toMatch(/<(?!\/?(?:p|ul|ol|li|a|h[2-6]|blockquote|em|strong|br|hr)\b)/)
        const squeezed = (text: string) => text.replace(/\s+/g, '')
        expect(squeezed(shown(html))).toBe(squeezed(shown(typedHtml(typed))))
      }),
      { numRuns: runs(150) },
    )
  })

  test.each(['#', '-', '1.', '+'])('a line that begins with a no-break space and %s begins no block', versionOf => {
    expect(reader.render(typedMarkdown(`\u00a0${versionOf} x`, plainly))).toBe(`<p>${versionOf} x</p>\n`)
  })

  test.each([
    ['&#35;\n-', '#'],
    ['Panne n&#35;\n=', 'Panne n#'],
    ['a &#35;&#35;\n-', 'a ##'],
  ])('hashes at the end of a heading, %j, stay', (typed, text) => {
    expect(shown(reader.render(typedMarkdown(typed, plainly)))).toBe(text)
  })

  test('stars within the same stars stress once', () => {
    expect(reader.render(typedMarkdown('*#\n*!\u218a***', plainly))).toBe('<p><em># !\u218a</em>*</p>\n')
    expect(typedMarkdown('*a **b** c*', plainly)).toBe('*a **b** c*')
  })

  test('have typographic apostrophes as everything else, but in code and addresses', () => {
    const typed = "L'entreprise l'**a dit**, aujourd'hui, `l'x` [l'avis](https://a.example/l'x) 'non'"
    expect(typedHtml(typed)).toContain('L’entreprise l’<strong>a dit</strong>, aujourd’hui, <code>l')
    expect(typedMarkdown(typed, plainly)).toContain('L’entreprise l’**a dit**, aujourd’hui,')
    expect(typedMarkdown(typed, plainly)).toContain('https://a.example/l%27x')
  })

  test.each(['!  \n\u00a0', '\u00a0  \n!'])('a hard break in %j parts nothing and leaves nothing', typed => {
    expect(reader.render(typedMarkdown(typed, plainly))).toBe('<p>!</p>\n')
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example'])('no link to %s', address => {
    expect(typedHtml(`[x](${address})`)).not.toContain('<a')
    expect(typedHtml(`![x](${address})`)).not.toContain('<img')
  })
})
