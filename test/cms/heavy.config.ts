import { defineConfig } from 'vitest/config'

/** Tests that take minutes: `npm run test:ghost`, `npm run test:cuts`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/publish/*.heavy.ts'],
    env: { TZ: 'UTC', LC_ALL: 'C' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
})
