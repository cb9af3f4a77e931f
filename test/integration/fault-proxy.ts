import http from 'node:http'

/** What goes wrong with one request. */
export type Fault =
  /** The proxy answers, the system behind never sees the request. */
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The request does not arrive. */
  | { readonly cut: 'before' }
  /** The request is carried out, the answer gets lost. */
  | { readonly cut: 'after' }
  /** The request is carried out, only half of the answer comes. `midway` happens before it breaks off. */
  | { readonly cut: 'half'; readonly midway?: () => unknown }
  /** The answer comes late, in milliseconds. */
  | { readonly late: number }

export interface Seen {
  readonly n: number
  readonly method: string
  readonly url: string
  status?: number
  /** Milliseconds until the system behind had answered. */
  took?: number
}

/** A proxy on 127.0.0.1 that fails as it is told; what stands behind it is the real system. */
export async function faultProxy(target: string, faultOf: (seen: Seen) => Fault | undefined = () => undefined) {
  const upstream = new URL(target)
  const seen: Seen[] = []
  let underway = 0
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const entry: Seen = { n: seen.length + 1, method: request.method ?? '', url: request.url ?? '' }
    seen.push(entry)
    const started = performance.now()
    const fault = faultOf(entry) ?? { late: 0 }
    if ('cut' in fault && fault.cut === 'before') return void request.socket.destroy()
    if ('status' in fault)
      return void response
        .writeHead(fault.status, { 'content-type': 'text/html', ...fault.headers })
        .end(fault.body ?? '<h1>no</h1>')
    underway++
    const onward = http.request(
      {
        host: upstream.hostname,
        port: upstream.port,
        method: request.method,
        path: request.url,
        // The systems compare the host with their own address.
        headers: { ...request.headers, host: upstream.host },
      },
      async answer => {
        const body: Buffer[] = []
        for await (const part of answer) body.push(part as Buffer)
        const whole = Buffer.concat(body)
        entry.status = answer.statusCode ?? 0
        entry.took = performance.now() - started
        if ('cut' in fault && fault.cut === 'after') return void request.socket.destroy()
        const { 'transfer-encoding': _, ...headers } = answer.headers
        response.writeHead(entry.status, { ...headers, 'content-length': whole.length })
        if ('cut' in fault)
          return void response.write(whole.subarray(0, whole.length / 2), async () => {
            await fault.midway?.()
            request.socket.destroy()
          })
        setTimeout(() => response.end(whole), 'late' in fault ? fault.late : 0)
      },
    )
    onward.on('error', () => request.socket.destroy())
    onward.on('close', () => underway--)
    onward.end(Buffer.concat(parts))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    /** Waits until all that was asked has been answered behind, and whoever asked has hung up. */
    async settled() {
      const connections = () =>
        new Promise<number>((done, fail) =>
          server.getConnections((error, count) => (error ? fail(error) : done(count))),
        )
      while (underway > 0 || (await connections()) > 0) await new Promise(done => setTimeout(done, 5))
    },
    stop: () =>
      new Promise<void>(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
