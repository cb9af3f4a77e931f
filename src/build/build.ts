import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { byCodeUnit, type Workspace } from '../foundation/workspace.ts'
import { type IncidentFile, listIncidents } from '../incident/list-incidents.ts'
import type { Addresses } from '../newsroom/address-clash.ts'
import { openIncidentService } from '../newsroom/incident-service.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { ArticleSummary } from '../site/article-summary.ts'
import { listFiles } from '../site/list-files.ts'
import { listMoments } from '../site/sitemaps.ts'
import { staticFiles } from '../site/static-files.ts'
import { articleBodies } from './article-bodies.ts'
import { openWriter, type Writer } from './incident-writer.ts'
import { type BuildOutcome, type InputState, inputState, SNAPSHOT, snapshotOf, unchanged } from './input-snapshot.ts'
import { MANIFEST, manifestText, type OpenManifest, openManifest, pathsOf } from './manifest.ts'
import { openNeighbourQueue, type QueuedIncident } from './neighbour-queue.ts'
import { type Output, openOutput } from './output.ts'
import { outputPlace } from './output-place.ts'
import { openScheduler, type Scheduler } from './scheduler.ts'
import { openStage } from './staging.ts'
import type { WorkerSetup } from './worker-pool.ts'

/** What a build is asked for. */
export interface BuildRequest {
  readonly workspace: Workspace
  /** Output folder, from the workspace. */
  readonly out: string
  /** Editions to build; none: those the site publishes. */
  readonly editions: readonly string[]
  /** The present, in milliseconds: articles held back until later are left out. */
  readonly now: number
  /** Digest of the program: with another one everything is made again. */
  readonly program: string
  /** Opens workers for so many incidents; without it, this thread does everything. */
  readonly threads?: (incidents: number, setup: Omit<WorkerSetup, 'defaults'>) => readonly Writer[]
  readonly progress?: (done: number, all: number) => void
}

export interface BuildReport extends BuildOutcome {
  readonly written: number
  readonly removed: number
  /** The settings do not allow a build: the last output is unchanged. */
  readonly stopped?: true
}

/**
 * One build of the newsroom: every incident, in every edition, becomes Markdown, pages and traces. What did not change
 * is not made again. Throws a `Refusal` when nothing can be built; the last output is then unchanged.
 */
export async function build(request: BuildRequest): Promise<BuildReport> {
  const { workspace, now } = request
  const place = outputPlace(workspace.root, request.out)
  const listing = listIncidents(workspace)
  const { files, misnamed, diagnostics: unlisted } = listing
  const withListingDiagnostics = (outcome: BuildOutcome): BuildOutcome => ({
    ...outcome,
    diagnostics: [...unlisted, ...thrownAway(output), ...outcome.diagnostics],
    leftOut: [...misnamed.map(({ file }) => file), ...outcome.leftOut].sort(byCodeUnit),
  })
  const output = openOutput(place)
  let scheduler: Scheduler | undefined
  try {
    const seen = inputState(workspace, listing, output, [request.program, ...request.editions])
    const lastOutcome = unchanged(seen, now, place.out)
    if (lastOutcome) return { ...withListingDiagnostics(lastOutcome), written: 0, removed: 0 }

    const { service, diagnostics } = openIncidentService(workspace)
    if (!service) return { diagnostics, leftOut: [], articles: 0, written: 0, removed: 0, stopped: true }
    const { newsroom } = service
    const editionIds = request.editions.length > 0 ? request.editions : newsroom.site.editions
    const editions = await service.inEditions(editionIds)
    const siteContext = editions.siteContext()

    const manifest = openManifest(output, place.out, seen.fingerprint)
    const keyOf = (file: IncidentFile) => seen.keyOf(file, manifest.soughtBy(file.id))
    const changed = files.filter(file => !manifest.known(file.id, keyOf(file), now))
    const own = openWriter({ service, editions, now }, openStage(output.staging, place.out))
    const setup = { root: workspace.root, editions: editionIds, now, out: place.out, staging: output.staging }
    scheduler = openScheduler(own, request.threads?.(changed.length, setup) ?? [], changed)
    const addresses = editions.addresses()
    const queue = openNeighbourQueue(manifest, scheduler.write)
    for (const [done, file] of files.entries()) {
      request.progress?.(done, files.length)
      queue.take(await read(file, keyOf(file), { addresses, manifest, now, scheduler, keyOf: seen.keyOf }))
    }
    queue.close()
    await manifest.settled()
    const items = [...manifest.entries.values()].flatMap(entry => entry.items)
    const versionOf = (item: ArticleSummary) =>
      `${item.edition}/${item.id}/${manifest.entries.get(item.id)?.key}${item.aged ? ' aged' : ''}`
    const bodyOf = articleBodies([output.staging, place.out])
    for (const generated of [...listFiles({ items, siteContext, now, versionOf, bodyOf }), ...staticFiles(siteContext)])
      await manifest.page(generated)

    const outcome = outcomeOf(files, manifest, newsroom)
    const moved = commit(output, manifest, seen, now, outcome)
    return { ...withListingDiagnostics(outcome), ...moved }
  } finally {
    await scheduler?.close()
    output.close()
  }
}

