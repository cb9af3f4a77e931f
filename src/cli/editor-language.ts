import type { Workspace } from '../foundation/workspace.ts'
import { editionOf } from '../newsroom/edition-files.ts'
import { readSite } from '../settings/read-settings.ts'

/** Languages the command line speaks: those that have a `cli.json`. */
export function spokenLanguages(workspace: Workspace): string[] {
  return workspace.list('locales').flatMap(path => /^locales\/([^/]+)\/cli\.json$/.exec(path)?.[1] ?? [])
}

/**
 * The editor's language: what is asked for, else the system's locale, else that of the site's first edition, else the
 * first there is. `undefined` when one is asked for that the program does not speak.
 */
export function editorLanguage(
  workspace: Workspace,
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const spoken = spokenLanguages(workspace)
  if (asked !== undefined) return spoken.find(language => language === primary(asked))
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const system = primary(LC_ALL || LC_MESSAGES || LANG || '')
  return spoken.find(language => language === system) ?? siteLanguage(workspace, spoken) ?? spoken[0] ?? ''
}

/** `xx` of `xx_YY.UTF-8`, of `xx-YY`, of `xx`. */
function primary(locale: string): string {
  return locale.split(/[._@-]/)[0]?.toLowerCase() ?? ''
}

/** A newsroom whose settings cannot be read still gets its complaints in some language. */
function siteLanguage(workspace: Workspace, spoken: readonly string[]): string | undefined {
  try {
    const [first] = readSite(workspace).site?.editions ?? []
    if (first === undefined) return undefined
    const { language } = editionOf(workspace, first)
    return spoken.find(known => known === language)
  } catch {
    return undefined
  }
}
