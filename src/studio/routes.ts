import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freePath, newIncident } from '../edit/new-incident.ts'
import { PathRefused } from '../edit/save-content.ts'
import { typedMoment, writtenMoment } from '../edit/typed-moment.ts'
import { largest } from '../foundation/decode-text.ts'
import { type DiagnosticWords, diagnosticWords } from '../foundation/diagnostic-words.ts'
import { jsonOf } from '../foundation/layered-workspace.ts'
import { translator } from '../foundation/translations.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { State } from '../incident/incident.ts'
import { namesOfParts } from '../incident/part-names.ts'
import { STATES } from '../incident/states.ts'
import { decideInbox, inboxItems, inboxSize } from '../intake/intake-inbox.ts'
import { knownEditions } from '../newsroom/edition-ids.ts'
import type { InboxData, OpenedFile, StartData } from './api-types.ts'
import { draftsOf, forgetDraft, keepDraft } from './draft-store.ts'
import type { IncidentList } from './incident-list.ts'
import { create, open, rename, type StoreOutcome, sameText, save } from './incident-store.ts'
import { type PreviewDraft, previewOf, shownDiagnostic } from './preview.ts'
import type { ArticleLength } from './preview-options.ts'
import { type SavedVersions, shownVersions } from './saved-versions.ts'
import type { StudioContext } from './studio-context.ts'
import { studioLanguages } from './studio-page.ts'

export interface Reply {
  readonly status: number
  readonly body: object
}

/** What every reply is made from. */
export interface StudioServices {
  readonly studioContext: StudioContext
  readonly incidentList: IncidentList
  readonly versions: SavedVersions
  readonly clock: () => number
  /** Says to every tab that the unsaved text of one has changed or gone. */
  readonly draftChanged: (id: string, tab: string) => void
}

const bad: Reply = { status: 400, body: { error: 'bad-request' } }

/** Answers one request of the page. `body` is untrusted JSON. */
export async function answer(
  method: string,
  path: string,
  query: URLSearchParams,
  body: unknown,
  services: StudioServices,
): Promise<Reply> {
  const words = wordsOf(services.studioContext.workspace, query.get('lang') ?? '')
  const [, first = '', id = '', verb = ''] = path.split('/')
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  try {
    if (method === 'GET') {
      if (path === '/start') return { status: 200, body: start(services) }
      if (path === '/incidents') return { status: 200, body: { incidents: await services.incidentList.overviews() } }
      if (path === '/inbox') return { status: 200, body: inbox(services.studioContext) }
      if (path === '/inbox/size') return { status: 200, body: { size: inboxSize(services.studioContext.service) } }
      if (first === 'drafts')
        return { status: 200, body: { drafts: draftsOf(services.studioContext.workspace.root, id) } }
      if (first === 'incidents' && verb === 'versions')
        return { status: 200, body: { versions: shownVersions(id, services.versions.of(id), services.studioContext) } }
      if (first === 'incidents' && verb === '') return opened(id, query.get('version'), words, services)
      return { status: 404, body: { error: 'absent' } }
    }
    if (method === 'POST' && path === '/preview') return previewReply(fields, words, services)
    if (method === 'POST' && path === '/incidents') return createIncident(fields, words, services)
    if (method === 'POST' && path === '/inbox') return decided(fields, services.studioContext)
    if (first === 'drafts') return draftReply(method, id, verb, fields, services)
    if (first !== 'incidents') return { status: 404, body: { error: 'absent' } }
    const { workspace } = services.studioContext
    if (method === 'PUT' && verb === '') {
      const { text, base } = fields
      if (typeof text !== 'string' || (typeof base !== 'string' && base !== null)) return bad
      return outcome(remembered(save(workspace, id, text, base), services), words)
    }
    const { to, text } = fields
    if (method !== 'POST' || typeof to !== 'string') return bad
    if (verb === 'rename') return outcome(rename(workspace, id, to), words)
    if (verb === 'duplicate' && typeof text === 'string') return outcome(create(workspace, to, text), words)
    return bad
  } catch (error) {
    if (error instanceof PathRefused) return { status: 403, body: { error: 'outside' } }
    throw error
  }
}

/** A file to edit; where there is none, the incident that has its text now: somebody renamed or moved it. */
function opened(id: string, version: string | null, words: DiagnosticWords, services: StudioServices): Reply {
  const { studioContext } = services
  const found = open(studioContext.workspace, id)
  const moved = found.kind === 'absent' && version ? sameText(studioContext, version) : undefined
  if (moved) return { status: 404, body: { error: 'absent', moved } }
  return outcome(remembered(found, services), words)
}

/** Remembers the text of a file that was opened or saved. */
function remembered(found: StoreOutcome<OpenedFile>, { versions, clock }: StudioServices): StoreOutcome<OpenedFile> {
  if (found.kind === 'done') versions.add(found.value.id, found.value.text, new Date(clock()).toISOString())
  return found
}

/** Keeps the unsaved text of a tab, or forgets it. */
function draftReply(
  method: string,
  id: string,
  verb: string,
  { tab, text, base, baseText }: Record<string, unknown>,
  { studioContext, clock, draftChanged }: StudioServices,
): Reply {
  const { root } = studioContext.workspace
  if (typeof tab !== 'string') return bad
  const isDone =
    method === 'POST' && verb === 'forget'
      ? forgetDraft(root, id, tab)
      : method === 'PUT' &&
        typeof text === 'string' &&
        typeof base === 'string' &&
        typeof baseText === 'string' &&
        keepDraft(root, id, { tab, text, base, baseText }, new Date(clock()).toISOString())
  if (!isDone) return bad
  draftChanged(id, tab)
  return { status: 200, body: {} }
}

