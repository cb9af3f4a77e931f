import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type TreeWatch, watchTree } from '../edit/watch-tree.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { incidentId } from '../incident/list-incidents.ts'
import { openIncidentList } from './incident-list.ts'
import { stampIn } from './incident-store.ts'
import { refusalOf } from './request-guard.ts'
import { answer, type Reply, type StudioServices } from './routes.ts'
import { openSavedVersions } from './saved-versions.ts'
import { siteFile } from './site-files.ts'
import { openStudioContext } from './studio-context.ts'
import { studioPage } from './studio-page.ts'

export interface StudioRequest {
  readonly workspace: Workspace
  /** The bundled script of the page. */
  readonly script: Uint8Array
  /** Language of the interface until the editor chooses another. */
  readonly language: string
  /** 0 takes any free port. */
  readonly port: number
  /** The present, in milliseconds. */
  readonly clock: () => number
}

export interface Studio {
  readonly address: string
  readonly port: number
  readonly close: () => Promise<void>
}

/** Maximum bytes of a request: two texts of the maximum size (a draft and what it is based on), as JSON. */
const MOST = 4 * 1_048_576

/** Opens the studio on 127.0.0.1. Rejects when the port is taken, and with what `openStudioContext` throws. */
export async function openStudio({ workspace, script, language, port, clock }: StudioRequest): Promise<Studio> {
  const listeners = new Set<ServerResponse>()
  let studioContext = await openStudioContext(workspace)
  let incidentList = openIncidentList(studioContext, stampIn(workspace.root))
  await incidentList.overviews()
  const sendEvent = (event: string, data: object) => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const reopen = async () => {
    try {
      studioContext = await openStudioContext(workspace)
      incidentList = openIncidentList(studioContext, stampIn(workspace.root))
      sendEvent('newsroom', {})
    } catch {
      // A half-saved directory: the newsroom as it was stays until the next change.
    }
  }
  const versions = openSavedVersions()
  const draftChanged = (id: string, tab: string) => sendEvent('draft', { id, tab })
  const services = (): StudioServices => ({ studioContext, incidentList, versions, clock, draftChanged })
  const server = createServer((request, response) => {
    void handle(request, response).catch(error => {
      reply(response, { status: 500, body: { error: error instanceof Error ? error.message : String(error) } })
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusalOf(request, portOf(server))
    if (refused) return reply(response, { status: 403, body: { error: refused } })
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${portOf(server)}`)
    const path = decoded(url.pathname)
    if (path === '/') return page(response, url.searchParams.get('lang') ?? language)
    if (path === '/studio.js') return bytes(response, script, 'text/javascript')
    if (path === '/events') return listen(response)
    if (path.startsWith('/api/')) {
      const body = request.method === 'GET' ? undefined : await bodyOf(request)
      if (body === 'too-large') return reply(response, { status: 413, body: { error: 'too-large' } })
      return reply(
        response,
        await answer(request.method ?? 'GET', path.slice('/api'.length), url.searchParams, body, services()),
      )
    }
    const file = await siteFile(studioContext, path)
    if (file) return bytes(response, file.bytes, file.type)
    return reply(response, { status: 404, body: { error: 'absent' } })
  }

  function page(response: ServerResponse, lang: string): void {
    const nonce = randomBytes(16).toString('base64')
    response.writeHead(200, {
      ...headers('text/html'),
      // The code editor inserts its own style sheet.
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    })
    response.end(studioPage(workspace, lang, language, nonce))
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...headers('text/event-stream'), connection: 'keep-alive' })
    response.write('retry: 1000\nevent: hello\ndata: {}\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }

  // The browser closes idle connections: if we did, its next request could meet one just closed.
  server.keepAliveTimeout = 0
  const watched = watchNewsroom(workspace, {
    incident: id => sendEvent('incident', { id }),
    newsroom: () => void reopen(),
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  }).catch(error => {
    watched.close()
    throw error
  })
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    port: portOf(server),
    close: () =>
      new Promise(done => {
        watched.close()
        for (const listener of listeners) listener.end()
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Reports changes on the disk, once for a burst of changes. */
function watchNewsroom(workspace: Workspace, on: { incident: (id: string) => void; newsroom: () => void }): TreeWatch {
  const timers = new Map<string, NodeJS.Timeout>()
  const soon = (key: string, run: () => void) => {
    clearTimeout(timers.get(key))
    timers.set(key, setTimeout(run, 60))
  }
  return watchTree(workspace.root, ['content', 'locales', 'templates'], path => {
    if (!path.startsWith('content/incidents/')) return soon('newsroom', on.newsroom)
    const id = incidentId(path).replace(/\.[^.]+\.md$/, '')
    soon(id, () => on.incident(id))
  })
}

function headers(type: string): Record<string, string> {
  return {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  }
}

function reply(response: ServerResponse, { status, body }: Reply): void {
  if (response.headersSent) return void response.end()
  response.writeHead(status, headers('application/json'))
  response.end(JSON.stringify(body))
}

function bytes(response: ServerResponse, content: Uint8Array | string, type: string): void {
  response.writeHead(200, {
    ...headers(type),
    'content-security-policy':
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; frame-ancestors 'self'",
  })
  response.end(content)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The JSON of a request; `undefined` for anything else. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    // What is too much is read to its end and kept nowhere: a sender that is cut off would not hear why.
    if (size > MOST) parts.length = 0
    else parts.push(part as Buffer)
  }
  if (size > MOST) return 'too-large'
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
  } catch {
    return undefined
  }
}
