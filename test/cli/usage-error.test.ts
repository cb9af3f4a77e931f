import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli, depeche, spawned } from './depeche.ts'
import { ID, oneIncident, oneLine } from './newsroom-of-one-incident.ts'

const isRoot = process.getuid?.() === 0

/** Runs one command line as somebody who may not read everything. */
function asNobody(cwd: string, args: readonly string[], language: string): { status: number | null; err: string } {
  const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups']
  const command = [...(isRoot ? ['setpriv', ...nobody] : []), process.execPath, cli, ...args]
  const [program = '', ...clearProgress] = command
  const { status, stderr } = spawnSync(program, clearProgress, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: '/tmp', LC_ALL: language },
  })
  return { status, err: stderr }
}

const mayBeSomebodyElse = !isRoot || existsSync('/usr/bin/setpriv')

describe.skipIf(!mayBeSomebodyElse)('what may not be read is said in one line', () => {
  test.each([
    ['locales', 'en_GB.UTF-8', 'may not be read or written \\(EACCES\\)'],
    ['locales/fr', 'fr_BE.UTF-8', 'ne peut pas être lu ou écrit \\(EACCES\\)'],
    ['content', 'en_GB.UTF-8', 'may not be read or written \\(EACCES\\)'],
    ['.', 'fr_BE.UTF-8', 'ne peut pas être lu ou écrit \\(EACCES\\)'],
  ])('%s', (folder, language, message) => {
    const here = oneIncident()
    here.write('locales/fr/site.json', '{}')
    execFileSync('chmod', ['-R', 'a+rX', here.root])
    chmodSync(join(here.root, folder), 0o444)
    for (const command of [['check'], ['build'], ['show', ID]]) {
      const { status, err } = asNobody('/', ['-C', here.root, ...command], language)
      expect(status).toBe(1)
      expect(err).toMatch(oneLine(message))
    }
    chmodSync(join(here.root, folder), 0o755)
  })
})

describe.skipIf(!existsSync('/dev/full'))('a disk that is full is said in one line', () => {
  test.each(['check --json', `show ${ID}`, 'build', '--version'])('%s', command => {
    const here = oneIncident()
    const stream = command === 'build' ? '2>' : '>'
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${cli}" ${command} ${stream} /dev/full`],
      {
        cwd: here.root,
        encoding: 'utf8',
        env: { PATH: process.env.PATH ?? '', LC_ALL: 'en_GB.UTF-8' },
      },
    )
    expect(status).toBe(1)
    expect(stderr).toBe(command === 'build' ? '' : 'depeche: the disk is full.\n')
  })
})

describe('files of the newsroom that nobody can use are refused in plain words', () => {
  const nested = (text: string, times: number) => text.repeat(times)
  test.each([
    ['locales/fr/story.json', nested('[', 100_000) + nested(']', 100_000), 'more than 200 levels'],
    ['locales/fr/story.json', `${nested('{"a":', 100_000)}1${nested('}', 100_000)}`, 'more than 200 levels'],
    ['locales/fr/site.json', '[]', 'must hold keys'],
    ['locales/fr/site.json', '"words"', 'must hold keys'],
    ['locales/fr/site.json', '{"language": []}', '"language" is missing'],
    ['templates/page/item.hbs', nested('{{#if url}}', 5000) + nested('{{/if}}', 5000), 'more than 200 levels'],
    ['templates/article/brief.hbs', `{{#if a}}${nested('{{else if a}}', 5000)}{{/if}}`, 'more than 200 levels'],
  ])('%s, %#', async (path, text, message) => {
    const here = oneIncident()
    here.write(path, text)
    const { status, err } = await depeche(here.root, ['build'])
    expect(status).toBe(1)
    expect(err).toMatch(oneLine(`${path.replace('.', '\\.')}[^\\n]*${message}`))
  })

  test('but not a template with many blocks beside one another', async () => {
    const here = oneIncident()
    const beside = '{{#if url}}{{^}}{{/if}}{{#if url}}{{else if url}}{{/if}}{{!-- {{#if --}}'.repeat(300)
    const own = execFileSync('cat', [join(import.meta.dirname, '../../templates/page/item.hbs')], { encoding: 'utf8' })
    here.write('templates/page/item.hbs', own + beside)
    const { err } = await depeche(here.root, ['build'])
    expect(err).not.toContain('levels')
  })
})

describe('wrong usage ends with 64, and one line', () => {
  test.each([
    [['studio', '--now', 'x'], '“x” is no moment'],
    [['studio', '--port', 'abc'], '"abc" is no port'],
    [['studio', '--port', '99999'], '"99999" is no port'],
    [['studio', '2026-03-02-orio'], 'no incident.*Did you mean 2026-03-02-orion'],
    [['init', 'README.md'], 'README.md is a file, not a folder'],
    [['init', 'README.md/gazette'], 'README.md is a file, not a folder'],
  ])('%j', async (args, message) => {
    const here = oneIncident()
    writeFileSync(join(here.root, 'README.md'), 'Read me.\n')
    const { status, out, err } = await depeche(here.root, args)
    expect({ status, out }).toEqual({ status: 64, out: '' })
    expect(err).toMatch(oneLine(message))
  })
})

test.skipIf(!existsSync('/proc/self'))('init ends where no folder can be made', () => {
  // In a process of its own: one that tries for ever ends with the test.
  const { status, err } = spawned('/', ['init', '/proc/x'])
  expect(status).toBe(1)
  // Only a build speaks of the last one.
  expect(err).toBe('depeche: mkdir failed on /proc/x (ENOENT).\n')
})

test('a build says that the last one stands', async () => {
  const here = oneIncident()
  await depeche(here.root, ['build'])
  here.remove('.depeche')
  writeFileSync(join(here.root, '.depeche'), '')
  const { status, err } = await depeche(here.root, ['build'])
  expect(status).toBe(1)
  expect(err).toMatch(oneLine('The last build stands as it was'))
})
