import { templatesIn, textOf } from '../foundation/layered-workspace.ts'
import { Refusal } from '../foundation/refusal.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import type { SiteContext, SiteEdition } from '../site/site-context.ts'
import { openTemplates } from '../site/templates.ts'
import type { OpenEdition } from './open-editions.ts'
import { siteEditionsOf } from './site-editions.ts'

/**
 * What the pages of the editions are made with. Throws what `openTemplates` throws, and a `Refusal` for a missing
 * file.
 */
export function openSiteContext(
  workspace: Workspace,
  site: SiteSettings,
  editions: readonly OpenEdition[],
  siteEditions: readonly SiteEdition[] = siteEditionsOf(workspace, editions),
): SiteContext {
  return {
    site,
    siteEditions,
    templates: openTemplates(templatesIn(workspace, 'templates/page')),
    style: textOf(workspace, 'templates/page/style.css') + coloursOf(site),
    script: textOf(workspace, 'templates/page/site.js'),
    liveScript: textOf(workspace, 'templates/page/live.js'),
    bytesOf: path => bytesOf(workspace, path),
    searchScript: textOf(workspace, 'templates/page/search.js'),
    ...logoOf(workspace, site),
  }
}

/** The newsroom's colours, overriding those of the style sheet. */
function coloursOf({ colours }: SiteSettings): string {
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

/** The newsroom's logo, as it is served. Throws a `Refusal` when the file does not exist. */
function logoOf(workspace: Workspace, { logo }: SiteSettings): Pick<SiteContext, 'logo'> {
  if (logo === undefined) return {}
  return { logo: { path: `logo${logo.slice(logo.lastIndexOf('.'))}`, bytes: bytesOf(workspace, logo) } }
}

function bytesOf(workspace: Workspace, path: string): Uint8Array {
  const bytes = workspace.read(path)
  if (bytes === undefined) throw new Refusal('missing-file', { path })
  return bytes
}
