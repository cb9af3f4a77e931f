import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftsOf } from '../../src/studio/draft-store.ts'
import { launchBrowser } from '../browser/browser.ts'
import { cli } from '../cli/depeche.ts'
import { bare } from '../cli/heard-invocation.ts'
import { onReal } from '../machine/on-real.ts'
import { runs } from '../machine/runs.ts'
import { PATIENCE } from '../machine/timeouts.ts'
import { openStudioNewsroom, type StudioNewsroom } from '../studio/studio-newsroom.ts'

const id = '2024-12-11-meta'

/** At most so much of what was typed may be gone, in milliseconds. */
const LOST = 1_000

let newsroom: StudioNewsroom
beforeEach(() => {
  newsroom = openStudioNewsroom()
})
afterEach(() => newsroom.remove())

/** Starts the program's studio, and gives its address with the way to kill it. */
function startStudio(): Promise<{ readonly address: string; readonly kill: () => void }> {
  const child = spawn(process.execPath, [cli, 'studio', id], { cwd: newsroom.root, env: bare({}) })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', code => fail(new Error(`the studio ended: ${code}`)))
    child.stdout.setEncoding('utf8').once('data', (text: string) => {
      child.removeAllListeners('exit')
      done({ address: text.trim(), kill: () => child.kill('SIGKILL') })
    })
  })
}

/** Numbers between 0 and 1, the same in each run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    yield state / 2 ** 32
  }
}

/** Types until the moment comes, kills browser and studio, and returns what was typed when. */
async function typeAndKill(
  after: number,
  pause: number,
): Promise<{ readonly keys: readonly { readonly at: number; readonly typed: number }[]; readonly killed: number }> {
  const [browser, studio] = await Promise.all([launchBrowser(), startStudio()])
  const client = await chromium.connect(browser.wsEndpoint(), { timeout: PATIENCE })
  const page = await client.newPage()
  await page.goto(studio.address)
  await page.locator('html[data-ready]').waitFor()
  await expect.poll(() => page.locator('.cm-content').innerText()).toMatch(/\S/)
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+Home')
  const keys: { at: number; typed: number }[] = []
  const end = performance.now() + after
  for (let typed = 1; performance.now() < end; typed++) {
    await page.keyboard.type(typed === 1 ? '#' : 'x', { delay: pause })
    keys.push({ at: performance.now(), typed })
  }
  const killed = performance.now()
  studio.kill()
  browser.process().kill('SIGKILL')
  await client.close().catch(() => undefined)
  return { keys, killed }
}

await onReal('the studio killed while somebody types', launchBrowser, opened => {
  test(`browser and studio killed at ${runs(1)} moments: at most the last second of typing is gone`, async () => {
    await opened.close()
    const random = numbers(17)
    const next = (most: number) => Math.round(random.next().value * most)
    for (let turn = 0; turn < runs(1); turn++) {
      const { keys, killed } = await typeAndKill(200 + next(2_300), next(90))
      const kept = draftsOf(newsroom.root, id)[0]?.text ?? ''
      const onDisk = /^#?x*/.exec(kept)?.[0].length ?? 0
      const due = keys.findLast(({ at }) => at <= killed - LOST)?.typed ?? 0
      expect(onDisk, `kill ${turn}: ${keys.length} keys`).toBeGreaterThanOrEqual(due)
      rmSync(join(newsroom.root, '.depeche/studio'), { recursive: true, force: true })
    }
  })
})
