import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder } from '../../src/publish/folder.ts'
import { type Dialect, dialects } from '../../src/publish/front-matter-dialect.ts'
import { readyAt } from '../../src/publish/post.ts'
import { expectLinear } from '../machine/cpu-cost.ts'
import { NOW, offer, story } from './fixture.ts'
import { keepsThePromise, sync } from './publisher-contract.ts'

const fresh = () => mkdtempSync(join(tmpdir(), 'depeche-folder-'))
const filesOf = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()

function openFolder(dialect: Dialect) {
  return async () => {
    const root = fresh()
    const edit = (id: string, change: (text: string) => string) => {
      writeFileSync(join(root, id), change(readFileSync(join(root, id), 'utf8')))
    }
    return {
      publisher: () => folder({ name: 'site', folder: root, place: 'site', dialect, make: true }),
      count: async () => filesOf(root).filter(file => file.endsWith('.md')).length,
      extras: async () => ({ tags: 0, images: filesOf(root).filter(file => file.endsWith('.png')).length }),
      text: async (id: string) => readFileSync(join(root, id), 'utf8'),
      retitle: async (id: string, title: string) =>
        edit(id, text => text.replace(/^"?title"?: .*$/m, `title: ${title}`)),
      reword: async (id: string, from: string, to: string) => edit(id, text => text.replace(from, to)),
      own: {
        write: async (id: string) => edit(id, text => text.replace('---\n', '---\nweight: 012 # by hand\n')),
        read: async (id: string) => /^weight:.*$/m.exec(readFileSync(join(root, id), 'utf8'))?.[0] ?? '',
      },
      occupy: async (one: ReturnType<typeof offer>) => {
        const post = readyAt([one], NOW).posts[0]
        if (!post) throw new Error('no post')
        const path = join(
          root,
          dialects[dialect].posts.replaceAll('{edition}', post.edition),
          dialects[dialect].file(post),
        )
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, '---\ntitle: Mine\n---\n\nMine.\n')
      },
      clear: async () => {
        for (const file of readdirSync(root)) rmSync(join(root, file), { recursive: true })
      },
      stop: async () => rmSync(root, { recursive: true, force: true }),
    }
  }
}

for (const dialect of Object.keys(dialects) as Dialect[]) keepsThePromise(`folder, ${dialect}`, openFolder(dialect))

describe('a folder', () => {
  test.each([
    ['hugo', ['content/en/posts/2026-03-02-orion.md', 'content/fr/posts/2026-03-02-orion.md']],
    ['eleventy', ['content/en/posts/2026-03-02-orion.md', 'content/fr/posts/2026-03-02-orion.md']],
    ['astro', ['src/content/posts/en/2026-03-02-orion.md', 'src/content/posts/fr/2026-03-02-orion.md']],
    ['jekyll', ['_posts/en/2026-03-02-orion.md', '_posts/fr/2026-03-02-orion.md']],
  ] as const)('of %s is laid out as its readers expect', async (dialect, files) => {
    const root = fresh()
    await sync(folder({ name: 'x', folder: root, place: 'x', dialect, make: true }), [offer('fr'), offer('en')])
    expect(filesOf(root)).toEqual(files)
    rmSync(root, { recursive: true })
  })

  test('is read past the ends of lines and the quotes that another editor writes', async () => {
    const root = fresh()
    const open = () => folder({ name: 'x', folder: root, place: 'x', dialect: 'hugo', make: true })
    await sync(open(), [offer('fr'), offer('en')])
    const path = join(root, 'content/fr/posts/2026-03-02-orion.md')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, `\uFEFF${text.replace(/"(hugo|published|fr-BE)"/g, '$1').replaceAll('\n', '\r\n')}\r\n\r\n`)
    const { plan } = await sync(open(), [offer('fr'), offer('en')])
    expect(plan.entries.map(({ action }) => action)).toEqual(['unchanged', 'unchanged'])
    rmSync(root, { recursive: true })
  })

  test('that is not there is reported before anything is written', async () => {
    const publisher = folder({
      name: 'x',
      folder: '/nowhere/at/all',
      place: '/nowhere/at/all',
      dialect: 'hugo',
      make: false,
    })
    expect((await publisher.verify()).map(({ code }) => code)).toEqual(['publish/no-folder'])
  })

  test('checks a thousand articles in a time that grows with their number', async () => {
    const roots = { 1: fresh(), 4: fresh() }
    const check = async (size: 1 | 4) => {
      const offers = Array.from({ length: 125 * size }, (_, n) => story(`2026-01-01-n${n}`)).flat()
      return sync(folder({ name: 'x', folder: roots[size], place: 'x', dialect: 'hugo', make: true }), offers)
    }
    await check(1)
    await check(4)
    await expectLinear(check)
    const { plan } = await check(4)
    expect(plan.entries).toHaveLength(1000)
    expect(plan.entries.every(({ action }) => action === 'unchanged')).toBe(true)
    for (const root of Object.values(roots)) rmSync(root, { recursive: true })
  })
})
