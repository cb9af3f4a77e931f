import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/cli/commands/check.ts'
import { newCommand } from '../../../src/cli/commands/new.ts'
import type { NewOptions } from '../../../src/cli/new-options.ts'
import { Usage } from '../../../src/cli/usage-error.ts'
import { matchName } from '../../../src/edit/match-name.ts'
import { typedMoment, writtenMoment } from '../../../src/edit/typed-moment.ts'
import { openNewsroom } from '../../../src/newsroom/newsroom.ts'
import { openTestNewsroom } from '../test-newsroom.ts'

const now = '2026-01-02T19:00'

describe.each(['fr', 'en'])('depeche new, in %s', language => {
  test.each<[string, NewOptions, file: string]>([
    [
      'one service',
      { service: ['instagram'], started: '2026-01-02T10:00', state: 'ongoing', source: ['https://example.org/'] },
      '2026-01-02-instagram',
    ],
    ['a name that is begun', { service: ['insta'] }, '2026-01-02-instagram'],
    ['a name as readers know it', { service: ['WhatsApp'], started: '18h30' }, '2026-01-02-whatsapp'],
    ['an hour of yesterday', { service: ['facebook'], started: '23:50' }, '2026-01-01-facebook'],
    ['services of one company', { service: ['facebook', 'instagram'] }, '2026-01-02-meta'],
    ['services of two companies', { service: ['facebook, chatgpt'] }, '2026-01-02-facebook'],
    ['a name that nobody knows', { service: ['Zorglub'], inPlace: true }, '2026-01-02-zorglub'],
    [
      'planned work',
      { service: ['facebook'], plannedFrom: '2026-01-10T01:00', plannedTo: '2026-01-10T05:00', kind: 'maintenance' },
      '2026-01-10-facebook',
    ],
    [
      'over',
      { service: ['facebook'], state: 'resolved', started: '10:00', ended: '12:00', place: ['BE'], cause: 'unknown' },
      '2026-01-02-facebook',
    ],
  ])('%s: prints the path of a file that passes check', async (_, options, id) => {
    const newsroom = openTestNewsroom(language)
    expect(await newCommand({ ...options, now, input: false }, newsroom.settings, newsroom.terminal)).toBe(0)
    const file = `content/incidents/${id.slice(0, 4)}/${id}.yaml`
    expect(newsroom.heard.out).toBe(`${file}\n`)
    expect(await check([file], {}, newsroom.settings, newsroom.terminal), newsroom.heard.err).toBe(0)
  })

  test('every field that waits as a note passes check when its # is taken away', async () => {
    const newsroom = openTestNewsroom(language)
    await newCommand(
      { service: ['instagram'], started: '10:00', now, input: false },
      newsroom.settings,
      newsroom.terminal,
    )
    const file = newsroom.heard.out.trim()
    const text = readFileSync(join(newsroom.root, file), 'utf8')
    const filled = text.replace(/^#(?! |yaml)/gm, '')
    newsroom.write(file, filled.replace(/^#( {2})/gm, '$1'))
    expect(readFileSync(join(newsroom.root, file), 'utf8')).toMatch(/^statements:\n {2}- by/m)
    expect(await check([file], {}, newsroom.settings, newsroom.terminal), newsroom.heard.err).toBe(0)
  })
})

test('a file that is there keeps its name; the new one gets a number', async () => {
  const newsroom = openTestNewsroom()
  const options = { service: ['facebook'], now, input: false }
  for (const id of ['2026-01-02-facebook', '2026-01-02-facebook-2', '2026-01-02-facebook-3']) {
    newsroom.heard.out = ''
    await newCommand(options, newsroom.settings, newsroom.terminal)
    expect(newsroom.heard.out).toBe(`content/incidents/2026/${id}.yaml\n`)
  }
})

test.each<[string, NewOptions]>([
  ['service-missing', {}],
  ['name', { service: ['zorglub'] }],
  ['moment', { service: ['facebook'], started: '25:00' }],
  ['planned', { service: ['facebook'], state: 'planned' }],
])('asks for what it cannot do without: %s', async (key, options) => {
  const newsroom = openTestNewsroom()
  const asked = newCommand({ ...options, now, input: false }, newsroom.settings, newsroom.terminal)
  await expect(asked).rejects.toThrow(Usage)
  await expect(asked).rejects.toMatchObject({ key })
  expect(newsroom.heard.out).toBe('')
})

test('writes nothing that would not pass', async () => {
  const newsroom = openTestNewsroom()
  const options = {
    service: ['facebook'],
    state: 'ongoing' as const,
    ended: '12:00',
    started: '10:00',
    now,
    input: false,
  }
  expect(await newCommand(options, newsroom.settings, newsroom.terminal)).toBe(1)
  expect(newsroom.heard.out).toBe('')
  expect(newsroom.heard.err).toContain('state/over-but-ongoing')
})

describe('an hour typed in a hurry', () => {
  const zone = 'Europe/Brussels'
  const at = (text: string) => Date.parse(text)
  test.each([
    ['21:40', '2026-01-02T22:00+01:00', '2026-01-02T21:40'],
    ['21h40', '2026-01-02T22:00+01:00', '2026-01-02T21:40'],
    ['9h', '2026-01-02T22:00+01:00', '2026-01-02T09:00'],
    ['23:50', '2026-01-02T00:10+01:00', '2026-01-01T23:50'],
    ['22:00', '2026-01-02T22:00+01:00', '2026-01-02T22:00'],
    ['2:30', '2026-10-25T12:00+01:00', '2026-10-25T02:30+01:00'],
    ['2:30', '2026-03-29T12:00+02:00', '2026-03-28T02:30'],
    ['2026-01-02 21:40', '2026-01-03T00:00Z', '2026-01-02T21:40'],
    ['2026-01-02T21:40Z', '2026-01-03T00:00Z', '2026-01-02T21:40Z'],
  ])('%s at %s is %s', (typed, now, written) => {
    expect(typedMoment(typed, { now: at(now), zone })?.written).toBe(written)
  })
  test.each(['', 'noon', '24:00', '7', '12:60', '2026-13-01T10:00', '2026-03-29T02:30'])('%s is none', typed => {
    expect(typedMoment(typed, { now: at('2026-06-01T00:00Z'), zone })).toBeUndefined()
  })
  test('the hour that comes twice is written with its offset', () => {
    expect(writtenMoment(at('2026-10-25T00:30Z'), zone)).toBe('2026-10-25T02:30+02:00')
  })
})

describe('a name is completed from the directory', () => {
  const { newsroom } = openNewsroom(openTestNewsroom().settings.workspace)
  const directory = newsroom?.context.directory ?? { names: new Map() }
  test.each([
    ['instagram', 'instagram'],
    ['Instagram', 'instagram'],
    ['insta', 'instagram'],
    ['whats app', 'whatsapp'],
  ])('%s is %s', (typed, id) => {
    expect(matchName(typed, directory, ['service'])).toMatchObject({ kind: 'found', named: { id } })
  })
  test('a slip is offered, not taken', () => {
    expect(matchName('instagarm', directory, ['service'])).toMatchObject({
      kind: 'unclear',
      near: [{ id: 'instagram' }],
    })
  })
})
