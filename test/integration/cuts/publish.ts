import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lock } from '../../../src/foundation/lock.ts'
import { openDestination } from '../../../src/publish/destinations.ts'
import { preparePlan, publish } from '../../../src/publish/execute-plan.ts'
import { openJournal } from '../../../src/publish/journal.ts'
import { NOW, offer, picture } from '../../publish/fixture.ts'

// One publish in a process of its own, so that it can be killed. Arguments: the folder of the newsroom, the settings of
// the destination. It prints its diagnostics, and ends with 0 when everything is in place.
const [root = '', settings = '{}'] = process.argv.slice(2)
const name = 'target'
mkdirSync(root, { recursive: true })
const { publisher, diagnostics } = openDestination(name, JSON.parse(settings), {
  root,
  environment: process.env,
  message: receipts => `Publish ${receipts.length}`,
})
if (!publisher) throw new Error(JSON.stringify(diagnostics))
const held = lock(join(root, '.depeche/publish/lock'))
if ('holder' in held) throw new Error(`locked by ${held.holder.pid}`)
const journal = openJournal(join(root, '.depeche/publish'), () => new Date().toISOString())
const offers = [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]
const prepared = await preparePlan(offers, NOW, publisher, journal)
const errors = prepared.diagnostics.filter(({ severity }) => severity === 'error')
const outcome = prepared.plan && errors.length === 0 ? await publish(prepared.plan, publisher, journal) : undefined
held.release()
const found = [...errors, ...(outcome?.diagnostics ?? [])]
process.stdout.write(JSON.stringify(found))
process.exit(found.length > 0 ? 1 : 0)
