import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/cli/commands/check.ts'
import { type UpdateOptions, update } from '../../../src/cli/commands/update.ts'
import { Usage } from '../../../src/cli/usage-error.ts'
import { listIncidents } from '../../../src/incident/list-incidents.ts'
import { openTestNewsroom } from '../test-newsroom.ts'

const id = '2024-12-11-meta'
const file = `content/incidents/2024/${id}.yaml`
const now = '2024-12-11T22:00'

test('resolved in a hurry: state, end, as_of and the words of the company, where they stand', async () => {
  const newsroom = openTestNewsroom()
  const before = readFileSync(join(newsroom.root, file), 'utf8')
  newsroom.write('words.txt', 'We are 99% there:\n  thanks for "bearing" with us.\n')
  const options: UpdateOptions = {
    state: 'resolved',
    ended: '21:40',
    statement: join(newsroom.root, 'words.txt'),
    statementLang: 'en',
    translation: ['fr=Nous y sommes à 99 % : merci de votre patience.'],
    via: 'x',
    now,
  }
  expect(update(id, options, newsroom.settings, newsroom.terminal), newsroom.heard.err).toBe(0)
  expect(newsroom.heard.out).toBe(`${file}\n`)
  const after = readFileSync(join(newsroom.root, file), 'utf8')
  expect(await check([file], {}, newsroom.settings, newsroom.terminal), newsroom.heard.err).toBe(0)
  expect(after).toContain('state: resolved\nas_of: 2024-12-11T22:00\n')
  expect(after).toContain('ended: 2024-12-11T21:40\n')
  expect(after).toContain('We are 99% there: thanks for')
  expect(after).toMatch(/updates:\n {2}- .*le service est rétabli/s)
  const notes = (text: string) => text.split('\n').flatMap(line => /^\s*#.*/.exec(line)?.[0].trim() ?? [])
  expect(notes(after)).toEqual(notes(before))
})

describe('every sample takes an update', () => {
  const { files } = listIncidents(openTestNewsroom().settings.workspace)
  // Planned work of the past is rightly refused: it did not happen in November.
  test.each(files.map(one => one.id).filter(one => !one.includes('atlas')))('%s', one => {
    const newsroom = openTestNewsroom('fr')
    const text = ['fr=les équipes poursuivent : « on avance »', 'en=teams are at work: "progress" #1']
    const source = ['https://example.org/new']
    const status = update(one, { text, source, now: '2026-11-01T10:00' }, newsroom.settings, newsroom.terminal)
    expect(status, newsroom.heard.err).toBe(0)
    expect(newsroom.heard.err).toContain('example.org/new')
  })
})

test.each<[string, UpdateOptions]>([
  ['nothing', {}],
  ['moment', { ended: 'noon' }],
  ['text', { text: ['Service is back'] }],
  ['statement-lang', { statement: 'x.txt' }],
  ['file', { statement: 'nowhere.txt', statementLang: 'en' }],
  ['name', { statement: 'package.json', statementLang: 'en', via: 'zorglub' }],
])('says what it cannot do without: %s', (key, options) => {
  const newsroom = openTestNewsroom()
  try {
    update(id, { ...options, now }, newsroom.settings, newsroom.terminal)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Usage)
    expect(error).toMatchObject({ key })
  }
})

test('an end after the moment it speaks from is refused, and the file stays', () => {
  const newsroom = openTestNewsroom()
  const before = readFileSync(join(newsroom.root, file), 'utf8')
  expect(update(id, { ended: '2024-12-11T23:00', now }, newsroom.settings, newsroom.terminal)).toBe(1)
  expect(newsroom.heard.err).toContain('state/resolved-later')
  expect(readFileSync(join(newsroom.root, file), 'utf8')).toBe(before)
})
