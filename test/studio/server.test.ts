import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { incidentId } from '../../src/incident/list-incidents.ts'
import type { Studio } from '../../src/studio/server.ts'
import { openStudioNewsroom, type StudioNewsroom } from './studio-newsroom.ts'

let newsroom: StudioNewsroom
let studio: Studio

beforeAll(async () => {
  newsroom = openStudioNewsroom()
  studio = await newsroom.open()
})

afterAll(async () => {
  await studio.close()
  newsroom.remove()
})

interface Asked {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | object
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every kind
type Body = any

/** A request as any program could send it, with headers of its own. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<{ status: number; body: Body }> {
  const host = `127.0.0.1:${studio.port}`
  const own = method === 'GET' ? {} : { origin: `http://${host}`, 'content-type': 'application/json' }
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port: studio.port, path, method, headers: { host, ...own, ...headers } },
      answer => {
        let text = ''
        answer.on('data', part => {
          text += part
        })
        answer.on('end', () => {
          const isJson = String(answer.headers['content-type']).includes('json')
          done({ status: answer.statusCode ?? 0, body: isJson ? JSON.parse(text) : text })
        })
      },
    )
    sent.on('error', fail)
    sent.end(typeof body === 'object' ? JSON.stringify(body) : body)
  })
}

const id = '2024-12-11-meta'
const textOf = (file: string) => readFileSync(join(newsroom.root, file), 'utf8')
const fileOf = (one: string) => `content/incidents/${one.slice(0, 4)}/${one}.yaml`

describe('strangers are refused', () => {
  test.each<[string, string, Asked]>([
    ['another host', '/api/incidents', { headers: { host: 'evil.example' } }],
    ['a name that leads here', '/api/incidents', { headers: { host: 'evil.example:4477' } }],
    ['our host with another port', '/', { headers: { host: '127.0.0.1:1' } }],
    ['another origin reading', '/api/incidents', { headers: { origin: 'https://evil.example' } }],
    ['no origin at all', '/api/incidents', { headers: { origin: 'null' } }],
    [
      'a page of another site',
      '/api/incidents',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } },
    ],
    [
      'another origin writing',
      `/api/incidents/${id}`,
      { method: 'PUT', headers: { origin: 'https://evil.example' }, body: { text: '', base: null } },
    ],
    [
      'writing from nowhere',
      `/api/incidents/${id}`,
      { method: 'PUT', headers: { origin: '' }, body: { text: '', base: null } },
    ],
    [
      'a form of another site',
      `/api/incidents/${id}`,
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"to":"x"}' },
    ],
    ['deleting', `/api/incidents/${id}`, { method: 'DELETE' }],
  ])('%s', async (_, path, asked) => {
    const before = textOf(fileOf(id))
    expect((await ask(path, asked)).status).toBe(403)
    expect(textOf(fileOf(id))).toBe(before)
  })

  test('it listens on 127.0.0.1 only, and its page may not be framed', async () => {
    expect(studio.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const answer = await fetch(studio.address)
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('only incidents can be read and written', () => {
  test.each([
    '/../package.json',
    '/content/site.yaml',
    '/locales/fr/site.json',
    '/api/incidents/..%2f..%2fsite',
    '/api/incidents/../../package',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%',
  ])('GET %s', async path => {
    expect((await ask(path)).status).toBe(404)
  })

  test.each([
    '../../evil',
    '2026-01-01-x/../../evil',
    '2026-01-01-../evil',
    '2026-13-01-x',
    'x',
    '2026-01-01-É',
    '2026-01-01-a.yaml',
  ])('a new file called %j', async to => {
    const { status } = await ask(`/api/incidents/${id}/duplicate`, {
      method: 'POST',
      body: { to, text: 'state: ongoing\n' },
    })
    expect(status).toBe(422)
    expect(existsSync(join(newsroom.root, 'content/evil.yaml'))).toBe(false)
  })

  test('a link that leads out of the newsroom is no incident', async () => {
    const outside = openStudioNewsroom()
    const target = join(outside.root, fileOf(id))
    const before = readFileSync(target, 'utf8')
    symlinkSync(target, join(newsroom.root, 'content/incidents/2024/2024-01-01-link.yaml'))
    symlinkSync(join(outside.root, 'content/incidents/2025'), join(newsroom.root, 'content/incidents/2021'))
    expect((await ask('/api/incidents/2024-01-01-link')).status).toBe(404)
    expect(
      (await ask('/api/incidents/2024-01-01-link', { method: 'PUT', body: { text: 'x', base: null } })).status,
    ).toBe(404)
    const made = await ask(`/api/incidents/${id}/duplicate`, {
      method: 'POST',
      body: { to: '2021-01-01-x', text: 'x' },
    })
    expect(made.status).toBe(403)
    expect(readFileSync(target, 'utf8')).toBe(before)
    outside.remove()
  })

  test('a binary file and an oversized one are refused, with the reason', async () => {
    writeFileSync(join(newsroom.root, 'content/incidents/2024/2024-01-02-binary.yaml'), Buffer.from([0xff, 0xfe, 0x00]))
    writeFileSync(join(newsroom.root, 'content/incidents/2024/2024-01-03-large.yaml'), 'x'.repeat(1_048_577))
    const binary = await ask('/api/incidents/2024-01-02-binary')
    expect(binary.status).toBe(422)
    expect(binary.body.diagnostics[0].code).toBe('file/not-utf-8')
    const large = await ask('/api/incidents/2024-01-03-large')
    expect(large.body.diagnostics[0].code).toBe('file/too-large')
    const saved = await ask(`/api/incidents/${id}`, { method: 'PUT', body: { text: 'a\u0000b', base: null } })
    expect(saved.status).toBe(422)
    const long = await ask('/api/preview', { method: 'POST', body: 'x'.repeat(5_000_000) })
    expect(long).toEqual({ status: 413, body: { error: 'too-large' } })
    expect((await ask('/api/incidents')).status).toBe(200)
  })

  test.each([undefined, '', '[]', '{"id":1}', '{"id":"a","text":"","editions":["xx"],"length":"article"}', '\u0000'])(
    'a request that says %j is refused',
    async body => {
      expect((await ask('/api/preview', { method: 'POST', ...(body !== undefined && { body }) })).status).toBe(400)
    },
  )
})

describe('files', () => {
  test('the list says state, problems and missing translations', async () => {
    const { body } = await ask('/api/incidents')
    const card = body.incidents.find((one: { id: string }) => one.id === id)
    expect(card).toMatchObject({ state: 'ongoing', errors: 0, warnings: 0, missing: [] })
    expect(Object.keys(card.headlines)).toEqual(['fr', 'en'])
  })

  test('a save builds on the version it was opened with', async () => {
    const { body: opened } = await ask(`/api/incidents/${id}`)
    const mine = `${opened.text}# mine\n`
    const first = await ask(`/api/incidents/${id}`, { method: 'PUT', body: { text: mine, base: opened.version } })
    expect(first.status).toBe(200)
    const late = await ask(`/api/incidents/${id}`, {
      method: 'PUT',
      body: { text: `${opened.text}# late\n`, base: opened.version },
    })
    expect(late.status).toBe(409)
    expect(late.body.theirs.text).toBe(mine)
    expect(textOf(fileOf(id))).toBe(mine)
    const insisted = await ask(`/api/incidents/${id}`, {
      method: 'PUT',
      body: { text: `${opened.text}# late\n`, base: null },
    })
    expect(insisted.status).toBe(200)
    expect(textOf(fileOf(id))).toBe(`${opened.text}# late\n`)
  })

  test('new, duplicate and rename; the old address leads on, hand-written texts come along', async () => {
    const made = await ask('/api/incidents', {
      method: 'POST',
      body: { services: ['facebook'], state: 'ongoing', started: '18:30' },
    })
    expect(made.body.id).toBe('2026-06-01-facebook')
    expect(made.body.text).toContain('started: 2026-06-01T18:30')
    const taken = await ask(`/api/incidents/${id}/duplicate`, { method: 'POST', body: { to: made.body.id, text: 'x' } })
    expect(taken.status).toBe(409)
    const from = '2025-11-18-cloudflare'
    const to = '2025-11-18-cloudflare-reseau'
    const { body, status } = await ask(`/api/incidents/${from}/rename`, { method: 'POST', body: { to } })
    expect(status).toBe(200)
    expect(body.text).toContain(`former_slugs:\n  - ${from}`)
    expect(existsSync(join(newsroom.root, fileOf(from)))).toBe(false)
    expect(existsSync(join(newsroom.root, fileOf(to).replace('.yaml', '.fr.md')))).toBe(true)
    expect(incidentId(body.file)).toBe(to)
  })
})

describe('the preview', () => {
  const tell = (fields: object) =>
    ask('/api/preview', {
      method: 'POST',
      body: { id, text: textOf(fileOf(id)), editions: ['fr', 'en'], length: 'article', ...fields },
    })

  test('says in which lines each sentence rests, and what nobody tells', async () => {
    const { body } = await tell({})
    for (const page of body.pages) {
      expect(page.html).toContain('<h1>')
      expect(page.sentences.length).toBeGreaterThan(5)
      for (const { lines } of page.sentences) expect(lines.length).toBeGreaterThan(0)
    }
    const lines = textOf(fileOf(id)).split('\n')
    const counted = body.pages[1].sentences.find(({ text }: { text: string }) => text.includes('thousands'))
    expect(counted.lines.map(({ first }: { first: number }) => lines[first - 1])).toContainEqual(
      expect.stringMatching(/^counts:/),
    )
  })

  test('a made sentence can be put into the file, to be said in other words', async () => {
    const text = textOf(fileOf(id))
    const { body } = await tell({})
    const [sentence] = body.pages[0].sentences.filter(({ own }: { own: object | null }) => own)
    const { from, to, text: put } = sentence.own
    expect(put).toContain(JSON.stringify(sentence.text))
    const own = `${text.slice(0, from)}${put.replace(JSON.stringify(sentence.text), '"Autrement dit."')}${text.slice(to)}`
    const typed = (await tell({ text: own })).body
    expect(typed.pages[0].sentences).toContainEqual(expect.objectContaining({ text: 'Autrement dit.', own: null }))
    const textsOf = ({ sentences }: { sentences: { text: string }[] }) => sentences.map(one => one.text)
    expect(textsOf(typed.pages[1])).toEqual(textsOf(body.pages[1]))
  })

  test('a half-typed file gives its problems and no page', async () => {
    const { body, status } = await tell({ text: 'state: ongoing\nservices: [facebo' })
    expect(status).toBe(200)
    expect(body.pages).toEqual([])
    expect(body.diagnostics[0]).toMatchObject({ severity: 'error', line: 2 })
  })

  test('a state, a length and an edition can be tried', async () => {
    const resolved = (await tell({ state: 'resolved' })).body.pages
    expect(resolved[1].html).toMatch(/class="kicker resolved"/)
    const brief = (await tell({ length: 'brief' })).body.pages
    expect(brief[1].sentences.length).toBeLessThan((await tell({})).body.pages[1].sentences.length)
    const [american] = (await tell({ editions: ['en-us'] })).body.pages
    expect(american.lang).toBe('en-US')
    expect(american.html).toMatch(/12:30\sp\.m\./)
    for (const state of ['planned', 'ongoing', 'recovering', 'disputed', 'retracted']) {
      expect((await tell({ state })).status).toBe(200)
    }
  })
})
