import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readDirectory } from '../../src/directory/read-directory.ts'
import type { Diagnostic } from '../../src/foundation/diagnostic.ts'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { openWorkspace, workspaceOf } from '../../src/foundation/workspace.ts'
import { listIncidents } from '../../src/incident/list-incidents.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import { readSite } from '../../src/settings/read-settings.ts'
import { context, files, incidentWith } from './sample-newsroom.ts'

const words = ['en', 'fr'].map(language =>
  diagnosticWords(
    language,
    JSON.parse(readFileSync(join(import.meta.dirname, '../../locales', language, 'problems.json'), 'utf8')),
  ),
)

/** `file:line:column code`, one per problem. */
const told = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, place }) => `${[place.file, place.line, place.column].filter(Boolean).join(':')} ${code}`)

describe('the folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'newsroom-'))
  afterAll(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'room/content/incidents/2024'), { recursive: true })
  writeFileSync(join(root, 'secret.yaml'), 'a: b')
  writeFileSync(join(root, 'room/content/b.yaml'), 'b')
  writeFileSync(join(root, 'room/content/incidents/2024/a.yaml'), 'a')
  symlinkSync(join(root, 'secret.yaml'), join(root, 'room/content/out.yaml'))
  symlinkSync(root, join(root, 'room/content/up'))
  symlinkSync(join(root, 'room/content/b.yaml'), join(root, 'room/content/in.yaml'))
  symlinkSync(join(root, 'nowhere'), join(root, 'room/content/broken.yaml'))
  const ws = openWorkspace(join(root, 'room'))

  test('lists its files, sorted, without what leads out of it', () => {
    expect(ws.list('content')).toEqual(['content/b.yaml', 'content/in.yaml', 'content/incidents/2024/a.yaml'])
    expect(ws.list('nowhere')).toEqual([])
  })

  test.each([
    '../secret.yaml',
    'content/../../secret.yaml',
    'content/out.yaml',
    'content/up/secret.yaml',
    'nothing',
    'content',
    'a\0b',
  ])('has no %j', path => {
    expect(ws.read(path)).toBeUndefined()
    expect(ws.size(path)).toBeUndefined()
  })

  test('has no absolute path outside', () => {
    expect(ws.read(join(root, 'secret.yaml'))).toBeUndefined()
  })

  test('reads what is inside, also through a link that stays inside', () => {
    expect(new TextDecoder().decode(ws.read('content/in.yaml'))).toBe('b')
    expect(ws.size('content/b.yaml')).toBe(1)
  })
})

