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
  expect(await update(id, options, newsroom.settings, newsroom.terminal), newsroom.heard.err).toBe(0)
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
  test.each(files.map(one => one.id).filter(one => !one.includes('atlas')))('%s', async one => {
    const newsroom = openTestNewsroom('fr')
    const text = ['fr=les équipes poursuivent : « on avance »', 'en=teams are at work: "progress" #1']
    const source = ['https://example.org/new']
    const status = await update(one, { text, source, now: '2026-11-01T10:00' }, newsroom.settings, newsroom.terminal)
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
])('says what it cannot do without: %s', async (key, options) => {
  const newsroom = openTestNewsroom()
  try {
    await update(id, { ...options, now }, newsroom.settings, newsroom.terminal)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Usage)
    expect(error).toMatchObject({ key })
  }
})

test('an end after the moment it speaks from is refused, and the file stays', async () => {
  const newsroom = openTestNewsroom()
  const before = readFileSync(join(newsroom.root, file), 'utf8')
  expect(await update(id, { ended: '2024-12-11T23:00', now }, newsroom.settings, newsroom.terminal)).toBe(1)
  expect(newsroom.heard.err).toContain('state/resolved-later')
  expect(readFileSync(join(newsroom.root, file), 'utf8')).toBe(before)
})

describe('what was true only while it lasted', () => {
  const typed = `# the night desk
state: ongoing
as_of: 2024-12-11T20:00
company: meta
services: [facebook]
started: 2024-12-11T18:30
expected: 2024-12-11T21:00 # they say
symptoms:
  - fr: la page reste blanche
    en: the page stays blank
  # seen by two
  - { fr: rien ne part, en: nothing is sent }
counts: { source: downdetector, unit: reports, value: 1200, phase: now }
statements:
  - { by: spokesperson, original: { lang: en, text: "We are on it." } }
advice: { fr: Patientez., en: Please wait. }
sources: https://example.org/
`
  const over = { state: 'resolved', ended: '21:40', now } as const
  const opened = () => {
    const newsroom = openTestNewsroom()
    newsroom.write(file, typed)
    return { ...newsroom, text: () => readFileSync(join(newsroom.root, file), 'utf8') }
  }

  test('is named with its line, and the option that answers', async () => {
    const { settings, terminal, heard, text } = opened()
    expect(await update(id, over, settings, terminal), heard.err).toBe(0)
    for (const name of ['expected', 'symptoms.0', 'symptoms.1', 'counts', 'statements.0', 'advice'])
      expect(heard.err).toContain(`--leftover ${name}=keep, past or remove`)
    expect(text()).toContain('the page stays blank')
  })

  test('is put in the past, kept or removed in its place, with the comments around it', async () => {
    const { settings, terminal, heard, text } = opened()
    const leftover = [
      ...['expected=past', 'symptoms.1=remove', 'counts=past', 'statements=past', 'advice=past'],
      ...['symptoms.0.fr=la page restait blanche', 'symptoms.0.en=the page stayed blank'],
    ]
    expect(await update(id, { ...over, leftover }, settings, terminal), heard.err).toBe(0)
    expect(heard.err).not.toContain('--leftover')
    expect(heard.err).not.toContain('life/')
    expect(text()).toContain('expected: { when: 2024-12-11T21:00, replaced: true } # they say\n')
    expect(text()).toContain('  - fr: la page restait blanche\n    en: the page stayed blank\n  # seen by two\ncounts:')
    expect(text()).toContain('phase: now, at: { at: 2024-12-11T20:00, precision: by } }')
    expect(text()).toContain('text: "We are on it." }, at: { at: 2024-12-11T20:00, precision: by } }')
    expect(text()).toContain('advice: { steps: { fr: Patientez., en: Please wait. }, valid_until: 2024-12-11T21:40 }\n')
  })

  test('is answered for all at once, and later', async () => {
    const { settings, terminal, heard, text } = opened()
    await update(id, over, settings, terminal)
    const asOf = /as_of: .*/.exec(text())?.[0]
    expect(await update(id, { leftover: ['all=remove'], now: '2024-12-12T09:00' }, settings, terminal), heard.err).toBe(
      0,
    )
    expect(text()).toContain(`${asOf}\n`)
    for (const field of ['expected', 'symptoms', 'counts', 'statements', 'advice'])
      expect(text()).not.toMatch(new RegExp(`^${field}:`, 'm'))
    expect(text()).toContain('# the night desk\n')
  })

  test.each(['weather=keep', 'advice=perhaps'])('an answer that is none is wrong usage: %s', async one => {
    const { settings, terminal } = opened()
    await expect(update(id, { ...over, leftover: [one] }, settings, terminal)).rejects.toThrow(Usage)
  })
})
