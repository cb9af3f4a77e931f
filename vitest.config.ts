import { defineConfig } from 'vitest/config'
import { patiently } from './test/machine/timeouts.ts'

/** `npm test`: all that needs no system but a browser. */
export default defineConfig({
  test: {
    ...patiently,
    include: ['test/**/*.test.ts'],
    exclude: ['test/integration/**'],
    globalSetup: 'test/browser/setup.ts',
  },
})
