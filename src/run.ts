import { problem } from './incident/complaint.ts'
import { type IncidentFile, listIncidents } from './incident/list-incidents.ts'
import type { Workspace } from './incident/workspace.ts'
import { type OpenEdition, openEditions } from './run/editions.ts'
import { openHouse } from './run/house.ts'
import { type Entry, isPublic, type Keeping, LEDGER, openLedger, pathsOf, publicFrom } from './run/ledger.ts'
import { type Newsroom, openNewsroom, readOne } from './run/newsroom.ts'
import { type Look, look, type Outcome, SNAPSHOT, snapshotOf, unchanged } from './run/snapshot.ts'
import { filesOf, type Telling, tellIncident } from './run/tell-incident.ts'
import { type Around, aroundKey, openTrail } from './site/around.ts'
import { fixtures } from './site/doors.ts'
import { type House, voiceOf } from './site/house.ts'
import { type Item, itemOf } from './site/item.ts'
import { listSheets } from './site/lists.ts'
import { type Output, openOutput } from './site/output/output.ts'
import { outputPlace } from './site/output/place.ts'
import { articlePath, isTaken } from './site/paths.ts'
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
    const desk = { newsroom, editions, house, ledger, now }
    const line = openLine(desk)
    for (const [done, file] of files.entries()) {
      request.progress?.(done, files.length)
      line.take(read(file, seen.keyOf(file), desk))
    }
    line.close()
    const items = [...ledger.entries.values()].flatMap(entry => entry.items)
    const mark = (item: Item) => `${item.edition}/${item.id}/${ledger.entries.get(item.id)?.key}`
    for (const sheet of [...listSheets({ items, house, now, mark }), ...fixtures(house)]) await ledger.page(sheet)

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
  readonly now: number
}

/** An incident on its way to its pages: as the ledger knows it, or told anew. */
interface Reading {
  readonly file: IncidentFile
  readonly entry: Omit<Entry, 'files' | 'around'>
  /** Absent for one the ledger knows. */
  readonly telling?: Telling
}

/** Reads one incident and tells it, unless the ledger knows it, it is not to be told yet, or it cannot be. */
function read(file: IncidentFile, key: string, desk: Desk): Reading {
  const { ledger, now } = desk
  const known = ledger.known(file.id, key, now)
  if (known) return { file, entry: known }
  const { from, problems, telling } = tellOne(file, desk)
  const items = telling?.items ?? []
  const clash = ledger.clash(items) ?? ownPage(items, desk)
  if (clash) {
    const { slug, edition } = clash.item
    const taken = problem('publication/slug-in-use', { slug, edition, other: clash.other }, { file: file.file })
    // Without a key it is read again next time: the other may have moved by then.
    return { file, entry: { key: '', from: null, problems: [...problems, taken], items: [] } }
  }
  return { file, entry: { key, from, problems, items }, ...(telling && { telling }) }
}

/** An article at the address of one of the site's own pages. */
function ownPage(items: readonly Item[], { house }: Desk): { item: Item; other: string } | undefined {
  const item = items.find(one => isTaken(one, voiceOf(house, one.edition)))
  return item && { item, other: `${house.site.base}${articlePath(item)}` }
}

function tellOne(file: IncidentFile, { newsroom, editions, house, now }: Desk) {
  const { incident, problems } = readOne(newsroom, file)
  const from = incident ? publicFrom(incident.publication) : null
  if (!incident || !isPublic(from, now)) return { from, problems }
  const articles = tellIncident(incident, editions)
  const items = articles.map(article => itemOf(article, incident, voiceOf(house, article.edition)))
  const told = articles.flatMap(article => article.problems)
  return { from, problems: [...problems, ...told], telling: { incident, articles, items } }
}

/**
 * The incidents in a row, by the day they bear: a page names the one before it and the one after, so each waits until the
 * next has been read. Two at most are in memory.
 */
function openLine(desk: Desk) {
  const { ledger } = desk
  const trail = openTrail()
  let waiting: { reading: Reading; around: readonly Around[] } | undefined
  const finish = (next: readonly Item[]) => {
    if (!waiting) return
    const { reading, around } = waiting
    const { file, entry, telling } = reading
    const whole = around.map((one, at) => {
      const after = next.find(({ edition }) => edition === entry.items[at]?.edition)
      return after ? { ...one, next: after } : one
    })
    const key = aroundKey(whole)
    if (!telling && ledger.keep(file.id, key)) return
    const told = telling ?? tellOne(file, desk).telling
    ledger.enter(file.id, { ...entry, around: key }, told ? filesOf(told, whole, desk.house) : [])
  }
  return {
    take(reading: Reading) {
      const { items } = reading.entry
      if (items.length === 0) {
        ledger.enter(reading.file.id, { ...reading.entry, around: '' }, [])
        return
      }
      ledger.claim(reading.file.id, items)
      const around = items.map(item => {
        const previous = trail.before(item)
        return { ...(previous && { previous }), related: trail.related(item) }
      })
      finish(items)
      for (const item of items) trail.pass(item)
      waiting = { reading, around }
    },
    close: () => finish([]),
  }
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
    [LEDGER]: JSON.stringify(written),
    [SNAPSHOT]: JSON.stringify(snapshotOf(seen, now, moments, pathsOf(written), outcome)),
  }
  return output.commit({ gone: ledger.gone(), memories, whole: ledger.blank })
}
