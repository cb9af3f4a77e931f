import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/cli/commands/check.ts'
import { checking } from '../../../src/cli/commands/check-options.ts'
import { watch } from '../../../src/cli/commands/check-watch.ts'
import { incidentText, newsroom as newsroomWith } from '../../site/sample-newsroom.ts'
import { depeche } from '../depeche.ts'
import { ONE, oneIncident } from '../newsroom-of-one-incident.ts'
import { openTestNewsroom } from '../test-newsroom.ts'

const file = 'content/incidents/2026/2026-01-05-meta.yaml'
const wrong = `# what we know
state: ongoign  # still
as_of: 2026-01-05T19:00
services: [instagarm]   
headline:
  fr: Panne mondiale : Meta s'excuse
  en: Meta says sorry
`
const right = `# what we know
state: ongoing  # still
as_of: 2026-01-05T19:00
services: [instagram]
headline:
  fr: "Panne mondiale : Meta s'excuse"
  en: Meta says sorry
`

test('check --fix corrects, shows each change, and keeps notes', async () => {
  const newsroom = openTestNewsroom()
  newsroom.write(file, wrong)
  expect(await check([file], {}, newsroom.settings, newsroom.terminal)).toBe(1)
  newsroom.heard.err = ''
  expect(await checking([file], { fix: true }, newsroom.settings, newsroom.terminal)).toBe(0)
  expect(readFileSync(join(newsroom.root, file), 'utf8')).toBe(right)
  expect(newsroom.heard.err).toContain('-    2 │ state: ongoign')
  expect(newsroom.heard.err).toContain('+    2 │ state: ongoing  # still')
  expect(newsroom.heard.err).toContain('+    6 │   fr: "Panne mondiale : Meta s\'excuse"')
})

test.each([
  ['a hashtag, or a note', 'fr: Panne chez Meta #interne'],
  ['a note behind a colon', 'fr: Panne : Meta # ne pas publier'],
  ['nothing but a hash', 'fr: #interne'],
  ['in brackets', '{ fr: Panne #interne, en: Outage }'],
  ['behind a quoted text', `fr: "Panne" : fin # ne pas publier`],
])('check --fix publishes nothing that YAML takes for a note, and shows it: %s', async (_, typed) => {
  const newsroom = openTestNewsroom()
  const headline = typed.startsWith('{') ? ` ${typed}` : `\n  ${typed}\n  en: Outage`
  const text = `state: ongoing\nas_of: 2026-01-05T19:00\nservices: [instagram]\nheadline:${headline}\n`
  newsroom.write(file, text)
  expect(await checking([file], { fix: true }, newsroom.settings, newsroom.terminal)).toBe(1)
  expect(readFileSync(join(newsroom.root, file), 'utf8')).toBe(text)
  expect(newsroom.heard.err).toMatch(/interne|ne pas publier/)
})

test('check --fix of the whole newsroom leaves what is in order to the byte', async () => {
  const newsroom = openTestNewsroom()
  const sample = 'content/incidents/2024/2024-12-11-meta.yaml'
  const before = readFileSync(join(newsroom.root, sample), 'utf8')
  expect(await checking([], { fix: true }, newsroom.settings, newsroom.terminal)).toBe(0)
  expect(readFileSync(join(newsroom.root, sample), 'utf8')).toBe(before)
  expect(newsroom.heard.err).toContain('Nothing to correct.')
})

test('annotations for GitHub stand on one line each, with their signs escaped', async () => {
  const newsroom = openTestNewsroom()
  newsroom.write(file, 'state: "on:going, 100%"\nas_of: 2026-01-05T19:00\nservices: [facebook]\n')
  expect(await check([file], { format: 'github' }, newsroom.settings, newsroom.terminal)).toBe(1)
  const [line, ...clearProgress] = newsroom.heard.out.trimEnd().split('\n')
  expect(clearProgress).toEqual([])
  expect(line).toMatch(
    /^::error file=content\/incidents\/2026\/2026-01-05-meta\.yaml,line=1,col=8,endColumn=24,title=shape\/not-a-known-value::/,
  )
  expect(line).toContain('100%25')
})

