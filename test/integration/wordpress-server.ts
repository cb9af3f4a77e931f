import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { freePort, Missing, need, once, run, runLong, serve, unpack, until } from '../machine/install-systems.ts'
import { sharedSystem } from '../machine/on-real.ts'
import type { SharedSystem } from '../machine/shared-systems.ts'
import { unzip } from './zip.ts'

const here = import.meta.dirname
const PHP = ['php-cli', 'php-sqlite3', 'php-mbstring', 'php-gd', 'php-curl', 'php-xml', 'php-zip', 'php-intl']
const EXTENSIONS = ['pdo_sqlite', 'mbstring', 'gd', 'curl', 'xml', 'zip', 'intl']

/** How the tests of a run reach the WordPress they share. */
interface Reach {
  readonly url: string
  readonly passwords: { readonly editor: string; readonly author: string; readonly contributor: string }
  /** Its folder `wp-content`. */
  readonly content: string
}

/** The WordPress of a run, on 127.0.0.1, with SQLite under it. */
export interface WordPress extends Reach {
  /** Our plugin, switched on or off. */
  plugin(on: boolean): void
  /** One value from its database: the truth behind the interface. */
  value(sql: string): string
  /** Forgets all posts, images and tags. */
  clear(): void
}

/** Installs what is missing, lays out a site, and starts it. Throws `Missing` where this machine cannot. */
export async function startWordPress(): Promise<SharedSystem<Reach>> {
  const check = EXTENSIONS.map(name => `extension_loaded('${name}')`).join(' && ')
  await need(['php', '-r', `exit(${check} ? 0 : 1);`], PHP)
  const [core, sqlite] = [await coreFolder(), await sqliteFolder()]
  const folder = mkdtempSync(join(tmpdir(), 'depeche-wordpress-'))
  const site = join(folder, 'site')
  const content = join(site, 'wp-content')
  cpSync(core, site, { recursive: true })
  for (const name of ['mu-plugins', 'uploads', 'database']) mkdirSync(join(content, name), { recursive: true })
  cpSync(join(here, 'wordpress/bare'), join(content, 'themes/bare'), { recursive: true })
  for (const name of ['wp-config.php', 'install.php']) cpSync(join(here, 'wordpress', name), join(site, name))
  const driver = join(content, 'plugins/sqlite-database-integration')
  cpSync(sqlite, driver, { recursive: true })
  const dropIn = readFileSync(join(driver, 'db.copy'), 'utf8')
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php')
    .replaceAll("'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", "__DIR__ . '/plugins/sqlite-database-integration'")
  writeFileSync(join(content, 'db.php'), dropIn)

  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, WP_HOME: url, WP_TYPE: 'local', PHP_CLI_SERVER_WORKERS: '3' }
  const installed = await runLong('php', [join(site, 'install.php')], { env })
  const passwords = JSON.parse(/#(\{.*\})/s.exec(installed)?.[1] ?? 'null')
  if (!passwords) throw new Error(`WordPress was not installed: ${installed.slice(-1000)}`)
  const log = openSync(join(folder, 'php.log'), 'a')
  const settings = ['-d', 'upload_max_filesize=16M', '-d', 'post_max_size=20M', '-d', 'display_errors=0']
  const server = serve(
    'php',
    [...settings, '-S', `127.0.0.1:${port}`, '-t', site, join(here, 'wordpress/router.php')],
    { env, log },
  )
  await until(async () => (await fetch(`${url}/?rest_route=/`)).ok, server)
  return {
    reach: { url, passwords, content },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The WordPress of this run. Throws `Missing`, see `onReal`. */
export async function openWordPress(): Promise<WordPress> {
  const reach = await sharedSystem<Reach>('wordpress')
  const { content } = reach
  const database = join(content, 'database/test.sqlite')
  const sql = (statement: string) => {
    const script =
      '$d = new PDO("sqlite:" . $argv[1]); $d->setAttribute(PDO::ATTR_TIMEOUT, 20); echo $d->query($argv[2])->fetchColumn();'
    return run('php', ['-r', script, '--', database, statement])
  }
  return {
    ...reach,
    plugin(on) {
      const file = join(content, 'mu-plugins/depeche.php')
      if (on) cpSync(resolve(here, '../../extras/wordpress/depeche/depeche.php'), file)
      else rmSync(file, { force: true })
    },
    value: sql,
    clear() {
      const statements = [
        "DELETE FROM wp_posts WHERE post_type IN ('post', 'attachment', 'revision')",
        'DELETE FROM wp_postmeta',
        'DELETE FROM wp_term_relationships',
        'DELETE FROM wp_term_taxonomy WHERE term_id > 1',
        'DELETE FROM wp_terms WHERE term_id > 1',
      ]
      const script = '$d = new PDO("sqlite:" . $argv[1]); $d->setAttribute(PDO::ATTR_TIMEOUT, 20); $d->exec($argv[2]);'
      run('php', ['-r', script, '--', database, statements.join(';')])
      rmSync(join(content, 'uploads'), { recursive: true, force: true })
      mkdirSync(join(content, 'uploads'))
    },
  }
}

/** The SQLite driver for WordPress, which an npm package carries. */
function sqliteFolder(): Promise<string> {
  return once('wordpress-sqlite-1', async folder => {
    const packed = join(folder, 'packed')
    mkdirSync(packed)
    await unpack('@wp-playground/cli@3.1.56', packed, ['package/sqlite-database-integration.zip'])
    unzip(join(packed, 'package/sqlite-database-integration.zip'), folder, 1)
    rmSync(packed, { recursive: true })
  })
}

/** WordPress 6.8 from Debian's archive, by apt lists of our own: the machine's are left as they are. */
function coreFolder(): Promise<string> {
  return once('wordpress-core-trixie-1', async folder => {
    if (!existsSync('/usr/bin/apt-get'))
      throw new Missing('WordPress comes from Debian’s archive, and there is no apt-get here')
    const apt = join(folder, 'apt')
    for (const name of ['lists/partial', 'cache/archives/partial', 'files', 'tree'])
      mkdirSync(join(apt, name), { recursive: true })
    const mirrors = [
      ...new Set((await runLong('apt-get', ['indextargets', '--format', '$(REPO_URI)'])).trim().split('\n')),
    ]
    const sources = [
      [mirrors.find(mirror => /\/debian\/?$/.test(mirror)), 'trixie'],
      [mirrors.find(mirror => /\/debian-security\/?$/.test(mirror)), 'trixie-security'],
    ].filter(([mirror]) => mirror !== undefined)
    const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'
    writeFileSync(
      join(apt, 'sources.list'),
      sources.map(([mirror, suite]) => `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`).join(''),
    )
    const settings = [
      `Dir::Etc::SourceList=${apt}/sources.list`,
      'Dir::Etc::SourceParts=/dev/null',
      `Dir::State::Lists=${apt}/lists`,
      `Dir::Cache=${apt}/cache`,
      'APT::Sandbox::User=root',
    ]
    const options = settings.flatMap(setting => ['-o', setting])
    await runLong('apt-get', [...options, 'update'])
    await runLong('apt-get', [...options, 'download', 'wordpress', 'php-getid3'], { cwd: join(apt, 'files') })
    for (const file of readdirSync(join(apt, 'files')))
      await runLong('dpkg-deb', ['-x', join(apt, 'files', file), join(apt, 'tree')])
    copyCore(join(apt, 'tree/usr/share'), folder)
    rmSync(apt, { recursive: true })
    rmSync(join(folder, 'wp-config.php'), { force: true })
  })
}

/** Debian replaces libraries by links to other packages: those we have are put in their place, the others left out. */
function copyCore(share: string, folder: string): void {
  const core = join(share, 'wordpress')
  cpSync(core, folder, {
    recursive: true,
    filter: source => {
      if (!lstatSync(source).isSymbolicLink()) return basename(source) !== 'apt'
      const target = join(
        share,
        readlinkSync(source)
          .replace(/^(?:\.\.\/)+/, '')
          .replace(/^\/?usr\/share\//, ''),
      )
      if (existsSync(target)) cpSync(target, join(folder, source.slice(core.length)), { recursive: true })
      return false
    },
  })
}