describe('the list of incidents', () => {
  const listed = (...paths: string[]) =>
    listIncidents(workspaceOf(Object.fromEntries(paths.map(path => [`content/incidents/${path}`, '']))))

  test('gives files with their companions', () => {
    expect(
      listed('2024/2024-12-11-meta.yaml', '2024/2024-12-11-meta.fr.md', '2024/2024-12-11-meta.en.md').files,
    ).toEqual([
      {
        id: '2024-12-11-meta',
        file: 'content/incidents/2024/2024-12-11-meta.yaml',
        companions: ['content/incidents/2024/2024-12-11-meta.en.md', 'content/incidents/2024/2024-12-11-meta.fr.md'],
      },
    ])
  })

  test.each([
    ['2024/2024-12-11-meta.yaml', []],
    ['2024/.DS_Store', []],
    ['2024/2024-12-11-meta.yaml~', []],
    ['2024/meta.yaml', ['file/name']],
    ['2024/2024-13-11-meta.yaml', ['file/name']],
    ['2023/2023-02-29-meta.yaml', ['file/name']],
    ['2024/2024-12-11-Meta.yaml', ['file/name']],
    ['2024/2024-12-11.yaml', ['file/name']],
    ['2024/2024-12-11-panne-générale.yaml', ['file/name']],
    ['2023/2024-12-11-meta.yaml', ['file/year']],
    ['2024-12-11-meta.yaml', ['file/year']],
    ['2024/12/2024-12-11-meta.yaml', ['file/year']],
    ['2024/2024-12-11-meta.yml', ['file/ending']],
    ['2024/notes.txt', ['file/ending']],
    ['2024/2024-12-11-meta.fr.md', ['file/companion-alone']],
  ])('%s: %j', (path, codes) => {
    const { diagnostics, files: found } = listed(path)
    expect(diagnostics.map(({ code }) => code)).toEqual(codes)
    expect(found).toHaveLength(/^2024\/2024-12-11-meta\.yaml$/.test(path) ? 1 : 0)
  })

  test('proposes a name', () => {
    expect(listed('2024/Panne Méta 2024-12-11.yaml').diagnostics[0]?.facts.example).toBe('2024-12-11-panne-meta.yaml')
  })

  test.each([
    ['2026/2026-3-10-meta.yaml', '2026-03-10-meta.yaml', ''],
    ['2026/2026.3.1-Meta.yaml', '2026-03-01-meta.yaml', ''],
    ['2026/20260310-meta.yaml', '2026-03-10-meta.yaml', ''],
    ['2026/2026-02-30-meta.yaml', '2024-12-11-meta.yaml', 'date'],
    ['2026/2026-13-01-meta.yaml', '2024-12-11-meta.yaml', 'date'],
  ])('for %s: %s', (path, example, of) => {
    const [diagnostic] = listed(path).diagnostics
    expect(diagnostic?.facts).toMatchObject({ example, context: of })
    if (diagnostic) for (const language of words) expect(language.hint(diagnostic)?.includes(example)).toBe(of === '')
  })

  test('an id stands once', () => {
    const { diagnostics, files: found } = listed('2024/2024-12-11-meta.yaml', '2024/x/2024-12-11-meta.yaml')
    expect(diagnostics.map(({ code }) => code)).toEqual(['file/duplicate-id'])
    expect(found).toHaveLength(1)
  })

  test.each([
    ['before it', '2023/2024-12-11-meta.yaml', '2024/2024-12-11-meta.yaml'],
    ['behind it', '2025/2024-12-11-meta.yaml', '2024/2024-12-11-meta.yaml'],
    ['with another ending', '2024/2024-12-11-meta.yml', '2024/2024-12-11-meta.yaml'],
  ])('who bears an id rightly has it, whoever else lies %s', (_where, other, own) => {
    const { diagnostics, files: found, misnamed } = listed(other, own)
    expect(diagnostics.map(({ code, place, facts }) => [code, place.file, facts.other])).toEqual([
      ['file/duplicate-id', `content/incidents/${other}`, `content/incidents/${own}`],
    ])
    expect(found.map(({ file }) => file)).toEqual([`content/incidents/${own}`])
    expect(misnamed.map(({ file }) => file)).toEqual([`content/incidents/${other}`])
  })

  test('files of the machine are no incidents', () => {
    for (const name of ['._2024-12-11-meta.yaml', '.#2024-12-11-meta.yaml']) {
      expect(listed(`2024/${name}`)).toEqual({ files: [], misnamed: [], diagnostics: [] })
    }
  })

  test('a file in no folder of a year is told so', () => {
    const [diagnostic] = listed('2024-12-11-meta.yaml').diagnostics
    if (diagnostic) for (const language of words) expect(language.message(diagnostic)).not.toMatch(/“”|« »/)
    expect(diagnostic?.facts.right).toBe('content/incidents/2024/2024-12-11-meta.yaml')
  })
})

