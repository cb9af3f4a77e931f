import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The program as it is installed: `npm test` compiles it first. */
export const cli = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs one command line to its end, in a bare environment. */
export function depeche(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'en_GB.UTF-8', ...environment },
  })
  return { status, out: stdout, err: stderr }
}

/** Starts one command line and kills it, without a word, after some milliseconds. Says whether it had ended before. */
export function killed(cwd: string, args: readonly string[], after: number): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [cli, ...args], { cwd, stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), after)
    child.on('exit', (_, signal) => {
      clearTimeout(timer)
      resolve(signal === null)
    })
  })
}
