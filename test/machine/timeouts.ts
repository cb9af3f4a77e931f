import { engineFlags } from '../../src/cli/engine-flags.ts'

/**
 * Milliseconds that one thing a test waits for may take, on the slowest machine with both its processors busy. Nothing
 * waits that long where all is well: every wait ends when what it names is there.
 */
export const PATIENCE = 120_000

/** What every run of tests has in common. */
export const patiently = {
  // Nothing may depend on the machine's own zone; a test that wants another one starts a process in it.
  env: { TZ: 'UTC', LC_ALL: 'C' },
  // The engine as the program sets it for itself.
  execArgv: [...engineFlags],
  setupFiles: [new URL('clean-up.ts', import.meta.url).pathname],
  testTimeout: 5 * PATIENCE,
  hookTimeout: 5 * PATIENCE,
  expect: { poll: { timeout: PATIENCE, interval: 25 } },
}
