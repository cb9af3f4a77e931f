import { setImmediate } from 'node:timers/promises'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { RealisedSummary, WriteRequest, Writer, WrittenFile } from './incident-writer.ts'

/** Incidents per batch: enough for a low overhead, few enough for an even load. */
const BATCH = 16

/** Batches queued ahead for a worker: it goes on while this thread is busy. */
const READY = 2

/** Batches realised ahead of the one that is waited for, for each writer: bounds memory. */
const AHEAD = 3

/** Distributes the incidents of a build among writers. The output does not depend on who did what. */
export interface Scheduler {
  /** The summary of an incident. Asked for in the order of the incidents. */
  readonly summaryOf: (file: IncidentFile) => Promise<RealisedSummary>
  /** Writes the files of an incident, or drops it. */
  readonly write: (request: WriteRequest) => Promise<readonly WrittenFile[]>
  /** Stops distributing, and ends every writer. */
  readonly close: () => Promise<void>
}

interface Batch {
  readonly files: readonly IncidentFile[]
  readonly summaries: Promise<readonly RealisedSummary[]>
  readonly settle: (summaries: Promise<readonly RealisedSummary[]>) => void
  writer?: Writer
}

/**
 * Opens a scheduler.
 *
 * @param own the writer of this thread. Where a worker fails, it repeats the work: a mistake in a file is reported as
 * it would be without workers, and a worker that dies only costs time.
 * @param others writers in workers
 * @param files the incidents to realise, in order
 */
export function openScheduler(own: Writer, others: readonly Writer[], files: readonly IncidentFile[]): Scheduler {
  const batches = batchesOf(files)
  const batchOf = new Map(batches.flatMap((batch, at) => batch.files.map(({ id }, nth) => [id, { batch, at, nth }])))
  const busy = new Map<Writer, number>()
  let next = 0
  let wanted = 0
  const hasRoom = (writer: Writer) => (busy.get(writer) ?? 0) < (writer === own ? 1 : READY)
  const assign = (writer: Writer) => {
    const batch = batches[next]
    next += 1
    if (!batch) return
    busy.set(writer, (busy.get(writer) ?? 0) + 1)
    batch.settle(
      realiseAll(batch, writer, own).finally(() => {
        busy.set(writer, (busy.get(writer) ?? 0) - 1)
        distribute()
      }),
    )
  }
  const distribute = () => {
    const last = Math.min(batches.length, wanted + 1 + AHEAD * (others.length + 1))
    for (const writer of [...others, own]) while (next < last && hasRoom(writer)) assign(writer)
  }
  return {
    async summaryOf(file) {
      const found = batchOf.get(file.id)
      if (!found) return first(await own.realise([file]))
      wanted = Math.max(wanted, found.at)
      distribute()
      const summaries = await found.batch.summaries
      return first(summaries.slice(found.nth))
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
    const summaries = new Promise<readonly RealisedSummary[]>(resolve => {
      settle = resolve
    })
    // Another batch may be waited for when this one fails.
    summaries.catch(() => {})
    batches.push({ files: files.slice(at, at + BATCH), summaries, settle })
  }
  return batches
}

async function realiseAll(batch: Batch, writer: Writer, own: Writer): Promise<readonly RealisedSummary[]> {
  batch.writer = writer
  if (writer !== own) {
    return writer.realise(batch.files).catch(() => {
      // The writer that realised them keeps them until they are written.
      batch.writer = own
      return own.realise(batch.files)
    })
  }
  // Replies of the workers are handled first, so that they need not wait.
  await setImmediate()
  return own.realise(batch.files)
}

function first([summary]: readonly RealisedSummary[]): RealisedSummary {
  if (!summary) throw new Error('A writer told fewer incidents than it was given.')
  return summary
}
