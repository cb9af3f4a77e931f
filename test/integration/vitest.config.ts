import { defineConfig } from 'vitest/config'
import { patiently } from '../machine/timeouts.ts'

/** `npm run test:real`: what boots real systems (CMSs, site engines), or kills and repeats until nothing is left to chance. */
export default defineConfig({
  test: {
    ...patiently,
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/integration/**/*.test.ts'],
    globalSetup: 'test/integration/setup.ts',
    // One after the other: they share each system, and forget there what others wrote.
    fileParallelism: false,
  },
})
