import { missingLanguages } from '../edit/missing.ts'
import { listIncidents } from '../incident/list-incidents.ts'
import { readOne } from '../run/newsroom.ts'
import { tellIncident } from '../run/tell-incident.ts'
import { type Around, openTrail } from '../site/around.ts'
import { voiceOf } from '../site/house.ts'
import { type Item, itemOf } from '../site/item.ts'
import type { Desk } from './desk.ts'
import type { Card } from './replies.ts'

/** The incidents of the newsroom as they lie on the disk, read once and again when they change. */
export interface Catalogue {
  /** Reads what is new or changed. Newest first. */
  readonly cards: () => Promise<readonly Card[]>
  /** What stands around an article of the site: the ones before and after it, and those on the same subject. */
  readonly around: (item: Item) => Around
}

interface Entry {
  readonly stamp: string
  readonly card: Card
  readonly items: readonly Item[]
}

/** How many incidents are read before the keyboard is looked after again. */
const BATCH = 20

export function openCatalogue(desk: Desk, stampOf: (paths: readonly string[]) => string): Catalogue {
  const entries = new Map<string, Entry>()
  return {
    async cards() {
      const { files } = listIncidents(desk.workspace)
      const known = new Set(files.map(({ id }) => id))
      for (const id of entries.keys()) if (!known.has(id)) entries.delete(id)
      let read = 0
      for (const file of files) {
        const stamp = stampOf([file.file, ...file.companions])
        if (entries.get(file.id)?.stamp === stamp) continue
        entries.set(file.id, { stamp, ...entryOf(desk, file) })
        if (++read % BATCH === 0) await new Promise(done => setImmediate(done))
      }
      return files.flatMap(({ id }) => entries.get(id)?.card ?? []).reverse()
    },
    around(item) {
      const trail = openTrail()
      const ids = [...entries.keys()].filter(id => id !== item.id).sort()
      const items = (id: string) => entries.get(id)?.items.filter(({ edition }) => edition === item.edition) ?? []
      for (const id of ids) if (id < item.id) for (const one of items(id)) trail.pass(one)
      const previous = trail.before(item)
      const next = ids.filter(id => id > item.id).flatMap(items)[0]
      return { ...(previous && { previous }), ...(next && { next }), related: trail.related(item) }
    },
  }
}

function entryOf(desk: Desk, file: { id: string; file: string; companions: readonly string[] }): Omit<Entry, 'stamp'> {
  const { incident, problems } = readOne(desk.newsroom, file)
  const articles = incident ? tellIncident(incident, desk.published) : []
  const isError = ({ severity }: { severity: string }) => severity === 'error'
  return {
    items:
      incident && !incident.publication.draft
        ? articles.map(article => itemOf(article, incident, voiceOf(desk.house, article.edition)))
        : [],
    card: {
      id: file.id,
      state: incident?.state ?? null,
      draft: incident?.publication.draft ?? false,
      headlines: Object.fromEntries(articles.map(article => [article.edition, article.headline.text])),
      errors: problems.filter(isError).length,
      warnings: problems.filter(one => !isError(one)).length,
      missing: [...new Set(problems.flatMap(missingLanguages))].sort(),
    },
  }
}
