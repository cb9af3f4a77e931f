import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { Missing } from './install-systems.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests of one run ask for the systems they share. */
    systems: string
  }
}

/** A system that all tests of one run share: what they must know to reach it, as data, and its end. */
export interface SharedSystem<T = unknown> {
  readonly reach: T
  readonly stop: () => Promise<void>
}

/** What is answered: how to reach it, what this machine lacks for it, or why it did not start. */
export type SharedAnswer<T = unknown> =
  | { readonly reach: T }
  | { readonly missing: string }
  | { readonly failed: string }

/**
 * Serves systems to the tests of one run: each starts when the first test asks for it, once, and ends with the run.
 * Tests are in processes of their own, so they ask over HTTP: `sharedSystem`.
 */
export async function serveSystems(
  project: TestProject,
  starts: Readonly<Record<string, () => Promise<SharedSystem>>>,
): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<SharedSystem>>()
  const start = (name: string) => {
    const before = started.get(name)
    if (before) return before
    const now = starts[name]?.() ?? Promise.reject(new Error(`there is no system "${name}"`))
    started.set(name, now)
    return now
  }
  const server = createServer(async (request, response) => {
    const answer = await start((request.url ?? '').slice(1)).then(
      ({ reach }): SharedAnswer => ({ reach }),
      (error: Error): SharedAnswer =>
        error instanceof Missing ? { missing: error.message } : { failed: error.stack ?? String(error) },
    )
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  project.provide('systems', `http://127.0.0.1:${port}`)
  return async () => {
    const all = await Promise.allSettled(started.values())
    await Promise.all(all.map(one => (one.status === 'fulfilled' ? one.value.stop() : undefined)))
    server.closeAllConnections()
    server.close()
  }
}