describe('the site', () => {
  const siteOf = (text: string) => readSite(workspaceOf({ 'content/site.yaml': text }))

  test('is read', () => {
    expect(readSite(workspaceOf(files)).site).toMatchObject({
      base: 'https://depeche.example/',
      zone: 'Europe/Brussels',
      editions: ['fr', 'en'],
    })
  })

  test('a root without its slash gets it', () => {
    const text = (files['content/site.yaml'] ?? '').replace('.example/', '.example/news')
    expect(siteOf(text).site?.base).toBe('https://depeche.example/news/')
  })

  test('missing or wrong, it is said', () => {
    expect(told(readSite(workspaceOf({})).diagnostics)).toEqual(['content/site.yaml site/missing'])
    const text =
      'name: X\nbase: ftp://x\nzone: Europe/Bruxelles\neditions: ../fr\nbyline: { fr: a }\ndescription: b\nnmae: c\n'
    expect(told(siteOf(text).diagnostics)).toEqual([
      'content/site.yaml:2:7 shape/not-an-address',
      'content/site.yaml:3:7 time/unknown-zone',
      'content/site.yaml:4:11 shape/not-an-id',
      'content/site.yaml:6:14 shape/wrong-type',
      'content/site.yaml:7:1 shape/unknown-field',
    ])
    expect(siteOf(text).site).toBeUndefined()
  })
})

describe('the directory', () => {
  const read = (more: Record<string, string>, languages = ['fr', 'en']) =>
    readDirectory(workspaceOf({ ...files, ...more }), languages)

  test('knows names by id, with their forms', () => {
    const { directory, diagnostics } = read({})
    expect(diagnostics).toEqual([])
    expect(directory.names.get('instagram')).toEqual({
      id: 'instagram',
      kind: 'service',
      name: 'Instagram',
      company: 'meta',
      rank: 1,
      forms: { fr: { class: 'ms' }, en: { class: 's' } },
    })
    expect(directory.names.get('BE')).toMatchObject({
      kind: 'place',
      code: 'BE',
      forms: { fr: { name: 'Belgique', in: 'en' }, en: { name: 'Belgium' } },
    })
  })

  test('a missing language is warned of, and falls back', () => {
    const { directory, diagnostics } = read({ 'locales/nl/places.yaml': '' }, ['fr', 'en', 'nl'])
    expect(directory.names.get('meta')?.forms.nl).toBeUndefined()
    expect(diagnostics.every(({ severity, code }) => severity === 'warning' && code === 'name/no-form')).toBe(true)
    expect(told(diagnostics)).toContain('content/directory/companies.yaml:1:1 name/no-form')
  })

  test('a language without a file of places is an error while it is published', () => {
    const ws = workspaceOf(files)
    expect(readDirectory(ws, ['fr', 'en'], ['nl']).diagnostics).toEqual([])
    const { diagnostics } = readDirectory(ws, ['fr', 'nl'])
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([
      {
        code: 'name/no-places',
        severity: 'error',
        place: { file: 'locales/nl/places.yaml' },
        facts: { file: 'locales/nl/places.yaml', language: 'nl' },
      },
    ])
  })

  test('a mistake in one entry leaves the others', () => {
    const broken =
      'a: { nmae: A, fr: {}, en: {} }\nb: { name: B, rank: high, fr: { elides: maybe }, en: {} }\nc: { name: C, fr: {}, en: {} }\n'
    const { directory, diagnostics } = read({ 'content/directory/agencies.yaml': broken })
    expect(told(diagnostics)).toEqual([
      'content/directory/agencies.yaml:1:6 shape/unknown-field',
      'content/directory/agencies.yaml:2:21 shape/wrong-type',
      'content/directory/agencies.yaml:2:41 shape/wrong-type',
    ])
    expect(directory.names.get('c')).toMatchObject({ kind: 'agency', name: 'C' })
    expect(directory.names.has('meta')).toBe(true)
  })

  test('an id stands in one file only', () => {
    const { diagnostics } = read({ 'content/directory/agencies.yaml': 'meta: { name: Meta, fr: {}, en: {} }' })
    expect(told(diagnostics)).toEqual(['content/directory/agencies.yaml:1:1 name/duplicate-id'])
  })

  test('a place of the directory adds to the forms of the locales', () => {
    const { directory } = read({ 'content/directory/places.yaml': 'BE: { rank: 1, fr: { demonym: belge }, en: {} }' })
    expect(directory.names.get('BE')).toMatchObject({ rank: 1, name: 'Belgique', code: 'BE' })
    expect(directory.names.get('BE')?.forms.fr).toMatchObject({ name: 'Belgique', demonym: 'belge' })
  })
})

