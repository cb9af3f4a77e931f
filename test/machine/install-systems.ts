import { execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PATIENCE } from './timeouts.ts'

/** Where installed systems are kept between runs. */
export const cache = process.env.DEPECHE_CMS_CACHE ?? join(tmpdir(), 'depeche-cms')

/** What a machine lacks for a test on a real system, and how to get it. */
export class Missing extends Error {}

interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a program and gives what it prints. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    ...options,
  })
}

/** The same for what takes its time: who serves the tests of a run answers them meanwhile. */
export async function runLong(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 1 << 28, ...options })
  return stdout
}

const works = (command: string, args: readonly string[]): Promise<boolean> =>
  runLong(command, args).then(
    () => true,
    () => false,
  )

/**
 * Makes sure that a program is there: from Debian's archive where we are root on a Debian, else it says what to install.
 *
 * @param probe a command that succeeds when everything is there
 */
export async function need(probe: readonly [string, ...string[]], packages: readonly string[]): Promise<void> {
  const [command, ...args] = probe
  if (await works(command, args)) return
  const wanted = `apt-get install ${packages.join(' ')}`
  if (!existsSync('/etc/debian_version'))
    throw new Missing(`not a Debian machine: this needs what "${wanted}" installs there`)
  if (process.getuid?.() !== 0) throw new Missing(`not root: run "${wanted}" first`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another test may be installing: wait for the lock of the archive rather than fail.
  const apt = (...more: string[]) => runLong('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...more], { env })
  try {
    await apt('update')
    await apt('install', '-y', '--no-install-recommends', ...packages)
  } catch (error) {
    throw new Missing(`"${wanted}" failed: ${String((error as { stderr?: string }).stderr ?? error).slice(-500)}`)
  }
  if (!(await works(command, args))) throw new Missing(`"${wanted}" did not help: "${probe.join(' ')}" still fails`)
}

/** Makes a folder of the cache once: beside it first, moved in when whole. Two that try at the same time do no harm. */
export async function once(name: string, make: (folder: string) => Promise<void> | void): Promise<string> {
  const folder = join(cache, name)
  if (existsSync(folder)) return folder
  const beside = `${folder}.${process.pid}`
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside, { recursive: true })
  await make(beside)
  try {
    renameSync(beside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(beside, { recursive: true, force: true })
  }
  return folder
}

/** Unpacks some members of a package of the npm registry. */
export async function unpack(spec: string, folder: string, members: readonly string[] = []): Promise<void> {
  const said = await runLong('npm', ['pack', spec, '--silent', '--pack-destination', folder], { cwd: folder })
  const packed = said.trim().split('\n').at(-1) ?? ''
  await runLong('tar', ['xzf', join(folder, packed), '-C', folder, ...members])
  rmSync(join(folder, packed))
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

/** A server in a group of its own, which ends with us however we end. */
export function serve(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; log: number },
) {
  const { log, ...rest } = options
  const server = spawn(command, args, { ...rest, stdio: ['ignore', log, log], detached: true })
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(server.pid ?? 0), signal)
    } catch {
      // It is gone already.
    }
  }
  process.once('exit', () => kill('SIGKILL'))
  return {
    hasEnded: () => server.exitCode !== null || server.signalCode !== null,
    stop: () =>
      new Promise<void>(done => {
        if (server.exitCode !== null || server.signalCode !== null) return done()
        server.once('exit', () => done())
        kill('SIGTERM')
        setTimeout(() => kill('SIGKILL'), 5000).unref()
      }),
  }
}

/** Asks until it answers, however slow the machine is; not of what has ended. */
export async function until<T>(
  answer: () => Promise<T | false>,
  { hasEnded }: { hasEnded: () => boolean },
): Promise<T> {
  const end = Date.now() + 5 * PATIENCE
  for (;;) {
    const said = await answer().catch((error: Error) => error)
    if (said !== false && !(said instanceof Error)) return said
    if (hasEnded() || Date.now() > end) throw new Error(`it did not answer: ${String(said)}`)
    await new Promise(done => setTimeout(done, 50))
  }
}