test('check --watch looks again after a change, until it is interrupted', async () => {
  const newsroom = openTestNewsroom()
  const ending = new AbortController()
  const seen: number[] = []
  const done = watch(
    newsroom.root,
    async () => {
      const status = await check([], {}, newsroom.settings, newsroom.terminal)
      seen.push(status)
      if (seen.length === 2) ending.abort()
      return status
    },
    newsroom.terminal,
    ending.signal,
  )
  await expect.poll(() => newsroom.heard.err).toContain(newsroom.terminal.say('watch.waiting'))
  newsroom.write(file, wrong)
  expect(await done).toBe(1)
  expect(seen).toEqual([0, 1])
  expect(newsroom.heard.err).toContain(`${file} has changed.`)
})

test('check judges the wordings of a newsroom, and reads no article with one that cannot be read', async () => {
  const newsroom = openTestNewsroom()
  const words = 'locales/en/story.json'
  const long = 'x'.repeat(120)
  newsroom.write(
    file,
    `state: ongoing\nas_of: 2026-01-05T19:00\nservices: [instagram]\nheadline: { fr: ${long}, en: Down }\n`,
  )
  newsroom.write(words, '{ "providers": { "operater": "{{provider}} runs it." } }')
  expect(await check([words], {}, newsroom.settings, newsroom.terminal)).toBe(0)
  expect(newsroom.heard.err).toContain('locales/en/story.json:1:30  wording/unasked')
  expect(newsroom.heard.err).toContain('Did you mean “providers.operator”?')
  expect(newsroom.heard.err).not.toContain('article/')
  newsroom.heard.err = ''
  expect(await check([], {}, newsroom.settings, newsroom.terminal)).toBe(1)
  expect(newsroom.heard.err).toContain('wording/unasked')
  expect(newsroom.heard.err).toContain('article/headline-too-long')
  newsroom.heard.err = ''
  newsroom.write(words, '{ "lead": { "outage_ongoing": ["{{services} are down."] } }')
  expect(await check([], {}, newsroom.settings, newsroom.terminal)).toBe(1)
  expect(newsroom.heard.err).toContain('locales/en/story.json:1:32  wording/unreadable')
  expect(newsroom.heard.err).not.toContain('article/')
})

describe('check', () => {
  test('finds nothing wrong with a good newsroom, and prints nothing', async () => {
    expect(await depeche(oneIncident().root, ['check'])).toEqual({
      status: 0,
      out: '',
      err: '1 file checked: 0 errors, 0 warnings.\n',
    })
    expect(await depeche(oneIncident().root, ['check', '--json'])).toEqual({
      status: 0,
      out: '{\n  "problems": []\n}\n',
      err: '',
    })
  })

  test('gives each problem its place, for machines', async () => {
    const here = oneIncident(incidentText({ started: '2026-03-02T10:40' }))
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
    const here = oneIncident(incidentText({ started: '2026-03-02T10:40' }))
    const { out, err } = await depeche(here.root, ['check'], { LC_ALL: 'fr_FR.UTF-8' })
    expect(out).toBe('')
    expect(err).toContain(`${ONE}:6:8  time/ends-before-it-starts`)
    expect(err).toContain('^^^^^^^^')
    expect(err).toMatch(/Vérification de 1 fichier/)
    expect(err).not.toContain('\u001B')
  })

  test('checks files wherever they lie, by a path from anywhere', async () => {
    const here = oneIncident()
    const stranger = join(here.root, 'somewhere.yaml')
    writeFileSync(stranger, incidentText())
    expect(await depeche(here.root, ['check', 'somewhere.yaml'])).toMatchObject({ status: 0 })
    expect(await depeche(tmpdir(), ['-C', here.root, 'check', stranger])).toMatchObject({ status: 0 })
    const elsewhere = newsroomWith({ 'any name.yaml': incidentText({ state: 'over' }) })
    const { status, out } = await depeche(here.root, ['check', '--json', join(elsewhere.root, 'any name.yaml')])
    expect(status).toBe(1)
    expect(JSON.parse(out).problems[0]).toMatchObject({ file: join(elsewhere.root, 'any name.yaml'), line: 1 })
  })

  test('says of a file that is not there, or is a folder, that it cannot be read', async () => {
    const here = oneIncident()
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
    const here = oneIncident(incidentText({ state: 'over' }))
    const { out } = await depeche(here.root, ['check', '--json', ONE, `./${ONE}`, join(here.root, ONE)])
    expect(JSON.parse(out).problems).toHaveLength(1)
  })

  test('says what is wrong inside a file whose name is wrong too', async () => {
    const here = oneIncident()
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
    const here = oneIncident()
    here.remove('content/site.yaml')
    const { status, out } = await depeche(here.root, ['check', '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(out).problems).toMatchObject([{ code: 'site/missing' }])
  })
})
