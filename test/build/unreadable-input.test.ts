import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { depeche } from '../cli/depeche.ts'
import { incidentText, newsroom, type Place } from '../site/sample-newsroom.ts'

const FOLDER = 'content/incidents/2026'
const ONE = `${FOLDER}/2026-03-02-orion.yaml`

const link = (here: Place, path: string, to: string) => symlinkSync(to, join(here.root, path))

describe('a file that is not read is not lost without a word', () => {
  test.each<[string, string, string, (here: Place) => void]>([
    [
      'a hand-written text without a language',
      'file/companion-bare',
      `${FOLDER}/2026-03-02-orion.md`,
      here => here.write(`${FOLDER}/2026-03-02-orion.md`, 'Bonjour.\n'),
    ],
    [
      'a hand-written text in another folder than its incident',
      'file/companion-apart',
      'content/incidents/2026-03-02-orion.fr.md',
      here => here.write('content/incidents/2026-03-02-orion.fr.md', 'Bonjour.\n'),
    ],
    [
      'a file of the directory that no kind has',
      'file/not-read',
      'content/directory/more.yaml',
      here => here.write('content/directory/more.yaml', 'vega:\n  name: Vega\n'),
    ],
    [
      'a file of the directory with another ending',
      'file/not-read',
      'content/directory/people.yml',
      here => here.write('content/directory/people.yml', ''),
    ],
    [
      'a link of the directory to nothing',
      'file/link',
      'content/directory/people.yaml',
      here => link(here, 'content/directory/people.yaml', 'nobody.yaml'),
    ],
    [
      'a link to nothing',
      'file/link',
      `${FOLDER}/2026-03-09-dead.yaml`,
      here => link(here, `${FOLDER}/2026-03-09-dead.yaml`, 'nowhere.yaml'),
    ],
    [
      'a link round to itself',
      'file/link',
      `${FOLDER}/2026-03-09-loop.yaml`,
      here => link(here, `${FOLDER}/2026-03-09-loop.yaml`, '2026-03-09-loop.yaml'),
    ],
    [
      'a link out of the newsroom',
      'file/link',
      `${FOLDER}/2026-03-09-out.yaml`,
      here => link(here, `${FOLDER}/2026-03-09-out.yaml`, '/etc/hostname'),
    ],
    [
      'a link among the newsroom’s own words',
      'file/link',
      'locales/fr/site.json',
      here => {
        here.write('locales/fr/README.md', '')
        link(here, 'locales/fr/site.json', 'nowhere.json')
      },
    ],
    ['a file for the templates', 'file/link', 'templates', here => here.write('templates', '')],
    ['a link to a folder', 'file/link', 'content/incidents/2025', here => link(here, 'content/incidents/2025', '2026')],
  ])('%s', async (_, code, file, spoil) => {
    const here = newsroom({ [ONE]: incidentText() })
    await depeche(here.root, ['build', '--now', '2026-06-01'])
    spoil(here)
    const { status, out } = await depeche(here.root, ['check', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(out).problems).toMatchObject([{ code, severity: 'warning', file }])
    const { status: built, err } = await depeche(here.root, ['build', '--now', '2026-06-01'])
    expect(built).toBe(0)
    expect(err).toContain(`${file}  ${code}`)
  })

  test('but locks of editors, notes and hidden files are nobody’s loss', async () => {
    const here = newsroom({ [ONE]: incidentText() })
    link(here, `${FOLDER}/.#2026-03-02-orion.yaml`, 'somebody@desk.1234')
    here.write('content/directory/README.md', 'Who is who.\n')
    here.write(`${FOLDER}/README.md`, 'What is what.\n')
    here.write('content/directory/people.yaml~', '')
    expect((await depeche(here.root, ['check'])).err).toContain('0 errors, 0 warnings')
  })
})

test('a word of the pages that no page asks for is named, with the nearest that one does', async () => {
  const here = newsroom({
    [ONE]: incidentText(),
    'locales/fr/site.json':
      '{\n  "article": {\n    "sources": "D’où",\n    "souces": "D’où"\n  },\n  "mine": "À nous"\n}\n',
  })
  const found = async () => JSON.parse((await depeche(here.root, ['check', '--json'])).out).problems
  expect(await found()).toMatchObject([
    { code: 'words/unknown-key', severity: 'warning', file: 'locales/fr/site.json', line: 4 },
    { code: 'words/unknown-key', line: 6 },
  ])
  expect((await found())[0].hint).toContain('“article.sources”')
  here.write('templates/page/own.hbs', '<p>{{t "mine"}}</p>')
  expect(await found()).toHaveLength(1)
})

describe('without its folder of incidents nothing is built, and nothing removed', () => {
  test.each<[string, (here: Place, folder: string) => void]>([
    ['a link out of the newsroom', (_, folder) => symlinkSync('/etc', folder)],
    ['a link to nothing', (_, folder) => symlinkSync('nowhere', folder)],
    ['a file', here => here.write('content/incidents', '')],
  ])('%s', async (_, spoil) => {
    const here = newsroom({ [ONE]: incidentText() })
    await depeche(here.root, ['build'])
    const before = here.tree('dist')
    here.remove('content/incidents')
    spoil(here, join(here.root, 'content/incidents'))
    for (const command of ['check', 'build', 'plan']) {
      const { status, err } = await depeche(here.root, [command])
      expect(status).toBe(1)
      expect(err).toContain('content/incidents  file/not-a-folder')
      if (command === 'build') expect(err).toContain('Nothing was built. The last build stands as it was.')
    }
    expect(here.tree('dist')).toEqual(before)
  })

  test('a link to another folder of the newsroom is followed', async () => {
    const here = newsroom({ [ONE]: incidentText() })
    mkdirSync(join(here.root, 'archive'))
    renameSync(join(here.root, 'content/incidents'), join(here.root, 'archive/inc'))
    link(here, 'content/incidents', '../archive/inc')
    expect((await depeche(here.root, ['check'])).err).toContain('1 file checked: 0 errors, 0 warnings')
    expect((await depeche(here.root, ['check', ONE])).err).toContain('0 errors, 0 warnings')
    expect((await depeche(here.root, ['build'])).status).toBe(0)
    expect(here.has('dist/markdown/fr/2026-03-02-orion.md')).toBe(true)
  })
})
