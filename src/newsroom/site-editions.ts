import type { Workspace } from '../foundation/workspace.ts'
import { openSiteEditions, type SiteEdition } from '../site/site-context.ts'
import { type OpenEdition, siteWords } from './open-editions.ts'

/** The site editions of editions, with the newsroom's messages; no template is opened. */
export function siteEditionsOf(workspace: Workspace, editions: readonly OpenEdition[]): SiteEdition[] {
  return openSiteEditions(
    editions.map(({ edition, realiser }) => ({
      locale: realiser.locale,
      words: siteWords(workspace, edition.language),
    })),
  )
}
