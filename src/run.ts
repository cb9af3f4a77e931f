import { type IncidentFile, listIncidents } from './incident/list-incidents.ts'
import { byCodeUnit, type Workspace } from './incident/workspace.ts'
import { addressTaken, ownPage } from './run/addresses.ts'
import { openEditions } from './run/editions.ts'
import { openHouse } from './run/house.ts'
import { type Keeping, LEDGER, ledgerText, openLedger, pathsOf } from './run/ledger.ts'
import { openLine, type Reading } from './run/line.ts'
import { type Newsroom, openNewsroom } from './run/newsroom.ts'
import { openRota, type Rota } from './run/rota.ts'
import { type Look, look, type Outcome, SNAPSHOT, snapshotOf, unchanged } from './run/snapshot.ts'
import type { Brief } from './run/threads.ts'
import { openWriter, type Writer } from './run/writer.ts'
import { fixtures } from './site/doors.ts'
import type { House } from './site/house.ts'
import type { Item } from './site/item.ts'
import { listSheets } from './site/lists.ts'
import { type Output, openOutput } from './site/output/output.ts'
import { outputPlace } from './site/output/place.ts'
import { openStage } from './site/output/staging.ts'
import { newsMoments } from './site/sitemaps.ts'

/** What a build is asked for. */
export interface BuildRequest {
  readonly workspace: Workspace
  /** Output folder, from the workspace. */
  readonly out: string
  /** Editions to build; none: those the site publishes. */
  readonly editions: readonly string[]
  /** The present, in milliseconds: what is held back until later is left out. */
  readonly now: number
  /** What the program is: another one tells everything anew. */
  readonly program: string
  /** Opens writers in threads of their own, for so many incidents to tell; without it, this thread does it all. */
  readonly threads?: (incidents: number, brief: Omit<Brief, 'lender'>) => readonly Writer[]
  readonly progress?: (done: number, all: number) => void
}

export interface BuildReport extends Outcome {
  readonly written: number
  readonly removed: number
  /** Nothing can be built with such settings: the last output stands as it was. */
  readonly stopped?: true
}

/**
 * One run over the newsroom: every incident, told in every edition, becomes Markdown, pages and traces. What did not
 * change is not told again. Throws a `Refusal` when nothing can be built; then the last output stands as it was.
 */
export async function build(request: BuildRequest): Promise<BuildReport> {
  const { workspace, now } = request
  const place = outputPlace(workspace.root, request.out)
  const { files, misnamed, problems: unlisted } = listIncidents(workspace)
  const listed = (outcome: Outcome): Outcome => ({
    ...outcome,
    problems: [...unlisted, ...outcome.problems],
    leftOut: [...misnamed.map(({ file }) => file), ...outcome.leftOut].sort(byCodeUnit),
  })
  const output = openOutput(place)
  let rota: Rota | undefined
  try {
    const seen = look(workspace, files, output, [request.program, ...request.editions])
    const before = unchanged(seen, now, place.out)
    if (before) return { ...listed(before), written: 0, removed: 0 }

    const { newsroom, problems } = openNewsroom(workspace)
    if (!newsroom) return { problems, leftOut: [], articles: 0, written: 0, removed: 0, stopped: true }
    const asked = request.editions.length > 0 ? request.editions : newsroom.site.editions
    const editions = await openEditions(workspace, newsroom.site, asked)
    const house = openHouse(workspace, newsroom.site, editions)

    const ledger = openLedger(output, place.out, seen.shell)
    const anew = files.filter(file => !ledger.recalls(file.id, seen.keyOf(file), now))
    const own = openWriter({ newsroom, editions, house, now }, openStage(output.staging, place.out))
    const brief = { root: workspace.root, editions: asked, now, out: place.out, staging: output.staging }
    rota = openRota(own, request.threads?.(anew.length, brief) ?? [], anew)
    const line = openLine(ledger, rota.write)
    for (const [done, file] of files.entries()) {
      request.progress?.(done, files.length)
      line.take(await read(file, seen.keyOf(file), { workspace, house, ledger, now, rota }))
    }
    line.close()
    await ledger.settled()
    const items = [...ledger.entries.values()].flatMap(entry => entry.items)
    const mark = (item: Item) => `${item.edition}/${item.id}/${ledger.entries.get(item.id)?.key}`
    for (const sheet of [...listSheets({ items, house, now, mark }), ...fixtures(house)]) await ledger.page(sheet)

    const outcome = outcomeOf(files, ledger, newsroom)
    const moved = commit(output, ledger, seen, now, outcome)
    return { ...listed(outcome), ...moved }
  } finally {
    await rota?.close()
    output.close()
  }
}

interface Desk {
  readonly workspace: Workspace
  readonly house: House
  readonly ledger: Keeping
  readonly now: number
  readonly rota: Rota
}

/** An incident as the ledger knows it; else it is told, unless it is not public yet or cannot be read. */
async function read(file: IncidentFile, key: string, { workspace, house, ledger, now, rota }: Desk): Promise<Reading> {
  const known = ledger.known(file.id, key, now)
  if (known) return { file, entry: known, isNew: false }
  const { from, problems, items } = await rota.told(file)
  const clash = ledger.clash(items) ?? ownPage(items, house)
  if (!clash) return { file, entry: { key, from, problems, items }, isNew: true }
  await rota.write({ file, known: {} })
  const taken = addressTaken(workspace, file.file, clash)
  // Without a key it is read again next time: the other may have moved by then.
  return { file, entry: { key: '', from: null, problems: [...problems, taken], items: [] }, isNew: true }
}

function outcomeOf(files: readonly IncidentFile[], { entries }: Keeping, newsroom: Newsroom): Outcome {
  const all = files.map(({ file, id }) => ({ file, entry: entries.get(id) }))
  return {
    problems: [...newsroom.problems, ...all.flatMap(({ entry }) => entry?.problems ?? [])],
    leftOut: all
      .filter(({ entry }) => entry?.problems.some(({ severity }) => severity === 'error'))
      .map(({ file }) => file),
    articles: all.reduce((sum, { entry }) => sum + (entry?.items.length ?? 0), 0),
  }
}

function commit(output: Output, ledger: Keeping, seen: Look, now: number, outcome: Outcome) {
  const written = ledger.written()
  const entries = Object.values(written.entries)
  const moments = [...entries.flatMap(({ from }) => from ?? []), ...newsMoments(entries.flatMap(({ items }) => items))]
  const memories = {
    [LEDGER]: ledgerText(written),
    [SNAPSHOT]: [JSON.stringify(snapshotOf(seen, now, moments, pathsOf(written), outcome))],
  }
  return output.commit({ gone: ledger.gone(), memories, whole: ledger.blank })
}
