import { publishStory } from './publish-story.ts'

// One publish in a process of its own, so that it can be killed. Arguments: the folder of the newsroom, the settings of
// the destination. It prints its diagnostics, and ends with 0 when everything is in place.
const [root = '', settings = '{}'] = process.argv.slice(2)
<<<<<<< HEAD
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
=======
const complaints = await publishStory(root, JSON.parse(settings), process.env)
process.stdout.write(JSON.stringify(complaints))
process.exit(complaints.length > 0 ? 1 : 0)
>>>>>>> 19dffce (Long inputs and many articles are held to grow in proportion, by the processor's time; kills of a publish wait for what is under way, not for a third of a second; check --watch says that it waits when it does)
