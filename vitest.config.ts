import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/integration/**'],
    // Nothing may depend on the machine's own zone; a test that wants another one starts a process in it.
    env: { TZ: 'UTC', LC_ALL: 'C' },
    testTimeout: 30_000,
  },
})
