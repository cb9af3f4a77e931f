import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/machine/longest-first.ts'
import { patiently } from './test/machine/timeouts.ts'

/** `npm test`: all that needs no system but a browser. */
export default defineConfig({
  test: {
    ...patiently,
    include: ['test/**/*.test.ts'],
    exclude: ['test/integration/**'],
    // A worker reads the program once, and not again for each file: none changes what the others import.
    isolate: false,
    // By default one processor is left to vitest itself: on two, half of the machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    globalSetup: 'test/browser/setup.ts',
  },
})
