import { basename, dirname, resolve } from 'node:path'
import type { Instant } from '../fields/values.ts'
import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { readText } from '../foundation/read-text.ts'
import { realOf } from '../foundation/real-path.ts'
import { openWorkspace, type Workspace } from '../foundation/workspace.ts'
import type { IncidentFile, Listing } from '../incident/list-incidents.ts'
import { GrammarError } from '../language/grammar-error.ts'
import type { Addresses } from './address-clash.ts'
import type { EditionService } from './edition-service.ts'
import {
  type IncidentService,
  incidentServiceOf,
  type LoadedIncident,
  openIncidentService,
} from './incident-service.ts'
import { pageWordDiagnostics } from './page-word-diagnostics.ts'
import { presentDiagnostics } from './present-diagnostics.ts'
import { pageTemplateDiagnostics } from './template-file-diagnostics.ts'
import { newsroomWordingDiagnostics } from './wording-file-diagnostics.ts'

/** What is wrong with a newsroom, or with some files. */
export interface NewsroomCheck {
  readonly diagnostics: readonly Diagnostic[]
  /** How many files were looked at: those named, else every incident. */
  readonly checked: number
}

/**
 * Everything that is wrong with the newsroom, or with some files wherever they lie: what a build would refuse is an error,
 * what an editor may want to mend a warning.
 *
 * @param typed paths of files, from the newsroom's folder; none for all of it
 * @param now the present, in milliseconds; without it nothing is said of what has become untrue since
 */
export async function checkNewsroom(
  workspace: Workspace,
  typed: readonly string[] = [],
  now?: Instant,
): Promise<NewsroomCheck> {
  const { service, diagnostics } = openIncidentService(workspace)
  if (!service) return { diagnostics, checked: 0 }
  const files = eachOnce(typed, workspace)
  const listing = service.list()
  const room = { ...(await openRoom(service, listing)), ...(now !== undefined && { now }) }
  const found = files.length > 0 ? files.flatMap(file => ofFile(room, file)) : ofAll(room)
  return { diagnostics: found, checked: files.length || listing.files.length + listing.misnamed.length }
}

/** What is wrong with a text in hand: in the place of an incident's file, or of none. */
export async function checkText(workspace: Workspace, file: string, text: string): Promise<NewsroomCheck> {
  const { service, diagnostics } = openIncidentService(workspace)
  if (!service) return { diagnostics, checked: 0 }
  const room = await openRoom(service, service.list())
  const known = room.listing.files.find(one => one.file === file)
  const found = known ? ofIncident(room, known, text) : proofread(room.service.read({ file, text }), room.editions)
  return { diagnostics: found, checked: 1 }
}

/** What every file is checked with. */
interface CheckRoom {
  readonly service: IncidentService
  readonly listing: Listing
  /** What is wrong with what every incident rests on. */
  readonly common: readonly Diagnostic[]
  /** Absent where wordings or grammar allow no article. */
  readonly editions?: EditionService
  readonly now?: Instant
}

async function openRoom({ newsroom }: IncidentService, listing: Listing): Promise<CheckRoom> {
  const { workspace, context } = newsroom
  // Only here is it asked whether an earlier incident is there: an incident's articles do not depend on it.
  const ids = new Set(listing.files.map(({ id }) => id))
  const service = incidentServiceOf({ ...newsroom, context: { ...context, ids } })
  const words = newsroomWordingDiagnostics(workspace)
  const isRefused = words.some(isError)
  const { editions, diagnostics } = isRefused ? { diagnostics: [] } : await editionsOf(service)
  const pages = [...pageTemplateDiagnostics(workspace), ...pageWordDiagnostics(workspace)]
  const common = [...newsroom.diagnostics, ...words, ...pages, ...diagnostics]
  return { service, listing, common, ...(editions && { editions }) }
}

/** With a grammar that cannot be used no article is read; the mistakes are problems like the others. */
async function editionsOf(
  service: IncidentService,
): Promise<{ editions?: EditionService; diagnostics: readonly Diagnostic[] }> {
  try {
    return { editions: await service.inEditions(), diagnostics: [] }
  } catch (error) {
    if (error instanceof GrammarError) return { diagnostics: error.diagnostics }
    throw error
  }
}

/** Files that are named, whatever path leads to them. */
function eachOnce(files: readonly string[], { root }: Workspace): string[] {
  const seen = new Set<string>()
  return files.filter(file => {
    const path = realOf(resolve(root, file)) ?? file
    return seen.size < seen.add(path).size
  })
}

function ofAll(room: CheckRoom): readonly Diagnostic[] {
  const { service, listing, common, editions } = room
  const addresses = editions?.addresses()
  const all = listing.files.flatMap(file => {
    const loaded = service.load(file)
    return [...proofread(loaded, editions, addresses), ...atPresent(loaded, room)]
  })
  const inside = listing.misnamed.flatMap(file => insideMisnamed(service, file))
  return [...common, ...listing.diagnostics, ...inside, ...all]
}

