import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type HttpBody, type HttpClientOptions, openHttpClient } from '../../src/publish/http-client.ts'
import { DestinationRefused } from '../../src/publish/publisher.ts'

const START = Date.UTC(2026, 2, 2, 9)

beforeEach(() => void vi.useFakeTimers({ now: START }))
afterEach(() => void vi.useRealTimers())

/** What the server does with one request: an answer, or an error of the network. */
type Answer = Response | Error

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers })

interface SentRequest {
  readonly url: string
  readonly init: RequestInit
  /** Milliseconds after the first request could have been sent. */
  readonly at: number
}

/** A client whose server gives these answers one after the other, and the requests it has sent. */
function clientWith(answers: readonly Answer[], options: Partial<HttpClientOptions> = {}) {
  const sent: SentRequest[] = []
  const left = [...answers]
  const client = openHttpClient({
    address: 'https://cms.example/blog',
    headers: () => ({ authorization: `token ${sent.length + 1}` }),
    fetch: async (url, init = {}) => {
      sent.push({ url: String(url), init, at: Date.now() - START })
      const next = left.shift()
      if (!next) throw new Error('a request too many')
      if (next instanceof Error) throw next
      return next
    },
    ...options,
  })
  return { client, sent, times: () => sent.map(({ at }) => at) }
}

/** What comes of some work once all the time has passed that it waits for. */
async function outcomeOf<T>(work: Promise<T>): Promise<T> {
  const settled = work.then(
    value => ({ value }),
    error => ({ error }),
  )
  await vi.runAllTimersAsync()
  const outcome = await settled
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

const refusalOf = async (work: Promise<unknown>): Promise<DestinationRefused> => {
  const refusal = await outcomeOf(work).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(DestinationRefused)
  return refusal as DestinationRefused
}

const lost = (code: string) => new TypeError('fetch failed', { cause: { code } })

describe('a request', () => {
  test('is sent with its headers and its body, and its answer is read', async () => {
    const { client, sent } = clientWith([json(201, { id: 7 }, { 'x-pages': '3' })])
    const answer = await outcomeOf(client.request('POST', '/posts', { json: { title: 'Panne' } }))
    expect(answer).toMatchObject({ status: 201, json: { id: 7 } })
    expect(answer.headers.get('x-pages')).toBe('3')
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      url: 'https://cms.example/blog/posts',
      init: {
        method: 'POST',
        redirect: 'manual',
        body: '{"title":"Panne"}',
        headers: { accept: 'application/json', authorization: 'token 1', 'content-type': 'application/json' },
      },
    })
  })

  test.each<[string, HttpBody, RequestInit['headers']]>([
    [
      'bytes',
      { bytes: Uint8Array.of(1, 2), headers: { 'content-type': 'image/png' } },
      { 'content-type': 'image/png' },
    ],
    ['a form', { form: () => new FormData() }, {}],
  ])('sends %s as they are', async (_, body, headers) => {
    const { client, sent } = clientWith([json(200, {})])
    await outcomeOf(client.request('POST', '/media', body))
    expect(sent[0]?.init.headers).toEqual({ accept: 'application/json', authorization: 'token 1', ...headers })
  })

  test('that is refused is given back as it is, and not repeated', async () => {
    const { client, sent } = clientWith([json(422, { error: 'no title' })])
    expect(await outcomeOf(client.request('POST', '/posts'))).toMatchObject({
      status: 422,
      json: { error: 'no title' },
    })
    expect(sent).toHaveLength(1)
  })

  test('whose error comes as a page has no data', async () => {
    const { client } = clientWith([new Response('<h1>Not found</h1>', { status: 404 })])
    expect(await outcomeOf(client.request('GET', '/posts'))).toMatchObject({ status: 404, json: undefined })
  })
})

