import { setImmediate } from 'node:timers/promises'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { RealisedSummary, WriteRequest, Writer, WrittenFile } from './incident-writer.ts'

/** Incidents given to a writer at once: enough that handing over costs nothing, few enough that nobody waits. */
const BATCH = 16

/** Batches that lie ready with another thread: it works on while this one is busy. */
const READY = 2

/** Batches told ahead of the one that is waited for, for each writer: bounds what is held in memory. */
const AHEAD = 3

/** Shares the incidents of a build among its writers. What comes out does not depend on who did what. */
export interface Scheduler {
  /** What an incident told. Asked in the order of the incidents. */
  readonly told: (file: IncidentFile) => Promise<RealisedSummary>
  /** Writes the files of an incident, or forgets it. */
  readonly write: (request: WriteRequest) => Promise<readonly WrittenFile[]>
  /** Shares out no more, and ends every writer. */
  readonly close: () => Promise<void>
}

interface Batch {
  readonly files: readonly IncidentFile[]
  readonly told: Promise<readonly RealisedSummary[]>
  readonly settle: (told: Promise<readonly RealisedSummary[]>) => void
  writer?: Writer
}

/**
 * Opens a rota.
 *
 * @param own the writer of this thread. Where another fails, it does the work again: so a mistake in a file is found here
 * as it would be without threads, and a thread that dies is no loss but of time.
 * @param others writers of other threads
 * @param files the incidents that are to be told, in order
 */
export function openScheduler(own: Writer, others: readonly Writer[], files: readonly IncidentFile[]): Scheduler {
  const batches = batchesOf(files)
  const batchOf = new Map(batches.flatMap((batch, at) => batch.files.map(({ id }, nth) => [id, { batch, at, nth }])))
  const busy = new Map<Writer, number>()
  let next = 0
  let wanted = 0
  const room = (writer: Writer) => (busy.get(writer) ?? 0) < (writer === own ? 1 : READY)
  const assign = (writer: Writer) => {
    const batch = batches[next]
    next += 1
    if (!batch) return
    busy.set(writer, (busy.get(writer) ?? 0) + 1)
    batch.settle(
      realiseAll(batch, writer, own).finally(() => {
        busy.set(writer, (busy.get(writer) ?? 0) - 1)
        share()
      }),
    )
  }
  const share = () => {
    const last = Math.min(batches.length, wanted + 1 + AHEAD * (others.length + 1))
    for (const writer of [...others, own]) while (next < last && room(writer)) assign(writer)
  }
  return {
    async told(file) {
      const found = batchOf.get(file.id)
      if (!found) return first(await own.realise([file]))
      wanted = Math.max(wanted, found.at)
      share()
      const told = await found.batch.told
      return first(told.slice(found.nth))
    },
    async write(request) {
      const writer = batchOf.get(request.file.id)?.batch.writer ?? own
      if (writer === own) return own.write(request)
      return writer.write(request).catch(() => own.write(request))
    },
    async close() {
      next = batches.length
      await Promise.all([own, ...others].map(writer => writer.close()))
    },
  }
}

function batchesOf(files: readonly IncidentFile[]): Batch[] {
  const batches: Batch[] = []
  for (let at = 0; at < files.length; at += BATCH) {
    let settle: Batch['settle'] = () => {}
    const told = new Promise<readonly RealisedSummary[]>(resolve => {
      settle = resolve
    })
    // Another batch may be waited for when this one fails.
    told.catch(() => {})
    batches.push({ files: files.slice(at, at + BATCH), told, settle })
  }
  return batches
}

async function realiseAll(batch: Batch, writer: Writer, own: Writer): Promise<readonly RealisedSummary[]> {
  batch.writer = writer
  if (writer !== own) {
    return writer.realise(batch.files).catch(() => {
      // Whoever has told them keeps them until they are written.
      batch.writer = own
      return own.realise(batch.files)
    })
  }
  // What the others have sent is dealt with first: they are not to wait.
  await setImmediate()
  return own.realise(batch.files)
}

function first([told]: readonly RealisedSummary[]): RealisedSummary {
  if (!told) throw new Error('A writer told fewer incidents than it was given.')
  return told
}
