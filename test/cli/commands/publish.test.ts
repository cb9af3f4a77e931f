import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Usage } from '../../../src/cli/usage-error.ts'
import { BOTH, INCIDENT, openNewsroomFolder } from '../publishing-newsroom.ts'

describe('publish', () => {
  let context: ReturnType<typeof openNewsroomFolder>
  beforeEach(() => {
    context = openNewsroomFolder()
  })
  afterEach(() => rmSync(context.root, { recursive: true, force: true }))

  test('plan says what waits and ends with 2; publish does it; then there is nothing to do', async () => {
    const first = await context.plan()
    expect(first.status).toBe(2)
    expect(first.out).toContain('+ create  2024-12-11-meta.fr')
    expect(first.out).toContain('2 to create, 0 to update, 0 unchanged, 0 to take down, 0 in conflict.')
    expect(context.posts()).toEqual([])
    const done = await context.publish()
    expect(done).toMatchObject({ status: 0, err: '' })
    expect(done.out).toContain('2 created, 0 updated, 0 taken down.')
    expect(context.posts()).toEqual(BOTH)
    expect((await context.plan()).status).toBe(0)
    expect((await context.publish()).out).toContain('0 created, 0 updated, 0 taken down.')
  })

  describe('takes down', () => {
    const MORE = ['content/incidents/2023/2023-05-01-meta.yaml', 'content/incidents/2023/2023-06-01-meta.yaml']
    const at = (file: string) => join(context.root, file)
    beforeEach(async () => {
      mkdirSync(at('content/incidents/2023'), { recursive: true })
      for (const [nth, file] of MORE.entries())
        writeFileSync(
          at(file),
          `state: ongoing\nas_of: 2023-0${nth + 5}-01T12:00\nservices: [facebook]\nslug: a-${nth}\n`,
        )
      expect((await context.publish()).status).toBe(0)
      expect(context.posts()).toHaveLength(6)
    })

    test('the story of a file that was deleted, the only one of its year too', async () => {
      rmSync(at(INCIDENT))
      expect((await context.plan()).out).toContain('2 to take down')
      expect((await context.publish()).status).toBe(0)
      expect(context.posts()).toHaveLength(4)
    })

    test.each([
      ['a file renamed to another ending', () => renameSync(at(INCIDENT), at(`${INCIDENT}.bak`))],
      ['a file renamed to no day', () => renameSync(at(INCIDENT), at('content/incidents/2024/Panne Meta.yaml'))],
      [
        'a file that is a dead link',
        () => {
          rmSync(at(INCIDENT))
          symlinkSync('/nowhere/a.yaml', at(INCIDENT))
        },
      ],
      [
        'a year that is a dead link',
        () => {
          rmSync(at('content/incidents/2023'), { recursive: true })
          symlinkSync('/nowhere', at('content/incidents/2023'))
        },
      ],
      [
        'a year that is a link',
        () => {
          renameSync(at('content/incidents/2023'), at('elsewhere'))
          symlinkSync(at('elsewhere'), at('content/incidents/2023'))
        },
      ],
      ['a whole year missing', () => rmSync(at('content/incidents/2023'), { recursive: true })],
      ['the folder missing', () => rmSync(at('content/incidents'), { recursive: true })],
    ])('nothing, and says so: %s', async (_, spoil) => {
      spoil()
      const { out, err } = await context.plan()
      expect(out + err).toMatch(/perhaps-unread|year-missing|not-a-folder|file\//)
      await context.publish()
      expect(context.posts()).toHaveLength(6)
    })

    test('a whole year, when an editor says how many posts', async () => {
      rmSync(at('content/incidents/2023'), { recursive: true })
      expect((await context.publish({ allowRemovals: '4' })).status).toBe(0)
      expect(context.posts()).toHaveLength(2)
    })
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
    expect(context.posts()).toEqual(BOTH)
    expect(saved).not.toContain('Downdetector')
    await expect(context.publish({}, 'no-such.json')).rejects.toThrow(Usage)
  })

  test('only one edition, only one incident', async () => {
    await context.publish({ edition: 'fr' })
    expect(context.posts()).toEqual([BOTH[1]])
    expect((await context.plan({ only: '2020-01-01-other' })).status).toBe(0)
  })

  test('an incident with an error is neither published nor taken down, and the command ends with 1', async () => {
    await context.publish()
    context.change(/^state: ongoing$/m, 'state: broken')
    const { status, out, err } = await context.publish()
    expect(status).toBe(1)
    expect(err).toContain('shape/not-a-known-value')
    expect(out).toContain('0 created, 0 updated, 0 taken down.')
    expect(context.posts()).toEqual(BOTH)
  })

  test('what was removed from the newsroom is taken down, up to the cap', async () => {
    await context.publish()
    rmSync(join(context.root, INCIDENT))
    const capped = await context.publish({ allowRemovals: '1' })
    expect(capped.status).toBe(1)
    expect(capped.err).toContain('publish/too-many-removals')
    expect(context.posts()).toEqual(BOTH)
    expect((await context.publish()).out).toContain('2 taken down')
    expect(context.posts()).toEqual([])
  })

  test('hand edits are shown and left alone, and the command says so', async () => {
    await context.publish()
    context.change(/(?<=\n\n[\s\S]*)WhatsApp/, 'WhatsApp, as far as we know,', BOTH[0])
    context.change(/^as_of: .*$/m, 'as_of: 2024-12-11T20:10+01:00')
    const plan = await context.plan({ edition: 'en' })
    expect(plan.status).toBe(2)
    expect(plan.out).toContain('! conflict  2024-12-11-meta.en')
    expect(plan.out).toMatch(/Changed there by hand:\n(?:.*\n)*? {6}\+ .*as far as we know/)
    const published = await context.publish()
    expect(published.status).toBe(1)
    expect(readFileSync(join(context.root, BOTH[0] ?? ''), 'utf8')).toContain('as far as we know')
    expect((await context.publish({ overwrite: '2024-12-11-meta' })).status).toBe(0)
    expect(readFileSync(join(context.root, BOTH[0] ?? ''), 'utf8')).not.toContain('as far as we know')
  })

  test('its data for machines hold a receipt for each article', async () => {
    const done = JSON.parse((await context.publish({ json: true })).out)
    expect(done.destinations[0].receipts).toHaveLength(2)
  })

  test.each([
    ['is of no known kind', '{ kind: typo3 }', 'publish/unknown-kind'],
    ['has a setting too many', '{ kind: folder, dialect: hugo, folder: x, colour: red }', 'publish/unknown-setting'],
    ['lacks a setting', '{ kind: folder, dialect: hugo }', 'publish/missing-setting'],
    ['holds a secret', '{ kind: folder, dialect: hugo, folder: x, password: hunter2 }', 'publish/secret-in-file'],
    ['points at nothing', '{ kind: folder, dialect: hugo, folder: /nowhere/at/all }', 'publish/no-folder'],
  ])('a destination that %s is complained of', async (_, settings, code) => {
    context.change(/hugo: \{.*\}/, `hugo: ${settings}`, 'content/site.yaml')
    const { status, err, out } = await context.publish()
    expect(status).toBe(1)
    expect(err).toContain(code)
    expect(err + out).not.toContain('hunter2')
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
