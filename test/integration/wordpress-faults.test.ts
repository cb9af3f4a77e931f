import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PostCandidate } from '../../src/publish/post.ts'
import { type WordPressOptions, wordpress } from '../../src/publish/wordpress.ts'
import { onReal } from '../machine/on-real.ts'
import { offer, picture } from '../publish/fixture.ts'
import { actionsOf, OTHER_ANSWERS, sync } from '../publish/publisher-contract.ts'
import { type Fault, faultProxy, type Seen } from './fault-proxy.ts'
import { openWordPress } from './wordpress-server.ts'
import { expectWrongAnswersHealed } from './wrong-answers.ts'

await onReal('WordPress behind a bad network', openWordPress, site => {
  beforeEach(() => {
    site.plugin(true)
    site.clear()
  })

  const offers = (): PostCandidate[] => [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]
  const open = (changes: Partial<WordPressOptions> = {}) =>
    wordpress({
      name: 'wordpress',
      address: site.url,
      user: 'editor',
      password: site.passwords.editor,
      retryDelay: 20,
      ...changes,
    })
  const count = (what: string) => Number(site.value(`SELECT COUNT(*) FROM ${what}`))
  const rows = () => ({
    posts: count("wp_posts WHERE post_type = 'post' AND post_status = 'publish'"),
    others: count("wp_posts WHERE post_type = 'post' AND post_status <> 'publish'"),
    images: count("wp_posts WHERE post_type = 'attachment'"),
    tags: count("wp_term_taxonomy WHERE taxonomy = 'post_tag'"),
  })
  const WHOLE = { posts: 2, others: 0, images: 1, tags: 3 }

  /** Milliseconds within which this machine has answered any request of a publish, and several times over. */
  let patience = 0
  beforeAll(async () => {
    const proxy = await faultProxy(site.url)
    site.plugin(true)
    site.clear()
    await sync(open({ address: proxy.url }), offers())
    await proxy.stop()
    patience = Math.ceil(Math.max(1000, ...proxy.seen.map(({ took = 0 }) => 5 * took)))
  })

  /** Publishes through a proxy that spoils the first request of each kind. */
  async function spoilt(fault: Fault, which: (seen: Seen) => boolean) {
    const met = new Set<string>()
    const proxy = await faultProxy(site.url, seen => {
      const kind = `${seen.method} ${seen.url.replace(/\d+|&.*/g, '')}`
      if (!which(seen) || met.has(kind)) return undefined
      met.add(kind)
      return fault
    })
    try {
      const { outcome } = await sync(
        open({ address: proxy.url, ...('late' in fault && { timeout: patience }) }),
        offers(),
      )
      return { outcome, met }
    } finally {
      await proxy.stop()
    }
  }

  const writes = ({ method }: Seen) => method !== 'GET'
  test.each<[string, Fault | (() => Fault), (seen: Seen) => boolean]>([
    ['is asked to wait', { status: 429, headers: { 'retry-after': '1' } }, writes],
    ['meets an error of the server', { status: 500 }, () => true],
    ['meets a gateway without its server', { status: 502 }, writes],
    ['loses its requests', { cut: 'before' }, () => true],
    ['loses the answers', { cut: 'after' }, writes],
    ['gets half of the answers', { cut: 'half' }, () => true],
    ['gets its answers too late', () => ({ late: patience + 500 }), writes],
  ])('a publish that %s leaves everything once', async (_, given, which) => {
    const { outcome, met } = await spoilt(typeof given === 'function' ? given() : given, which)
    expect(met.size).toBeGreaterThan(3)
    expect(outcome.diagnostics).toEqual([])
    expect(rows()).toEqual(WHOLE)
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
        kindOf: ({ method, url }) => `${method} ${url.replace(/&.*|\d+/g, '')}`,
        clear: () => site.clear(),
        rows,
        whole: WHOLE,
      }),
  )

  test('a password that expires halfway stops the publish with one complaint, and the next one completes it', async () => {
    const sent: string[] = []
    const proxy = await faultProxy(site.url, ({ method, url }) => {
      if (method === 'POST') sent.push(url)
      return sent.length > 4 ? { status: 401 } : undefined
    })
    const { outcome } = await sync(open({ address: proxy.url }), offers())
    await proxy.stop()
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['publish/unauthorized'])
    await sync(open(), offers())
    expect(rows()).toEqual(WHOLE)
  })

  test('unchanged stories cost no request each', async () => {
    const many = Array.from({ length: 12 }, (_, n) => offer('fr', { id: `2026-01-01-n${n}`, slug: `n${n}` }))
    await sync(open(), many)
    const proxy = await faultProxy(site.url)
    const { plan } = await sync(open({ address: proxy.url }), many)
    await proxy.stop()
    expect(plan.entries).toHaveLength(12)
    expect(proxy.seen.length).toBeLessThan(8)
  })

  test('readers and search engines find the translations; a scheduled story is a date, not a page', async () => {
    const { outcome } = await sync(open(), offers())
    const [en, fr] = outcome.receipts.map(({ address }) => address)
    const page = await (await fetch(fr ?? '')).text()
    expect(page).toContain(`<link rel="alternate" hreflang="en-GB" href="${en}">`)
    expect(page).toContain(`<link rel="alternate" hreflang="fr-BE" href="${fr}">`)
    expect(page).toContain('<html lang="fr-BE">')
    expect(page).toMatch(
      new RegExp(
        `<p class="depeche-translations[^"]*"><a href="${en}" hreflang="en-GB" lang="en-GB">Read in English</a></p>`,
      ),
    )
    site.clear()
    const later = Date.now() + 86_400_000
    await sync(open(), [offer('fr', {}, { publish_at: later })])
    expect(site.value("SELECT post_status FROM wp_posts WHERE post_type = 'post'")).toBe('future')
  })

  describe('what would fail is found before anything is written', () => {
    test.each<[string, Partial<WordPressOptions>, string]>([
      ['a wrong password', { password: 'wrong' }, 'publish/unauthorized'],
      ['an unknown user', { user: 'nobody' }, 'publish/unauthorized'],
      [
        'an account that may not publish',
        { user: 'contributor', password: site.passwords.contributor },
        'publish/forbidden',
      ],
      ['an address where nobody answers', { address: 'http://127.0.0.1:1' }, 'publish/unreachable'],
    ])('%s', async (_, changes, code) => {
      await expect(problemsOf(open(changes))).resolves.toEqual([code])
      expect(rows()).toEqual({ posts: 0, others: 0, images: 0, tags: 0 })
    })

    test('a web server that takes the password away', async () => {
      const bare: typeof fetch = (input, init) => {
        const { authorization: _, ...headers } = (init?.headers ?? {}) as Record<string, string>
        return fetch(input, { ...init, headers })
      }
      await expect(problemsOf(open({ fetch: bare }))).resolves.toEqual(['publish/header-stripped'])
    })

    test('an address that is no WordPress', async () => {
      const proxy = await faultProxy(site.url, () => ({ status: 404 }))
      await expect(problemsOf(open({ address: proxy.url }))).resolves.toEqual(['publish/not-there'])
      await proxy.stop()
    })

    test('a site that wants https', async () => {
      const proxy = await faultProxy(site.url, () => ({ status: 301, headers: { location: 'https://127.0.0.1/' } }))
      await expect(problemsOf(open({ address: proxy.url }))).resolves.toEqual(['publish/needs-https'])
      await proxy.stop()
    })

    test('a missing plugin is a warning', async () => {
      site.plugin(false)
      await expect(problemsOf(open())).resolves.toEqual(['publish/no-plugin'])
    })

    async function problemsOf(publisher: ReturnType<typeof open>): Promise<string[]> {
      try {
        return (await publisher.verify()).map(({ code }) => code)
      } catch (error) {
        return [(error as { diagnostic: { code: string } }).diagnostic.code]
      }
    }
  })
})
