import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { draftFieldsOf } from '../../src/intake/draft-fields.ts'
import { feedNames } from '../../src/intake/draft-names.ts'
import { readFeedWords } from '../../src/intake/feed-words.ts'
import { soundDraft } from '../../src/intake/make-draft.ts'
import { readFeed } from '../../src/intake/read-feed.ts'
import { openIncidentService } from '../../src/newsroom/incident-service.ts'
import { type MutatedFeed, mutatedFeeds } from './feed-mutations.ts'

/**
 * `npm run fuzz:feeds -- [COUNT] [SEED] [FOLDER]`: mutated payloads of feeds, read and made drafts of, in pieces of a thousand.
 * One draft in fifty is read as `check` does. Ends at the first exception, and says at which payload.
 */
function fuzzFeeds(count: number, seed: number, folder: string): void {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const workspace = openWorkspace(root)
  const { service } = openIncidentService(workspace)
  if (!service) throw new Error('no newsroom')
  const { directory, languages } = service.newsroom.context
  const words = readFeedWords(workspace)
  const context = { words, names: feedNames(directory, new Map()), languages }
  let [nth, read, unsound] = [0, 0, 0]
  for (const { name, bytes } of mutatedFeeds(filesIn(folder || join(root, 'test/intake/samples')), count, seed)) {
    nth++
    const { incidents } = readFeed(name, bytes, { words, zone: 'Europe/Brussels', provider: 'Orion' })
    for (const one of incidents) {
      read++
      const draft = draftFieldsOf(one, context)
      if (!draft || read % 50 > 0) continue
      const file = 'content/incidents/2026/2026-01-01-orion.yaml'
      if (!soundDraft('orion/x', file, draft, service, key => key)) unsound++
    }
    if (nth % 1000 === 0) say(`${nth} payloads, ${read} incidents`)
  }
  say(`${nth} payloads, seed ${seed}: ${read} incidents, of one in fifty ${unsound} made no draft`)
}

/** The files of a folder that are small enough to be changed often. */
function filesIn(folder: string): MutatedFeed[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => ({ name, path: join(folder, name) }))
    .filter(({ path }) => statSync(path).isFile() && statSync(path).size < 100_000)
    .map(({ name, path }) => ({ name, bytes: readFileSync(path) }))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const [count = '100000', seed = '1', folder = ''] = process.argv.slice(2)
fuzzFeeds(Number(count), Number(seed), folder)
