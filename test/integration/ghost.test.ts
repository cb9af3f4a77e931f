import { beforeEach, describe, expect, test } from 'vitest'
import { type GhostOptions, ghost } from '../../src/publish/ghost.ts'
import { ghostToken } from '../../src/publish/ghost-key.ts'
import type { PostCandidate } from '../../src/publish/post.ts'
import { onReal } from '../machine/on-real.ts'
import { offer, picture } from '../publish/fixture.ts'
import { actionsOf, type Ground, keepsThePromise, OTHER_ANSWERS, sync } from '../publish/publisher-contract.ts'
import { type Fault, faultProxy, type Seen } from './fault-proxy.ts'
import { openGhost } from './ghost-server.ts'
import { expectWrongAnswersHealed } from './wrong-answers.ts'

await onReal('Ghost', openGhost, site => {
  type Body = {
    posts: { id: string; updated_at: string; lexical: string; visibility: string }[]
    tags: { id: string }[]
  }
  /** A person at work in Ghost. */
  const hand = async (method: string, path: string, body?: object): Promise<Body> => {
    const headers = { authorization: `Ghost ${ghostToken(site.key)}`, 'content-type': 'application/json' }
    const answer = await fetch(`${site.url}/ghost/api/admin${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text === '' ? ({} as Body) : JSON.parse(text)
  }
  const read = async (id: string) => {
    const [post] = (await hand('GET', `/posts/${id}/?formats=lexical`)).posts
    if (!post) throw new Error('no post')
    return post
  }
  const edit = async (id: string, change: object) =>
    void (await hand('PUT', `/posts/${id}/`, { posts: [{ ...change, updated_at: (await read(id)).updated_at }] }))
  const number = (sql: string) => Number(site.value(sql))
  const open = (changes: Partial<GhostOptions> = {}) =>
    ghost({ name: 'ghost', address: site.url, key: site.key, retryDelay: 30, ...changes })

  const ground: Ground = {
    publisher: () => open({ key: site.staffKey }),
    count: async () => number("SELECT COUNT(*) FROM posts WHERE type = 'post'"),
    extras: async () => ({ tags: number('SELECT COUNT(*) FROM tags'), images: site.images() }),
    text: async id => (await read(id)).lexical,
    retitle: (id, title) => edit(id, { title }),
    reword: async (id, from, to) => edit(id, { lexical: (await read(id)).lexical.replace(from, to) }),
    copy: async (id, title) => {
      const [copy] = (await hand('POST', `/posts/${id}/copy/?formats=lexical`)).posts
      await edit(copy?.id ?? '', { title, status: 'published' })
      return copy?.id ?? ''
    },
    hide: id => edit(id, { status: 'draft' }),
    // Below an article the theme names others: its own headline is the page's title.
    formerly: async (_, slug) =>
      /<title>([^<]*)<\/title>/.exec(await (await fetch(`${site.url}/${slug}/`)).text())?.[1] ?? '',
    tag: async name => void (await hand('POST', '/tags/', { tags: [{ name }] })),
    own: {
      write: id => edit(id, { visibility: 'members' }),
      read: async id => (await read(id)).visibility,
    },
    occupy: async ({ article }) =>
      void (await hand('POST', '/posts/', { posts: [{ title: 'Mine', slug: article.slug, status: 'published' }] })),
    clear: async () => {
      for (const { id } of (await hand('GET', '/posts/?limit=100')).posts) await hand('DELETE', `/posts/${id}/`)
      for (const { id } of (await hand('GET', '/tags/?limit=100')).tags) await hand('DELETE', `/tags/${id}/`)
      site.forgetImages()
    },
  }

  keepsThePromise('Ghost', async () => ({ ...ground, stop: async () => {} }))

  describe('Ghost behind a bad network', () => {
    beforeEach(() => ground.clear())
    const offers = (): PostCandidate[] => [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]
    const rows = async () => ({ posts: await ground.count(), ...(await ground.extras()) })
    const WHOLE = { posts: 2, tags: 7, images: 1 }
    const writes = ({ method }: Seen) => method !== 'GET' && method !== 'HEAD'

    test.each<[string, Fault, (seen: Seen) => boolean]>([
      ['is asked to wait', { status: 429, headers: { 'retry-after': '1' } }, writes],
      ['meets an error of the server', { status: 500 }, () => true],
      ['loses its requests', { cut: 'before' }, () => true],
      ['loses the answers', { cut: 'after' }, writes],
      ['gets half of the answers', { cut: 'half' }, ({ method }) => method !== 'HEAD'],
    ])('a publish that %s leaves everything once', async (_, diagnostic, which) => {
      const met = new Set<string>()
      const proxy = await faultProxy(site.url, seen => {
        const kind = `${seen.method} ${seen.url.replace(/[\da-f]{24}|\?.*/g, '')}`
        if (!which(seen) || met.has(kind)) return undefined
        met.add(kind)
        return diagnostic
      })
      const { outcome } = await sync(open({ address: proxy.url }), offers())
      await proxy.stop()
      expect(met.size).toBeGreaterThan(2)
      expect(outcome.diagnostics).toEqual([])
      expect(await rows()).toEqual(WHOLE)
      const { plan } = await sync(open(), offers())
      expect(actionsOf(plan)).toEqual(['2026-03-02-orion.en unchanged', '2026-03-02-orion.fr unchanged'])
    })

    test.each(OTHER_ANSWERS)(
      '%s with a 200, to every kind of request, is one clear line, and the next publish heals it',
      (_, body) =>
        expectWrongAnswersHealed(body, {
          address: site.url,
          open,
          offers,
          kindOf: ({ method, url }) => `${method} ${url.replace(/[\da-f]{24}|\?.*/g, '')}`,
          isMet: ({ method }) => method !== 'HEAD',
          isRight: kind => kind.startsWith('DELETE') && body === '',
          clear: () => ground.clear(),
          rows,
          whole: WHOLE,
        }),
    )

    test('readers and search engines find the translations; a scheduled story is no page yet', async () => {
      const { outcome } = await sync(open(), offers())
      const [en, fr] = outcome.receipts.map(({ address }) => address)
      const page = await (await fetch(fr ?? '')).text()
      expect(page).toContain(`hreflang="en-GB" href="${en}"`)
      expect(page).toContain(`<a href="${en}">Read in English</a>`)
      expect(page).not.toContain('#story-')
      await ground.clear()
      await sync(open(), [offer('fr', {}, { publish_at: Date.now() + 86_400_000 })])
      expect(site.value("SELECT status FROM posts WHERE type = 'post'")).toBe('scheduled')
    })

    test('an integration may make no redirects: its articles are published, and a warning says so once', async () => {
      const moved = (facts: string, former: string[]) => [
        offer('fr', {}, { image: picture, facts, former }),
        offer('en', {}, { image: picture, facts }),
      ]
      const first = await sync(open(), moved('a', ['orion-hier']))
      expect(first.did).toEqual(['2026-03-02-orion.en created', '2026-03-02-orion.fr created'])
      expect(first.outcome.diagnostics).toEqual([
        expect.objectContaining({ code: 'publish/no-redirects', severity: 'warning' }),
      ])
      const again = await sync(open(), moved('a', ['orion-hier']))
      expect(actionsOf(again.plan)).toEqual(['2026-03-02-orion.en unchanged', '2026-03-02-orion.fr unchanged'])
      expect(again.outcome.diagnostics).toEqual([])
      const staff = await sync(open({ key: site.staffKey }), moved('a', ['orion-hier']))
      expect(staff.did).toEqual(['2026-03-02-orion.fr updated'])
      expect(staff.outcome.diagnostics).toEqual([])
      expect(await ground.formerly('fr', 'orion-hier')).toContain('Orion : la panne est terminée')
      const back = await sync(open(), moved('b', ['orion-hier']))
      expect(back.outcome.diagnostics.map(({ code }) => code)).toEqual(['publish/no-redirects'])
      await sync(open(), [])
      expect(site.value("SELECT COUNT(*) FROM posts WHERE status = 'published' AND type = 'post'")).toBe('0')
    })

    test.each<[string, Partial<GhostOptions>, string]>([
      ['a wrong key', { key: `${'0'.repeat(24)}:${'0'.repeat(64)}` }, 'publish/unauthorized'],
      ['an address where nobody answers', { address: 'http://127.0.0.1:1' }, 'publish/unreachable'],
    ])('%s is found before anything is written', async (_, changes, code) => {
      const found = await open(changes)
        .verify()
        .catch((error: { diagnostic: { code: string } }) => [error.diagnostic])
      expect(found.map(diagnostic => diagnostic.code)).toEqual([code])
    })
  })
})
