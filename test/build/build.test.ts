import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { incidentText, NOW, newsroom, own, type Place } from '../site/sample-newsroom.ts'

const ONE = 'content/incidents/2026/2026-03-02-orion.yaml'
const TWO = 'content/incidents/2026/2026-03-03-orion.yaml'
const BAD = 'content/incidents/2026/2026-03-04-orion.yaml'

const two = () =>
  newsroom({ [ONE]: incidentText(), [TWO]: incidentText({ published: '2026-03-03T09:00', as_of: '2026-03-03T08:00' }) })

/** What a build writes for one incident. */
const filesOf = (id: string) =>
  ['fr', 'en'].flatMap(edition => [
    `dist/markdown/${edition}/${id}.md`,
    `dist/site/${edition}/${id}/index.html`,
    `dist/site/${edition}/${id}/ninjs.json`,
    `dist/trace/${edition}/${id}.json`,
  ])

describe('a build', () => {
  test('marks what has not moved for long, once that moment is past, though no file changed', async () => {
    const place = newsroom({ [ONE]: incidentText({ state: 'ongoing' }).replace(/^ended:.*\n/m, '') })
    const page = 'dist/site/fr/2026-03-02-orion/index.html'
    await place.build({ now: Date.UTC(2026, 2, 2, 12) })
    expect(place.read(page)).not.toContain('aged-notice')
    expect(place.read('dist/site/fr/index.html')).toContain('id="open"')
    await place.build({ now: Date.UTC(2026, 2, 4) })
    expect(place.read(page)).toContain('aged-notice')
    expect(place.read('dist/site/fr/index.html')).not.toContain('id="open"')
    expect(place.read('dist/site/fr/index.html')).toContain('aux dernières nouvelles')
  })

  test('writes Markdown, pages and traces, and pages that list them', async () => {
    const place = two()
    const report = await place.build()
    expect(report).toMatchObject({ diagnostics: [], leftOut: [], articles: 4, removed: 0 })
    const files = Object.keys(place.tree('dist'))
    const words = {
      fr: ['archives', 'themes', 'recherche', 'methode', 'entreprise', 'rectifications'],
      en: ['archive', 'topics', 'search', 'method', 'company', 'corrections'],
    }
    const feeds = ['feed.xml', 'atom.xml', 'feed.json']
    expect(files).toEqual(
      [
        ...filesOf('2026-03-02-orion'),
        ...filesOf('2026-03-03-orion'),
        ...[
          '404.html',
          'icon.svg',
          'index.html',
          'style.css',
          'site.js',
          'live.js',
          'search.js',
          ...['minisearch', 'french', 'english'].map(name => `search/${name}.js`),
          'robots.txt',
          ...['400-normal.woff2', '400-italic.woff2', '700-normal.woff2'].map(face => `fonts/source-serif-4-${face}`),
          'fonts/LICENSE.txt',
          'sitemap.xml',
          'news-sitemap.xml',
          '_redirects',
          '_headers',
        ].map(file => `dist/site/${file}`),
        ...(['fr', 'en'] as const).flatMap(edition => {
          const [archive, topics, search, method, company, corrections] = words[edition]
          return [
            'index.html',
            ...feeds,
            '2026/index.html',
            '2026/03/index.html',
            'site.webmanifest',
            ...[archive, topics, search, method, corrections].map(page => `${page}/index.html`),
            ...['index', 'names', 'words/0', 'articles/0'].map(file => `${search}/${file}.json`),
            `${company}/orion/index.html`,
            ...['index.html', ...feeds].map(file => `service/orion-mail/${file}`),
          ].map(file => `dist/site/${edition}/${file}`)
        }),
      ].sort(),
    )
    expect(report.written).toBe(files.length)
    expect(JSON.parse(place.read('dist/trace/en/2026-03-02-orion.json'))).toMatchObject({
      id: '2026-03-02-orion',
      lang: 'en-GB',
    })
  })

  test('touches nothing when nothing changed', async () => {
    const place = two()
    await place.build()
    const before = place.times('dist')
    expect(await place.build()).toMatchObject({ articles: 4, written: 0, removed: 0 })
    expect(place.times('dist')).toEqual(before)
  })

  test('is the same from nothing as step by step', async () => {
    const place = newsroom({ [ONE]: incidentText() })
    await place.build()
    place.write(TWO, incidentText({ as_of: '2026-04-03T08:00' }))
    await place.build()
    place.write(ONE, incidentText({ ended: '2026-03-02T10:30' }))
    await place.build()
    const steps = place.tree('dist')
    place.remove('dist')
    place.remove('.depeche')
    await place.build()
    expect(place.tree('dist')).toEqual(steps)
  })

  test('writes only what a change touches', async () => {
    const place = two()
    await place.build()
    const before = place.times('dist')
    place.write(ONE, incidentText({ ended: '2026-03-02T10:30' }))
    await place.build()
    const after = place.times('dist')
    const changed = Object.keys(after).filter(path => after[path] !== before[path])
    expect(changed).toEqual(expect.arrayContaining(filesOf('2026-03-02-orion')))
    // The page after it names it, and its headline is another now; nothing else of the other is touched.
    expect(changed.filter(path => path.includes('2026-03-03'))).toEqual(
      ['fr', 'en'].map(edition => `dist/site/${edition}/2026-03-03-orion/index.html`).sort(),
    )
    expect(changed).not.toContain('dist/site/style.css')
  })

  test('writes nothing for a change that readers do not see', async () => {
    const place = two()
    await place.build()
    place.write(ONE, `# a remark\n${incidentText()}`)
    expect(await place.build()).toMatchObject({ written: 0, removed: 0 })
  })

  test('removes what a deleted incident left', async () => {
    const place = two()
    await place.build()
    place.remove(ONE)
    expect(await place.build()).toMatchObject({ removed: 8 })
    expect(Object.keys(place.tree('dist')).filter(path => path.includes('03-02'))).toEqual([])
    expect(place.has('dist/site/fr/2026-03-02-orion')).toBe(false)
  })

  test('tells everything anew when a template, a word, the directory or the program changes', async () => {
    const place = two()
    own(place, 'templates')
    await place.build()
    place.write('templates/page/style.css', 'body { color: red }')
    // Every page names the version of the style sheet.
    expect((await place.build()).written).toBeGreaterThan(8)
    place.write(
      'templates/page/article.hbs',
      place.read('templates/page/article.hbs').replace('class="story"', 'class="tale"'),
    )
    expect(await place.build()).toMatchObject({ written: 4 })
    place.write('content/site.yaml', place.read('content/site.yaml').replace('Gazette', 'Courrier'))
    expect((await place.build()).written).toBeGreaterThan(8)
    expect(await place.build({ program: 'another' })).toMatchObject({ written: 0 })
  })

  test('comes back whole when dist, or a part of it, was deleted', async () => {
    const place = two()
    await place.build()
    const whole = place.tree('dist')
    for (const lost of [
      'dist',
      'dist/site',
      'dist/markdown/fr',
      'dist/site/fr/2026-03-02-orion',
      'dist/site/index.html',
    ]) {
      place.remove(lost)
      await place.build()
      expect(place.tree('dist'), lost).toEqual(whole)
    }
  })

  test('replaces only its own folders', async () => {
    const place = two()
    place.write('dist/CNAME', 'news.example')
    place.write('dist/site/stray.html', 'stray')
    await place.build()
    expect(place.read('dist/CNAME')).toBe('news.example')
    expect(place.has('dist/site/stray.html')).toBe(false)
  })

  test('builds the editions asked for', async () => {
    const place = two()
    await place.build({ editions: ['en-us'] })
    expect(place.has('dist/markdown/en-us/2026-03-02-orion.md')).toBe(true)
    expect(place.has('dist/markdown/fr')).toBe(false)
    expect(place.read('dist/site/en-us/2026-03-02-orion/index.html')).not.toContain('/fr/')
  })
})

