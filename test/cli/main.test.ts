import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { incidentText, newsroom, repository } from '../site/sample-newsroom.ts'
import { cli, depeche, spawned } from './depeche.ts'

// npx makes a command executable only when it links it for the first time. A newer checkout at the same place finds
// the link of the older one, and then nothing but the compiled file itself says that it may be run.
test.skipIf(process.platform === 'win32')('what was compiled runs through a link that was made before', () => {
  const link = join(mkdtempSync(join(tmpdir(), 'depeche-link-')), 'depeche')
  symlinkSync(join(repository, 'lib/cli/main.js'), link)
  const { status, stdout, error } = spawnSync(link, ['--version'], { encoding: 'utf8' })
  expect(error).toBeUndefined()
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect(status).toBe(0)
})

const ID = '2026-03-02-orion'
const place = (text = incidentText()) => newsroom({ [`content/incidents/2026/${ID}.yaml`]: text })

describe('a process of its own says and does what the tests of the command line find within theirs', () => {
  const destination = 'destinations:\n  hugo: { kind: folder, dialect: hugo, folder: site }\n'
  test.each<[number, string, string[], Record<string, string>]>([
    [0, 'a good newsroom', ['check', '--json'], {}],
    [0, 'a good newsroom', ['show', ID, '--trace'], { LC_ALL: 'fr_BE.UTF-8' }],
    [0, 'a good newsroom', ['build', '--now', '2026-06-01'], {}],
    [0, 'a good newsroom', ['help', 'show'], { LC_ALL: 'C' }],
    [1, 'a bad one', ['check'], {}],
    [1, 'a bad one', ['build', '--now', '2026-06-01'], { LC_ALL: '', LANG: 'fr_BE' }],
    [2, 'one with something to publish', ['plan'], {}],
    [64, 'a good newsroom', ['show', ID, '--lenght', 'brief'], {}],
    [64, 'a good newsroom', ['-C', 'nowhere', 'check'], {}],
  ])('status %i, in %s: %j %j', async (status, which, args, environment) => {
    const open = () => {
      const here = place(incidentText(which === 'a bad one' ? { started: '2026-03-02T10:40' } : {}))
      if (status === 2) here.write('content/site.yaml', here.read('content/site.yaml') + destination)
      return here
    }
    const [one, other] = [open(), open()]
    const process = spawned(one.root, args, environment)
    const { err, ...within } = await depeche(other.root, args, environment)
    expect(process).toEqual({ ...within, err: err.replaceAll(other.root, one.root) })
    expect(process.status).toBe(status)
    expect(one.tree('dist')).toEqual(other.tree('dist'))
  })
})

describe('a command that goes on by itself ends in order, with its result, when it is interrupted', () => {
  test.each([
    ['SIGINT', ['studio'], /^http:\/\/127\.0\.0\.1:\d+\/\n/, 'out'],
    ['SIGTERM', ['check', '--watch'], /Ctrl-C/, 'err'],
  ] as const)('%s, %j', async (signal, args, ready, stream) => {
    const child = spawn(process.execPath, [cli, '--lang', 'en', ...args], { cwd: place().root })
    const heard = { out: '', err: '' }
    for (const [name, readable] of [
      ['out', child.stdout],
      ['err', child.stderr],
    ] as const)
      readable.on('data', part => {
        heard[name] += part
        if (name === stream && ready.test(heard[name])) child.kill(signal)
      })
    const ended = await new Promise(done => child.on('close', (status, by) => done({ status, by })))
    expect(ended, heard.err).toEqual({ status: 0, by: null })
  })
})
