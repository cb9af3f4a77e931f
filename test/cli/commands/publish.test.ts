import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planCommand } from '../../../src/cli/commands/plan.ts'
import { publishCommand } from '../../../src/cli/commands/publish.ts'
import { statusCommand } from '../../../src/cli/commands/status.ts'
import { openTerminal } from '../../../src/cli/terminal.ts'
import { Usage } from '../../../src/cli/usage-error.ts'
import { withDefaults } from '../../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../../src/foundation/workspace.ts'
import { invocationIn } from '../heard-invocation.ts'

const program = resolve(import.meta.dirname, '../../..')
const INCIDENT = 'content/incidents/2024/2024-12-11-meta.yaml'
const now = '2026-03-01T12:00Z'

/** A newsroom with one incident, and what the commands say in it. */
function openNewsroomFolder() {
  const root = mkdtempSync(join(tmpdir(), 'depeche-newsroom-'))
  mkdirSync(join(root, 'content/incidents/2024'), { recursive: true })
  cpSync(join(program, 'content/directory'), join(root, 'content/directory'), { recursive: true })
  for (const file of ['content/site.yaml', INCIDENT]) cpSync(join(program, file), join(root, file))
  const defaults = openWorkspace(program)
  const asked = async (work: (settings: Settings, terminal: Terminal) => Promise<number>) => {
    const { invocation, heard } = invocationIn(root)
    const workspace = withDefaults(openWorkspace(root), defaults)
    const terminal = openTerminal(workspace, 'en', { ...invocation, plain: true })
    const status = await work({ workspace, program: defaults, invocation }, terminal)
    return { status, ...heard }
  }
  return {
    root,
    plan: (options: object = {}) => asked((settings, terminal) => planCommand({ now, ...options }, settings, terminal)),
    publish: (options: object = {}, file?: string) =>
      asked((settings, terminal) => publishCommand(file, { now, ...options }, settings, terminal)),
    status: (options: object = {}) =>
      asked((settings, terminal) => statusCommand({ now, ...options }, settings, terminal)),
    change: (from: string | RegExp, to: string, file = INCIDENT) => {
      const text = readFileSync(join(root, file), 'utf8')
      expect(text).toMatch(from)
      writeFileSync(join(root, file), text.replace(from, to))
    },
    posts: () =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter(path => /^dist\/publish\/.*\.md$/.test(path))
        .sort(),
  }
}

type Settings = Parameters<typeof planCommand>[1]
type Terminal = Parameters<typeof planCommand>[2]

