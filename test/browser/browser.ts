import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

/** Where distributions put it. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Nothing of the machine, nothing over the network: the site is all there is. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const ADVICE = 'No Chromium found. On Debian and Ubuntu: apt-get install -y chromium'

/**
 * A browser on this machine. Debian's is installed when it is missing and the user may install it. Without one the
 * tests are skipped, except where `CI` is set: there it is a failure.
 */
export function findBrowser(): string | undefined {
  const found = PLACES.find(existsSync) ?? (install() ? PLACES.find(existsSync) : undefined)
  if (found === undefined) {
    if (process.env.CI) throw new Error(ADVICE)
    process.stderr.write(`${ADVICE} (the tests of the pages in a browser are skipped)\n`)
  }
  return found
}

function install(): boolean {
  const debian = existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  if (process.getuid?.() !== 0 || !debian) return false
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' })
      .status === 0
  return (
    apt('install', '-y', '--no-install-recommends', 'chromium') ||
    (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium'))
  )
}

export interface OpenBrowser {
  readonly context: BrowserContext
  readonly close: () => Promise<void>
}

/** Opens a browser with a profile of its own, which goes when it is closed. */
export async function openBrowser(
  executablePath: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'depeche-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: FLAGS,
    ...options,
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
