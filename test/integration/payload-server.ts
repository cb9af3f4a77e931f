import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf } from '../../src/foundation/digest.ts'
import { freePort, Missing, once, runLong, serve, until } from '../machine/install-systems.ts'
import { sharedSystem } from '../machine/on-real.ts'
import type { SharedSystem } from '../machine/shared-systems.ts'

const project = join(import.meta.dirname, 'payload')

/** The Payload of a run, on 127.0.0.1, with SQLite under it. */
export interface PayloadServer {
  readonly url: string
  /** API key of its only account. */
  readonly key: string
}

/** Installs Payload into the cache if it is not there, and starts one. Throws `Missing` where this machine cannot. */
export async function startPayload(): Promise<SharedSystem<PayloadServer>> {
  if (process.platform !== 'linux') throw new Missing('Payload is tested on Linux only')
  const wanted = readFileSync(join(project, 'package.json'), 'utf8')
  const program = await once(`payload-${digestOf(wanted)}`, async beside => {
    cpSync(join(project, 'package.json'), join(beside, 'package.json'))
    // libsql and sharp carry their binaries: no script of a package has to run.
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    try {
      await runLong('npm', ['install', ...options], { cwd: beside })
    } catch (error) {
      throw new Missing(
        `npm cannot install Payload: ${String((error as { stderr?: string }).stderr ?? error).slice(-300)}`,
      )
    }
  })
  // Beside its packages, so that they are found.
  cpSync(join(project, 'server.mjs'), join(program, 'server.mjs'))
  const folder = mkdtempSync(join(tmpdir(), 'depeche-payload-'))
  mkdirSync(join(folder, 'media'))
  const port = await freePort()
  const key = randomUUID()
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    NODE_ENV: 'development',
    PORT: String(port),
    FOLDER: folder,
    API_KEY: key,
    PAYLOAD_FORCE_DRIZZLE_PUSH: 'true',
    PAYLOAD_TELEMETRY_DISABLED: '1',
  }
  const log = openSync(join(folder, 'payload.log'), 'a')
  const server = serve(process.execPath, [join(program, 'server.mjs')], { cwd: folder, env, log })
  const url = `http://127.0.0.1:${port}`
  try {
    await until(async () => (await fetch(`${url}/api/users/me`)).ok, server)
  } catch (error) {
    throw new Error(`${String(error)}\n${readFileSync(join(folder, 'payload.log'), 'utf8').slice(-2000)}`)
  }
  return {
    reach: { url, key },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The Payload of this run. Throws `Missing`, see `onReal`. */
export const openPayloadServer = (): Promise<PayloadServer> => sharedSystem<PayloadServer>('payload')