describe('a server that is busy', () => {
  test.each([
    ['seconds', '7'],
    ['a date', new Date(START + 7000).toUTCString()],
  ])('is left alone as long as it asks in %s, and then asked again', async (_, wait) => {
    const { client, times } = clientWith([json(429, {}, { 'retry-after': wait }), json(200, 'done')])
    expect(await outcomeOf(client.request('GET', '/posts'))).toMatchObject({ status: 200, json: 'done' })
    expect(times()).toEqual([0, 7000 + 500])
  })

  test('is believed no longer than we are patient: nothing else would succeed either', async () => {
    const { client, sent } = clientWith([json(429, {}, { 'retry-after': '121' })])
    const refusal = await refusalOf(client.request('GET', '/posts'))
    expect(refusal.diagnostic).toMatchObject({ code: 'publish/busy', facts: { seconds: 121 } })
    expect(refusal.final).toBe(true)
    expect(sent).toHaveLength(1)
    const patient = clientWith([json(429, {}, { 'retry-after': '121' }), json(200, 1)], { maxRetryAfter: 121 })
    expect(await outcomeOf(patient.client.request('GET', '/posts'))).toMatchObject({ json: 1 })
  })

  test('that does not say how long is asked again after pauses that double', async () => {
    const { client, times } = clientWith([json(429, {}), json(503, {}), json(500, {}), json(200, 'up')])
    expect(await outcomeOf(client.request('GET', '/posts'))).toMatchObject({ json: 'up' })
    expect(times()).toEqual([0, 500, 500 + 1000, 500 + 1000 + 2000])
  })
})

describe('a server that is down', () => {
  test('is given up after five attempts, with its last status', async () => {
    const { client, times } = clientWith(
      Array.from({ length: 5 }, () => json(503, {})),
      { retryDelay: 10 },
    )
    const refusal = await refusalOf(client.request('GET', '/posts'))
    expect(refusal.diagnostic).toMatchObject({
      code: 'publish/down',
      severity: 'error',
      facts: { address: 'https://cms.example/blog', status: '503' },
    })
    expect(refusal.final).toBe(true)
    expect(times()).toEqual([0, 10, 30, 70, 150])
  })

  test('or cannot be reached, is told with the reason of the system', async () => {
    const { client } = clientWith(Array.from({ length: 5 }, () => lost('ECONNREFUSED')))
    const { diagnostic } = await refusalOf(client.request('GET', '/posts'))
    expect(diagnostic).toMatchObject({ code: 'publish/unreachable', facts: { reason: 'ECONNREFUSED' } })
  })

  test('or does not answer in time, is told so', async () => {
    const late = Object.assign(new Error('The operation was aborted'), { name: 'TimeoutError' })
    const { client } = clientWith(Array.from({ length: 5 }, () => late))
    const { diagnostic } = await refusalOf(client.request('GET', '/posts'))
    expect(diagnostic.facts).toMatchObject({ reason: 'ETIMEDOUT' })
  })
})

describe('an answer that gets lost', () => {
  test('is asked for again, with fresh headers', async () => {
    const { client, sent } = clientWith([lost('ECONNRESET'), json(200, 'there')])
    expect(await outcomeOf(client.request('PUT', '/posts/1', { json: 1 }))).toMatchObject({ json: 'there' })
    expect(sent.map(({ init }) => (init.headers as Record<string, string>).authorization)).toEqual([
      'token 1',
      'token 2',
    ])
  })

  test('in its second half counts as lost', async () => {
    const { client, sent } = clientWith([new Response('{"id":'), json(200, { id: 1 })])
    expect(await outcomeOf(client.request('GET', '/posts/1'))).toMatchObject({ json: { id: 1 } })
    expect(sent).toHaveLength(2)
  })
})

describe('a site that has moved is not followed, since the key would be lost', () => {
  test.each([
    ['http://127.0.0.1:8080', 'https://cms.example/posts', 'publish/needs-https', undefined],
    [
      'https://cms.example',
      'https://www.cms.example/posts',
      'publish/unreachable',
      '301 → https://www.cms.example/posts',
    ],
  ])('from %s to %s', async (address, location, code, reason) => {
    const { client, sent } = clientWith([new Response(null, { status: 301, headers: { location } })], { address })
    const { diagnostic, final } = await refusalOf(client.request('POST', '/posts'))
    expect(diagnostic.code).toBe(code)
    if (reason) expect(diagnostic.facts).toMatchObject({ reason })
    expect([final, sent.length]).toEqual([true, 1])
  })
})

