import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { type RequestOptions, request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as secured } from 'node:tls'
import { isPublicAddress } from './public-address.ts'
import { LARGEST_FEED } from './read-payload.ts'

/** Thrown for a feed that cannot be had. */
export class FeedUnreachable extends Error {
  /** Key of `edit.json`, under `intake.unreachable`. */
  readonly why: string
  readonly detail: string

  constructor(why: string, detail = '') {
    super(`${why} ${detail}`)
    this.name = 'FeedUnreachable'
    this.why = why
    this.detail = detail
  }
}

/** By what a server knows whether its feed has changed since. */
export interface FeedVersion {
  readonly etag?: string
  readonly modified?: string
}

/** A feed as a server gave it; nothing where it has not changed. */
export interface FetchedFeed {
  readonly bytes?: Uint8Array
  readonly version: FeedVersion
}

/** How a feed is fetched. */
export interface FetchOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version?: FeedVersion
  /** Milliseconds for the whole of it. */
  readonly timeout?: number
  readonly signal?: AbortSignal
  /** Tests hand in their own: the addresses of a host, and where one of them is really reached. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly reach?: (address: string) => string
  /** A certificate that is trusted beside those of the system. */
  readonly certificate?: string
}

const MOST_REDIRECTS = 5
const TIMEOUT = 20_000

/**
 * Fetches a feed over https, from public addresses only, wherever it redirects to: names are resolved here and what is
 * reached is what was checked. Behind a proxy it is the proxy that resolves. Throws `FeedUnreachable`.
 */
export async function fetchFeed(address: string, options: FetchOptions): Promise<FetchedFeed> {
  const limit = AbortSignal.timeout(options.timeout ?? TIMEOUT)
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit
  let url = checkedUrl(address)
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const answer = await asked(url, options, signal)
    const status = answer.statusCode ?? 0
    if (status === 304) return ended(answer, { version: options.version ?? {} })
    if (status >= 300 && status < 400) {
      answer.destroy()
      url = checkedUrl(answer.headers.location ?? '', url)
      continue
    }
    if (status !== 200) return refusedBy(answer, status)
    const { etag, 'last-modified': modified } = answer.headers
    const version = { ...(etag !== undefined && { etag }), ...(modified !== undefined && { modified }) }
    return { bytes: await bytesOf(answer, signal), version }
  }
  throw new FeedUnreachable('redirects', String(MOST_REDIRECTS))
}

function ended(answer: IncomingMessage, fetched: FetchedFeed): FetchedFeed {
  answer.destroy()
  return fetched
}

function refusedBy(answer: IncomingMessage, status: number): never {
  answer.destroy()
  throw new FeedUnreachable('status', String(status))
}

/** An address that may be asked: https, without a name or a password in it, and no number of a closed network. */
function checkedUrl(typed: string, base?: URL): URL {
  const url = URL.canParse(typed, base?.href) ? new URL(typed, base) : undefined
  if (url?.protocol !== 'https:') throw new FeedUnreachable('https', base ? base.host : '')
  if (url.username !== '' || url.password !== '') throw new FeedUnreachable('credentials', url.host)
  const host = bareHost(url)
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new FeedUnreachable('closed', host)
  return url
}

const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

async function asked(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { version = {}, certificate, environment } = options
  const proxy = proxyFor(url, environment)
  const through = proxy ? await tunnel(url, proxy, certificate, signal) : await directly(url, options)
  const { etag, modified } = version
  const headers = {
    accept: 'application/json, application/atom+xml, application/rss+xml, */*;q=0.5',
    'accept-encoding': 'identity',
    'user-agent': 'depeche-intake',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(modified !== undefined && { 'if-modified-since': modified }),
  }
  return new Promise((done, fail) => {
    const sent = secureRequest(url, { ...through, headers, signal, agent: false }, done)
    sent.on('error', error => fail(unreachable(error, url.host)))
    sent.end()
  })
}

