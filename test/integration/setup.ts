import type { TestProject } from 'vitest/node'
import { startBrowser } from '../browser/browser.ts'
import { serveSystems } from '../machine/shared-systems.ts'
import { startGhost } from './ghost-server.ts'
import { startWordPress } from './wordpress-server.ts'

/** One browser, one WordPress and one Ghost for all tests of a run. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  return serveSystems(project, { browser: startBrowser, wordpress: startWordPress, ghost: startGhost })
}
