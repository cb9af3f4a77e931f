import { digestOf } from '../foundation/digest.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { ArticleSummary } from '../site/article-summary.ts'
import { type Neighbours, neighbour, neighboursText, openNeighbourTracker } from '../site/neighbours.ts'
import type { WriteRequest, WrittenFile } from './incident-writer.ts'
import type { ManifestEntry, OpenManifest } from './manifest.ts'

/** An incident that waits for its pages: unchanged since the last manifest, or newly realised. */
export interface QueuedIncident {
  readonly file: IncidentFile
  readonly entry: Omit<ManifestEntry, 'files' | 'neighbours'>
  readonly isNew: boolean
}

/**
 * Queues the incidents by the day in their id: a page links to the one before it and the one after, so each waits
 * until the next has been read.
 *
 * @param write writes the files of an incident
 */
export function openNeighbourQueue(
  manifest: OpenManifest,
  write: (request: WriteRequest) => Promise<readonly WrittenFile[]>,
) {
  const tracker = openNeighbourTracker()
  let waiting: { reading: QueuedIncident; neighbours: readonly Neighbours[] } | undefined
  const finish = (next: readonly ArticleSummary[]) => {
    if (!waiting) return
    const { reading, neighbours } = waiting
    const { file, entry, isNew } = reading
    const whole = neighbours.map((one, at) => {
      const after = next.find(({ edition }) => edition === entry.items[at]?.edition)
      return after ? { ...one, next: neighbour(after) } : one
    })
    const key = digestOf(neighboursText(whole))
    if (!isNew && manifest.keep(file.id, key)) return
    const written = write({ file, neighbours: whole, known: manifest.filesOf(file.id) })
    manifest.add(file.id, { ...entry, neighbours: key }, written)
  }
  return {
    take(reading: QueuedIncident) {
      const { file, entry } = reading
      const { items } = entry
      if (items.length === 0) {
        manifest.add(file.id, { ...entry, neighbours: '' })
        return
      }
      const neighbours = items.map(item => {
        const previous = tracker.before(item)
        return { ...(previous && { previous }), related: tracker.related(item) }
      })
      finish(items)
      for (const item of items) tracker.pass(item)
      waiting = { reading, neighbours }
    },
    close: () => finish([]),
  }
}
