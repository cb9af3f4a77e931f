import type { Instant } from '../incident/incident.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { Problem } from '../problem/problem.ts'
import type { Around } from '../site/around.ts'
import { type House, voiceOf } from '../site/house.ts'
import { type Item, itemOf } from '../site/item.ts'
import type { Stage } from '../site/output/staging.ts'
import type { OpenEdition } from './editions.ts'
import { type Newsroom, readOne } from './newsroom.ts'
import { errorsIn } from './proofreading.ts'
import { isPublic, publicFrom } from './public.ts'
import { filesOf, type Telling, tellIncident } from './tell-incident.ts'

/** One who reads incidents, tells them and writes their files: this thread, or another. */
export interface Writer {
  /** Reads and tells incidents, and keeps what was told until its files are written. */
  readonly tell: (files: readonly IncidentFile[]) => Promise<readonly Told[]>
  /** Writes every file of an incident; one that is not kept is told again. */
  readonly write: (filing: Filing) => Promise<readonly Filed[]>
  /** Forgets what was told, and ends. */
  readonly close: () => Promise<void>
}

/** What the desk is told of an incident. */
export interface Told {
  /** Public from this moment on; `null` for a draft, and for what could not be read. */
  readonly from: Instant | null
  readonly problems: readonly Problem[]
  /** What lists show of it; empty while it is not public. */
  readonly items: readonly Item[]
}

/** The files of an incident that are to be written. */
export interface Filing {
  readonly file: IncidentFile
  /** What stands around each of its articles, in their order; `undefined` writes nothing and forgets it. */
  readonly around?: readonly Around[]
  /** Digests of the files that came of it last time, by path. */
  readonly known: Readonly<Record<string, string>>
}

export interface Filed {
  readonly path: string
  readonly digest: string
  /** Written; else it stands in the output as it is. */
  readonly isNew: boolean
}

/** What a writer works with. */
export interface WritersDesk {
  readonly newsroom: Newsroom
  readonly editions: readonly OpenEdition[]
  readonly house: House
  /** The present, in milliseconds. */
  readonly now: Instant
}

/** A writer in this very thread. */
export function openWriter(desk: WritersDesk, stage: Stage): Writer {
  const kept = new Map<string, Telling>()
  return {
    async tell(files) {
      return files.map(file => {
        const { telling, ...told } = tellOne(file, desk)
        if (telling) kept.set(file.id, telling)
        return { ...told, items: telling?.items ?? [] }
      })
    },
    async write({ file, around, known }) {
      const telling = kept.get(file.id) ?? (around && tellOne(file, desk).telling)
      kept.delete(file.id)
      if (!telling || !around) return []
      return filesOf(telling, around, desk.house).map(one => ({ path: one.path, ...stage(one, known[one.path]) }))
    },
    async close() {
      kept.clear()
    },
  }
}

interface Reading extends Omit<Told, 'items'> {
  /** Absent while it is not public, and when it cannot be read. */
  readonly telling?: Telling
}

function tellOne(file: IncidentFile, { newsroom, editions, house, now }: WritersDesk): Reading {
  const { incident, problems } = readOne(newsroom, file)
  const from = incident ? publicFrom(incident.publication) : null
  if (!incident || !isPublic(from, now)) return { from, problems }
  const articles = tellIncident(incident, editions)
  const errors = errorsIn(incident, articles, newsroom.workspace)
  // What `check` calls an error is not published.
  if (errors.length > 0) return { from: null, problems: [...problems, ...errors] }
  const items = articles.map(article => itemOf(article, incident, voiceOf(house, article.edition)))
  return { from, problems, telling: { incident, articles, items } }
}
