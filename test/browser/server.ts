import { hash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/** What a server of files was asked for, and how it answered. */
export interface ServedAnswer {
  readonly path: string
  readonly status: number
  readonly bytes: number
}

/** A server of files that is running. */
export interface FileServer {
  readonly origin: string
  /** Every answer so far, in order. */
  readonly answers: readonly ServedAnswer[]
  readonly close: () => Promise<void>
}

/** A plain file server of this machine, as any newsroom has one. `under` is the path the site lies at: `/news/`. */
export async function serve(folder: string, under = '/'): Promise<FileServer> {
  const answers: ServedAnswer[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const inside = path.startsWith(under) ? normalize(path.slice(under.length)) : undefined
    let file = inside === undefined || inside.startsWith('..') ? '' : join(folder, inside)
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
    const found = file !== '' && existsSync(file)
    const shown = found ? file : join(folder, '404.html')
    const bytes = existsSync(shown) ? readFileSync(shown) : Buffer.alloc(0)
    const etag = `"${hash('sha1', bytes)}"`
    const status = found ? (request.headers['if-none-match'] === etag ? 304 : 200) : 404
    const sent = status === 304 ? Buffer.alloc(0) : bytes
    answers.push({ path, status, bytes: sent.length })
    response.writeHead(status, { 'content-type': TYPES[extname(shown)] ?? 'application/octet-stream', etag })
    response.end(sent)
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, answers, close: () => closed(server) }
}

function closed(server: Server): Promise<void> {
  return new Promise(done => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
