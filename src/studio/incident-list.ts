import { missingLanguages } from '../edit/missing-languages.ts'
import { isError } from '../foundation/diagnostic.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { ArticleSummary } from '../site/article-summary.ts'
import { type Neighbours, openNeighbourTracker } from '../site/neighbours.ts'
import type { IncidentOverview } from './api-types.ts'
import type { StudioContext } from './studio-context.ts'

/** The incidents of the newsroom on the disk, read once and again when they change. */
export interface IncidentList {
  /** Reads new and changed incidents. Newest first. */
  readonly overviews: () => Promise<readonly IncidentOverview[]>
  /** The neighbours of an article on the site: the ones before and after it, and those about the same subject. */
  readonly neighbours: (item: ArticleSummary) => Neighbours
}

interface ListedIncident {
  readonly stamp: string
  readonly card: IncidentOverview
  readonly items: readonly ArticleSummary[]
}

/** Number of incidents read before the event loop gets a turn. */
const BATCH = 20

export function openIncidentList(
  studioContext: StudioContext,
  stampOf: (paths: readonly string[]) => string,
): IncidentList {
  const entries = new Map<string, ListedIncident>()
  return {
    async overviews() {
      const { files } = studioContext.service.list()
      const known = new Set(files.map(({ id }) => id))
      for (const id of entries.keys()) if (!known.has(id)) entries.delete(id)
      let read = 0
      for (const file of files) {
        const stamp = stampOf([file.file, ...file.companions])
        if (entries.get(file.id)?.stamp === stamp) continue
        entries.set(file.id, { stamp, ...entryOf(studioContext, file) })
        if (++read % BATCH === 0) await new Promise(done => setImmediate(done))
      }
      return files.flatMap(({ id }) => entries.get(id)?.card ?? []).reverse()
    },
    neighbours(item) {
      const tracker = openNeighbourTracker()
      const ids = [...entries.keys()].filter(id => id !== item.id).sort()
      const items = (id: string) => entries.get(id)?.items.filter(({ edition }) => edition === item.edition) ?? []
      for (const id of ids) if (id < item.id) for (const one of items(id)) tracker.pass(one)
      const previous = tracker.before(item)
      const next = ids.filter(id => id > item.id).flatMap(items)[0]
      return { ...(previous && { previous }), ...(next && { next }), related: tracker.related(item) }
    },
  }
}

function entryOf({ service, published }: StudioContext, file: IncidentFile): Omit<ListedIncident, 'stamp'> {
  const { incident, diagnostics } = service.load(file)
  const articles = incident ? published.realise(incident).articles : []
  return {
    items: incident && !incident.publication.draft ? articles.map(article => published.summary(article, incident)) : [],
    card: {
      id: file.id,
      state: incident?.state ?? null,
      draft: incident?.publication.draft ?? false,
      headlines: Object.fromEntries(articles.map(article => [article.edition, article.headline.text])),
      errors: diagnostics.filter(isError).length,
      warnings: diagnostics.filter(one => !isError(one)).length,
      missing: [...new Set(diagnostics.flatMap(missingLanguages))].sort(),
    },
  }
}
