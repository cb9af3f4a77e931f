import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { workspaceOf } from '../../src/foundation/workspace.ts'
import { listIncidents } from '../../src/incident/list-incidents.ts'

const words = ['en', 'fr'].map(language =>
  diagnosticWords(
    language,
    JSON.parse(readFileSync(join(import.meta.dirname, '../../locales', language, 'problems.json'), 'utf8')),
  ),
)

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
      expect(listed(`2024/${name}`)).toEqual({ files: [], misnamed: [], pictures: [], diagnostics: [] })
    }
  })

  test('a file in no folder of a year is told so', () => {
    const [diagnostic] = listed('2024-12-11-meta.yaml').diagnostics
    if (diagnostic) for (const language of words) expect(language.message(diagnostic)).not.toMatch(/“”|« »/)
    expect(diagnostic?.facts.right).toBe('content/incidents/2024/2024-12-11-meta.yaml')
  })
})
