import { load } from 'js-yaml'
import { textOf, yamlOf } from '../../src/foundation/layered-workspace.ts'
import type { Workspace } from '../../src/foundation/workspace.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import { knownEditions } from '../../src/newsroom/edition-ids.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { openEditions } from '../../src/newsroom/open-editions.ts'
import { readRulebook } from './rulebook.ts'
import { specimenOf } from './specimen.ts'
import { surenessPage } from './sureness-pages.ts'

interface SpecimenPlan {
  readonly names: readonly string[]
  readonly places: readonly string[]
  readonly incidents: readonly Record<string, unknown>[]
}

/** The specimen page of every edition, by path. */
export async function specimenPages(workspace: Workspace, { site, context }: Newsroom): Promise<Map<string, string>> {
  const plan = load(textOf(workspace, 'tools/proof/specimen.yaml')) as SpecimenPlan
  const named = (ids: readonly string[]) => ids.flatMap(id => context.directory.names.get(id) ?? [])
  const incidents = plan.incidents.map((fields, nth) => read(fields, nth, context))
  const pages = new Map<string, string>()
  for (const { edition, realiser } of await openEditions(workspace, site, knownEditions(workspace))) {
    const file = `locales/${edition.language}/proof.yaml`
    const titles = readRulebook(yamlOf(workspace, file), file).specimen
    const parts = { titles, names: named(plan.names), places: named(plan.places), incidents }
    pages.set(`docs/specimens/${edition.id}.md`, specimenOf(realiser, parts))
    if (edition.id === edition.language)
      pages.set(
        `docs/specimens/sure-${edition.id}.md`,
        surenessPage(realiser, (fields, nth) => read(fields, nth, context)),
      )
  }
  return pages
}

function read(fields: Record<string, unknown>, nth: number, context: Newsroom['context']): Incident {
  const file = `specimen-${nth + 1}.yaml`
  const { incident, diagnostics } = readIncident({ file, text: JSON.stringify(fields, null, 1) }, context)
  if (!incident)
    throw new Error(`tools/proof/specimen.yaml, incident ${nth + 1}: ${diagnostics.map(({ code }) => code).join(', ')}`)
  return incident
}
