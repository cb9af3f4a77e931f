import type { Site } from '../incident/newsroom.ts'
import type { Workspace } from '../incident/workspace.ts'
import type { House } from '../site/house.ts'
import { Refusal } from '../site/output/refusal.ts'
import { openTemplates } from '../site/templates.ts'
import type { OpenEdition } from './editions.ts'
import { templatesIn, textOf } from './files.ts'
import { voicesOf } from './voices.ts'

/** What the pages of the editions are made with. Throws what `openTemplates` throws, and a `Refusal` for a missing file. */
export function openHouse(workspace: Workspace, site: Site, editions: readonly OpenEdition[]): House {
  return {
    site,
    voices: voicesOf(workspace, editions),
    templates: openTemplates(templatesIn(workspace, 'templates/page')),
    style: textOf(workspace, 'templates/page/style.css') + coloursOf(site),
    script: textOf(workspace, 'templates/page/site.js'),
    ...logoOf(workspace, site),
  }
}

/** The newsroom's colours, over those of the style sheet. */
function coloursOf({ colours }: Site): string {
  const rules = (palette: Readonly<Record<string, string>> | undefined) =>
    Object.entries(palette ?? {})
      .map(([name, colour]) => `--${name}: ${colour};`)
      .join(' ')
  const light = rules(colours?.light)
  const dark = rules(colours?.dark)
  return [
    ...(light ? [`\n@media screen {\n  :root { ${light} }\n}\n`] : []),
    ...(dark ? [`\n@media screen and (prefers-color-scheme: dark) {\n  :root { ${dark} }\n}\n`] : []),
  ].join('')
}

/** The newsroom's mark, as it is served. Throws a `Refusal` when the file is not there. */
function logoOf(workspace: Workspace, { logo }: Site): Pick<House, 'logo'> {
  if (logo === undefined) return {}
  const bytes = workspace.read(logo)
  if (bytes === undefined) throw new Refusal('missing-file', { path: logo })
  return { logo: { path: `logo${logo.slice(logo.lastIndexOf('.'))}`, bytes } }
}
