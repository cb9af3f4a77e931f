import { DestinationRefused, publishDiagnostic } from './publisher.ts'

export interface HttpClientOptions {
  /** Root of the site, without a final slash. */
  readonly address: string
  /** Headers of every request, called each time since tokens expire. */
  readonly headers: () => Readonly<Record<string, string>>
  /** Whether a success is what was asked for: a maintenance page says 200 too. Without it every success is. */
  readonly fits?: ((method: string, path: string, answer: Pick<HttpResponse, 'json' | 'text'>) => boolean) | undefined
  /** Replaced in tests. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds after which an answer counts as lost. */
  readonly timeout?: number | undefined
  /** Milliseconds before the second attempt; doubled for each further one. */
  readonly retryDelay?: number | undefined
  /** Maximum seconds to wait for a `Retry-After`. */
  readonly maxRetryAfter?: number | undefined
}

export interface HttpResponse {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
  readonly text: string
}

export type HttpBody =
  | { readonly json: unknown }
  | { readonly bytes: Uint8Array; readonly headers: Record<string, string> }
  | { readonly form: () => FormData }

export interface HttpClient {
  /**
   * An idempotent request: it is repeated while the server is busy or down, or when its answer gets lost. Throws
   * `DestinationRefused`.
   */
  request(method: string, path: string, body?: HttpBody, as?: 'text'): Promise<HttpResponse>
  /**
   * A request that must not be repeated blindly: after a lost answer it checks before it tries again. Throws
   * `DestinationRefused`.
   */
  requestOnce<T>(method: string, path: string, once: OnceRequest<T>): Promise<T>
}

/** Something to be done exactly once. */
export interface OnceRequest<T> {
  /** Made again for each attempt. */
  readonly body: () => HttpBody
  /** Reads the answer; throws for a refusal. */
  readonly read: (answer: HttpResponse) => T | Promise<T>
  /** What exists although its answer got lost; `undefined` when it is to be tried again. */
  readonly findExisting: () => Promise<T | undefined>
}

/** Instead of an answer: a success that is something else. */
const OTHER = 'other'

/** Whether nobody between can read what is sent: https, or this machine. */
function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

/** Maximum number of attempts. */
const TRIES = 5

/** HTTP to a CMS: waits as asked, retries, and never trusts half an answer. */
export function openHttpClient(options: HttpClientOptions): HttpClient {
  const { address, timeout = 30_000, retryDelay = 500, maxRetryAfter = 120 } = options
  const send = options.fetch ?? fetch
  const sleep = (ms: number) => new Promise<void>(done => setTimeout(done, ms))
  const backOff = (attempt: number) => sleep(retryDelay * 2 ** attempt)
  const busy = (seconds: number) => new DestinationRefused(publishDiagnostic('busy', { address, seconds }), true)

  /** One attempt: an answer, or why there is none, after the wait the server asked for. */
  async function attempt(
    method: string,
    path: string,
    body: HttpBody | undefined,
    as?: 'text',
  ): Promise<HttpResponse | { lost: string }> {
    if (!isPrivate(address)) throw new DestinationRefused(publishDiagnostic('plain-http', { address }), true)
    try {
      const answer = await send(address + path, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
        headers: { accept: 'application/json', ...options.headers(), ...headersOf(body) },
        ...(body && { body: contentOf(body) }),
      })
      const text = await answer.text()
      const wait = secondsOf(answer.headers.get('retry-after'))
      if (wait > maxRetryAfter) throw busy(wait)
      if (wait > 0) await sleep(wait * 1000)
      if (answer.status === 429 || answer.status >= 500) return { lost: String(answer.status) }
      if (answer.status >= 300 && answer.status < 400) throw moved(answer)
      const read = {
        status: answer.status,
        headers: answer.headers,
        json: as === 'text' ? undefined : parsed(text, answer),
        text,
      }
      return answer.ok && options.fits?.(method, path, read) === false ? { lost: OTHER } : read
    } catch (error) {
      if (error instanceof DestinationRefused) throw error
      return { lost: reasonOf(error) }
    }
  }

  /** The site has moved. Following a redirect would drop the credentials, and turn a POST into a GET. */
  function moved(answer: Response): DestinationRefused {
    const target = answer.headers.get('location') ?? ''
    const https = target.startsWith('https:') && address.startsWith('http:')
    return new DestinationRefused(
      https
        ? publishDiagnostic('needs-https', { address })
        : publishDiagnostic('unreachable', { address, reason: `${answer.status} → ${target}` }),
      true,
    )
  }

  return {
    async request(method, path, body, as) {
      let reason = ''
      for (let tries = 0; tries < TRIES; tries++) {
        if (tries > 0) await backOff(tries - 1)
        const answer = await attempt(method, path, body, as)
        if (!('lost' in answer)) return answer
        reason = answer.lost
      }
      throw new DestinationRefused(lostFor(address, reason), true)
    },
    async requestOnce(method, path, { body, read, findExisting }) {
      let reason = '–'
      for (let tries = 0; tries < TRIES; tries++) {
        const answer = await attempt(method, path, body())
        if (!('lost' in answer)) return read(answer)
        reason = answer.lost
        await backOff(tries)
        const there = await findExisting()
        if (there !== undefined) return there
      }
      throw new DestinationRefused(
        reason === OTHER ? lostFor(address, reason) : publishDiagnostic('down', { address, status: '–' }),
        true,
      )
    },
  }
}

function headersOf(body: HttpBody | undefined): Record<string, string> {
  if (!body || 'form' in body) return {}
  return 'json' in body ? { 'content-type': 'application/json' } : body.headers
}

function contentOf(body: HttpBody): NonNullable<RequestInit['body']> {
  if ('form' in body) return body.form()
  return 'json' in body ? JSON.stringify(body.json) : Buffer.from(body.bytes)
}

/** An HTML page instead of data is not from a CMS, unless it is an error; half an answer counts as lost. */
function parsed(text: string, { ok }: Response): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    if (!ok || text.trimStart().startsWith('<')) return undefined
    throw new Error('half an answer')
  }
}

/** Seconds of a `Retry-After`, which may be a number or a date. */
function secondsOf(header: string | null): number {
  if (header === null) return 0
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0
}

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string } }).cause?.code
  return (
    cause ?? (error instanceof Error ? (error.name === 'TimeoutError' ? 'ETIMEDOUT' : error.message) : String(error))
  )
}

function lostFor(address: string, reason: string) {
  if (reason === OTHER) return publishDiagnostic('something-else', { address })
  return /^\d{3}$/.test(reason)
    ? publishDiagnostic('down', { address, status: reason })
    : publishDiagnostic('unreachable', { address, reason })
}