describe("a newsroom's own folder", () => {
  test('overrides one template, one word, one style, and leaves the rest', async () => {
    const place = newsroom({ [ONE]: incidentText() })
    place.write('templates/page/item.hbs', '<li class="own">{{headline}} {{t "own.word"}}</li>')
    place.write('locales/fr/site.json', '{ "own": { "word": "mot" }, "index": { "title": "Accueil" } }')
    place.write('locales/en/site.json', '{ "own": { "word": "word" } }')
    place.write('templates/page/style.css', 'body { color: red }')
    await place.build()
    const front = place.read('dist/site/fr/index.html')
    expect(front).toContain('class="own"')
    expect(front).toContain('mot</li>')
    expect(front).toContain('Accueil')
    expect(front).toContain('Dernières pannes')
    expect(place.read('dist/site/style.css')).toBe('body { color: red }')
  })

  test('has its colours, its logo, its terms and its address without code', async () => {
    const place = newsroom({ [ONE]: incidentText() })
    place.write('content/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    place.write(
      'content/site.yaml',
      `${place.read('content/site.yaml').replace('news.example/', 'news.example/sous/chemin/')}
logo: content/logo.svg
colours: { light: { accent: "#123456" }, dark: { accent: "#abcdef" } }
licence: { url: "https://licence.example/", name: { fr: Libre, en: Free } }
contact: desk@news.example
`,
    )
    expect((await place.build()).diagnostics).toEqual([])
    const page = place.read('dist/site/fr/2026-03-02-orion/index.html')
    expect(page).toContain('<img src="/sous/chemin/logo.svg"')
    expect(page).toContain('<a rel="license" href="https://licence.example/">Libre</a>')
    expect(page).not.toMatch(/(?:href|src)="\/(?!sous\/chemin\/)/)
    expect(place.read('dist/site/style.css')).toMatch(/--accent: #123456;[\s\S]*--accent: #abcdef;/)
    expect(place.read('dist/site/fr/methode/index.html')).toContain('href="mailto:desk@news.example"')
  })

  test.each([
    ['logo', 'logo: ../secret.png', 'site/logo'],
    ['colour', 'colours: { light: { accent: "red; } body { x" } }', 'site/colour'],
    ['contact', 'contact: "javascript:x"', 'shape/not-an-address'],
  ])('says what is wrong with its %s', async (_, line, code) => {
    const place = two()
    place.write('content/site.yaml', `${place.read('content/site.yaml')}${line}\n`)
    expect((await place.build()).diagnostics.map(diagnostic => diagnostic.code)).toContain(code)
  })
})

describe('one bad incident', () => {
  test('is left out, said so each time, and the others are built', async () => {
    const place = two()
    place.write(BAD, 'state: broken\nas_of: 2026-03-04T10:00\nservices: [orion-mail]\n')
    for (let run = 0; run < 2; run++) {
      const report = await place.build()
      expect(report.leftOut).toEqual([BAD])
      expect(report.articles).toBe(4)
      expect(report.diagnostics.map(({ severity }) => severity)).toContain('error')
    }
    expect(Object.keys(place.tree('dist')).filter(path => path.includes('03-04'))).toEqual([])
  })

  test('that breaks later disappears rather than stay old', async () => {
    const place = two()
    await place.build()
    place.write(ONE, 'state: [')
    expect((await place.build()).leftOut).toEqual([ONE])
    expect(place.has('dist/markdown/fr/2026-03-02-orion.md')).toBe(false)
  })

  test('with an address that another has is left out, until the other moves', async () => {
    const place = newsroom({ [ONE]: incidentText(), [TWO]: incidentText({ slug: '2026-03-02-orion' }) })
    const report = await place.build()
    expect(report.leftOut).toEqual([TWO])
    expect(report.diagnostics.map(({ code }) => code)).toContain('publication/slug-in-use')
    place.write(ONE, incidentText({ slug: 'autre' }))
    expect(await place.build()).toMatchObject({ leftOut: [], articles: 4 })
    expect(place.has('dist/site/fr/2026-03-02-orion/index.html')).toBe(true)
    place.write(ONE, incidentText())
    expect(await place.build()).toMatchObject({ leftOut: [TWO], articles: 2 })
  })
})

test.each(['2026', 'archives', 'service'])(
  'an incident at /%s/, where the site has a page of its own, is left out',
  async slug => {
    const place = newsroom({ [ONE]: incidentText({ slug }) })
    const report = await place.build()
    expect(report.leftOut).toEqual([ONE])
    expect(report.diagnostics.map(({ code }) => code)).toContain('publication/slug-in-use')
  },
)

describe('what is not to be read yet', () => {
  test.each([
    ['a draft', { draft: 'true' }, NOW, false],
    ['an embargo not over', { embargo: '2026-06-01T03:00' }, NOW, false],
    ['an embargo over', { embargo: '2026-06-01T02:00' }, NOW, true],
    ['a later publication', { publish_at: '2026-07-01T00:00' }, NOW, false],
  ])('%s', async (_, changes, now, shown) => {
    const place = newsroom({ [ONE]: incidentText(changes) })
    await place.build({ now })
    expect(place.has('dist/markdown/fr/2026-03-02-orion.md')).toBe(shown)
    expect(JSON.stringify(place.tree('dist')).includes('2026-03-02-orion')).toBe(shown)
  })

  test('appears when its moment has come, though no file changed, and goes when time is turned back', async () => {
    const place = newsroom({ [ONE]: incidentText({ publish_at: '2026-07-01T00:00Z' }) })
    const later = Date.UTC(2026, 6, 1)
    expect(await place.build()).toMatchObject({ articles: 0 })
    expect(await place.build({ now: later - 1 })).toMatchObject({ articles: 0, written: 0 })
    expect(await place.build({ now: later })).toMatchObject({ articles: 2 })
    expect(await place.build({ now: later - 1 })).toMatchObject({ articles: 0 })
    expect(place.has('dist/markdown/fr/2026-03-02-orion.md')).toBe(false)
  })
})

describe('nothing is built, and what was there stays', () => {
  const refusal = async (place: Place, changes: Parameters<Place['build']>[0] = {}) => {
    const before = place.tree('dist')
    const failure = await place.build(changes).catch((error: unknown) => error)
    expect(place.tree('dist')).toEqual(before)
    return failure as { code: string; message: string }
  }

  test.each([
    ['../elsewhere', 'out-outside'],
    ['.', 'out-outside'],
    ['/tmp/elsewhere', 'out-outside'],
    ['content', 'out-source'],
    ['content/incidents/out', 'out-source'],
    ['templates', 'out-source'],
    ['.depeche', 'out-source'],
    ['.git', 'out-source'],
    ['content/../locales', 'out-source'],
  ])('in %s', async (out, code) => {
    const place = two()
    expect((await refusal(place, { out })).code).toBe(code)
  })

  test('through a link that leads out of the newsroom', async () => {
    const place = two()
    const elsewhere = newsroom()
    symlinkSync(elsewhere.root, join(place.root, 'dist'))
    expect((await refusal(place)).code).toBe('out-outside')
    symlinkSync('content', join(place.root, 'inside'))
    expect((await refusal(place, { out: 'inside' })).code).toBe('out-source')
  })

  test('where a file stands in the way', async () => {
    const place = two()
    writeFileSync(join(place.root, 'dist'), '')
    expect((await place.build().catch((error: unknown) => error)) as object).toMatchObject({ code: 'out-file' })
  })

  test('with a template that names what is not there', async () => {
    const place = two()
    await place.build()
    place.write('templates/page/item.hbs', '<li>{{titel}}</li>')
    expect((await refusal(place)).message).toBe('templates/page/item.hbs:1: "titel" not defined')
  })

  test('with a template that asks for a helper nobody wrote, even where it is not reached', async () => {
    const place = two()
    place.write('templates/page/item.hbs', '<li>\n{{#if missing}}{{upper headline}}{{/if}}</li>')
    expect((await refusal(place)).message).toBe('templates/page/item.hbs:2: there is no helper "upper"')
    expect(place.has('templates/page/index.hbs')).toBe(false)
  })

  test('without a word that a template of the newsroom asks for', async () => {
    const place = two()
    await place.build()
    place.write('templates/page/item.hbs', '<li>{{t "own.word"}}</li>')
    expect((await refusal(place)).message).toContain('own.word')
  })

  test('with words that cannot be parsed', async () => {
    const place = two()
    await place.build()
    place.write('locales/fr/site.json', '{')
    expect((await refusal(place)).code).toBe('broken-file')
  })

  test.skipIf(process.getuid?.() === 0)('in a folder that may not be written', async () => {
    const place = two()
    await place.build()
    chmodSync(join(place.root, 'dist'), 0o500)
    place.write(ONE, incidentText({ ended: '2026-03-02T10:30' }))
    expect((await refusal(place)).code).toBe('EACCES')
    chmodSync(join(place.root, 'dist'), 0o700)
  })

  test('while another build is at work; a lock that a killed one left is taken over', async () => {
    const place = two()
    await place.build()
    mkdirSync(join(place.root, '.depeche/dist'), { recursive: true })
    const lock = join(place.root, '.depeche/dist/lock')
    const { hostname } = await import('node:os')
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, host: hostname() }))
    expect((await refusal(place)).code).toBe('locked')
    for (const dead of ['', '{', JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() })]) {
      writeFileSync(lock, dead)
      expect(await place.build()).toMatchObject({ articles: 4 })
      expect(place.has('.depeche/dist/lock')).toBe(false)
    }
    // Killed while it took the lock: its file aside goes, that of a living process stays.
    const aside = (pid: number) => `.depeche/dist/.${pid}.0123456789ab.new`
    for (const pid of [2 ** 22 + 1, process.ppid]) place.write(aside(pid), JSON.stringify({ pid, host: hostname() }))
    place.write(`.depeche/dist/lock.stale.${2 ** 22 + 2}`, '{')
    await place.build()
    expect([aside(2 ** 22 + 1), aside(process.ppid), `.depeche/dist/lock.stale.${2 ** 22 + 2}`].map(place.has)).toEqual(
      [false, true, false],
    )
  })
})
