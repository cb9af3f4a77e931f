import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { DiagnosticWords } from '../foundation/diagnostic-words.ts'
import { toJson } from '../foundation/show-diagnostic.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { incidentId } from '../incident/list-incidents.ts'
import type { Edition } from '../language/edition.ts'
import { emptyTrace, type Trace } from '../site/trace.ts'
import { type EditionReading, readEditionFile } from './edition-files.ts'
import { knownEditions } from './edition-ids.ts'
import type { IncidentService, LoadedIncident } from './incident-service.ts'
import { absentDiagnostic, orDiagnostics } from './refusal-diagnostics.ts'
import { type ToldArticle, toldArticle } from './told-article.ts'

/** What is to be told: an incident by its id or its path, or a text in hand, in the place of a file or of none. */
export type TellSource = string | { readonly text: string; readonly file?: string }

/** The file that a text in hand stands for where nobody says which. */
export const NO_FILE = 'incident.yaml'

/** What came of telling; without an article, `json` has the same shape and is empty. */
export interface ToldSource {
  readonly json: Trace
  readonly article?: ToldArticle
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Tells an incident or a text in one edition, in every form. Whatever somebody can mend is a diagnostic; then, unless it is a
 * warning, there is no article.
 *
 * @param asked id of the edition; by default the first that the site publishes
 */
export async function tellSource(
  service: IncidentService,
  source: TellSource,
  asked: string | undefined,
  words: DiagnosticWords,
): Promise<ToldSource> {
  const { workspace, site } = service.newsroom
  const id = asked ?? site.editions[0] ?? ''
  const edition = await editionAsked(workspace, id)
  const loaded = edition.edition ? load(service, source) : edition
  const told = await orDiagnostics(workspace, () => articleIn(service, loaded, id, words))
  const diagnostics = [...loaded.diagnostics, ...told.diagnostics]
  if ('article' in told && told.article) return { json: told.article.json, article: told.article, diagnostics }
  const problems = diagnostics.map(one => toJson(one, words))
  return { json: untold(source, edition.edition, problems), diagnostics }
}

/** The edition as its file says it; without one, why. */
async function editionAsked(workspace: Workspace, id: string): Promise<EditionReading> {
  const known = knownEditions(workspace)
  if (!known.includes(id)) return { diagnostics: [absentDiagnostic('usage/edition', id, known)] }
  return orDiagnostics(workspace, () => readEditionFile(workspace, id))
}

/** What is given for an incident that cannot be told: the shape of the data, and the problems. */
export function untold(source: TellSource, edition: Edition | undefined, problems: readonly object[]): Trace {
  return emptyTrace(incidentId(typeof source === 'string' ? source : (source.file ?? NO_FILE)), edition, problems)
}

function load(service: IncidentService, source: TellSource): LoadedIncident {
  const { files } = service.list()
  const asked = typeof source === 'string' ? source : source.file
  const known = files.find(({ id, file }) => file === asked || (id === asked && typeof source === 'string'))
  if (typeof source !== 'string')
    return known ? service.load(known, source.text) : service.read({ file: asked ?? NO_FILE, text: source.text })
  if (known) return service.load(known)
  const ids = files.map(({ id }) => id)
  return { diagnostics: [absentDiagnostic('usage/id', source, ids)] }
}

/** The article in an edition; beside it the incident is told in those of the site, which its page names. */
async function articleIn(
  service: IncidentService,
  { incident, text = '', diagnostics }: LoadedIncident,
  id: string,
  words: DiagnosticWords,
): Promise<{ article?: ToldArticle | undefined; diagnostics: readonly Diagnostic[] }> {
  if (!incident) return { diagnostics: [] }
  const { editions: published } = service.newsroom.site
  const editions = await service.inEditions(published.includes(id) ? published : [...published, id])
  const realised = editions.realise(incident)
  const article = realised.articles.find(({ edition }) => edition === id)
  const problems = diagnostics.map(one => toJson(one, words))
  return { article: article && toldArticle(article, realised, editions, text, problems), diagnostics: [] }
}
