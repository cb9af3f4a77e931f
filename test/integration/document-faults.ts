import { beforeEach, describe, expect, test } from 'vitest'
import type { PostCandidate } from '../../src/publish/post.ts'
import type { Publisher } from '../../src/publish/publisher.ts'
import { offer, picture } from '../publish/fixture.ts'
import { actionsOf, type Ground, OTHER_ANSWERS, sync } from '../publish/publisher-contract.ts'
import { type Fault, faultProxy, type Seen } from './fault-proxy.ts'
import { expectWrongAnswersHealed } from './wrong-answers.ts'

/** A CMS of documents with locales, as its test reaches it. */
interface Faulty {
  readonly address: string
  readonly open: (changes?: { readonly address?: string; readonly retryDelay?: number }) => Publisher
  readonly ground: Ground & { tags(): Promise<number> }
  /** What a request asks for, whatever it is about. */
  readonly kindOf: (seen: Seen) => string
  /** Whether this body is a right answer to this kind. */
  readonly isRight?: (kind: string, body: string) => boolean
}

/** What such a CMS holds after a publish over a network that fails once at every kind of request. */
export function survivesBadNetwork(name: string, { address, open, ground, kindOf, isRight }: Faulty): void {
  describe(`${name} behind a bad network`, () => {
    beforeEach(() => ground.clear())
    const offers = (): PostCandidate[] => [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]
    const rows = async () => ({ posts: await ground.count(), ...(await ground.extras()), tags: await ground.tags() })
    const WHOLE = { posts: 2, tags: 3, images: 1 }
    const writes = ({ method }: Seen) => method !== 'GET'

    test.each<[string, Fault, (seen: Seen) => boolean]>([
      ['is asked to wait', { status: 429, headers: { 'retry-after': '1' } }, writes],
      ['meets an error of the server', { status: 500 }, () => true],
      ['loses its requests', { cut: 'before' }, () => true],
      ['loses the answers', { cut: 'after' }, writes],
      ['gets half of the answers', { cut: 'half' }, () => true],
    ])('a publish that %s leaves everything once', async (_, fault, which) => {
      const met = new Set<string>()
      const proxy = await faultProxy(address, seen => {
        const kind = kindOf(seen)
        if (!which(seen) || met.has(kind)) return undefined
        met.add(kind)
        return fault
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
          address,
          open,
          offers,
          kindOf,
          isRight: kind => isRight?.(kind, body) ?? false,
          clear: () => ground.clear(),
          rows,
          whole: WHOLE,
        }),
    )
  })
}