describe('plan, publish, status', () => {
  let context: ReturnType<typeof openNewsroomFolder>
  beforeEach(() => {
    context = openNewsroomFolder()
  })
  afterEach(() => rmSync(context.root, { recursive: true, force: true }))

  const both = ['en', 'fr'].map(edition => `dist/publish/hugo/content/${edition}/posts/2024-12-11-meta.md`)

  test('plan says what waits and ends with 2; publish does it; then there is nothing to do', async () => {
    const first = await context.plan()
    expect(first.status).toBe(2)
    expect(first.out).toContain('+ create  2024-12-11-meta.fr')
    expect(first.out).toContain('2 to create, 0 to update, 0 unchanged, 0 to take down, 0 in conflict.')
    expect(context.posts()).toEqual([])
    const done = await context.publish()
    expect(done).toMatchObject({ status: 0, err: '' })
    expect(done.out).toContain('2 created, 0 updated, 0 taken down.')
    expect(context.posts()).toEqual(both)
    expect((await context.plan()).status).toBe(0)
    expect((await context.publish()).out).toContain('0 created, 0 updated, 0 taken down.')
    expect((await context.status()).out).toContain('2024-12-11-meta.fr  live, up to date')
  })

  test('a saved plan is done exactly, or refused when something moved', async () => {
    await context.plan({ save: 'plan.json' })
    const saved = readFileSync(join(context.root, 'plan.json'), 'utf8')
    context.change(/^state: ongoing$/m, 'state: ongoing\ndraft: true')
    const refused = await context.publish({}, 'plan.json')
    expect(refused.status).toBe(1)
    expect(refused.err).toContain('publish/plan-stale-here')
    expect(context.posts()).toEqual([])
    context.change('\ndraft: true', '')
    expect((await context.publish({}, 'plan.json')).status).toBe(0)
    expect(context.posts()).toEqual(both)
    expect(saved).not.toContain('Downdetector')
    await expect(context.publish({}, 'no-such.json')).rejects.toThrow(Usage)
  })

  test('only one edition, only one incident', async () => {
    await context.publish({ edition: 'fr' })
    expect(context.posts()).toEqual([both[1]])
    expect((await context.plan({ only: '2020-01-01-other' })).status).toBe(0)
  })

  test('nothing of an embargoed story is said or written before its time', async () => {
    context.change(/^state: ongoing$/m, 'state: ongoing\nembargo: 2026-03-01T12:00:01Z')
    const { out, status } = await context.plan()
    expect(status).toBe(0)
    expect(out).toContain('Kept back until its time: 2024-12-11-meta.fr')
    expect(out).not.toMatch(/Instagram|Facebook/)
    await context.publish()
    expect(context.posts()).toEqual([])
    expect((await context.plan({ now: '2026-03-01T12:00:01Z' })).status).toBe(2)
  })

  test('an incident with an error is neither published nor taken down, and the command ends with 1', async () => {
    await context.publish()
    context.change(/^state: ongoing$/m, 'state: broken')
    const { status, out, err } = await context.publish()
    expect(status).toBe(1)
    expect(err).toContain('shape/not-a-known-value')
    expect(out).toContain('0 created, 0 updated, 0 taken down.')
    expect(context.posts()).toEqual(both)
  })

  test('what was removed from the newsroom is taken down, up to the cap', async () => {
    await context.publish()
    rmSync(join(context.root, INCIDENT))
    const capped = await context.publish({ allowRemovals: '1' })
    expect(capped.status).toBe(1)
    expect(capped.err).toContain('publish/too-many-removals')
    expect(context.posts()).toEqual(both)
    expect((await context.publish()).out).toContain('2 taken down')
    expect(context.posts()).toEqual([])
  })

  test('hand edits are shown and left alone, and the command says so', async () => {
    await context.publish()
    context.change(/(?<=\n\n[\s\S]*)Downdetector/, 'Downdetector, as far as we know,', both[0])
    context.change(/^as_of: .*$/m, 'as_of: 2024-12-11T20:10+01:00')
    const plan = await context.plan({ edition: 'en' })
    expect(plan.status).toBe(2)
    expect(plan.out).toContain('! conflict  2024-12-11-meta.en')
    expect(plan.out).toMatch(/Changed there by hand:\n(?:.*\n)*? {6}\+ .*as far as we know/)
    const published = await context.publish()
    expect(published.status).toBe(1)
    expect(readFileSync(join(context.root, both[0] ?? ''), 'utf8')).toContain('as far as we know')
    expect((await context.publish({ overwrite: '2024-12-11-meta' })).status).toBe(0)
    expect(readFileSync(join(context.root, both[0] ?? ''), 'utf8')).not.toContain('as far as we know')
  })

  test('data for machines', async () => {
    const plan = JSON.parse((await context.plan({ json: true })).out)
    expect(plan.plans[0].counts).toEqual({ create: 2, update: 0, unchanged: 0, unpublish: 0, conflict: 0 })
    expect(plan.problems).toEqual([])
    const done = JSON.parse((await context.publish({ json: true })).out)
    expect(done.destinations[0].receipts).toHaveLength(2)
    const { destinations } = JSON.parse((await context.status({ json: true })).out)
    expect(destinations[0].posts[0]).toMatchObject({
      key: '2024-12-11-meta.en',
      standing: 'current',
      status: 'published',
    })
  })

  test.each([
    ['is of no known kind', '{ kind: typo3 }', 'publish/unknown-kind'],
    ['has a setting too many', '{ kind: folder, dialect: hugo, folder: x, colour: red }', 'publish/unknown-setting'],
    ['lacks a setting', '{ kind: folder, dialect: hugo }', 'publish/wrong-setting'],
    ['holds a secret', '{ kind: folder, dialect: hugo, folder: x, password: hunter2 }', 'publish/secret-in-file'],
    ['points at nothing', '{ kind: folder, dialect: hugo, folder: /nowhere/at/all }', 'publish/no-folder'],
  ])('a destination that %s is complained of', async (_, settings, code) => {
    context.change(/hugo: \{.*\}/, `hugo: ${settings}`, 'content/site.yaml')
    const { status, err, out } = await context.publish()
    expect(status).toBe(1)
    expect(err).toContain(code)
    expect(err + out).not.toContain('hunter2')
  })

  test('a destination that is not there is wrong usage', async () => {
    await expect(context.plan({ to: 'hugp' })).rejects.toThrow(Usage)
  })

  test('a publish under way is not joined by another', async () => {
    mkdirSync(join(context.root, '.depeche/publish/hugo'), { recursive: true })
    const holder = { pid: process.ppid, host: (await import('node:os')).hostname() }
    writeFileSync(join(context.root, '.depeche/publish/hugo/lock'), JSON.stringify(holder))
    const { status, err } = await context.publish()
    expect(status).toBe(1)
    expect(err).toContain('publish/locked')
    expect(context.posts()).toEqual([])
  })
})
