import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unsecret } from '../../src/foundation/git.ts'
import { preparePlan } from '../../src/publish/execute-plan.ts'
import { type GitOptions, git } from '../../src/publish/git-folder.ts'
import { hasWork } from '../../src/publish/publish-plan.ts'
import { wholeNewsroom } from '../../src/publish/publish-scope.ts'
import { NOW, offer } from './fixture.ts'
import { memoryJournal } from './memory-journal.ts'
import { actionsOf, keepsThePromise, sync } from './publisher-contract.ts'

const environment = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Desk',
  GIT_AUTHOR_EMAIL: 'desk@example.org',
  GIT_COMMITTER_NAME: 'Desk',
  GIT_COMMITTER_EMAIL: 'desk@example.org',
}

const run = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, encoding: 'utf8', env: environment, stdio: 'pipe' })

/** A bare repository, the clone we publish from, and a colleague's clone. */
function openRepository() {
  const root = mkdtempSync(join(tmpdir(), 'depeche-git-'))
  const [bare, tree, colleague] = ['bare.git', 'tree', 'colleague'].map(name => join(root, name)) as [
    string,
    string,
    string,
  ]
  run(root, 'init', '--quiet', '--bare', '--initial-branch=main', bare)
  run(root, 'clone', '--quiet', bare, tree)
  run(tree, 'checkout', '--quiet', '-b', 'main')
  writeFileSync(join(tree, 'README'), 'A site.\n')
  run(tree, 'add', 'README')
  run(tree, 'commit', '--quiet', '-m', 'Start')
  run(tree, 'push', '--quiet', 'origin', 'main')
  run(root, 'clone', '--quiet', bare, colleague)
  const options: GitOptions = {
    name: 'repository',
    folder: tree,
    place: 'tree',
    dialect: 'hugo',
    make: false,
    tree,
    branch: 'main',
    remote: 'origin',
    environment,
    message: receipts => `Publish ${receipts.map(({ title }) => title).join(', ') || 'the rest'}`,
  }
  /** What a colleague pushes. */
  const pushed = (path: string, change: (text: string) => string) => {
    run(colleague, 'pull', '--quiet', '--ff-only')
    const file = join(colleague, path)
    mkdirSync(dirname(file), { recursive: true })
    let text = ''
    try {
      text = readFileSync(file, 'utf8')
    } catch {}
    writeFileSync(file, change(text))
    run(colleague, 'add', '--all')
    run(colleague, 'commit', '--quiet', '-m', 'By hand')
    run(colleague, 'push', '--quiet')
  }
  return { root, bare, tree, colleague, options, pushed, stop: () => rmSync(root, { recursive: true, force: true }) }
}

keepsThePromise('git', async () => {
  let repository = openRepository()
  const inRemote = () => run(repository.bare, 'ls-tree', '-r', '--name-only', 'main').trim().split('\n')
  const edit = (id: string, change: (text: string) => string) => repository.pushed(id, change)
  return {
    publisher: () => git(repository.options),
    count: async () => inRemote().filter(path => path.endsWith('.md')).length,
    extras: async () => ({ tags: 0, images: inRemote().filter(path => path.endsWith('.png')).length }),
    text: async id => run(repository.bare, 'show', `main:${id}`),
    retitle: async (id, title) => edit(id, text => text.replace(/^"?title"?: .*$/m, `title: ${title}`)),
    reword: async (id, from, to) => edit(id, text => text.replace(from, to)),
    copy: async (id, title) => {
      const path = id.replace(/([^/]+)\.md$/, 'copy-of-$1.md')
      const text = run(repository.bare, 'show', `main:${id}`)
      repository.pushed(path, () => text.replace(/^"?title"?: .*$/m, `title: ${title}`))
      return path
    },
    hide: async id => edit(id, text => text.replace(/^"?draft"?: .*$/m, 'draft: true')),
    formerly: async (edition, slug) =>
      inRemote()
        .filter(path => path.endsWith('.md') && path.includes(`/${edition}/`))
        .map(path => run(repository.bare, 'show', `main:${path}`))
        .find(text => new RegExp(`^(?: *- )"[^"]*/${slug}/"$`, 'm').test(text)) ?? '',
    own: {
      write: async id => edit(id, text => text.replace('---\n', '---\nweight: 3\n')),
      read: async id => /^weight:.*$/m.exec(run(repository.bare, 'show', `main:${id}`))?.[0] ?? '',
    },
    occupy: async ({ article }) =>
      repository.pushed(`content/${article.edition}/posts/${article.id}.md`, () => '---\ntitle: Mine\n---\n\nMine.\n'),
    clear: async () => {
      repository.stop()
      repository = openRepository()
    },
    stop: async () => repository.stop(),
  }
})

