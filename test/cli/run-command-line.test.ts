import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { depeche } from './depeche.ts'
import { ID, oneIncident, oneLine } from './newsroom-of-one-incident.ts'

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
    const { status, out, err } = await depeche(oneIncident().root, args)
    expect({ status, out }).toEqual({ status: 64, out: '' })
    expect(err).toMatch(oneLine(message))
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
    expect((await depeche(oneIncident().root, wrong, environment)).err).toMatch(oneLine(message))
  })

  test('of --lang before all', async () => {
    expect((await depeche(oneIncident().root, ['--lang', 'en', ...wrong], { LC_ALL: 'fr_FR' })).err).toMatch(
      oneLine('no incident'),
    )
    expect((await depeche(oneIncident().root, [...wrong, '--lang=fr'])).err).toMatch(oneLine('pas d’incident'))
  })

  test('in its help too', async () => {
    const { status, out, err } = await depeche(oneIncident().root, ['--help'], { LC_ALL: 'fr_FR' })
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('Commandes :')
    expect((await depeche(oneIncident().root, ['build', '--help'])).out).toContain('folder to write to')
  })
})

test('says its version', async () => {
  expect((await depeche(tmpdir(), ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await depeche(oneIncident().root, ['-C', '.', '--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
