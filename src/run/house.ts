import type { Site } from '../incident/newsroom.ts'
import type { Workspace } from '../incident/workspace.ts'
import { type House, openVoices } from '../site/house.ts'
import { openTemplates } from '../site/templates.ts'
import { type OpenEdition, siteWords } from './editions.ts'
import { templatesIn, textOf } from './files.ts'

/** What the pages of the editions are made with. Throws what `openTemplates` throws, and a `Refusal` for a missing file. */
export function openHouse(workspace: Workspace, site: Site, editions: readonly OpenEdition[]): House {
  return {
    site,
    voices: openVoices(
      editions.map(({ edition, teller }) => ({
        tongue: teller.tongue,
        words: siteWords(workspace, edition.language),
      })),
    ),
    templates: openTemplates(templatesIn(workspace, 'templates/page')),
    style: textOf(workspace, 'templates/page/style.css'),
  }
}
