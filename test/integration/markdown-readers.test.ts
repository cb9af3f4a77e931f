import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { bodyOf } from '../../src/site/markdown.ts'
import { markdownDialects } from '../../src/site/markdown-dialect.ts'
import { need, run } from '../machine/install-systems.ts'
import { onReal } from '../machine/on-real.ts'
import { awkwardOffers, ourHtml } from './awkward-articles.ts'
import { readerText, structureOf } from './reader-text.ts'
import { fromNpm } from './site-engines.ts'

/** Reads a file of Markdown as one program does, and gives its HTML. */
type Reader = (file: string) => string

const fromDebian =
  (probe: readonly [string, ...string[]], packages: readonly string[], command: readonly string[]) =>
  async (): Promise<Reader> => {
    await need(probe, packages)
    const [program = '', ...args] = command
    return file => run(program, [...args, file], { env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } })
  }

const fromRegistry =
  (name: string, specs: readonly string[], code: (modules: string) => string) => async (): Promise<Reader> => {
    const modules = await fromNpm(name, ...specs)
    const read = `import { readFileSync } from 'node:fs'; const text = readFileSync(process.argv[1], 'utf8'); ${code(pathToFileURL(modules).href)}`
    return file => run(process.execPath, ['--input-type=module', '-e', read, file])
  }

const KRAMDOWN = 'require "kramdown"; puts Kramdown::Document.new(File.read(ARGV[0], encoding: "UTF-8")).to_html'

const readers: readonly (readonly [string, () => Promise<Reader>])[] = [
  ['cmark', fromDebian(['cmark', '--version'], ['cmark'], ['cmark', '--unsafe'])],
  [
    'Pandoc',
    fromDebian(['pandoc', '--version'], ['pandoc'], ['pandoc', '-f', 'markdown', '-t', 'html', '--wrap=none']),
  ],
  [
    'Pandoc as CommonMark',
    fromDebian(['pandoc', '--version'], ['pandoc'], ['pandoc', '-f', 'commonmark', '-t', 'html', '--wrap=none']),
  ],
  ['kramdown', fromDebian(['ruby', '-e', 'require "kramdown"'], ['ruby-kramdown'], ['ruby', '-e', KRAMDOWN])],
  [
    'markdown-it',
    fromRegistry(
      'markdown-it',
      ['markdown-it@15.0.3'],
      at =>
        `const { default: M } = await import('${at}/markdown-it/dist/markdown-it.mjs'); console.log(new M({ html: true }).render(text))`,
    ),
  ],
  [
    'marked',
    fromRegistry(
      'marked',
      ['marked@18.2.1'],
      at => `const { marked } = await import('${at}/marked/lib/marked.esm.js'); console.log(marked(text))`,
    ),
  ],
  [
    'remark',
    fromRegistry(
      'remark',
      ['remark@15.0.1', 'remark-html@16.0.1'],
      at =>
        `const { remark } = await import('${at}/remark/index.js'); const { default: html } = await import('${at}/remark-html/index.js'); console.log(String(await remark().use(html, { sanitize: false }).process(text)))`,
    ),
  ],
]

for (const [name, prepare] of readers) {
  await onReal(name, prepare, read => {
    const folder = mkdtempSync(join(tmpdir(), 'depeche-markdown-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    describe(`${name} reads plain Markdown`, async () => {
      test.each((await awkwardOffers()).map(offer => [offer.article.id, offer.article.edition, offer] as const))(
        'of %s in %s letter for letter',
        (id, edition, offer) => {
          const file = join(folder, `${id}.${edition}.md`)
          writeFileSync(file, `${bodyOf(offer.article, offer.sources, markdownDialects.plain)}\n`)
          const html = read(file)
          expect(readerText(html)).toBe(readerText(ourHtml(offer)))
          expect(structureOf(html)).toBe(structureOf(ourHtml(offer)))
        },
      )
    })
  })
}
