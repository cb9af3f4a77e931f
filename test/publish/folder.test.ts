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
      copy: async (id: string, title: string) => {
        const path = id.replace(/([^/]+)\.md$/, 'copy-of-$1.md')
        writeFileSync(join(root, path), readFileSync(join(root, id)))
        edit(path, text => text.replace(/^"?title"?: .*$/m, `title: ${title}`))
        return path
      },
      hide: async (id: string) => {
        const { name, when } = dialects[dialect].names.hidden
        edit(id, text => text.replace(new RegExp(`^"?${name}"?: .*$`, 'm'), `${name}: ${when}`))
      },
      formerly: async (edition: string, slug: string) =>
        filesOf(root)
          .filter(file => file.endsWith('.md') && file.includes(`/${edition}/`))
          .map(file => readFileSync(join(root, file), 'utf8'))
          .find(text => new RegExp(`^(?: *- )"[^"]*/${slug}/"$`, 'm').test(text)) ?? '',
      editPictures: async () => {
        for (const file of filesOf(root).filter(file => file.endsWith('.png')))
          writeFileSync(join(root, file), Buffer.concat([readFileSync(join(root, file)), Buffer.from('edited')]))
      },
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
          dialects[dialect].file(post, 'UTC'),
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
    ['docusaurus', ['blog/en/2026-03-02-orion.md', 'blog/fr/2026-03-02-orion.md']],
  ] as const)('of %s is laid out as its readers expect', async (dialect, files) => {
    const root = fresh()
    await sync(folder({ name: 'x', folder: root, place: 'x', dialect, make: true }), [offer('fr'), offer('en')])
    expect(filesOf(root)).toEqual(files)
    rmSync(root, { recursive: true })
  })

  const image = { id: 'orion', ending: '.png', type: 'image/png', alt: 'Orion', make: async () => new Uint8Array([1]) }
  const open = (root: string, dialect: Dialect, more: object = {}) =>
    folder({ name: 'x', folder: root, place: 'x', dialect, make: true, ...more })

  test.each([
    ['hugo', { posts: 'content/{edition}/news' }, 'https://x.example/press/fr/news/orion-panne/'],
    ['hugo', { posts: './content/news/{edition}/' }, 'https://x.example/press/news/fr/orion-panne/'],
    ['hugo', {}, 'https://x.example/press/fr/posts/orion-panne/'],
    ['astro', { posts: 'src/content/news/{edition}' }, 'https://x.example/press/fr/orion-panne/'],
    ['jekyll', { posts: 'news/_posts/{edition}' }, 'https://x.example/press/fr/orion-panne/'],
    ['docusaurus', {}, 'https://x.example/press/fr/blog/orion-panne/'],
  ] as const)('of %s with %j has its addresses below the base', async (dialect, more, address) => {
    const root = fresh()
    const publisher = () => open(root, dialect, { base: 'https://x.example/press/', ...more })
    const { outcome } = await sync(publisher(), [offer('fr'), offer('en')])
    expect(outcome.receipts.map(one => one.address)).toContain(address)
    const english = filesOf(root).find(file => file.includes('/en/')) ?? ''
    expect(readFileSync(join(root, english), 'utf8')).toContain(`](${address})`)
    expect((await sync(publisher(), [offer('fr'), offer('en')])).plan.entries.map(({ action }) => action)).toEqual([
      'unchanged',
      'unchanged',
    ])
    rmSync(root, { recursive: true })
  })

  test.each([
    ['hugo', undefined, '/images/'],
    ['hugo', 'static/cards', '/cards/'],
    ['astro', 'public/a/b', '/a/b/'],
    ['eleventy', 'content/pictures', '/pictures/'],
    ['jekyll', 'pictures/', '/pictures/'],
    ['docusaurus', undefined, '/img/'],
  ] as const)(
    'of %s with its images in %s names their address, with the host where it is known',
    async (dialect, images, at) => {
      for (const base of [undefined, 'https://x.example/press']) {
        const root = fresh()
        await sync(open(root, dialect, { base, images }), [offer('fr', {}, { image })])
        const page = filesOf(root).find(file => file.endsWith('.md')) ?? ''
        const picture = filesOf(root).find(file => file.endsWith('.png')) ?? ''
        expect(readFileSync(join(root, page), 'utf8')).toContain(`${base ?? ''}${at}${picture.split('/').at(-1)}`)
        rmSync(root, { recursive: true })
      }
    },
  )

  test.each(['hugo', 'jekyll', 'eleventy', 'astro', 'docusaurus'] as const)(
    'of %s keeps a page of half past midnight on its day',
    async dialect => {
      const root = fresh()
      const published = Date.UTC(2025, 11, 31, 23, 30)
      const offers = [offer('fr', { id: '2026-01-01-orion', published })]
      const publisher = () => open(root, dialect, { zone: 'Europe/Brussels' })
      await sync(publisher(), offers)
      const [page = ''] = filesOf(root)
      expect(page).toMatch(/\/2026-01-01-orion\.md$/)
      expect(readFileSync(join(root, page), 'utf8')).toMatch(/[dD]ate"?: 2026-01-01T00:30:00\+01:00/)
      expect((await sync(publisher(), offers)).plan.entries[0]?.action).toBe('unchanged')
      rmSync(root, { recursive: true })
    },
  )

  test('of docusaurus links a translation out of its own language', async () => {
    const root = fresh()
    await sync(open(root, 'docusaurus'), [offer('fr'), offer('en')])
    const page = readFileSync(join(root, 'blog/fr/2026-03-02-orion.md'), 'utf8')
    expect(page).toContain('](pathname:///fr/../en/blog/orion-outage/)')
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
