import { existsSync } from 'node:fs'
import { type BrowserContext, type BrowserContextOptions, type BrowserServer, chromium } from 'playwright-core'
import { need } from '../machine/install-systems.ts'
import { sharedSystem } from '../machine/on-real.ts'
import type { SharedSystem } from '../machine/shared-systems.ts'
import { PATIENCE } from '../machine/timeouts.ts'

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

/** How the tests of a run reach the browser they share. */
interface Reach {
  readonly endpoint: string
}

/** A browser process of one's own, that a test may kill. Debian's is installed when none is there and the user may install it. Throws `Missing`. */
export async function launchBrowser(): Promise<BrowserServer> {
  if (!PLACES.some(existsSync)) await need(['chromium', '--version'], ['chromium'])
  return chromium.launchServer({
    executablePath: PLACES.find(existsSync) ?? 'chromium',
    headless: true,
    args: FLAGS,
    timeout: PATIENCE,
  })
}

/** Starts the browser of a run. Throws `Missing`. */
export async function startBrowser(): Promise<SharedSystem<Reach>> {
  const server = await launchBrowser()
  return { reach: { endpoint: server.wsEndpoint() }, stop: () => server.close() }
}

export interface OpenBrowser {
  /** A window that shares nothing with those of other tests: neither storage nor cookies. */
  readonly open: (options?: BrowserContextOptions) => Promise<BrowserContext>
  readonly close: () => Promise<void>
}

/** The browser of this run. Throws `Missing`, see `onReal`. */
export async function openBrowser(): Promise<OpenBrowser> {
  const { endpoint } = await sharedSystem<Reach>('browser')
  const browser = await chromium.connect(endpoint, { timeout: PATIENCE })
  return {
    async open(options = {}) {
      const context = await browser.newContext(options)
      context.setDefaultTimeout(PATIENCE)
      return context
    },
    close: () => browser.close(),
  }
}
