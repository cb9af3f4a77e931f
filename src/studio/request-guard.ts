import type { IncomingMessage } from 'node:http'

/** Why a request is refused. */
export type RequestRefused = 'host' | 'origin' | 'method' | 'type'

/**
 * Only the editor's own browser, on this very page, may talk to the studio. A page of another site can send requests
 * to 127.0.0.1, and a name of its own may resolve to it (DNS rebinding): so the host must be ours, and so must the
 * origin.
 */
export function refusalOf({ headers, method = 'GET' }: IncomingMessage, port: number): RequestRefused | undefined {
  const hosts = ['127.0.0.1', 'localhost'].map(name => `${name}:${port}`)
  const { host = '', origin } = headers
  if (!hosts.includes(host)) return 'host'
  if (origin !== undefined && origin !== `http://${host}`) return 'origin'
  if (method === 'GET' || method === 'HEAD') {
    // A typed address, or a link from the page itself; another site may neither read nor frame it.
    return ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site'])) &&
      headers['sec-fetch-mode'] !== 'navigate'
      ? 'origin'
      : undefined
  }
  if (method !== 'POST' && method !== 'PUT') return 'method'
  // A request that writes needs an origin: browsers always send it, and a form of another site cannot send JSON.
  if (origin === undefined) return 'origin'
  return /^application\/json(;|$)/.test(headers['content-type'] ?? '') ? undefined : 'type'
}
