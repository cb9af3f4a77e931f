import { problem } from './incident/complaint.ts'
import { type IncidentFile, listIncidents } from './incident/list-incidents.ts'
import type { Workspace } from './incident/workspace.ts'
import { type OpenEdition, openEditions } from './run/editions.ts'
import { openHouse } from './run/house.ts'
import { isPublic, type Keeping, LEDGER, openLedger, pathsOf, publicFrom } from './run/ledger.ts'
import { type Newsroom, openNewsroom, readOne } from './run/newsroom.ts'
import { type Look, look, type Outcome, SNAPSHOT, snapshotOf, unchanged } from './run/snapshot.ts'
import { filesOf, tellIncident } from './run/tell-incident.ts'
import { doors } from './site/doors.ts'
import type { House } from './site/house.ts'
import { itemOf } from './site/item.ts'
import { listPages } from './site/lists.ts'
import { type Output, openOutput } from './site/output/output.ts'
import { outputPlace } from './site/output/place.ts'

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
  readonly progress?: (done: number, all: number) => void
}

export interface BuildReport extends Outcome {
  readonly written: number
  readonly removed: number
}

/**
 * One run over the newsroom: every incident, told in every edition, becomes Markdown, pages and traces. What did not
 * change is not told again. Throws a `Refusal` when nothing can be built; then the last output stands as it was.
 */
export async function build(request: BuildRequest): Promise<BuildReport> {
  const { workspace, now } = request
  const place = outputPlace(workspace.root, request.out)
  const { files, problems: misnamed } = listIncidents(workspace)
  const output = openOutput(place)
  try {
    const seen = look(workspace, files, output, [request.program, ...request.editions])
    const before = unchanged(seen, now, place.out)
    if (before) return { ...before, problems: [...misnamed, ...before.problems], written: 0, removed: 0 }

    const { newsroom, problems } = openNewsroom(workspace)
    if (!newsroom) return { problems, leftOut: [], articles: 0, written: 0, removed: 0 }
    const asked = request.editions.length > 0 ? request.editions : newsroom.site.editions
    const editions = await openEditions(workspace, newsroom.site, asked)
    const house = openHouse(workspace, newsroom.site, editions)

    const ledger = openLedger(output, place.out, seen.shell)
    for (const [done, file] of files.entries()) {
      request.progress?.(done, files.length)
      const key = seen.keyOf(file)
      if (!ledger.keep(file.id, key, now)) tellOne(file, key, now, { newsroom, editions, house, ledger })
    }
    const items = [...ledger.entries.values()].flatMap(entry => entry.items)
    for (const page of [...listPages(items, house), ...doors(house)]) ledger.page(page)

    const outcome = outcomeOf(files, ledger, newsroom)
    const moved = commit(output, ledger, seen, now, outcome)
    return { ...outcome, problems: [...misnamed, ...outcome.problems], ...moved }
  } finally {
    output.close()
  }
}

interface Desk {
  readonly newsroom: Newsroom
  readonly editions: readonly OpenEdition[]
  readonly house: House
  readonly ledger: Keeping
}

/** Reads one incident and tells it, unless it is not to be told yet or cannot be. */
function tellOne(file: IncidentFile, key: string, now: number, { newsroom, editions, house, ledger }: Desk): void {
  const { incident, problems } = readOne(newsroom, file)
  const from = incident ? publicFrom(incident.publication) : null
  const articles = incident && isPublic(from, now) ? tellIncident(incident, editions) : []
  const items = articles.map(itemOf)
  const clash = ledger.clash(items)
  if (clash) {
    const { slug, edition } = clash.item
    const taken = problem('publication/slug-in-use', { slug, edition, other: clash.other }, { file: file.file })
    // Without a key it is read again next time: the other may have moved by then.
    ledger.enter(file.id, { key: '', from: null, problems: [...problems, taken], items: [] }, [])
    return
  }
  const all = [...problems, ...articles.flatMap(article => article.problems)]
  ledger.enter(file.id, { key, from, problems: all, items }, filesOf(articles, house))
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
  const moments = Object.values(written.entries).flatMap(({ from }) => from ?? [])
  const memories = {
    [LEDGER]: JSON.stringify(written),
    [SNAPSHOT]: JSON.stringify(snapshotOf(seen, now, moments, pathsOf(written), outcome)),
  }
  return output.commit({ gone: ledger.gone(), memories, whole: ledger.blank })
}
