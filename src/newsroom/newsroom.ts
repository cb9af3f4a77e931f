import { cachedDirectory } from '../directory/directory-cache.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { linkDiagnostics } from '../foundation/workspace-links.ts'
import { incidentsAstray } from '../incident/list-incidents.ts'
import type { ReadingContext } from '../incident/read-incident.ts'
import type { Edition } from '../language/edition.ts'
import { readSite } from '../settings/read-settings.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { clauseReaderIn } from './clause-tenses.ts'
import { readEditionFile } from './edition-files.ts'
import { knownEditions } from './edition-ids.ts'
import { classesIn, grammarsIn } from './newsroom-grammars.ts'
import { nounsIn } from './noun-genders.ts'
import { sortsIn } from './noun-sorts.ts'
import { siteDiagnostics } from './settings-diagnostics.ts'
import { sameTags } from './tag-clash.ts'
import { unsureSoundsIn } from './unsure-sounds.ts'

/** What every incident is read against, and its diagnostics. */
export interface Newsroom {
  readonly workspace: Workspace
  readonly site: SiteSettings
  readonly context: ReadingContext
  readonly diagnostics: readonly Diagnostic[]
}

/** Folders in which a newsroom's files override the program's. */
const OWN = ['locales', 'templates'] as const

/**
 * Reads the newsroom's settings and names; without settings, editions or a folder for incidents there is no newsroom,
 * only diagnostics.
 */
export function openNewsroom(workspace: Workspace): { newsroom?: Newsroom; diagnostics: readonly Diagnostic[] } {
  const { site, diagnostics: unset } = readSite(workspace)
  const lost = incidentsAstray(workspace)
  if (!site || lost) return { diagnostics: lost ? [...unset, lost] : unset }
  const unfit = [...siteDiagnostics(workspace, site), ...OWN.flatMap(folder => linkDiagnostics(workspace, folder))]
  if (site.editions.some(id => !knownEditions(workspace).includes(id))) return { diagnostics: [...unset, ...unfit] }
  const published = readEditions(workspace, site.editions)
  // Editions that are not published can be shown, and the places of their languages are read.
  const others = readEditions(
    workspace,
    knownEditions(workspace).filter(id => !site.editions.includes(id)),
  )
  const clashing = sameTags(workspace, site, published.editions)
  const misread = [...unset, ...unfit, ...clashing, ...published.diagnostics, ...others.diagnostics]
  if (published.diagnostics.length + clashing.length > 0) return { diagnostics: misread }
  const languages = languagesOf(published.editions)
  const unpublished = languagesOf(others.editions).filter(language => !languages.includes(language))
  const grammarOf = grammarsIn(workspace)
  const classesOf = classesIn(grammarOf)
  const { directory, diagnostics: misnamed } = cachedDirectory(workspace, { languages, unpublished, classesOf })
  const diagnostics = [...misread, ...misnamed]
  return {
    newsroom: {
      workspace,
      site,
      context: {
        directory,
        site,
        languages,
        nouns: nounsIn(workspace, grammarOf),
        classesOf,
        ...clauseReaderIn(workspace),
        sorts: sortsIn(grammarOf),
        unsureSound: unsureSoundsIn(grammarOf),
        pictures: workspace,
        zones: [...new Set(published.editions.map(({ zone }) => zone))],
      },
      diagnostics,
    },
    diagnostics,
  }
}

function readEditions(
  workspace: Workspace,
  ids: readonly string[],
): { editions: Edition[]; diagnostics: Diagnostic[] } {
  const read = ids.map(id => readEditionFile(workspace, id))
  return {
    editions: read.flatMap(({ edition }) => edition ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** Languages of editions, without duplicates. */
const languagesOf = (editions: readonly Edition[]): string[] => [...new Set(editions.map(({ language }) => language))]
