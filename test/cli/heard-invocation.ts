import type { Invocation } from '../../src/cli/invocation.ts'

export type Environment = Readonly<Record<string, string>>

/** Nothing of the machine's own: English, unless a test wants another language. */
export const bare = (environment: Environment): Environment => ({
  PATH: process.env.PATH ?? '',
  LC_ALL: 'en_GB.UTF-8',
  ...environment,
})

/** What a command line is handed that runs in this process: a folder, a bare environment, and streams that are heard. */
export function invocationIn(folder: string, environment: Environment = {}) {
  const heard = { out: '', err: '' }
  const listen = (stream: 'out' | 'err') => ({
    write(text: string) {
      heard[stream] += text
    },
  })
  const invocation: Invocation = {
    folder,
    environment: bare(environment),
    out: listen('out'),
    err: listen('err'),
    input: () => new Uint8Array(),
    clock: Date.now,
    interrupted: () => new AbortController().signal,
  }
  return { invocation, heard }
}
