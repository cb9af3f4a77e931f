import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { incidentText, newsroom, own } from '../site/sample-newsroom.ts'
import { cli, depeche } from './depeche.ts'

const ONE = 'content/incidents/2026/2026-03-02-orion.yaml'
const ID = '2026-03-02-orion'

const place = (text = incidentText()) => newsroom({ [ONE]: text })

describe('show', () => {
  test('prints the Markdown', async () => {
    const { status, out, err } = await depeche(place().root, ['show', ID])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/^---\ntitle: ".*Orion.*"\n/)
    expect(out).toContain('lang: "fr-BE"')
  })

  test('prints the same Markdown as a build writes', async () => {
    const here = place()
    await here.build()
    for (const edition of ['fr', 'en']) {
      expect((await depeche(here.root, ['show', ID, '--edition', edition])).out).toBe(
        here.read(`dist/markdown/${edition}/${ID}.md`),
      )
    }
  })

  test('prints data with exactly the fields promised, the same as the trace of a build', async () => {
    const here = place()
    const { status, out } = await depeche(here.root, ['show', ID, '--edition', 'en', '--json'])
    const data = JSON.parse(out)
    expect(status).toBe(0)
    expect(Object.keys(data)).toEqual([
      'id',
      'edition',
      'lang',
      'headline',
      'standfirst',
      'alert',
      'brief',
      'paragraphs',
      'untold',
      'problems',
    ])
    expect(data).toMatchObject({ id: ID, edition: 'en', lang: 'en-GB', problems: [] })
    for (const text of ['headline', 'standfirst', 'alert', 'brief']) expect(typeof data[text]).toBe('string')
    const sentence = data.paragraphs[0].sentences[0]
    expect(Object.keys(sentence)).toEqual(['text', 'wording', 'from'])
    expect(sentence.from[0]).toMatch(/^\//)
    await here.build()
    expect(JSON.parse(here.read(`dist/trace/en/${ID}.json`))).toEqual(data)
  })

  test('prints the other lengths as plain text', async () => {
    const here = place()
    const data = JSON.parse((await depeche(here.root, ['show', ID, '--json'])).out)
    expect((await depeche(here.root, ['show', ID, '--length', 'alert'])).out).toBe(`${data.alert}\n`)
    expect((await depeche(here.root, ['show', ID, '--length', 'brief'])).out).toBe(`${data.brief}\n`)
  })

  test('shows on which lines each sentence rests', async () => {
    const { out } = await depeche(place().root, ['show', ID, '--edition', 'en', '--trace'])
    expect(out).toMatch(/\[headline\]\n\n.+\n {2}headline\./)
    expect(out).toContain('4 │ services: [orion-mail]')
    expect(out).toContain('6 │ ended: 2026-03-02T10:00')
  })

  test('shows a draft, and any edition there is', async () => {
    const here = place(incidentText({ draft: 'true' }))
    expect((await depeche(here.root, ['show', ID])).out).toContain('draft: true')
    expect((await depeche(here.root, ['show', ID, '--edition', 'en-us'])).out).toContain('lang: "en-US"')
  })

  test('says what is wrong with an incident that cannot be told, and keeps the shape of its data', async () => {
    const here = place('state: [')
    expect(await depeche(here.root, ['show', ID])).toMatchObject({ status: 1, out: '' })
    const { status, out } = await depeche(here.root, ['show', ID, '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ id: ID, paragraphs: [], untold: [], headline: '' })
    expect(JSON.parse(out).problems[0]).toMatchObject({ severity: 'error', file: ONE, line: 1 })
  })

  test('stops without a word when nobody reads on', async () => {
    const { execFileSync } = await import('node:child_process')
    const here = place()
    const text = execFileSync('sh', ['-c', `"${process.execPath}" "${cli}" show ${ID} --json 2>&1 | head -c 5`], {
      cwd: here.root,
    })
    expect(text.toString()).toBe('{\n  "')
  })
})

describe('check', () => {
  test('finds nothing wrong with a good newsroom, and prints nothing', async () => {
    expect(await depeche(place().root, ['check'])).toEqual({
      status: 0,
      out: '',
      err: '1 file checked: 0 errors, 0 warnings.\n',
    })
    expect(await depeche(place().root, ['check', '--json'])).toEqual({
      status: 0,
      out: '{\n  "problems": []\n}\n',
      err: '',
    })
  })

  test('gives each problem its place, for machines', async () => {
    const here = place(incidentText({ started: '2026-03-02T10:40' }))
    const { status, out } = await depeche(here.root, ['check', '--json'])
    expect(status).toBe(1)
    expect(Object.keys(JSON.parse(out))).toEqual(['problems'])
    const [diagnostic] = JSON.parse(out).problems
    expect(Object.keys(diagnostic)).toEqual(['code', 'severity', 'file', 'line', 'column', 'message', 'hint'])
    expect(diagnostic).toMatchObject({
      code: 'time/ends-before-it-starts',
      severity: 'error',
      file: ONE,
      line: 6,
      column: 8,
    })
  })

  test('shows the line, for people, in their language', async () => {
    const here = place(incidentText({ started: '2026-03-02T10:40' }))
    const { out, err } = await depeche(here.root, ['check'], { LC_ALL: 'fr_FR.UTF-8' })
    expect(out).toBe('')
    expect(err).toContain(`${ONE}:6:8  time/ends-before-it-starts`)
    expect(err).toContain('^^^^^^^^')
    expect(err).toMatch(/Vérification de 1 fichier/)
    expect(err).not.toContain('\u001B')
  })

  test('checks files wherever they lie, by a path from anywhere', async () => {
    const here = place()
    const stranger = join(here.root, 'somewhere.yaml')
    writeFileSync(stranger, incidentText())
    expect(await depeche(here.root, ['check', 'somewhere.yaml'])).toMatchObject({ status: 0 })
    expect(await depeche(tmpdir(), ['-C', here.root, 'check', stranger])).toMatchObject({ status: 0 })
    const elsewhere = newsroom({ 'any name.yaml': incidentText({ state: 'over' }) })
    const { status, out } = await depeche(here.root, ['check', '--json', join(elsewhere.root, 'any name.yaml')])
    expect(status).toBe(1)
    expect(JSON.parse(out).problems[0]).toMatchObject({ file: join(elsewhere.root, 'any name.yaml'), line: 1 })
  })

  test('says of a file that is not there, or is a folder, that it cannot be read', async () => {
    const here = place()
    for (const file of ['nowhere.yaml', 'content']) {
      const { status, out } = await depeche(here.root, ['check', '--json', file])
      expect(status).toBe(1)
      const message = file === 'content' ? /a folder/ : /no such file/
      expect(JSON.parse(out).problems).toMatchObject([
        { code: 'file/unreadable', file, line: null, message: expect.stringMatching(message) },
      ])
    }
  })

  test('says of a file named twice once what is wrong', async () => {
    const here = place(incidentText({ state: 'over' }))
    const { out } = await depeche(here.root, ['check', '--json', ONE, `./${ONE}`, join(here.root, ONE)])
    expect(JSON.parse(out).problems).toHaveLength(1)
  })

  test('says what is wrong inside a file whose name is wrong too', async () => {
    const here = place()
    const file = 'content/incidents/2026/Orion Mail.yaml'
    here.write(file, incidentText({ state: 'over' }))
    const found = [['file/name'], ['shape/not-a-known-value', 1]]
    for (const asked of [[], [file]]) {
      const { out, err } = await depeche(here.root, ['check', '--json', ...asked])
      const { problems: diagnostics } = JSON.parse(out)
      expect(
        diagnostics.map(({ code, line }: { code: string; line: number | null }) => (line ? [code, line] : [code])),
      ).toEqual(found)
      expect(err).toBe('')
    }
    expect((await depeche(here.root, ['check'])).err).toContain('2 files checked')
  })

  test('says what is wrong with a newsroom without settings', async () => {
    const here = place()
    here.remove('content/site.yaml')
    const { status, out } = await depeche(here.root, ['check', '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(out).problems).toMatchObject([{ code: 'site/missing' }])
  })
})

describe('build', () => {
  test('says what it did, on standard error', async () => {
    const here = place()
    const { status, out, err } = await depeche(here.root, ['build', '--now', '2026-06-01'])
    expect({ status, out }).toEqual({ status: 0, out: '' })
    expect(err).toMatch(/^2 articles in dist\/: \d+ files written, 0 files removed\.\n$/)
    expect((await depeche(here.root, ['build', '--now', '2026-06-01'])).err).toContain('0 files written')
  })

  test('builds the others, ends with 1 and says what was left out', async () => {
    const here = place()
    here.write('content/incidents/2026/2026-03-04-orion.yaml', 'state: over\n')
    const { status, err } = await depeche(here.root, ['build'])
    expect(status).toBe(1)
    expect(err).toContain('Left out, because of an error in it: content/incidents/2026/2026-03-04-orion.yaml')
    expect(here.has(`dist/markdown/fr/${ID}.md`)).toBe(true)
  })

  test('says of an incident whose name is wrong that it is left out, each time', async () => {
    const here = place()
    here.write('content/incidents/2026/Orion Mail.yaml', incidentText())
    for (const _ of [1, 2]) {
      const { status, err } = await depeche(here.root, ['build'])
      expect(status).toBe(1)
      expect(err).toContain('Left out, because of an error in it: content/incidents/2026/Orion Mail.yaml')
    }
  })

  test('takes another folder and some editions', async () => {
    const here = place()
    expect((await depeche(here.root, ['build', '--out', 'public/news', '--edition', 'en'])).status).toBe(0)
    expect(Object.keys(here.tree('public'))).toContain(`public/news/markdown/en/${ID}.md`)
    expect(here.has('public/news/markdown/fr')).toBe(false)
    expect(here.has('dist')).toBe(false)
  })

  test('keeps back what is under embargo at the moment given, read in the zone of the site', async () => {
    const here = place(incidentText({ embargo: '2026-04-01T12:00' }))
    await depeche(here.root, ['build', '--now', '2026-04-01T11:59'])
    expect(here.has(`dist/markdown/fr/${ID}.md`)).toBe(false)
    await depeche(here.root, ['build', '--now', '2026-04-01T12:00'])
    expect(here.has(`dist/markdown/fr/${ID}.md`)).toBe(true)
  })
})

/** One line, ending like one, that speaks to an editor. */
const line = (text: string) => new RegExp(`^depeche: [^\\n]*${text}[^\\n]*\\n$`)

describe('wrong usage ends with 64, and one line', () => {
  test.each([
    [['show', ID, '--lenght', 'brief'], 'unknown option --lenght. Did you mean --length'],
    [['biuld'], 'unknown command biuld. Did you mean build'],
    [['help', 'shwo'], 'unknown command shwo. Did you mean show'],
    [['help', 'nothing-like-it'], 'unknown command nothing-like-it. See --help'],
    [['help', 'show', 'build'], 'too many arguments'],
    [['show'], 'id is missing'],
    [['show', ID, ID], 'too many arguments'],
    [['show', ID, '--length', 'novel'], '“novel” is no value for --length'],
    [['show', ID, '--edition'], '--edition .*needs a value'],
    [['show', ID, '--edition', 'frr'], 'no edition “frr”. Did you mean fr'],
    [['show', ID, '--edition', 'fr,en'], 'one edition at a time'],
    [['show', '2026-03-02-orio'], 'no incident “2026-03-02-orio”.*Did you mean 2026-03-02-orion'],
    [['show', '../../etc/passwd'], 'no incident'],
    [['build', '--edition', 'fr,en,en-gb'], '“en” and “en-gb” have the same language tag, en-GB'],
    [['build', '--edition', '../fr'], 'no edition'],
    [['build', '--now', 'tomorrow'], '“tomorrow” is no moment'],
    [['build', '--now', '2026-02-30'], '“2026-02-30” is no moment'],
    [['-C', 'nowhere', 'check'], 'no folder .*nowhere'],
    [['--lang', 'tlh', 'check'], 'no messages in “tlh”'],
    [[], 'no command given'],
  ])('%j', async (args, message) => {
    const { status, out, err } = await depeche(place().root, args)
    expect({ status, out }).toEqual({ status: 64, out: '' })
    expect(err).toMatch(line(message))
  })
})

describe('what cannot be built at all ends with 1, one line, and the last build whole', () => {
  test.each([
    ['a broken template', 'templates', 'templates/page/index.hbs', '{{#if}', 'templates/page/index.hbs'],
    ['a broken locale', 'locales', 'locales/en/site.json', '{', 'locales/en/site.json cannot be read'],
  ] as const)('%s', async (_, folder, path, text, message) => {
    const here = place()
    await here.build()
    const before = here.tree('dist')
    own(here, folder)
    here.write(path, text)
    const { status, err } = await depeche(here.root, ['build'])
    expect(status).toBe(1)
    expect(err).toMatch(line(message.replaceAll(/\.(?!\*)/g, '\\.')))
    expect(here.tree('dist')).toEqual(before)
  })

  test.each([
    [
      'templates/article/resolved.hbs',
      '{{#paragraph "lead"}}{{say "leed"}}{{/paragraph}}',
      'templates/article/resolved.hbs:1:29  outline/unknown-move',
    ],
    ['templates/article/resolved.hbs', '{{#if}', 'templates/article/resolved.hbs:1:1  template/fault'],
    ['templates/article/brief.hbs', '{{tell "lead"}}', 'templates/article/brief.hbs:1:1  template/fault'],
    ['locales/fr/story.json', '{"lead": ["{{services}}."]}', 'locales/fr/story.json:1:2  wording/not-keys'],
    ['locales/fr/story.json', '{"lead": {"outage_resolved": 4}}', 'locales/fr/story.json:1:30  wording/not-text'],
    [
      'locales/fr/story.json',
      '{"lead": {"outage_resolved": ["{{"]}}',
      'locales/fr/story.json:1:31  wording/unreadable',
    ],
  ])('%s with %s stops a build, in the words of check', async (path, text, message) => {
    const here = place()
    await here.build()
    const before = here.tree('dist')
    own(here, path.startsWith('locales') ? 'locales' : 'templates')
    here.write(path, text)
    for (const args of [['build'], ['check'], ['show', ID]]) {
      const { status, err } = await depeche(here.root, args)
      expect(status, err).toBe(1)
      expect(err.split('\n')[0]).toBe(message)
      expect(err).toContain(text)
    }
    expect(here.tree('dist')).toEqual(before)
  })

  test('a page template that ends a build is a problem for check', async () => {
    const here = place()
    own(here, 'templates')
    here.write('templates/page/item.hbs', '<p>\n  {{shout title}}\n</p>')
    expect((await depeche(here.root, ['build'])).err).toMatch(
      line('templates/page/item\\.hbs:2: there is no helper "shout"'),
    )
    const { problems: diagnostics } = JSON.parse((await depeche(here.root, ['check', '--json'])).out)
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'template/fault', file: 'templates/page/item.hbs', line: 2, column: 3 }),
    ])
  })

  test.each([
    ['..', 'outside'],
    ['content', 'content/, which holds sources'],
    ['link', 'outside'],
  ])('an output folder %s', async (out, message) => {
    const here = place()
    symlinkSync(tmpdir(), join(here.root, 'link'))
    const { status, err } = await depeche(here.root, ['build', '--out', out])
    expect(status).toBe(1)
    expect(err).toMatch(line(message))
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read', async () => {
    const here = place()
    await here.build()
    chmodSync(join(here.root, 'content/incidents'), 0)
    const { status, err } = await depeche(here.root, ['build'])
    chmodSync(join(here.root, 'content/incidents'), 0o700)
    expect(status).toBe(1)
    expect(err).toMatch(line('may not be read'))
  })
})

