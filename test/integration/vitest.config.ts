import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { patiently } from '../machine/timeouts.ts'

const root = new URL('../..', import.meta.url).pathname

/** What tests import that invent their cases, or take some of many: here they try many more. */
const MORE = /machine\/(?:property|runs)\.ts'/

const properties = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map(file => join('test', file))
  .filter(file => file.endsWith('.test.ts') && MORE.test(readFileSync(join(root, file), 'utf8')))

/** `npm run test:real`: what boots real systems (CMSs, site engines), kills programs, and tries properties many times. */
export default defineConfig({
  test: {
    ...patiently,
    root,
    include: ['test/integration/**/*.test.ts', ...properties],
    globalSetup: 'test/integration/setup.ts',
    env: { ...patiently.env, DEPECHE_RUNS: '10' },
    // One after the other: they share each system, and forget there what others wrote.
    fileParallelism: false,
  },
})
