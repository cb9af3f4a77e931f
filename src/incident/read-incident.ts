import type { Problem } from '../problem/problem.ts'
import { checks } from './check/checks.ts'
import { checkPrecedents } from './check/precedents.ts'
import { type CompanionSource, readCompanion } from './companion.ts'
import type { Complaint } from './complaint.ts'
import type { Directory } from './directory.ts'
import type { Companion, Incident } from './incident.ts'
import { incidentId, nameProblem } from './list-incidents.ts'
import type { Site } from './newsroom.ts'
import { problemsOf } from './problems-of.ts'
import { putTogether } from './put-together.ts'
import { readShape } from './read-shape.ts'
import type { Desk } from './shape/desk.ts'
import { whole } from './shape/whole.ts'
import { decode, readable } from './yaml/decode.ts'
import { readMapping } from './yaml/read.ts'

/** One incident as it lies in the newsroom: `text`, or `bytes` when nobody has decoded them yet. */
export interface IncidentSource {
  readonly file: string
  readonly text?: string
  readonly bytes?: Uint8Array
  readonly companions?: readonly CompanionSource[]
}

/** What an incident is read against. */
export interface ReadingContext {
  readonly directory: Directory
  readonly site: Site
  /** Languages of the editions published. */
  readonly languages: readonly string[]
  /** Whether the file lies in `content/incidents/`: only there the rule of names holds. */
  readonly inContent?: boolean
  /** Ids of the newsroom's incidents, to check what `precedents` refer to; unchecked when absent. */
  readonly ids?: ReadonlySet<string>
}

/** The incident, when nothing but warnings stands against it, and every complaint about its files. */
export interface IncidentReading {
  readonly incident?: Incident
  readonly problems: readonly Problem[]
}

/** Reads one incident: never throws for what an editor typed, and says everything that is wrong at once. */
export function readIncident(source: IncidentSource, context: ReadingContext): IncidentReading {
  const { file } = source
  const named = context.inContent ? nameProblem(file) : undefined
  const problems: Problem[] = named ? [named] : []
  const { text, problems: unreadable } =
    source.text === undefined ? decode(source.bytes ?? empty, file) : readable(source.text, file)
  if (text === undefined) return { problems: [...problems, ...unreadable] }
  const { value: raw, problems: malformed } = readMapping(text, file)
  if (raw === undefined) return { problems: [...problems, ...malformed] }

  const desk = deskOf(context)
  const { value, complaints: misshapen } = readShape(whole(desk), raw)
  const complaints: Complaint[] = [...misshapen]
  const companions = readCompanions(source.companions ?? [], desk, problems)
  const draft = value && putTogether(value, { id: incidentId(file), file, raw, companions }, complaints)
  if (draft) for (const check of checks) complaints.push(...check(draft, desk))
  if (draft && context.ids) complaints.push(...checkPrecedents(draft, context.ids))
  problems.push(...problemsOf(complaints, { text, file, raw, before: malformed }))
  const sound = draft !== undefined && !problems.some(problem => problem.severity === 'error')
  return { ...(sound && { incident: draft as Incident }), problems }
}

const empty = new Uint8Array()

function readCompanions(
  sources: readonly CompanionSource[],
  desk: Desk,
  problems: Problem[],
): Record<string, Companion> {
  const companions: Record<string, Companion> = {}
  for (const source of sources) {
    const { text, problems: unreadable } = readable(source.text, source.file)
    problems.push(...unreadable)
    if (text === undefined) continue
    const read = readCompanion({ file: source.file, text }, desk)
    problems.push(...read.problems)
    if (read.companion) companions[read.language] = read.companion
  }
  return companions
}

const desks = new WeakMap<Directory, Map<string, Desk>>()

/** The same desk for the same newsroom: its shapes are made once. */
export function deskOf({ directory, site, languages }: ReadingContext): Desk {
  const key = JSON.stringify([site.zone, languages, site.editions])
  const known = desks.get(directory) ?? new Map<string, Desk>()
  desks.set(directory, known)
  const desk = known.get(key) ?? { directory, zone: site.zone, languages, editions: site.editions }
  known.set(key, desk)
  return desk
}