/** What is wrong inside a file whose name is wrong: whoever mends the name shall not meet the rest only then. */
function insideMisnamed(service: IncidentService, one: IncidentFile): readonly Diagnostic[] {
  return service.load(one).diagnostics.filter(({ code }) => !OF_NAMES.has(code))
}

/** What has become untrue since it was written. */
function atPresent({ incident, text }: LoadedIncident, { service, now }: CheckRoom): readonly Diagnostic[] {
  return incident && now !== undefined ? presentDiagnostics(incident, service.newsroom, now, text) : []
}

/** What the listing says of a name. */
const OF_NAMES: ReadonlySet<string> = new Set(['file/name', 'file/year', 'file/ending'])

/** What is wrong with a file, then with the articles that come of it. */
function proofread(
  { incident, diagnostics, text }: LoadedIncident,
  editions: EditionService | undefined,
  addresses?: Addresses,
): readonly Diagnostic[] {
  if (!incident || !editions) return diagnostics
  const realised = editions.realise(incident, { proofread: 'all', text, ...(addresses && { addresses }) })
  return [...diagnostics, ...realised.diagnostics]
}

/** One file: an incident of the newsroom with what lies beside it, its settings or names, or a file of elsewhere. */
function ofFile(room: CheckRoom, typed: string): readonly Diagnostic[] {
  const { service, listing, common, editions } = room
  const { root } = service.newsroom.workspace
  const inside = insideOf(root, typed)
  const isAsked = ({ file, companions }: IncidentFile) =>
    [file, ...companions].some(one => one === inside || (inside && insideOf(root, one) === inside))
  const own = listing.files.find(isAsked)
  if (own) return ofIncident(room, own)
  const misnamed = listing.misnamed.find(isAsked)
  const isAbout = ({ place }: Diagnostic) => place.file === (misnamed?.file ?? inside)
  const about = [...common, ...listing.diagnostics].filter(isAbout)
  if (misnamed) return [...about, ...insideMisnamed(service, misnamed)]
  if (about.length > 0 || isNewsroomFile(inside)) return about
  return ofStranger(service, typed, editions)
}

/** An incident alone, at the addresses that those before it leave. */
function ofIncident(room: CheckRoom, file: IncidentFile, inHand?: string): readonly Diagnostic[] {
  const { service, listing, editions } = room
  const loaded = service.load(file, inHand)
  if (!loaded.incident || !editions) return loaded.diagnostics
  const slugs = editions.realise(loaded.incident).articles.map(({ slug }) => slug)
  const before = listing.files.slice(0, listing.files.indexOf(file))
  const addresses = addressesAfter(before, slugs, service, editions)
  return [...proofread(loaded, editions, addresses), ...atPresent(loaded, room)]
}

/** Addresses after those of some incidents, as far as they could stand in the way of these. */
function addressesAfter(
  files: readonly IncidentFile[],
  slugs: readonly string[],
  service: IncidentService,
  editions: EditionService,
): Addresses {
  const addresses = editions.addresses()
  for (const file of files) {
    if (!mentions(service.newsroom.workspace, file, slugs)) continue
    const { incident } = service.load(file)
    if (incident) editions.realise(incident, { addresses })
  }
  return addresses
}

/** Whether an incident can have one of these addresses: they stand in it, or are its id. */
function mentions(workspace: Workspace, { file, id }: IncidentFile, slugs: readonly string[]): boolean {
  const { text = '' } = readText(workspace, file)
  return slugs.some(slug => slug === id || text.includes(slug))
}

/** A file that is no part of the newsroom is read as an incident; the rule of names does not hold for it. */
function ofStranger(
  service: IncidentService,
  typed: string,
  editions: EditionService | undefined,
): readonly Diagnostic[] {
  const path = realOf(resolve(service.newsroom.workspace.root, typed))
  if (path === undefined)
    return [diagnostic('file/unreadable', { reason: 'ENOENT', context: 'absent' }, { file: typed })]
  const { text, diagnostics } = readText(openWorkspace(dirname(path)), basename(path))
  if (text === undefined) {
    const named = diagnostics.map(one => ({ ...one, place: { ...one.place, file: typed } }))
    return named.length > 0
      ? named
      : [diagnostic('file/unreadable', { reason: 'EISDIR', context: 'folder' }, { file: typed })]
  }
  return proofread(service.read({ file: typed, text, inContent: false }), editions)
}

function isNewsroomFile(path: string | undefined): boolean {
  return path === 'content/site.yaml' || /^(?:content\/directory|locales|templates)\//.test(path ?? '')
}

/** Path from the workspace, when the file is in it. */
function insideOf(root: string, typed: string): string | undefined {
  const path = realOf(resolve(root, typed))
  return path?.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined
}
