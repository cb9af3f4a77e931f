import matter from 'gray-matter'
import { load } from 'js-yaml'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { bodyOf, markdownOf } from '../../src/site/markdown.ts'
import { markdownText } from '../../src/site/markdown-escape.ts'
import { plain } from '../../src/site/plain-text.ts'
import { typedHtml, typedMarkdown } from '../../src/site/typed-markdown.ts'
import { fc } from '../machine/property.ts'
import { runs } from '../machine/runs.ts'
import { article, prose, sentence } from './fixture.ts'

/** The least guarded reader: raw HTML runs, addresses are guessed, quotes are bent. */
const reader = new MarkdownIt({ html: true, linkify: true, typographer: true })

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
  test('reads back as itself, with no markup, at the start of a line', () => {
    fc.assert(
      fc.property(hostile, text => {
        const html = reader.render(markdownText(text, plainly, { start: true }))
        const kept = plain(text).trim()
        expect(shown(html)).toBe(kept)
        expect(html.trim()).toMatch(/^(?:<p>[^<]*<\/p>)?$/)
      }),
      { numRuns: runs(750) },
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
    ['- tiret', '\\- tiret'],
    ['# titre', '\\# titre'],
    ['    code', 'code'],
    ['\u00a0# titre', '\\# titre'],
    ['{{ x }}', '&#123;&#123; x &#125;&#125;'],
    ['<script>', '&lt;script&gt;'],
    ['https://a.example', 'https:/&#47;a\\.example'],
    ['a@b.example', 'a&#64;b\\.example'],
    ['12:30 p.m. EST', '12:30 p.m. EST'],
    ['1,5 million ; 12.5 %', '1,5 million ; 12.5 %'],
    ['Au 1er mars : « c’est réglé »', 'Au 1er mars : « c’est réglé »'],
    ['en-ligne', 'en-ligne'],
    ['AT&T, computing & co', 'AT&T, computing & co'],
    ['&copy; &#35; &co', '&amp;copy; &amp;#35; &co'],
    ['« une panne […] réparée »', '« une panne […] réparée »'],
    ['[…](x) [lien] […]: x', '\\[…\\](x) \\[lien\\] \\[…\\]: x'],
    ['un,, deux', 'un&#44;&#44; deux'],
    ['Quoi ?! Si, si !', 'Quoi ?! Si, si !'],
    ['Quoi ?!?!', 'Quoi &#63;\\!&#63;\\!'],
    ['Vraiment ?…', 'Vraiment &#63;…'],
  ])('%j is written %j', (text, written) => {
    expect(markdownText(text, plainly, { start: true })).toBe(written)
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

  test('come out of the Markdown as the same text, with no other element', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), parts => {
        const typed = parts.join('\n')
        const written = typedMarkdown(typed, plainly)
        expect(written).not.toMatch(/[{}]/)
        const html = reader.render(written)
        expect(html).not.toMatch(/<(?!\/?(?:p|ul|ol|li|a|h[2-6]|blockquote|em|strong|br|hr)\b)/)
        const squeezed = (text: string) => text.replace(/\s+/g, '')
        expect(squeezed(shown(html))).toBe(squeezed(shown(typedHtml(typed))))
      }),
      { numRuns: runs(500) },
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

  test('stars that would close each other in another order stress nothing', () => {
    expect(reader.render(typedMarkdown('*#\n*!\u218a***', plainly))).toBe('<p># !\u218a*</p>\n')
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