/** A memory that was empty or broken, said once: nothing is lost with it but time. */
const thrownAway = ({ broken }: Output): Diagnostic[] =>
  broken.flatMap(path => diagnostic('file/memory', { path }, { file: path }))

interface BuildState {
  readonly addresses: Addresses
  readonly manifest: OpenManifest
  readonly now: number
  readonly scheduler: Scheduler
  readonly keyOf: InputState['keyOf']
}

/** An incident from the manifest; else it is realised, unless it is not public yet or cannot be read. */
async function read(
  file: IncidentFile,
  key: string,
  { addresses, manifest, now, scheduler, keyOf }: BuildState,
): Promise<QueuedIncident> {
  const known = manifest.known(file.id, key, now)
  // Another incident may have taken its address since: then it is realised again, to report that.
  if (known && addresses.take(file, known.items).length === 0) return { file, entry: known, isNew: false }
  const { from, diagnostics, items, sought } = await scheduler.summaryOf(file)
  const taken = addresses.take(file, items)
  const entry = { key: keyOf(file, sought), from, diagnostics, items, ...(sought && { sought }) }
  if (taken.length === 0) return { file, entry, isNew: true }
  await scheduler.write({ file, known: {} })
  // Without a key it is read again next time: the other incident may have moved by then.
  return { file, entry: { key: '', from: null, diagnostics: [...diagnostics, ...taken], items: [] }, isNew: true }
}

function outcomeOf(files: readonly IncidentFile[], { entries }: OpenManifest, newsroom: Newsroom): BuildOutcome {
  const all = files.map(({ file, id }) => ({ file, entry: entries.get(id) }))
  return {
    diagnostics: [...newsroom.diagnostics, ...all.flatMap(({ entry }) => entry?.diagnostics ?? [])],
    leftOut: all.filter(({ entry }) => entry?.diagnostics.some(isError)).map(({ file }) => file),
    articles: all.reduce((sum, { entry }) => sum + (entry?.items.length ?? 0), 0),
  }
}

function commit(output: Output, manifest: OpenManifest, seen: InputState, now: number, outcome: BuildOutcome) {
  const written = manifest.written()
  const entries = Object.values(written.entries)
  const moments = [...entries.flatMap(({ from }) => from ?? []), ...listMoments(entries.flatMap(({ items }) => items))]
  const stateFiles = {
    [MANIFEST]: manifestText(written),
    [SNAPSHOT]: [JSON.stringify(snapshotOf(seen, now, moments, pathsOf(written), outcome))],
  }
  return output.commit({ gone: manifest.gone(), stateFiles, whole: manifest.isNew })
}
