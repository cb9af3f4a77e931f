import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cutsAt, openKnife } from '../machine/kill-at-disk-change.ts'
import { start } from './cuts/cutting.ts'
import { publishStory } from './cuts/publish-story.ts'

const run = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  })

const environment = {
  PATH: process.env.PATH,
  GIT_AUTHOR_NAME: 'Desk',
  GIT_AUTHOR_EMAIL: 'desk@example.org',
  GIT_COMMITTER_NAME: 'Desk',
  GIT_COMMITTER_EMAIL: 'desk@example.org',
}

const inFolder = async (work: (root: string) => Promise<void>) => {
  const root = mkdtempSync(join(tmpdir(), 'depeche-cut-'))
  try {
    await work(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const filesIn = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [path.slice(root.length + 1), readFileSync(path, 'latin1')]),
  )

/** Kills a publish to a folder and one to git, at each of the disk's changes and of git's calls, and runs it again. */
export function diskCuts(file: string): void {
  describe('a killed publish to a folder', () => {
    const settings = { kind: 'folder', dialect: 'hugo', folder: 'site' }

    test('at every change of the disk, before it and in the middle: whole after the next run', () =>
      inFolder(async root => {
        const knife = openKnife()
        const whole = join(root, 'whole')
        await start(file, whole, settings, { ...environment, ...knife.listing }).ended
        const changes = knife.changes()
        expect(changes.length).toBeGreaterThan(8)
        const wanted = filesIn(join(whole, 'site'))
        expect(Object.keys(wanted)).toHaveLength(3)
        for (const { at, change, moment } of cutsAt(changes)) {
          const when = `${moment} ${at}: ${change}`
          const cut = join(root, `cut-${at}-${moment}`)
          const killed = await start(file, cut, settings, { ...environment, ...knife.environment(at, moment) }).ended
          expect(killed.status, when).toBeNull()
          expect(await publishStory(cut, settings, environment), when).toEqual([])
          expect(filesIn(join(cut, 'site')), when).toEqual(wanted)
        }
        knife.remove()
      }))
  })

  describe('a killed publish to git', () => {
    /** A git that kills whoever called it, before or after its nth call. */
    const SHIM = `#!/bin/sh
n=$(($(cat "$COUNT" 2>/dev/null || echo 0) + 1)); echo $n > "$COUNT"
if [ "$n" = "$AT" ] && [ "$MOMENT" = before ]; then kill -9 $PPID; exit 1; fi
PATH="$REAL" git "$@"; status=$?
if [ "$n" = "$AT" ]; then kill -9 $PPID; fi
exit $status
  `

    test('at every call of git, before and after: one commit, pushed, after the next run', () =>
      inFolder(async root => {
        mkdirSync(join(root, 'bin'))
        writeFileSync(join(root, 'bin/git'), SHIM)
        chmodSync(join(root, 'bin/git'), 0o755)
        const settings = { kind: 'git', dialect: 'hugo', tree: 'tree', remote: 'origin' }
        const open = (name: string) => {
          const place = join(root, name)
          mkdirSync(place)
          run(place, 'init', '--quiet', '--bare', '--initial-branch=main', 'bare.git')
          run(place, 'clone', '--quiet', 'bare.git', 'tree')
          run(join(place, 'tree'), 'checkout', '--quiet', '-b', 'main')
          run(join(place, 'tree'), 'commit', '--quiet', '--allow-empty', '-m', 'Start')
          run(join(place, 'tree'), 'push', '--quiet', 'origin', 'main')
          const shim = {
            ...environment,
            PATH: `${join(root, 'bin')}:${environment.PATH}`,
            REAL: environment.PATH,
            COUNT: join(place, 'count'),
          }
          return { place, shim }
        }
        const pushed = (place: string) => ({
          commits: run(join(place, 'bare.git'), 'rev-list', '--count', 'main').trim(),
          files: run(join(place, 'bare.git'), 'ls-tree', '-r', '--name-only', 'main').trim().split('\n'),
          left: run(join(place, 'tree'), 'status', '--porcelain').trim(),
        })
        const first = open('whole')
        await start(file, first.place, settings, first.shim).ended
        const calls = Number(readFileSync(join(first.place, 'count'), 'utf8'))
        const wanted = pushed(first.place)
        expect(wanted).toMatchObject({ commits: '2', left: '' })
        expect(wanted.files).toHaveLength(3)
        for (let at = 1; at <= calls; at++) {
          for (const MOMENT of ['before', 'after']) {
            const { place, shim } = open(`cut-${at}-${MOMENT}`)
            const killed = await start(file, place, settings, { ...shim, AT: String(at), MOMENT }).ended
            expect(killed.status, `${at} ${MOMENT}`).toBeNull()
            expect(await publishStory(place, settings, environment), `${at} ${MOMENT}`).toEqual([])
            expect(pushed(place), `${at} ${MOMENT}`).toEqual(wanted)
          }
        }
      }))
  })
}
