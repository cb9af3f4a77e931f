import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { run } from '../../src/cli/run-command-line.ts'
import { bare, type Environment, invocationIn } from './heard-invocation.ts'

/** The program as it is installed: `npm test` compiles it first. */
export const cli = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/**
 * Runs one command line to its end, in a bare environment. It runs in this process, which spares each of hundreds the
 * start of a Node of its own: `main.test.ts` holds that a process says and does the same.
 */
export async function depeche(folder: string, args: readonly string[], environment: Environment = {}): Promise<Ended> {
  const { invocation, heard } = invocationIn(folder, environment)
  return { status: await run(args, invocation), ...heard }
}

/** Runs one command line of the compiled program in a process of its own. */
export function spawned(cwd: string, args: readonly string[], environment: Environment = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: bare(environment),
  })
  return { status, out: stdout, err: stderr }
}

/** The same while this process goes on. `status` is `null` when it was killed. */
export function started(cwd: string, args: readonly string[], environment: Environment = {}): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: bare(environment) })
  const heard = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', part => {
    heard.out += part
  })
  child.stderr.setEncoding('utf8').on('data', part => {
    heard.err += part
  })
  return new Promise((done, fail) => {
    child.on('error', fail).on('close', status => done({ status, ...heard }))
  })
}
