import { load } from 'js-yaml'
import type { Incident } from '../incident/incident.ts'
import { readIncident } from '../incident/read-incident.ts'
import type { Workspace } from '../incident/workspace.ts'
import { knownEditions } from '../run/edition-ids.ts'
import { openEditions } from '../run/editions.ts'
import { textOf, yamlOf } from '../run/files.ts'
import type { Newsroom } from '../run/newsroom.ts'
import { readRulebook } from './rulebook.ts'
import { specimenOf } from './specimen.ts'

interface Plan {
  readonly names: readonly string[]
  readonly places: readonly string[]
  readonly incidents: readonly Record<string, unknown>[]
}

/** The specimen page of every edition, by path. */
export async function specimenPages(workspace: Workspace, { site, context }: Newsroom): Promise<Map<string, string>> {
  const plan = load(textOf(workspace, 'bench/specimen.yaml')) as Plan
  const named = (ids: readonly string[]) => ids.flatMap(id => context.directory.names.get(id) ?? [])
  const incidents = plan.incidents.map((fields, nth) => read(fields, nth, context))
  const pages = new Map<string, string>()
  for (const { edition, teller } of await openEditions(workspace, site, knownEditions(workspace))) {
    const file = `locales/${edition.language}/proof.yaml`
    const titles = readRulebook(yamlOf(workspace, file), file).specimen
    const parts = { titles, names: named(plan.names), places: named(plan.places), incidents }
    pages.set(`docs/specimens/${edition.id}.md`, specimenOf(teller, parts))
  }
  return pages
}

function read(fields: Record<string, unknown>, nth: number, context: Newsroom['context']): Incident {
  const file = `specimen-${nth + 1}.yaml`
  const { incident, problems } = readIncident({ file, text: JSON.stringify(fields, null, 1) }, context)
  if (!incident)
    throw new Error(`bench/specimen.yaml, incident ${nth + 1}: ${problems.map(({ code }) => code).join(', ')}`)
  return incident
}
