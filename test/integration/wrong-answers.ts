import { expect } from 'vitest'
import type { PostCandidate } from '../../src/publish/post.ts'
import type { Publisher } from '../../src/publish/publisher.ts'
import { sync, wrongIn } from '../publish/publisher-contract.ts'
import { faultProxy, type Seen } from './fault-proxy.ts'

/** A real destination, seen through a proxy that answers in its place. */
interface Spoilt {
  readonly address: string
  readonly open: (changes?: { readonly address?: string; readonly retryDelay?: number }) => Publisher
  readonly offers: () => readonly PostCandidate[]
  /** What a request asks for, whatever it is about: each kind of a publish and a withdrawal is answered wrongly once. */
  readonly kindOf: (seen: Seen) => string
  /** Requests that are looked at. All, when absent. */
  readonly isMet?: (seen: Seen) => boolean
  /** Whether this body is a right answer to this kind. Never, when absent. */
  readonly isRight?: (kind: string) => boolean
  readonly clear: () => unknown
  readonly rows: () => object | Promise<object>
  readonly whole: object
}

/** Answers every kind of request with a 200 and this body: that is one clear line, and the next publish heals it. */
export async function expectWrongAnswersHealed(body: string, spoilt: Spoilt): Promise<void> {
  const { address, open, offers, kindOf, isMet = () => true, isRight = () => false, clear, rows, whole } = spoilt
  const kinds = new Set<string>()
  const proxy = await faultProxy(address, seen => void (isMet(seen) && kinds.add(kindOf(seen))))
  await sync(open({ address: proxy.url }), offers())
  await sync(open({ address: proxy.url }), [])
  await proxy.stop()
  for (const kind of kinds) {
    if (isRight(kind)) continue
    await clear()
    const bad = await faultProxy(address, seen => (kindOf(seen) === kind ? { status: 200, body } : undefined))
    const found = await wrongIn(open({ address: bad.url, retryDelay: 1 }), offers())
    await bad.stop()
    expect([kind, found.length <= 1 ? 'one' : found]).toEqual([kind, 'one'])
    for (const code of found) expect(['publish/something-else', 'publish/not-there']).toContain(code)
    await sync(open(), offers())
    expect({ kind, ...(await rows()) }).toEqual({ kind, ...whole })
  }
}