function unreachable(error: unknown, host: string): FeedUnreachable {
  if (error instanceof FeedUnreachable) return error
  const { code = '', name = '' } = error as { code?: string; name?: string }
  return name === 'TimeoutError' || name === 'AbortError'
    ? new FeedUnreachable('timeout', host)
    : new FeedUnreachable('network', `${host} ${code}`.trim())
}

/** The options of a connection to addresses that were checked, and to no others. */
async function directly(url: URL, { resolve, reach, certificate }: FetchOptions): Promise<RequestOptions> {
  const host = bareHost(url)
  const found = isIP(host) !== 0 ? [host] : await resolved(host, resolve)
  const [first] = found
  if (first === undefined) throw new FeedUnreachable('network', host)
  if (!found.every(isPublicAddress)) throw new FeedUnreachable('closed', host)
  const target = reach?.(first) ?? first
  const pinned: LookupFunction = (_host, { all }, answer) => {
    const family = isIP(target)
    if (all) answer(null, [{ address: target, family }])
    else answer(null, target, family)
  }
  return { lookup: pinned, ...(certificate !== undefined && { ca: certificate }) }
}

async function resolved(host: string, resolve: FetchOptions['resolve']): Promise<readonly string[]> {
  try {
    return resolve ? await resolve(host) : (await lookup(host, { all: true })).map(({ address }) => address)
  } catch (error) {
    throw unreachable(error, host)
  }
}

/** The proxy of the usual variables; none for a host that is excepted. */
function proxyFor({ hostname }: URL, environment: FetchOptions['environment']): URL | undefined {
  const typed = environment.https_proxy || environment.HTTPS_PROXY || environment.all_proxy || environment.ALL_PROXY
  const excepted = (environment.no_proxy ?? environment.NO_PROXY ?? '')
    .split(',')
    .map(one => one.trim().replace(/^\*?\./, ''))
  if (excepted.some(one => one === '*' || (one !== '' && (hostname === one || hostname.endsWith(`.${one}`)))))
    return undefined
  return typed && URL.canParse(typed) ? new URL(typed) : undefined
}

/** A connection through a proxy, encrypted to the host itself. */
function tunnel(url: URL, proxy: URL, certificate: string | undefined, signal: AbortSignal): Promise<RequestOptions> {
  const { username, password } = proxy
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  const headers = username === '' ? {} : { 'proxy-authorization': `Basic ${login}` }
  const target = `${url.hostname}:${url.port || 443}`
  const request = proxy.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((done, fail) => {
    const port = proxy.port || (proxy.protocol === 'https:' ? 443 : 80)
    const sent = request({ host: proxy.hostname, port, method: 'CONNECT', path: target, headers, signal, agent: false })
    sent.on('error', error => fail(unreachable(error, proxy.host)))
    sent.on('connect', (answer: IncomingMessage, socket: Duplex) => {
      if (answer.statusCode !== 200) return fail(new FeedUnreachable('proxy', String(answer.statusCode)))
      const ca = certificate === undefined ? {} : { ca: certificate }
      const inner = secured({ socket, servername: url.hostname, ...ca })
      inner.on('error', error => fail(unreachable(error, url.host)))
      done({ createConnection: () => inner })
    })
    sent.end()
  })
}

/** The whole answer, as long as it is a feed's length. Compressed ones were not asked for, and could be anything. */
async function bytesOf(answer: IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return refuse(answer, 'encoding', encoding)
  if (Number(answer.headers['content-length'] ?? 0) > LARGEST_FEED) return refuse(answer, 'too-large')
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length
      if (size > LARGEST_FEED) return refuse(answer, 'too-large')
      parts.push(part)
    }
  } catch (error) {
    throw unreachable(signal.aborted ? signal.reason : error, '')
  }
  return Buffer.concat(parts)
}

function refuse(answer: IncomingMessage, why: string, detail = ''): never {
  answer.destroy()
  throw new FeedUnreachable(why, detail)
}