describe('texts beside an incident', () => {
  const read = (file: string, text: string) =>
    readIncident({ file: 'a.yaml', text: incidentWith(''), companions: [{ file, text }] }, context)

  test('are read with their place', () => {
    const { incident, diagnostics } = read('a.fr.md', '---\nplace: lead\n---\n\nUn **paragraphe**.\n')
    expect(diagnostics).toEqual([])
    expect(incident?.companions).toEqual({ fr: { file: 'a.fr.md', place: 'lead', body: 'Un **paragraphe**.' } })
  })

  test('need no front matter', () => {
    expect(read('a.fr.md', 'Bonjour.').incident?.companions.fr).toMatchObject({ place: 'end', body: 'Bonjour.' })
  })

  test.each(['', '\uFEFF', '\n\n', '\uFEFF  \n'])('%j says nothing, and nothing is wrong', text => {
    const { incident, diagnostics } = read('a.fr.md', text)
    expect(diagnostics).toEqual([])
    expect(incident?.companions).toEqual({})
  })

  test.each([
    ['a.de.md', 'Hallo', 'a.de.md file/companion-language'],
    ['a.fr.md', '---\nplace: top\n---\nx', 'a.fr.md:2:8 shape/not-a-known-value'],
    ['a.fr.md', 'Un\n\n![plan](../../secret.png)', 'a.fr.md:3:9 file/leaves-content'],
    ['a.fr.md', '---\nplace: lead\n---\nUn [mot](</etc/passwd>)', 'a.fr.md:4:11 file/leaves-content'],
    ['a.fr.md', '[x](file:///etc/passwd)', 'a.fr.md:1:5 file/leaves-content'],
    ['a.fr.md', '---\nplace: lead\nlayout: x\n---\nx', 'a.fr.md:3:1 shape/unknown-field'],
    ['a.fr.md', '---\nplace: a : b\n---\nx', 'a.fr.md:2:8 yaml/colon'],
    ['a.fr.md', '---js\n{ place: process.exit(3) }\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---javascript\nmodule.exports = process.exit(3)\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---json\n{}\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---\nplace: !!js/function "x"\n---\nx', 'a.fr.md:2:8 yaml/tag'],
    ['a.fr.md', 'a\u0000b', 'a.fr.md:1:2 file/control-character'],
  ])('%s with %j: %s', (file, text, diagnostic) => {
    const { incident, diagnostics } = read(file, text)
    expect(told(diagnostics)).toEqual([diagnostic])
    expect(incident).toBeUndefined()
  })
})

test('the rule of names holds only inside content/incidents', () => {
  const text = incidentWith('')
  expect(readIncident({ file: '/tmp/x.yaml', text }, context).diagnostics).toEqual([])
  const inside = readIncident({ file: 'content/incidents/2024/x.yaml', text }, { ...context, inContent: true })
  expect(inside.diagnostics.map(({ code }) => code)).toEqual(['file/name'])
})

test('the incident is called after its file', () => {
  expect(readIncident({ file: 'a/b/2024-12-11-meta.yaml', text: incidentWith('') }, context).incident?.id).toBe(
    '2024-12-11-meta',
  )
})

test('a precedent refers to an incident that is there', () => {
  const text = incidentWith('precedents: { at: 2021-10-04, incident: 2021-10-04-mata }')
  const ids = new Set(['2021-10-04-meta'])
  expect(readIncident({ file: 'a.yaml', text }, context).diagnostics).toEqual([])
  const { diagnostics } = readIncident({ file: 'a.yaml', text }, { ...context, ids })
  expect(told(diagnostics)).toEqual(['a.yaml:5:41 publication/no-such-incident'])
  expect(diagnostics[0]?.facts).toEqual({ id: '2021-10-04-mata', nearest: '2021-10-04-meta' })
})