function start({ studioContext }: StudioServices): StartData {
  const { workspace, service, published } = studioContext
  const { site, context } = service.newsroom
  return {
    zone: site.zone,
    languages: context.languages,
    published: published.editions.map(({ edition }) => edition.id),
    editions: knownEditions(workspace),
    states: STATES,
    schema: jsonOf(workspace, 'schema/incident.schema.json'),
    parts: namesOfParts(),
    names: [...context.directory.names.values()].map(({ id, kind, name, rank, forms }) => ({
      id,
      kind,
      name,
      rank: rank ?? 5,
      what: Object.fromEntries(
        Object.entries(forms).map(([language, form]) => [
          language,
          [form.name ?? name, form.what ?? form.noun].flatMap(word => word || []),
        ]),
      ),
    })),
  }
}

/** What feeds made or would change. */
const inbox = ({ service, published }: StudioContext): InboxData => ({ items: inboxItems(service, published) })

/** Takes or drops what waits, by its key in the feed. */
function decided({ key, verb }: Record<string, unknown>, studioContext: StudioContext): Reply {
  if (typeof key !== 'string' || (verb !== 'take' && verb !== 'drop')) return bad
  const isDone = decideInbox(studioContext.service, key, verb)
  return isDone ? { status: 200, body: inbox(studioContext) } : { status: 404, body: { error: 'absent' } }
}

async function previewReply(
  fields: Record<string, unknown>,
  words: DiagnosticWords,
  { studioContext, incidentList }: StudioServices,
): Promise<Reply> {
  const draft = draftOf(fields, studioContext)
  if (!draft) return bad
  return { status: 200, body: await previewOf(draft, studioContext, words, incidentList.neighbours) }
}

function draftOf(
  { id, text, editions, length, state }: Record<string, unknown>,
  { workspace }: StudioContext,
): PreviewDraft | undefined {
  const known = knownEditions(workspace)
  const isLength = (value: unknown): value is ArticleLength =>
    value === 'alert' || value === 'brief' || value === 'article'
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,200}$/.test(id) || typeof text !== 'string' || text.length > largest)
    return undefined
  if (!Array.isArray(editions) || editions.length > 4 || !editions.every(one => known.includes(one))) return undefined
  if (!isLength(length)) return undefined
  if (state === undefined || state === null) return { id, text, editions, length }
  return STATES.includes(state as State) ? { id, text, editions, length, state: state as State } : undefined
}

/** A new incident from the first facts: the same file that `depeche new` writes. */
function createIncident(
  fields: Record<string, unknown>,
  words: DiagnosticWords,
  { studioContext, clock }: StudioServices,
): Reply {
  const { services, started, state, source, name } = fields
  const { zone } = studioContext.service.newsroom.site
  const isTexts = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every(one => typeof one === 'string')
  if (!isTexts(services) || services.length === 0 || !STATES.includes(state as State)) return bad
  const now = clock()
  const begun = typeof started === 'string' && started !== '' ? typedMoment(started, { now, zone }) : undefined
  if (typeof started === 'string' && started !== '' && !begun) return { status: 422, body: { error: 'moment' } }
  const as_of = writtenMoment(now, zone)
  const { names } = studioContext.service.newsroom.context.directory
  const known = services.map(service => names.get(service))
  const owners = new Set(known.map(one => one?.company))
  const company = owners.size === 1 ? [...owners][0] : undefined
  const listed = new Set(studioContext.service.list().files.map(one => one.id))
  const subject =
    typeof name === 'string' && name !== '' ? name : services.length > 1 && company ? company : (services[0] ?? '')
  const { id } = freePath((begun?.written ?? as_of).slice(0, 10), subject, one => listed.has(one))
  const notes = translator(words.language, {
    edit: jsonOf(studioContext.workspace, `locales/${words.language}/edit.json`),
  })
  const text = newIncident(
    {
      state: state as State,
      as_of,
      ...(company && { company }),
      services: services.map((service, at) => (known[at] ? service : { name: service })),
      ...(begun && { started: begun.written }),
      sources: typeof source === 'string' && source !== '' ? [source] : [],
    },
    key => notes(`file.${key}`),
    existsSync(join(studioContext.workspace.root, 'schema/incident.schema.json')),
  )
  return outcome(create(studioContext.workspace, id, text), words)
}

function outcome(found: StoreOutcome<OpenedFile>, words: DiagnosticWords): Reply {
  switch (found.kind) {
    case 'done':
      return { status: 200, body: found.value }
    case 'changed':
      return { status: 409, body: { error: 'changed', theirs: found.theirs } }
    case 'taken':
      return { status: 409, body: { error: 'taken', id: found.id } }
    case 'refused':
      return {
        status: 422,
        body: { error: 'refused', diagnostics: found.diagnostics.map(one => shownDiagnostic(one, '', words)) },
      }
    case 'absent':
      return { status: 404, body: { error: 'absent' } }
  }
}

const known = new Map<string, DiagnosticWords>()

function wordsOf(workspace: Workspace, asked: string): DiagnosticWords {
  const spoken = studioLanguages(workspace)
  const language = spoken.includes(asked) ? asked : (spoken[0] ?? '')
  const found = known.get(language)
  if (found) return found
  const words = diagnosticWords(
    language,
    jsonOf(workspace, `locales/${language}/problems.json`) as Record<string, unknown>,
  )
  known.set(language, words)
  return words
}
