import type { Instant } from '../fields/values.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { EditionService, RealisedIncident } from '../newsroom/edition-service.ts'
import { filesOf } from '../newsroom/incident-files.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { isPublic, publicFrom } from '../newsroom/publication-time.ts'
import type { ArticleSummary } from '../site/article-summary.ts'
import type { Neighbours } from '../site/neighbours.ts'
import type { Stage } from './staging.ts'

/** Reads incidents, realises them and writes their files: in this thread, or in a worker. */
export interface Writer {
  /** Reads and realises incidents, and keeps the articles until their files are written. */
  readonly realise: (files: readonly IncidentFile[]) => Promise<readonly RealisedSummary[]>
  /** Writes every file of an incident; one that is not kept is realised again. */
  readonly write: (request: WriteRequest) => Promise<readonly WrittenFile[]>
  /** Drops everything kept, and ends. */
  readonly close: () => Promise<void>
}

/** What the main thread needs to know of an incident that has been read. */
export interface RealisedSummary {
  /** Public from this moment on; `null` for a draft, and for a file that cannot be read. */
  readonly from: Instant | null
  readonly diagnostics: readonly Diagnostic[]
  /** Summaries for lists; empty while it is not public. */
  readonly items: readonly ArticleSummary[]
  /** Where its pictures were looked for; absent where it has none. */
  readonly sought?: readonly string[]
}

/** The files of an incident that are to be written. */
export interface WriteRequest {
  readonly file: IncidentFile
  /** The neighbours of each of its articles, in their order; `undefined` writes nothing and drops it. */
  readonly neighbours?: readonly Neighbours[]
  /** Digests of the files made of it last time, by path. */
  readonly known: Readonly<Record<string, string>>
}

export interface WrittenFile {
  readonly path: string
  readonly digest: string
  /** Written; otherwise the output already had it. */
  readonly isNew: boolean
}

/** What a writer works with. */
export interface WriterContext {
  readonly service: IncidentService
  readonly editions: EditionService
  /** The present, in milliseconds. */
  readonly now: Instant
}

/** A writer in this thread. */
export function openWriter(context: WriterContext, stage: Stage): Writer {
  const kept = new Map<string, RealisedIncident>()
  return {
    async realise(files) {
      return files.map(file => {
        const { realised, ...summary } = realiseOne(file, context)
        if (realised) kept.set(file.id, realised)
        return summary
      })
    },
    async write({ file, neighbours, known }) {
      const realised = kept.get(file.id) ?? (neighbours && realiseOne(file, context).realised)
      kept.delete(file.id)
      if (!realised || !neighbours) return []
      return filesOf(realised, neighbours, context.editions.siteContext(), context.now).map(one => ({
        path: one.path,
        ...stage(one, known[one.path]),
      }))
    },
    async close() {
      kept.clear()
    },
  }
}

interface WriterReading extends RealisedSummary {
  /** Absent while it is not public, and when it cannot be read. */
  readonly realised?: RealisedIncident
}

function realiseOne(file: IncidentFile, { service, editions, now }: WriterContext): WriterReading {
  const { incident, diagnostics, text, sought } = service.load(file)
  const from = incident ? publicFrom(incident.publication) : null
  const looked = sought && { sought }
  if (!incident || !isPublic(from, now)) return { from, diagnostics, items: [], ...looked }
  const realised = editions.realise(incident, { proofread: 'errors', text })
  // An article with an error is not published.
  if (realised.diagnostics.length > 0)
    return { from: null, diagnostics: [...diagnostics, ...realised.diagnostics], items: [], ...looked }
  const items = realised.articles.map(article => editions.summary(article, incident, now))
  return { from, diagnostics, items, realised, ...looked }
}
