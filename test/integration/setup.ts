import type { TestProject } from 'vitest/node'
import { startBrowser } from '../browser/browser.ts'
import { serveSystems } from '../machine/shared-systems.ts'
import { startGhost } from './ghost-server.ts'
import { startPayload } from './payload-server.ts'
import { startStrapi } from './strapi-server.ts'
import { startWordPress } from './wordpress-server.ts'

/** One browser, one of each CMS for all tests of a run. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  return serveSystems(project, {
    browser: startBrowser,
    wordpress: startWordPress,
    ghost: startGhost,
    payload: startPayload,
    strapi: startStrapi,
  })
}
