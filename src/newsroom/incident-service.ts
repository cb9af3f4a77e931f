import { isError } from '../foundation/diagnostic.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type IncidentFile, incidentsFolder, type Listing, listIncidents } from '../incident/list-incidents.ts'
import { type IncidentReading, type IncidentSource, readIncident } from '../incident/read-incident.ts'
import { type EditionService, editionServiceOf } from './edition-service.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { type OpenEdition, openEditions } from './open-editions.ts'

/** An incident as it was read, with the text it was read from. */
export interface LoadedIncident extends IncidentReading {
  /** Absent when the file is none that can be read. */
  readonly text?: string
}

/** An incident in hand: a text in the place of a file, or of none. */
export interface IncidentText extends Omit<IncidentSource, 'bytes'> {
  readonly text: string
  /** Whether the rule of names holds for it; by default where it lies among the incidents. */
  readonly inContent?: boolean
}

/**
 * The one way to an incident and its articles, for every command, the studio, the workers of a build and programs of others:
 * what is loaded here is what is told, and what is told is what is diagnosed.
 */
export interface IncidentService {
  readonly newsroom: Newsroom
  /** Every incident, as the newsroom's folder has them now. */
  readonly list: () => Listing
  /** Reads a file with the hand-written texts beside it; `inHand` is what stands for the file's own text. */
  readonly load: (file: IncidentFile, inHand?: string) => LoadedIncident
  /** Reads a text that is no file of the newsroom, or not yet. Like `load` it never throws for what an editor typed. */
  readonly read: (source: IncidentText) => LoadedIncident
  /**
   * Editions together, by default those published; each is opened once. Throws a `Refusal` for a file that is missing or
   * cannot be parsed, a `GrammarError` for one that says nonsense, `BadWordings` where the newsroom's own have errors.
   */
  readonly inEditions: (ids?: readonly string[]) => Promise<EditionService>
}

/** Opens the service of a newsroom; where there is none, only what is wrong. */
export function openIncidentService(workspace: Workspace): {
  service?: IncidentService
  diagnostics: Newsroom['diagnostics']
} {
  const { newsroom, diagnostics } = openNewsroom(workspace)
  return { ...(newsroom && { service: incidentServiceOf(newsroom) }), diagnostics }
}

/** The service of a newsroom that is open. */
export function incidentServiceOf(newsroom: Newsroom): IncidentService {
  const { workspace, site } = newsroom
  const opened = new Map<string, OpenEdition>()
  const together = new Map<string, EditionService>()
  return {
    newsroom,
    list: () => listIncidents(workspace),
    load: (file, inHand) => readFile(newsroom, file, inHand),
    read: source => readTyped(newsroom, source),
    async inEditions(ids = site.editions) {
      const known = together.get(ids.join())
      if (known) return known
      const missing = ids.filter(id => !opened.has(id))
      for (const one of await openEditions(workspace, site, missing)) opened.set(one.edition.id, one)
      const service = editionServiceOf(
        newsroom,
        ids.flatMap(id => opened.get(id) ?? []),
      )
      together.set(ids.join(), service)
      return service
    },
  }
}

function readTyped({ context }: Newsroom, { inContent, ...source }: IncidentText): LoadedIncident {
  const isContent = inContent ?? source.file.startsWith(`${incidentsFolder}/`)
  return { ...readIncident(source, { ...context, inContent: isContent }), text: source.text }
}

function readFile(newsroom: Newsroom, { file, companions }: IncidentFile, inHand?: string): LoadedIncident {
  const own = inHand === undefined ? readText(newsroom.workspace, file) : { text: inHand, diagnostics: [] }
  if (own.text === undefined) return { diagnostics: own.diagnostics }
  const beside = companions.map(path => ({ file: path, ...readText(newsroom.workspace, path) }))
  const typed = beside.flatMap(({ file, text }) => (text === undefined ? [] : { file, text }))
  const { incident, diagnostics, sought } = readTyped(newsroom, { file, text: own.text, companions: typed })
  const all = [...own.diagnostics, ...beside.flatMap(({ diagnostics }) => diagnostics), ...diagnostics]
  const sound = incident !== undefined && !all.some(isError)
  return { ...(sound && { incident }), ...(sought && { sought }), diagnostics: all, text: own.text }
}
