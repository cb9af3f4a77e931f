import type { IncidentFile } from '../incident/list-incidents.ts'
import { type Around, aroundText, neighbour, openTrail } from '../site/around.ts'
import type { Item } from '../site/item.ts'
import { digestOf } from '../site/output/staging.ts'
import type { Entry, Keeping } from './ledger.ts'
import type { Filed, Filing } from './writer.ts'

/** An incident on its way to its pages: as the ledger knows it, or told anew. */
export interface Reading {
  readonly file: IncidentFile
  readonly entry: Omit<Entry, 'files' | 'around'>
  readonly isNew: boolean
}

/**
 * The incidents in a row, by the day they bear: a page names the one before it and the one after, so each waits until the
 * next has been read.
 *
 * @param write writes the files of an incident
 */
export function openLine(ledger: Keeping, write: (filing: Filing) => Promise<readonly Filed[]>) {
  const trail = openTrail()
  let waiting: { reading: Reading; around: readonly Around[] } | undefined
  const finish = (next: readonly Item[]) => {
    if (!waiting) return
    const { reading, around } = waiting
    const { file, entry, isNew } = reading
    const whole = around.map((one, at) => {
      const after = next.find(({ edition }) => edition === entry.items[at]?.edition)
      return after ? { ...one, next: neighbour(after) } : one
    })
    const key = digestOf(aroundText(whole))
    if (!isNew && ledger.keep(file.id, key)) return
    const filed = write({ file, around: whole, known: ledger.filesOf(file.id) })
    ledger.enter(file.id, { ...entry, around: key }, filed)
  }
  return {
    take(reading: Reading) {
      const { file, entry } = reading
      const { items } = entry
      if (items.length === 0) {
        ledger.enter(file.id, { ...entry, around: '' })
        return
      }
      ledger.claim(file.id, items)
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
