import { DestinationRefused, publishDiagnostic } from './publisher.ts'

export interface HttpClientOptions {
  /** Root of the site, without a final slash. */
  readonly address: string
  /** Headers of every request, with a fresh key where keys expire. */
  readonly headers: () => Readonly<Record<string, string>>
  /** Replaced in tests. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds after which an answer counts as lost. */
  readonly timeout?: number | undefined
  /** Milliseconds before the second attempt; each further one waits twice as long. */
  readonly pace?: number | undefined
  /** Most seconds that a server may ask us to wait (`Retry-After`). */
  readonly patience?: number | undefined
}

export interface HttpResponse {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
}

export type HttpBody =
  | { readonly json: unknown }
  | { readonly bytes: Uint8Array; readonly headers: Record<string, string> }
  | { readonly form: () => FormData }

export interface HttpClient {
  /** A request that may be repeated: it is, while the server is busy, down, or its answer gets lost. Throws `Refused`. */
  ask(method: string, path: string, body?: HttpBody): Promise<HttpResponse>
  /** A request that may not be repeated blindly: after a lost answer it looks before it tries again. Throws `Refused`. */
  once<T>(method: string, path: string, errand: OnceRequest<T>): Promise<T>
}

/** Something that is to be done once and no more. */
export interface OnceRequest<T> {
  /** Of each attempt. */
  readonly body: () => HttpBody
  /** What the answer gives; it throws what is refused. */
  readonly read: (answer: HttpResponse) => T | Promise<T>
  /** What stands there though its answer got lost; nothing when it is to be tried again. */
  readonly look: () => Promise<T | undefined>
}

/** How often a request is tried. */
const TRIES = 5

/** HTTP to a CMS as it should be spoken to: politely, patiently, and never believing half an answer. */
export function openHttpClient(options: HttpClientOptions): HttpClient {
  const { address, timeout = 30_000, pace = 500, patience = 120 } = options
  const send = options.fetch ?? fetch
  const sleep = (ms: number) => new Promise<void>(done => setTimeout(done, ms))
  const rest = (attempt: number) => sleep(pace * 2 ** attempt)
  const busy = (seconds: number) => new DestinationRefused(publishDiagnostic('busy', { address, seconds }), true)

  /** One attempt: an answer, or why there is none, after the wait that the server asked for. */
  async function attempt(
    method: string,
    path: string,
    body: HttpBody | undefined,
  ): Promise<HttpResponse | { lost: string }> {
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
      if (wait > patience) throw busy(wait)
      if (wait > 0) await sleep(wait * 1000)
      if (answer.status === 429 || answer.status >= 500) return { lost: String(answer.status) }
      if (answer.status >= 300 && answer.status < 400) throw moved(answer)
      return { status: answer.status, headers: answer.headers, json: parsed(text, answer) }
    } catch (error) {
      if (error instanceof DestinationRefused) throw error
      return { lost: reasonOf(error) }
    }
  }

  /** The site says that it lives elsewhere. Following would drop the key, and turn a POST into a GET. */
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
    async ask(method, path, body) {
      let reason = ''
      for (let turn = 0; turn < TRIES; turn++) {
        if (turn > 0) await rest(turn - 1)
        const answer = await attempt(method, path, body)
        if (!('lost' in answer)) return answer
        reason = answer.lost
      }
      throw new DestinationRefused(lostFor(address, reason), true)
    },
    async once(method, path, { body, read, look }) {
      for (let turn = 0; turn < TRIES; turn++) {
        const answer = await attempt(method, path, body())
        if (!('lost' in answer)) return read(answer)
        await rest(turn)
        const there = await look()
        if (there !== undefined) return there
      }
      throw new DestinationRefused(publishDiagnostic('down', { address, status: '–' }), true)
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

/** A page where data should be is no CMS's, and an error may come as one; half of an answer counts as lost. */
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
  return /^\d{3}$/.test(reason)
    ? publishDiagnostic('down', { address, status: reason })
    : publishDiagnostic('unreachable', { address, reason })
}
