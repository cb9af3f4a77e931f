import { type IncidentFile, incidentsAstray, incidentsFolder, linkProblems } from '../incident/list-incidents.ts'
import type { Site } from '../incident/newsroom.ts'
import { type IncidentReading, type ReadingContext, readIncident } from '../incident/read-incident.ts'
import { readSite } from '../incident/read-site.ts'
import { readText } from '../incident/read-text.ts'
import type { Workspace } from '../incident/workspace.ts'
import { readEdition } from '../language/tongue.ts'
import type { Problem } from '../problem/problem.ts'
import { knownEditions } from './edition-ids.ts'
import { yamlOf } from './files.ts'
import { rememberedDirectory } from './names-memory.ts'
import { siteProblems } from './site-problems.ts'

/** What every incident is read against, and what is wrong with it. */
export interface Newsroom {
  readonly workspace: Workspace
  readonly site: Site
  readonly context: ReadingContext
  readonly problems: readonly Problem[]
}

/** Folders of the newsroom's own that stand before the program's. */
const OWN = ['locales', 'templates'] as const

/** Reads the newsroom's settings and names; without settings, editions or a place for incidents there is no newsroom, only problems. */
export function openNewsroom(workspace: Workspace): { newsroom?: Newsroom; problems: readonly Problem[] } {
  const { site, problems: unset } = readSite(workspace)
  const lost = incidentsAstray(workspace)
  if (!site || lost) return { problems: lost ? [...unset, lost] : unset }
  const unfit = [...siteProblems(workspace, site), ...OWN.flatMap(folder => linkProblems(workspace, folder))]
  if (site.editions.some(id => !knownEditions(workspace).includes(id))) return { problems: [...unset, ...unfit] }
  const languages = languagesOf(workspace, site)
  const { directory, problems: misnamed } = rememberedDirectory(
    workspace,
    languages,
    unpublishedLanguages(workspace, languages),
  )
  const problems = [...unset, ...unfit, ...misnamed]
  return { newsroom: { workspace, site, context: { directory, site, languages }, problems }, problems }
}

/** Languages that have an edition but are not published: articles in them can be shown, and their places are read. */
function unpublishedLanguages(workspace: Workspace, published: readonly string[]): string[] {
  const all = knownEditions(workspace).map(id => readEdition(yamlOf(workspace, `locales/editions/${id}.yaml`)).language)
  return [...new Set(all)].filter(language => !published.includes(language))
}

/** Languages of the editions a site publishes, each once. */
export function languagesOf(workspace: Workspace, site: Site): string[] {
  const editions = site.editions.map(id => readEdition(yamlOf(workspace, `locales/editions/${id}.yaml`)))
  return [...new Set(editions.map(({ language }) => language))]
}

/** Reads one incident and the hand-written texts beside it. */
export function readOne({ workspace, context }: Newsroom, { file, companions }: IncidentFile): IncidentReading {
  const own = readText(workspace, file)
  if (own.text === undefined) return { problems: own.problems }
  const beside = companions.map(path => ({ file: path, ...readText(workspace, path) }))
  const { incident, problems } = readIncident(
    {
      file,
      text: own.text,
      companions: beside.flatMap(({ file, text }) => (text === undefined ? [] : { file, text })),
    },
    { ...context, inContent: file.startsWith(`${incidentsFolder}/`) },
  )
  const all = [...own.problems, ...beside.flatMap(({ problems }) => problems), ...problems]
  const sound = incident !== undefined && !all.some(({ severity }) => severity === 'error')
  return { ...(sound && { incident }), problems: all }
}
