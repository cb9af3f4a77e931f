import type { Instant } from '../fields/values.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import { type Newsroom, readOne } from '../newsroom/newsroom.ts'
import type { OpenEdition } from '../newsroom/open-editions.ts'
import { errorsIn } from '../newsroom/proofreader.ts'
import { isPublic, publicFrom } from '../newsroom/publication-time.ts'
import { filesOf, type RealisedIncident, realiseIncident } from '../newsroom/realise-incident.ts'
import { type ArticleSummary, summaryOf } from '../site/article-summary.ts'
import type { Neighbours } from '../site/neighbours.ts'
import { type SiteContext, siteEditionOf } from '../site/site-context.ts'
import type { Stage } from './staging.ts'

/** One who reads incidents, tells them and writes their files: this thread, or another. */
export interface Writer {
  /** Reads and tells incidents, and keeps what was told until its files are written. */
  readonly realise: (files: readonly IncidentFile[]) => Promise<readonly RealisedSummary[]>
  /** Writes every file of an incident; one that is not kept is told again. */
  readonly write: (request: WriteRequest) => Promise<readonly WrittenFile[]>
  /** Forgets what was told, and ends. */
  readonly close: () => Promise<void>
}

/** What the desk is told of an incident. */
export interface RealisedSummary {
  /** Public from this moment on; `null` for a draft, and for what could not be read. */
  readonly from: Instant | null
  readonly diagnostics: readonly Diagnostic[]
  /** What lists show of it; empty while it is not public. */
  readonly items: readonly ArticleSummary[]
}

/** The files of an incident that are to be written. */
export interface WriteRequest {
  readonly file: IncidentFile
  /** What stands around each of its articles, in their order; `undefined` writes nothing and forgets it. */
  readonly neighbours?: readonly Neighbours[]
  /** Digests of the files that came of it last time, by path. */
  readonly known: Readonly<Record<string, string>>
}

export interface WrittenFile {
  readonly path: string
  readonly digest: string
  /** Written; else it stands in the output as it is. */
  readonly isNew: boolean
}

/** What a writer works with. */
export interface WriterContext {
  readonly newsroom: Newsroom
  readonly editions: readonly OpenEdition[]
  readonly siteContext: SiteContext
  /** The present, in milliseconds. */
  readonly now: Instant
}

/** A writer in this very thread. */
export function openWriter(context: WriterContext, stage: Stage): Writer {
  const kept = new Map<string, RealisedIncident>()
  return {
    async realise(files) {
      return files.map(file => {
        const { realisation, ...told } = tellOne(file, context)
        if (realisation) kept.set(file.id, realisation)
        return { ...told, items: realisation?.items ?? [] }
      })
    },
    async write({ file, neighbours, known }) {
      const realisation = kept.get(file.id) ?? (neighbours && tellOne(file, context).realisation)
      kept.delete(file.id)
      if (!realisation || !neighbours) return []
      return filesOf(realisation, neighbours, context.siteContext).map(one => ({
        path: one.path,
        ...stage(one, known[one.path]),
      }))
    },
    async close() {
      kept.clear()
    },
  }
}

interface WriterReading extends Omit<RealisedSummary, 'items'> {
  /** Absent while it is not public, and when it cannot be read. */
  readonly realisation?: RealisedIncident
}

function tellOne(file: IncidentFile, { newsroom, editions, siteContext, now }: WriterContext): WriterReading {
  const { incident, diagnostics } = readOne(newsroom, file)
  const from = incident ? publicFrom(incident.publication) : null
  if (!incident || !isPublic(from, now)) return { from, diagnostics }
  const articles = realiseIncident(incident, editions)
  const errors = errorsIn(incident, articles, newsroom.workspace)
  // What `check` calls an error is not published.
  if (errors.length > 0) return { from: null, diagnostics: [...diagnostics, ...errors] }
  const items = articles.map(article => summaryOf(article, incident, siteEditionOf(siteContext, article.edition)))
  return { from, diagnostics, realisation: { incident, articles, items } }
}
