import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNewsroom, type Told } from '../src/index.ts'
import { depeche } from './cli/depeche.ts'
import { incidentText, newsroom, repository } from './site/sample-newsroom.ts'

const ONE = 'content/incidents/2026/2026-03-02-orion.yaml'
const ID = '2026-03-02-orion'

/** A folder of somebody else's, with the package as it is installed and the sample newsroom in `gazette`. */
let elsewhere = ''
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'depeche-'))
  mkdirSync(join(elsewhere, 'node_modules'))
  symlinkSync(repository, join(elsewhere, 'node_modules/depeche'))
  cpSync(join(repository, 'content'), join(elsewhere, 'gazette/content'), { recursive: true })
})
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

/** Runs a program of somebody else's. */
function ran(source: string, cwd = elsewhere) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    maxBuffer: 64 << 20,
    cwd,
    encoding: 'utf8',
  })
  return { out: stdout, err: stderr, status }
}

const page = readFileSync(join(repository, 'docs/api.md'), 'utf8')
const examples = [...page.matchAll(/^```js\n([\s\S]*?)^```\n\n^```text\n([\s\S]*?)^```$/gm)].map(
  ([, source = '', output = '']) => ({ source, output }),
)

describe('docs/api.md', () => {
  test('has examples, each with what it prints', () => {
    expect(examples.length).toBe(page.match(/^```js$/gm)?.length)
    expect(examples.length).toBeGreaterThan(2)
  })

  test.each(examples)('example $# prints what stands there', ({ source, output }) => {
    const { out, err } = ran(source)
    expect(err).toBe('')
    expect(out, 'docs/api.md: paste the output received').toBe(output)
  })

  test('every example is typed', () => {
    for (const [at, { source }] of examples.entries()) writeFileSync(join(elsewhere, `example-${at}.mts`), source)
    const files = examples.map((_, at) => `example-${at}.mts`)
    const strict = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node']
    const typeRoots = ['--typeRoots', join(repository, 'node_modules/@types')]
    const tsc = join(repository, 'node_modules/.bin/tsc')
    const { stdout } = spawnSync(tsc, [...strict, ...typeRoots, ...files], {
      cwd: elsewhere,
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
  })
})

describe('the package', () => {
  test('is imported by its name, and tells to the byte what show prints', { timeout: 60_000 }, async () => {
    const { out, err } = ran(
      `import { openNewsroom } from 'depeche'
      const newsroom = await openNewsroom('gazette', { language: 'en' })
      const editions = newsroom.editions.map(({ id }) => id)
      const told = []
      for (const [at, { id }] of newsroom.list().entries())
        told.push(await newsroom.tell(id, { edition: editions[at % editions.length] }))
      console.log(JSON.stringify(told))`,
    )
    expect(err).toBe('')
    const all = JSON.parse(out) as Told[]
    expect(all.length).toBeGreaterThan(10)
    for (const [at, { json, markdown, alert, brief, trace }] of all.entries()) {
      const show = async (...more: string[]) =>
        (
          await depeche(join(elsewhere, 'gazette'), [
            'show',
            json.id,
            '--edition',
            json.edition,
            '--lang',
            'en',
            ...more,
          ])
        ).out
      expect(`${JSON.stringify(json, null, 2)}\n`).toBe(await show('--json'))
      expect(markdown).toBe(await show('--markdown'))
      if (at > 3) continue
      expect(`${alert}\n`).toBe(await show('--length', 'alert'))
      expect(`${brief}\n`).toBe(await show('--length', 'brief'))
      const traced = await show('--trace')
      for (const { part, sentences } of trace) {
        expect(traced).toContain(`[${part}]\n\n`)
        for (const { text, wording, lines } of sentences) {
          expect(traced).toContain([text, `  ${wording}`, ''].join('\n').trimEnd())
          for (const { line, text } of lines) expect(traced).toContain(`${line} │ ${text}`.trimEnd())
        }
      }
    }
  })

  test.each(['depeche/lib/index.js', 'depeche/lib/cli/main.js', 'depeche/src/index.ts', 'depeche/lib/newsroom'])(
    '%s is nothing that outsiders may import',
    path => {
      expect(ran(`await import('${path}')`).err).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED')
    },
  )

  test('leaves its own package.json to be read, and names itself in its own folder', () => {
    const source = `import { readFileSync } from 'node:fs'
      import { openNewsroom } from 'depeche'
      const { version } = JSON.parse(readFileSync(new URL(import.meta.resolve('depeche/package.json')), 'utf8'))
      console.log(typeof openNewsroom, typeof version)`
    expect(ran(source, repository)).toMatchObject({ out: 'function string\n', err: '' })
  })
})

describe('a newsroom', () => {
  test('lists its incidents and its editions, those of the site first', async () => {
    const here = newsroom({ [ONE]: incidentText(), [ONE.replace('.yaml', '.fr.md')]: 'À la main.\n' })
    const opened = await openNewsroom(here.root, { language: 'en' })
    expect(opened.list()).toEqual([{ id: ID, file: ONE, companions: [ONE.replace('.yaml', '.fr.md')] }])
    expect(opened.editions.slice(0, 2)).toEqual([
      { id: 'fr', tag: 'fr-BE', published: true },
      { id: 'en', tag: 'en-GB', published: true },
    ])
    expect(opened.editions.some(({ published }) => !published)).toBe(true)
    here.remove(ONE)
    expect(opened.list()).toEqual([])
  })

  test('tells the page of a build', async () => {
    const here = newsroom({ [ONE]: incidentText() })
    await here.build()
    const opened = await openNewsroom(here.root)
    for (const edition of ['fr', 'en']) {
      const told = await opened.tell(ID, { edition })
      if (!told.ok) throw new Error('not told')
      expect(told.html).toBe(here.read(`dist/site/${edition}/${ID}/index.html`))
      expect(told.markdown).toBe(here.read(`dist/markdown/${edition}/${ID}.md`))
      expect(told.html).toContain(told.body.split('\n')[0])
    }
  })

  test('tells a text in hand in the place of a file, with what lies beside it, and of none', async () => {
    const here = newsroom({ [ONE]: incidentText(), [ONE.replace('.yaml', '.en.md')]: 'By hand.\n' })
    const opened = await openNewsroom(here.root, { language: 'en' })
    const text = incidentText({ ended: '2026-03-02T12:00', as_of: '2026-03-02T12:30' })
    const inPlace = await opened.tell({ text, file: ONE }, { edition: 'en' })
    here.write(ONE, text)
    expect(await opened.tell(ID, { edition: 'en' })).toEqual(inPlace)
    expect(inPlace.ok && inPlace.body).toContain('By hand.')
    const alone = await opened.tell({ text }, { edition: 'en' })
    expect(alone.json.id).toBe('incident')
    expect(alone.ok && alone.body).not.toContain('By hand.')
  })

  test('is checked like on the command line: whole, by id, by path, by a text', async () => {
    const here = newsroom({ [ONE]: incidentText({ started: '2026-03-02T10:40' }) })
    const opened = await openNewsroom(here.root, { language: 'en' })
    const said = async (...files: string[]) =>
      JSON.parse((await depeche(here.root, ['check', '--json', '--lang', 'en', ...files])).out).problems
    const { ok, checked, diagnostics } = await opened.check()
    expect({ ok, checked }).toEqual({ ok: false, checked: 1 })
    expect(diagnostics).toEqual(await said())
    expect((await opened.check(ID)).diagnostics).toEqual(await said(ONE))
    expect((await opened.check('content/site.yaml')).diagnostics).toEqual(await said('content/site.yaml'))
    expect((await opened.check('nowhere.yaml')).diagnostics).toEqual(await said('nowhere.yaml'))
    const sound = await opened.check({ text: incidentText(), file: ONE })
    expect(sound).toEqual({ ok: true, checked: 1, diagnostics: [] })
    expect((await opened.check({ text: 'state: [' })).diagnostics).toMatchObject([{ file: 'incident.yaml', line: 1 }])
  })

  test('speaks the language of its first edition, or the one asked for', async () => {
    const here = newsroom()
    expect((await openNewsroom(here.root)).language).toBe('fr')
    const [found] = (await (await openNewsroom(here.root, { language: 'en' })).tell('x')).diagnostics
    expect(found?.message).toBe('no incident “x” in content/incidents.')
  })
})

describe('what somebody can mend is in a list', () => {
  const opened = async (files: Readonly<Record<string, string>>, without?: string) => {
    const here = newsroom({ [ONE]: incidentText(), ...files })
    if (without) here.remove(without)
    return openNewsroom(here.root, { language: 'en' })
  }
  const told = async (files: Readonly<Record<string, string>>, edition?: string) => {
    const { ok, json, diagnostics } = await (await opened(files)).tell(ID, edition === undefined ? {} : { edition })
    expect(ok).toBe(false)
    expect(json).toMatchObject({ id: ID, headline: '', paragraphs: [], problems: diagnostics })
    return diagnostics
  }

  test('an incident, as show tells it', async () => {
    const here = newsroom({ [ONE]: 'state: [' })
    const { json } = await (await openNewsroom(here.root, { language: 'en' })).tell(ID)
    const { out } = await depeche(here.root, ['show', ID, '--json', '--lang', 'en'])
    expect(`${JSON.stringify(json, null, 2)}\n`).toBe(out)
  })

  test('settings, an edition that nobody has', async () => {
    const lost = await opened({}, 'content/site.yaml')
    expect((await lost.tell(ID)).diagnostics).toMatchObject([{ severity: 'error', file: 'content/site.yaml' }])
    expect((await lost.check()).diagnostics).toEqual((await lost.tell(ID)).diagnostics)
    expect(await told({}, 'fr-cb')).toMatchObject([{ code: 'usage/edition' }])
    expect((await told({}, 'fr-cb'))[0]?.message).toContain('fr-ca')
  })

  test.each([
    ['words that cannot be parsed', { 'locales/fr/story.json': '{"lead":' }, 'refused/broken-file'],
    ['a wording', { 'locales/fr/story.json': '{"lead":{"outage_resolved":"{{nothing}}"}}' }, 'wording/unknown-slot'],
    ['a grammar', { 'locales/fr/grammar.yaml': 'language: fr\n' }, 'locale/grammar'],
    ['a page', { 'templates/page/article.hbs': '{{#if x}}' }, 'template/fault'],
    ['an outline', { 'templates/article/resolved.hbs': '{{say "nosuch"}}' }, 'outline/unknown-move'],
  ])('%s', async (_, files, code) => {
    const [first] = await told(files)
    expect(first).toMatchObject({ code, severity: 'error', file: Object.keys(files)[0] })
    expect(first?.message).not.toBe('')
  })

  test('and what only a program can mend is thrown', async () => {
    await expect(openNewsroom('/nowhere/at/all')).rejects.toThrow('/nowhere/at/all')
    await expect(openNewsroom(newsroom().root, { language: 'tlh' })).rejects.toThrow('tlh')
  })
})
