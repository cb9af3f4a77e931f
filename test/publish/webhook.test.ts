import { createHmac } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isWebhookSecret, type WebhookOptions, webhook } from '../../src/publish/webhook.ts'
import { offer, picture } from './fixture.ts'
import { actionsOf, keepsThePromise, sync, wrongIn } from './publisher-contract.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

interface Message {
  readonly event: string
  readonly key: string
  readonly edition: string
  readonly former: readonly string[]
  readonly translations: readonly object[]
}

/** What becomes of a message: taken, refused, its answer lost, or something else. */
type Fate = 'taken' | 'lost' | { readonly status: number; readonly body?: string }

/** A receiver as the page of docs describes it: signatures checked, nothing done twice under one name. */
async function receiver() {
  const posts = new Map<string, Message>()
  const names: string[] = []
  const done = new Set<string>()
  let fate = (_nth: number): Fate => 'taken'
  const isSigned = (headers: IncomingHttpHeaders, text: string) => {
    const [id, second] = [headers['webhook-id'], headers['webhook-timestamp']]
    const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64')
    const signature = createHmac('sha256', key).update(`${id}.${second}.${text}`).digest('base64')
    return headers['webhook-signature'] === `v1,${signature}` && headers['idempotency-key'] === id
  }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    const name = String(request.headers['webhook-id'])
    names.push(name)
    if (request.method !== 'POST' || !isSigned(request.headers, text)) return void response.writeHead(401).end()
    const found = fate(names.length)
    if (typeof found === 'object') return void response.writeHead(found.status).end(found.body ?? '')
    const message = JSON.parse(text) as Message
    if (!done.has(name)) {
      if (message.event === 'removed') posts.delete(message.key)
      else posts.set(message.key, message)
    }
    done.add(name)
    if (found === 'lost') return void request.socket.destroy()
    response.end(message.event === 'created' ? JSON.stringify({ id: `n-${message.key}` }) : 'thanks')
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in?from=depeche`,
    posts,
    names,
    decide: (next: typeof fate) => {
      fate = next
    },
    clear() {
      posts.clear()
      done.clear()
      names.length = 0
      fate = () => 'taken'
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>(closed => server.close(() => closed()))
    },
  }
}

let there: Awaited<ReturnType<typeof receiver>>
let state = ''
beforeAll(async () => {
  there = await receiver()
})
afterAll(() => there.stop())
const open = (changes: Partial<WebhookOptions> = {}) =>
  webhook({ name: 'hooks', address: there.url, secret: SECRET, state, retryDelay: 1, ...changes })
const fresh = () => {
  rmSync(state, { recursive: true, force: true })
  state = mkdtempSync(join(tmpdir(), 'depeche-webhook-'))
  there.clear()
}
const left = () => rmSync(state, { recursive: true, force: true })

keepsThePromise('webhook', async () => ({
  people: false,
  publisher: open,
  count: async () => there.posts.size,
  extras: async () => ({ tags: 0, images: 0 }),
  text: async id => JSON.stringify(there.posts.get(id.replace(/^n-/, ''))),
  formerly: async (edition, slug) =>
    JSON.stringify([...there.posts.values()].find(one => one.edition === edition && one.former.includes(slug)) ?? ''),
  clear: async () => fresh(),
  stop: async () => left(),
}))

describe('a webhook', () => {
  beforeEach(fresh)
  afterEach(left)
  const both = () => [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]
  const KEYS = ['2026-03-02-orion.en', '2026-03-02-orion.fr']

  test.each<[string, (nth: number) => Fate]>([
    ['is answered with errors first', nth => (nth < 4 ? { status: 503 } : 'taken')],
    ['is asked to wait first', nth => (nth < 3 ? { status: 429 } : 'taken')],
    ['loses answers to what was done', nth => (nth % 2 === 1 ? 'lost' : 'taken')],
  ])('that %s sends one message again under its name, and all is there once', async (_, fate) => {
    there.decide(fate)
    const { outcome } = await sync(open(), both())
    expect(outcome.diagnostics).toEqual([])
    expect([...there.posts.keys()].sort()).toEqual(KEYS)
    expect(new Set(there.names).size).toBe(2)
  })

  test('that was cut off after the receiver took a message sends the same one again', async () => {
    await sync(open(), both())
    const before = [...there.names]
    for (const file of readdirSync(state)) rmSync(join(state, file))
    await sync(open(), both())
    expect(there.names.slice(before.length)).toEqual(before)
  })

  test('gives what comes back under an earlier text another name', async () => {
    const other = offer('fr', { title: 'Autre' })
    for (const one of [offer('fr'), other, offer('fr'), other]) await sync(open(), [one])
    expect(new Set(there.names).size).toBe(4)
  })

  test('sends everything again when its memory is broken, and says nothing of the sort as long as it is whole', async () => {
    await sync(open(), both())
    for (const file of readdirSync(state)) writeFileSync(join(state, file), '')
    const { plan } = await sync(open(), both())
    expect(actionsOf(plan)).toEqual(KEYS.map(key => `${key} create`))
  })

  test.each([
    [400, 'publish/rejected', 2],
    [401, 'publish/unauthorized', 1],
    [403, 'publish/forbidden', 1],
    [500, 'publish/down', 5],
  ])('that is refused with %i is one clear problem, and nothing counts as sent', async (status, code, requests) => {
    there.decide(() => ({ status, body: 'not\n like this' }))
    expect([...new Set(await wrongIn(open(), [offer('fr'), offer('fr', { id: '2026-03-03-b', slug: 'b' })]))]).toEqual([
      code,
    ])
    expect(there.names).toHaveLength(requests)
    expect(existsSync(state) ? readdirSync(state) : []).toEqual([])
  })

  test.each([
    ['short', false],
    ['a text of sixteen bytes', true],
    ['whsec_c2hvcnQ=', false],
    [SECRET, true],
  ])('takes %s for a secret: %s', (secret, is) => expect(isWebhookSecret(secret)).toBe(is))
})
