import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Fault, faultProxy } from '../fault-proxy.ts'
import { publishStory } from './publish-story.ts'

/** The moment of a cut: before a request arrives, while it is carried out, or in the middle of its answer. */
export type Moment = 'before' | 'during' | 'half'

export interface Target {
  /** Where it stands; the publishing process is given the address of a proxy in front of it. */
  readonly url: string
  readonly kind: string
  /** Settings of the destination beside kind and address. */
  readonly settings?: object
  readonly secrets: Readonly<Record<string, string>>
  clear(): Promise<void> | void
  /** Rows in the destination itself. */
  rows(): Promise<object> | object
}

export interface Cut {
  readonly at: number
  readonly moment: Moment
  readonly request: string
  readonly rows: object
}

/** The publishing program as one file that Node runs by itself. */
export async function bundle(): Promise<{ readonly file: string; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-cuts-'))
  const file = join(folder, 'publish.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'publish.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    // By another name than the sources import it under.
    banner: {
      js: "import { createRequire as openRequire } from 'node:module'; const require = openRequire(import.meta.url);",
    },
  })
  // Some packages are read only when they are needed.
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'))
  return { file, folder }
}

/** Runs the publishing program; `null` when it was killed. */
export function start(file: string, root: string, settings: object, env: NodeJS.ProcessEnv) {
  const child: ChildProcess = spawn(process.execPath, [file, root, JSON.stringify(settings)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stdout?.on('data', part => said.push(String(part)))
  child.stderr?.on('data', part => said.push(String(part)))
  const ended = new Promise<{ status: number | null; said: string }>(done =>
    child.once('close', status => done({ status, said: said.join('') })),
  )
  return { child, ended }
}

/** How many requests an undisturbed publish makes. */
export async function requestsOf(target: Target): Promise<number> {
  await target.clear()
  const proxy = await faultProxy(target.url)
  try {
    await publishWhole(target, proxy.url, mkdtempSync(join(tmpdir(), 'depeche-cut-')), 'an undisturbed publish')
    return proxy.seen.length
  } finally {
    await proxy.stop()
  }
}

/** Kills a publish at its nth request, runs it again, and counts what stands there then. */
export async function cutAt(target: Target, file: string, at: number, moment: Moment): Promise<Cut> {
  await target.clear()
  const root = mkdtempSync(join(tmpdir(), 'depeche-cut-'))
  const state: { first?: ReturnType<typeof start>; request: string } = { request: '' }
  const kill = () => {
    state.first?.child.kill('SIGKILL')
    return state.first?.ended
  }
  const proxy = await faultProxy(target.url, ({ n, method, url }): Fault | undefined => {
    if (n !== at) return undefined
    state.request = `${method} ${url.slice(0, 60)}`
    if (moment === 'half') return { cut: 'half', midway: kill }
    void kill()
    return { cut: moment === 'before' ? 'before' : 'after' }
  })
  try {
    state.first = start(file, root, settingsOf(target, proxy.url), envOf(target))
    const { status, said } = await state.first.ended
    if (status !== null) throw new Error(`not killed ${moment} request ${at}, but ended with ${status}: ${said}`)
    // What the killed process had asked for may still be under way behind the proxy.
    await proxy.settled()
    await publishWhole(target, target.url, root, `after ${moment} request ${at} (${state.request}), the next publish`)
    return { at, moment, request: state.request, rows: await target.rows() }
  } finally {
    await proxy.stop()
    rmSync(root, { recursive: true, force: true })
  }
}

/** Publishes to the end, in this process. Throws its diagnostics. */
async function publishWhole(target: Target, url: string, root: string, what: string): Promise<void> {
  const found = await publishStory(root, settingsOf(target, url), envOf(target))
  if (found.length > 0) throw new Error(`${what} says ${JSON.stringify(found)}`)
}

function settingsOf({ kind, settings }: Target, address: string): object {
  return { kind, address, ...settings }
}

function envOf({ secrets }: Target): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, ...secrets }
}
