import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { init } from '../../src/cli/commands/init.ts'
import { annotation } from '../../src/cli/forge-annotations.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { openTestNewsroom } from '../cli/test-newsroom.ts'

const folder = mkdtempSync(join(tmpdir(), 'depeche-init-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newsroom = openTestNewsroom()
init(join(folder, 'gazette'), newsroom.settings, newsroom.terminal)
const read = (name: string) => readFileSync(join(folder, 'gazette/.vscode', name), 'utf8')
const json = (name: string) => JSON.parse(read(name))

test('a new newsroom has the schema of incidents and the extension that reads it', () => {
  const [path] = Object.keys(json('settings.json')['yaml.schemas'])
  expect(readFileSync(join(folder, 'gazette', path ?? ''), 'utf8')).toBe(
    readFileSync(resolve(import.meta.dirname, '../../schema/incident.schema.json'), 'utf8'),
  )
  expect(json('extensions.json').recommendations).toContain('redhat.vscode-yaml')
})

test('the task reads the problems that check prints', () => {
  const { problemMatcher } = json('tasks.json').tasks[0]
  const [{ regexp, severity, file, line, column, endColumn, code, message }] = problemMatcher.pattern
  const place = { file: 'content/incidents/2026/a.yaml', line: 3, column: 8, length: 4 }
  const diagnostic = { code: 'shape/empty', severity: 'error', place, facts: { field: 'x' } } as const
  const found = new RegExp(regexp).exec(annotation(diagnostic, newsroom.terminal.words()))
  const parts = [severity, file, line, column, endColumn, code].map(index => found?.[index])
  expect(parts).toEqual(['error', place.file, '3', '8', '12', 'shape/empty'])
  expect(found?.[message]).not.toBe('')
  const whole = annotation({ ...diagnostic, place: { file: 'a.yaml' } }, newsroom.terminal.words())
  expect(new RegExp(regexp).exec(whole)?.[file]).toBe('a.yaml')
})

const snippets: [string, { body: string[] }][] = Object.entries(json('depeche.code-snippets'))

test.each(snippets)('the snippet %s passes check once it is filled in', (_, { body }) => {
  const { newsroom: opened } = openNewsroom(newsroom.settings.workspace)
  const moment: Record<string, string> = { YEAR: '2026', MONTH: '06', DATE: '01', HOUR: '19', MINUTE: '30' }
  const filled = body
    .join('\n')
    .replace(/\$\{CURRENT_(\w+)\}/g, (_, part: string) => moment[part] ?? '')
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace('$0', '')
    .replace('company: company', 'company: meta')
    .replace('[service]', '[facebook]')
    .replace('source: source', 'source: downdetector')
  const base = 'state: ongoing\nas_of: 2026-06-01T20:00\nservices: [facebook]\n'
  const text = filled.startsWith('state:') ? filled : base + filled
  if (!opened) throw new Error('the sample newsroom cannot be read')
  const { diagnostics } = readIncident({ file: 'a.yaml', text }, opened.context)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
})
