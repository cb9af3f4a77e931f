import type { TestProject } from 'vitest/node'
import { serveSystems } from '../machine/shared-systems.ts'
import { startBrowser } from './browser.ts'

/** One browser for all tests of a run. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  return serveSystems(project, { browser: startBrowser })
}
