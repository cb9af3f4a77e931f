import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FeedUnreachable, type FetchOptions, fetchFeed } from '../../src/intake/fetch-feed.ts'

// A server of this machine under a name that seems to lie elsewhere: the test's own resolver says where.

const here = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const certificate = here('server-certificate.pem')
const seen: IncomingMessage[] = []
let port = 0

const answers: Readonly<Record<string, (answer: ServerResponse) => void>> = {
  '/feed': answer => answer.setHeader('etag', '"1"').end('{"a":1}'),
  '/moved': answer => answer.writeHead(302, { location: `https://other.orion.example:${port}/feed` }).end(),
  '/inside': answer => answer.writeHead(302, { location: 'https://127.0.0.1/feed' }).end(),
  '/secret': answer => answer.writeHead(302, { location: 'https://private.example/feed' }).end(),
  '/plain': answer => answer.writeHead(302, { location: 'http://other.orion.example/feed' }).end(),
  '/round': answer => answer.writeHead(302, { location: '/round' }).end(),
  '/large': answer => answer.end(Buffer.alloc(11 * 1024 * 1024, 32)),
  '/zipped': answer => answer.setHeader('content-encoding', 'gzip').end('x'),
  '/never': () => undefined,
}

const server = createServer({ cert: certificate, key: here('server-key.pem') }, (asked, answer) => {
  seen.push(asked)
  if (asked.headers['if-none-match'] === '"1"') answer.writeHead(304).end()
  else (answers[asked.url ?? ''] ?? (() => answer.writeHead(404).end()))(answer)
})

beforeAll(() =>
  new Promise<void>(done => server.listen(0, '127.0.0.1', done)).then(() => {
    port = (server.address() as AddressInfo).port
  }),
)
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const options: FetchOptions = {
  environment: {},
  certificate,
  resolve: host => Promise.resolve([host === 'private.example' ? '10.0.0.7' : '93.184.216.34']),
  reach: () => '127.0.0.1',
}
const fetched = (path: string, more: Partial<FetchOptions> = {}) =>
  fetchFeed(`https://status.orion.example:${port}${path}`, { ...options, ...more })
const why = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error: unknown) => (error instanceof FeedUnreachable ? error.why : String(error)),
  )

test('a feed is fetched, and asked for again only if it has changed', async () => {
  const first = await fetched('/feed')
  expect(new TextDecoder().decode(first.bytes)).toBe('{"a":1}')
  expect(first.version).toEqual({ etag: '"1"' })
  const second = await fetched('/feed', { version: first.version })
  expect(second).toEqual({ version: { etag: '"1"' } })
})

test('a redirect to another public host is followed', async () => {
  expect((await fetched('/moved')).bytes).toBeDefined()
})

test.each([
  ['/inside', 'closed'],
  ['/secret', 'closed'],
  ['/plain', 'https'],
  ['/round', 'redirects'],
  ['/large', 'too-large'],
  ['/zipped', 'encoding'],
  ['/none', 'status'],
])('%s is refused: %s', async (path, reason) => {
  expect(await why(fetched(path))).toBe(reason)
})

test('a server that never answers is left', async () => {
  expect(await why(fetched('/never', { timeout: 300 }))).toBe('timeout')
})

test.each([
  ['http://status.orion.example/feed', 'https'],
  ['file:///etc/passwd', 'https'],
  ['https://name:word@status.orion.example/feed', 'credentials'],
  ['https://127.0.0.1/feed', 'closed'],
  ['https://2130706433/feed', 'closed'],
  ['https://[::ffff:127.0.0.1]/feed', 'closed'],
  ['https://private.example/feed', 'closed'],
  ['nonsense', 'https'],
])('%s is never asked: %s', async (address, reason) => {
  const before = seen.length
  expect(await why(fetchFeed(address, options))).toBe(reason)
  expect(seen).toHaveLength(before)
})

test('a host of which one address is private is not asked', async () => {
  const resolve = () => Promise.resolve(['93.184.216.34', '192.168.0.1'])
  expect(await why(fetched('/feed', { resolve }))).toBe('closed')
})
