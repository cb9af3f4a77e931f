import type { Diagnostic } from '../foundation/diagnostic.ts'
import { type DiagnosticCode, diagnostic, type FactsByCode } from '../foundation/diagnostic-codes.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { siteFile } from '../settings/read-settings.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { linesOf } from '../yaml/pointer-positions.ts'
import { knownEditions } from './edition-ids.ts'

/** The style sheet, which names the colours. */
const STYLE = 'templates/page/style.css'

/** What the newsroom's settings name and the workspace lacks: editions, the logo, colours. */
export function siteDiagnostics(workspace: Workspace, site: SiteSettings): Diagnostic[] {
  const found: Diagnostic[] = []
  const diagnose = <C extends DiagnosticCode>(code: C, facts: FactsByCode[C], pointer: string, part?: 'key') => {
    const { text = '' } = readText(workspace, siteFile)
    found.push(diagnostic(code, facts, linesOf(text, siteFile)(pointer, part)))
  }
  const editions = knownEditions(workspace)
  for (const [at, edition] of site.editions.entries()) {
    if (editions.includes(edition)) continue
    const facts = { edition, known: editions.join(', '), nearest: nearest(edition, editions) ?? '' }
    diagnose('site/unknown-edition', facts, `/editions/${at}`)
  }
  const { logo, colours = {} } = site
  if (logo !== undefined && workspace.size(logo) === undefined) diagnose('site/logo-missing', { path: logo }, '/logo')
  for (const [scheme, palette] of Object.entries(colours)) {
    for (const name of Object.keys(palette ?? {})) {
      const { text: style = '' } = readText(workspace, STYLE)
      if (style.includes(`--${name}:`)) continue
      const known = coloursIn(style)
      const facts = { name, known: known.join(', '), nearest: nearest(name, known) ?? '' }
      diagnose('site/unknown-colour', facts, `/colours/${scheme}/${name}`, 'key')
    }
  }
  return found
}

/** Names that the style sheet gives a colour, each once: `--accent: #9b1c12`. */
function coloursIn(style: string): string[] {
  return [...new Set([...style.matchAll(/--([a-z][a-z-]*)\s*:\s*#/g)].map(([, name = '']) => name))]
}
