import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GitFailure, openGit, unsecret } from '../../src/foundation/git.ts'

let tree: string
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'depeche-git-'))
  execFileSync('git', ['init', '--quiet'], { cwd: tree })
})
afterEach(() => rmSync(tree, { recursive: true, force: true }))

const environment = { PATH: process.env.PATH, HOME: '/nonexistent' }

test('commits with the author that is given, and names files as they are written', async () => {
  const run = openGit(tree, environment, 'Ada Byron <ada@news.example>')
  writeFileSync(join(tree, 'été.md'), 'x')
  await run(['add', '.'])
  await run(['commit', '--quiet', '--message', 'one'])
  expect(await run(['log', '--format=%an <%ae> %cn <%ce>', '--name-only'])).toBe(
    'Ada Byron <ada@news.example> Ada Byron <ada@news.example>\n\nété.md\n',
  )
})

test('says in its own words, in English, why it refuses', async () => {
  const failure = await openGit(tree, { ...environment, LC_ALL: 'fr_FR.UTF-8' })(['checkout', 'nowhere']).catch(
    one => one,
  )
  expect(failure).toBeInstanceOf(GitFailure)
  expect(failure).toMatchObject({ missing: false, reason: expect.stringMatching(/^error: pathspec 'nowhere'/) })
})

test('that is not installed is told apart', async () => {
  const failure = await openGit(tree, { PATH: '/nonexistent' })(['status']).catch(one => one)
  expect(failure).toMatchObject({ missing: true })
})

test.each([
  ['https://ada:hunter2@git.example/a.git', 'https://git.example/a.git'],
  ['fatal: unable to access http://token@git.example/: no', 'fatal: unable to access http://git.example/: no'],
  ['git@git.example:a.git', 'git@git.example:a.git'],
])('%s is shown as %s', (text, shown) => {
  expect(unsecret(text)).toBe(shown)
  expect(new GitFailure(['push'], text, false).message).not.toContain('hunter2')
})