describe('speaks the editor’s language', () => {
  const wrong = ['show', 'nothing-like-it']

  test.each([
    [{ LC_ALL: 'fr_BE.UTF-8' }, 'pas d’incident'],
    [{ LC_ALL: '', LC_MESSAGES: 'fr_BE.UTF-8' }, 'pas d’incident'],
    [{ LC_ALL: '', LANG: 'en_US.UTF-8' }, 'no incident'],
    [{ LC_ALL: 'C' }, 'pas d’incident'],
    [{ LC_ALL: 'de_DE.UTF-8' }, 'pas d’incident'],
    [{ LC_ALL: 'tr_TR.UTF-8', LANG: 'en_GB' }, 'pas d’incident'],
  ])('%j', async (environment, message) => {
    expect((await depeche(place().root, wrong, environment)).err).toMatch(line(message))
  })

  test('of --lang before all', async () => {
    expect((await depeche(place().root, ['--lang', 'en', ...wrong], { LC_ALL: 'fr_FR' })).err).toMatch(
      line('no incident'),
    )
    expect((await depeche(place().root, [...wrong, '--lang=fr'])).err).toMatch(line('pas d’incident'))
  })

  test('in its help too', async () => {
    const { status, out, err } = await depeche(place().root, ['--help'], { LC_ALL: 'fr_FR' })
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('Commandes :')
    expect((await depeche(place().root, ['build', '--help'])).out).toContain('folder to write to')
  })
})

describe('help', () => {
  test.each([{ LC_ALL: 'fr_FR' }, { LC_ALL: 'en_GB' }])('says what --help says, %j', async environment => {
    const { root } = place()
    const text = (...args: string[]) => depeche(root, args, environment)
    expect(await text('help')).toEqual(await text('--help'))
    expect(await text('help', 'show')).toEqual(await text('show', '--help'))
    expect(await text('help', 'show')).toMatchObject({ status: 0, err: '' })
    expect((await text('help', 'show')).out).toContain('depeche show 2024-12-11-meta --trace')
  })
})

test('says its version', async () => {
  expect((await depeche(tmpdir(), ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await depeche(place().root, ['-C', '.', '--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
