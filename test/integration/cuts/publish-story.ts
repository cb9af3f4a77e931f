import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../../src/foundation/diagnostic.ts'
import { lock } from '../../../src/foundation/lock.ts'
import { openDestination } from '../../../src/publish/destinations.ts'
import { preparePlan, publish } from '../../../src/publish/execute-plan.ts'
import { openJournal } from '../../../src/publish/journal.ts'
import { NOW, offer, picture } from '../../publish/fixture.ts'

/**
 * Publishes the test's story, in both languages and with its image.
 *
 * @param root folder of the newsroom
 * @param settings of the destination
 * @returns its diagnostics: none when everything is in place
 */
export async function publishStory(
  root: string,
  settings: object,
  environment: NodeJS.ProcessEnv,
): Promise<readonly Diagnostic[]> {
  mkdirSync(root, { recursive: true })
  const { publisher, diagnostics } = openDestination('target', settings, {
    root,
    environment,
    message: receipts => `Publish ${receipts.length}`,
  })
  if (!publisher) throw new Error(JSON.stringify(diagnostics))
  const held = lock(join(root, '.depeche/publish/lock'))
  if ('holder' in held) throw new Error(`locked by ${held.holder.pid}`)
  try {
    const journal = openJournal(join(root, '.depeche/publish'), () => new Date().toISOString())
    const offers = [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]
    const prepared = await preparePlan(offers, NOW, publisher, journal)
    const errors = prepared.diagnostics.filter(({ severity }) => severity === 'error')
    const outcome = prepared.plan && errors.length === 0 ? await publish(prepared.plan, publisher, journal) : undefined
    return [...errors, ...(outcome?.diagnostics ?? [])]
  } finally {
    held.release()
  }
}
