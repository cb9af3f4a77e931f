import { get } from 'node:http'
import { describe, inject } from 'vitest'
import { Missing } from './install-systems.ts'
import type { SharedAnswer } from './shared-systems.ts'

/** How to reach a system that the tests of this run share; it is started for the first that asks. Throws `Missing`. */
export async function sharedSystem<T>(name: string): Promise<T> {
  // Node's own client waits as long as an installation takes; `fetch` gives up after five minutes.
  const text = await new Promise<string>((done, fail) => {
    get(`${inject('systems')}/${name}`, answer => {
      let heard = ''
      answer.on('data', part => {
        heard += part
      })
      answer.on('end', () => done(heard))
    }).on('error', fail)
  })
  const answer = JSON.parse(text) as SharedAnswer<T>
  if ('reach' in answer) return answer.reach
  throw 'missing' in answer ? new Missing(answer.missing) : new Error(answer.failed)
}

/**
 * Tests on a real system: prepared first; where this machine cannot, they are skipped with the reason said aloud, and
 * where `CI` is set they fail.
 */
export async function onReal<T>(name: string, prepare: () => Promise<T>, tests: (prepared: T) => void): Promise<void> {
  let prepared: T
  try {
    prepared = await prepare()
  } catch (error) {
    if (!(error instanceof Missing) || process.env.CI) throw error
    process.stderr.write(`\n${name}: not tested here. ${error.message}\n`)
    describe.skip(`${name} (${error.message})`, () => {})
    return
  }
  tests(prepared)
}
