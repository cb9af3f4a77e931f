#!/usr/bin/env node
import { writeSync } from 'node:fs'
import module from 'node:module'
import { setEngine } from './engine-flags.ts'
import { invocationOfProcess } from './invocation.ts'
import { programVersion } from './program-version.ts'

setEngine()

/** Caches compiled code between runs where Node can (22.1): the command line starts faster the second time. */
const { enableCompileCache } = module as { enableCompileCache?: () => void }
enableCompileCache?.()

// Whoever reads our output may stop before its end (`depeche show … | head -3`): that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    void reportStreamFailure(error).finally(() => process.exit(1))
  })
}

/** Reports that a result could not be written (a full disk); when that fails too, nothing more can be done. */
async function reportStreamFailure(error: Error): Promise<void> {
  const { streamFailed } = await import('./run-command-line.ts')
  try {
    writeSync(2, await streamFailed(error, invocationOfProcess()))
  } catch {
    // Standard error cannot be written to either.
  }
}

const args = process.argv.slice(2)
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${programVersion()}\n`)
} else {
  const { run } = await import('./run-command-line.ts')
  process.exitCode = await run(args, invocationOfProcess())
}