describe('a git work tree', () => {
  let repository: ReturnType<typeof openRepository>
  beforeEach(() => {
    repository = openRepository()
  })
  afterEach(() => repository.stop())

  const FILE = 'content/fr/posts/2026-03-02-orion.md'
  const commits = () => run(repository.bare, 'log', '--format=%s', 'main').trim().split('\n')
  const open = (changes: Partial<GitOptions> = {}) => git({ ...repository.options, ...changes })

  test('gets one commit per publish, which says what was published, and none for nothing', async () => {
    await sync(open(), [offer('fr'), offer('en')])
    expect(commits()).toEqual(['Publish Orion: outage is over, Orion : la panne est terminée', 'Start'])
    await sync(open(), [offer('fr'), offer('en')])
    expect(commits()).toHaveLength(2)
  })

  test('an interrupted withdrawal is finished by the next publish, hand edits on the page or not', async () => {
    await sync(open(), [offer('fr'), offer('en')])
    repository.pushed(FILE, text => text.replace('---\n', '---\nweight: 3\n').replace('une heure', '59 minutes'))
    const publisher = open()
    // An editor allowed it, with the id of the story.
    const scope = { ...wholeNewsroom, overwrite: ['2026-03-02-orion'] }
    const { plan } = await preparePlan([offer('en')], NOW, publisher, memoryJournal(), scope)
    const remote = plan?.entries.find(({ action }) => action === 'unpublish')?.remote
    if (!remote) throw new Error('nothing is withdrawn')
    await publisher.unpublish(remote)
    // Killed here.
    const { plan: after, outcome } = await sync(open(), [offer('en')])
    expect(after.unfinished).toBe(true)
    expect(outcome.diagnostics).toEqual([])
    expect(run(repository.bare, 'ls-tree', '-r', '--name-only', 'main')).not.toContain(FILE)
    expect(hasWork((await sync(open(), [offer('en')])).plan)).toBe(false)
  })

  test('a page that a person deleted is theirs to commit', async () => {
    await sync(open(), [offer('fr'), offer('en')])
    repository.pushed(FILE, text => text.replace('---\n', '---\nweight: 3\n').replace('une heure', '59 minutes'))
    await sync(open(), [offer('fr'), offer('en')])
    rmSync(join(repository.tree, FILE))
    expect((await open().verify()).map(({ code }) => code)).toEqual(['publish/git-dirty'])
  })

  test('a commit that a hook refuses is one message and no receipt, and the next publish makes it', async () => {
    const hook = join(repository.tree, '.git/hooks/pre-commit')
    mkdirSync(dirname(hook), { recursive: true })
    writeFileSync(hook, '#!/bin/sh\necho "error: no numbers in a headline" >&2\nexit 1\n', { mode: 0o755 })
    const { outcome } = await sync(open(), [offer('fr')])
    expect(outcome.receipts).toEqual([])
    expect(outcome.diagnostics.map(({ code, facts }) => [code, facts.reason])).toEqual([
      ['publish/git-commit', 'error: no numbers in a headline'],
    ])
    rmSync(hook)
    await sync(open(), [offer('fr')])
    expect(commits()).toHaveLength(2)
    expect(run(repository.bare, 'ls-tree', '-r', '--name-only', 'main')).toContain(FILE)
  })

  test('without a name for commits nothing is written', async () => {
    const {
      GIT_AUTHOR_NAME: _a,
      GIT_AUTHOR_EMAIL: _b,
      GIT_COMMITTER_NAME: _c,
      GIT_COMMITTER_EMAIL: _d,
      ...rest
    } = environment
    const nobody = {
      ...rest,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'user.useConfigOnly',
      GIT_CONFIG_VALUE_0: 'true',
    }
    expect((await open({ environment: nobody }).verify()).map(({ code }) => code)).toEqual(['publish/git-commit'])
  })

  test('a link out of the tree is refused', async () => {
    mkdirSync(join(repository.root, 'elsewhere'))
    symlinkSync(join(repository.root, 'elsewhere'), join(repository.tree, 'content'))
    const [found] = await open().verify()
    expect([found?.code, found?.facts.path]).toEqual(['publish/git-link', 'content'])
  })

  test('goes on top of what others pushed meanwhile', async () => {
    const publisher = open()
    const journal = memoryJournal()
    const { plan } = await preparePlan([offer('fr')], NOW, publisher, journal)
    repository.pushed('about.txt', () => 'About us.\n')
    if (!plan) throw new Error('no plan')
    const { publish } = await import('../../src/publish/execute-plan.ts')
    expect((await publish(plan, publisher, journal)).diagnostics).toEqual([])
    expect(commits()).toEqual(['Publish Orion : la panne est terminée', 'By hand', 'Start'])
    expect(run(repository.bare, 'log', '--merges', '--format=%s', 'main')).toBe('')
  })

  test('refuses when a colleague changes the same post between look and push, and shows it the next time', async () => {
    await sync(open(), [offer('fr')])
    const publisher = open()
    const journal = memoryJournal()
    const moved = [offer('fr', { body: ['La panne a duré deux heures.'] })]
    const { plan } = await preparePlan(moved, NOW, publisher, journal)
    repository.pushed(FILE, text => text.replace('une heure', '59 minutes'))
    if (!plan) throw new Error('no plan')
    const { publish } = await import('../../src/publish/execute-plan.ts')
    const { diagnostics } = await publish(plan, publisher, journal)
    expect(diagnostics.map(({ code }) => code)).toEqual(['publish/git-conflict'])
    expect(run(repository.bare, 'show', `main:${FILE}`)).toContain('59 minutes')
    const again = await sync(open(), moved)
    expect(actionsOf(again.plan)).toEqual(['2026-03-02-orion.fr conflict'])
    expect(run(repository.bare, 'show', `main:${FILE}`)).toContain('59 minutes')
  })

  test.each([
    ['written but not committed', async () => {}],
    [
      'committed but not pushed',
      async (tree: string) => void run(tree, 'commit', '--quiet', '-m', 'x\n\nPublished-by: depeche'),
    ],
  ])('brings to its end what was cut off: %s', async (_, cut) => {
    const { finish, ...rest } = open()
    await sync({ ...rest, finish: async () => [] }, [offer('fr')])
    run(repository.tree, 'add', 'content')
    await cut(repository.tree)
    const { plan } = await preparePlan([offer('fr')], NOW, open(), memoryJournal())
    expect(plan && hasWork(plan)).toBe(true)
    await sync(open(), [offer('fr')])
    expect(run(repository.bare, 'ls-tree', '-r', '--name-only', 'main')).toContain(FILE)
    const { plan: last } = await preparePlan([offer('fr')], NOW, open(), memoryJournal())
    expect(last && hasWork(last)).toBe(false)
  })

  test.each([
    [
      'is on another branch',
      'publish/git-branch',
      (tree: string) => run(tree, 'checkout', '--quiet', '-b', 'other'),
      {},
    ],
    ['holds changes by hand', 'publish/git-dirty', (tree: string) => writeFileSync(join(tree, 'x.md'), 'x'), {}],
    [
      'is in the middle of something',
      'publish/git-busy',
      (tree: string) => writeFileSync(join(tree, '.git/MERGE_HEAD'), ''),
      {},
    ],
    ['has no such remote', 'publish/git-remote', () => {}, { remote: 'nowhere' }],
    ['is no work tree', 'publish/git-no-tree', (tree: string) => rmSync(join(tree, '.git'), { recursive: true }), {}],
    ['has no git', 'publish/git-missing', () => {}, { environment: { PATH: '/nonexistent' } }],
  ])('that %s is reported before anything is written', async (_, code, spoil, changes) => {
    spoil(repository.tree)
    const before = readdirSync(repository.tree)
    expect((await open(changes).verify()).map(({ code }) => code)).toEqual([code])
    expect(readdirSync(repository.tree)).toEqual(before)
  })

  test('never shows the password of a remote', () => {
    expect(unsecret("fatal: could not read from 'https://desk:s3cret@git.example/x'")).not.toContain('s3cret')
  })
})