test.each(['http://cms.example', 'http://10.0.0.7', 'http://localhost.example'])(
  'nothing is sent to %s',
  async address => {
    const { client, sent } = clientWith([json(200, [])], { address })
    const { diagnostic, final } = await refusalOf(client.request('GET', '/posts'))
    expect([diagnostic.code, final, sent.length]).toEqual(['publish/plain-http', true, 0])
  },
)

test.each(['http://127.0.0.1:2368', 'http://localhost', 'http://[::1]:80', 'https://cms.example'])(
  'what is sent to %s is read by nobody between',
  async address => {
    const { client, sent } = clientWith([json(200, [])], { address })
    await outcomeOf(client.request('GET', '/posts'))
    expect(sent).toHaveLength(1)
  },
)

test('a success that is something else counts as lost, and is named at the end', async () => {
  const fits = (_: string, __: string, { json }: { json: unknown }) => Array.isArray(json)
  const page = () => new Response('<h1>Back soon</h1>', { status: 200 })
  const { client } = clientWith([page(), json(200, [1])], { fits })
  expect(await outcomeOf(client.request('GET', '/posts'))).toMatchObject({ json: [1] })
  const broken = clientWith(Array.from({ length: 5 }, page), { fits })
  const { diagnostic } = await refusalOf(broken.client.request('GET', '/posts'))
  expect(diagnostic.code).toBe('publish/something-else')
})

describe('a request that is to be done once', () => {
  const creation = (findExisting: () => Promise<string | undefined>) => {
    let made = 0
    return {
      body: (): HttpBody => {
        made += 1
        return { json: made }
      },
      read: ({ json }: { json: unknown }) => `created ${json}`,
      findExisting: vi.fn(findExisting),
    }
  }

  test('is read when it is answered, and nothing is looked for', async () => {
    const { client, sent } = clientWith([json(201, 7)])
    const once = creation(async () => 'there')
    expect(await outcomeOf(client.requestOnce('POST', '/posts', once))).toBe('created 7')
    expect(once.findExisting).not.toHaveBeenCalled()
    expect(sent).toHaveLength(1)
  })

  test('is not repeated when it was done although its answer got lost', async () => {
    const { client, sent } = clientWith([lost('ECONNRESET')])
    const once = creation(async () => 'there')
    expect(await outcomeOf(client.requestOnce('POST', '/posts', once))).toBe('there')
    expect(sent).toHaveLength(1)
  })

  test('is repeated when nothing came of it, with a body of its own, after a pause', async () => {
    const { client, sent, times } = clientWith([json(502, {}), lost('ETIMEDOUT'), json(201, 3)])
    const once = creation(async () => undefined)
    expect(await outcomeOf(client.requestOnce('POST', '/posts', once))).toBe('created 3')
    expect(sent.map(({ init }) => init.body)).toEqual(['1', '2', '3'])
    expect(times()).toEqual([0, 500, 1500])
    expect(once.findExisting).toHaveBeenCalledTimes(2)
  })

  test('is given up after five attempts', async () => {
    const { client, sent } = clientWith(Array.from({ length: 5 }, () => lost('ECONNRESET')))
    const refusal = await refusalOf(
      client.requestOnce(
        'POST',
        '/posts',
        creation(async () => undefined),
      ),
    )
    expect(refusal.diagnostic.code).toBe('publish/down')
    expect(refusal.final).toBe(true)
    expect(sent).toHaveLength(5)
  })

  test('passes on what its reader refuses', async () => {
    const { client, sent } = clientWith([json(403, {})])
    const refusing = {
      ...creation(async () => 'there'),
      read: () => {
        throw new Error('not allowed')
      },
    }
    await expect(outcomeOf(client.requestOnce('POST', '/posts', refusing))).rejects.toThrow('not allowed')
    expect(sent).toHaveLength(1)
  })
})
