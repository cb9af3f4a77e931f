import { type Code, type Complaints, problem } from '../incident/complaint.ts'
import { nearest } from '../incident/nearest.ts'
import type { Site } from '../incident/newsroom.ts'
import { siteFile } from '../incident/read-site.ts'
import { readText } from '../incident/read-text.ts'
import type { Workspace } from '../incident/workspace.ts'
import { linesOf } from '../incident/yaml/document.ts'
import type { Problem } from '../problem/problem.ts'
import { knownEditions } from './edition-ids.ts'

/** Where the colours have their names. */
const STYLE = 'templates/page/style.css'

/** What the newsroom's settings name and the workspace does not have: editions, the logo, colours. */
export function siteProblems(workspace: Workspace, site: Site): Problem[] {
  const found: Problem[] = []
  const complain = <C extends Code>(code: C, facts: Complaints[C], pointer: string, part?: 'key') => {
    const { text = '' } = readText(workspace, siteFile)
    found.push(problem(code, facts, linesOf(text, siteFile)(pointer, part)))
  }
  const editions = knownEditions(workspace)
  for (const [at, edition] of site.editions.entries()) {
    if (editions.includes(edition)) continue
    const facts = { edition, known: editions.join(', '), nearest: nearest(edition, editions) ?? '' }
    complain('site/unknown-edition', facts, `/editions/${at}`)
  }
  const { logo, colours = {} } = site
  if (logo !== undefined && workspace.size(logo) === undefined) complain('site/logo-missing', { path: logo }, '/logo')
  for (const [shade, palette] of Object.entries(colours)) {
    for (const name of Object.keys(palette ?? {})) {
      const { text: style = '' } = readText(workspace, STYLE)
      if (style.includes(`--${name}:`)) continue
      const known = coloursIn(style)
      const facts = { name, known: known.join(', '), nearest: nearest(name, known) ?? '' }
      complain('site/unknown-colour', facts, `/colours/${shade}/${name}`, 'key')
    }
  }
  return found
}

/** Names that the style sheet gives a colour, each once: `--accent: #9b1c12`. */
function coloursIn(style: string): string[] {
  return [...new Set([...style.matchAll(/--([a-z][a-z-]*)\s*:\s*#/g)].map(([, name = '']) => name))]
}
