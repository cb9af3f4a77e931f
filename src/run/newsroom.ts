import { type IncidentFile, incidentsAstray, incidentsFolder, linkProblems } from '../incident/list-incidents.ts'
import type { Site } from '../incident/newsroom.ts'
import { type IncidentReading, type ReadingContext, readIncident } from '../incident/read-incident.ts'
import { readSite } from '../incident/read-site.ts'
import { readText } from '../incident/read-text.ts'
import type { Workspace } from '../incident/workspace.ts'
import type { Edition } from '../language/edition.ts'
import type { Problem } from '../problem/problem.ts'
import { readEditionFile } from './edition-files.ts'
import { knownEditions } from './edition-ids.ts'
import { rememberedDirectory } from './names-memory.ts'
import { sameTags } from './same-tags.ts'
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
  const published = readEditions(workspace, site.editions)
  // Editions that are not published can be shown, and the places of their languages are read.
  const others = readEditions(
    workspace,
    knownEditions(workspace).filter(id => !site.editions.includes(id)),
  )
  const clashing = sameTags(workspace, site, published.editions)
  const misread = [...unset, ...unfit, ...clashing, ...published.problems, ...others.problems]
  if (published.problems.length + clashing.length > 0) return { problems: misread }
  const languages = languagesOf(published.editions)
  const unpublished = languagesOf(others.editions).filter(language => !languages.includes(language))
  const { directory, problems: misnamed } = rememberedDirectory(workspace, languages, unpublished)
  const problems = [...misread, ...misnamed]
  return { newsroom: { workspace, site, context: { directory, site, languages }, problems }, problems }
}

function readEditions(workspace: Workspace, ids: readonly string[]): { editions: Edition[]; problems: Problem[] } {
  const read = ids.map(id => readEditionFile(workspace, id))
  return {
    editions: read.flatMap(({ edition }) => edition ?? []),
    problems: read.flatMap(({ problems }) => problems),
  }
}

/** Languages of editions, each once. */
const languagesOf = (editions: readonly Edition[]): string[] => [...new Set(editions.map(({ language }) => language))]

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
