import { incidentSchemaJson } from '../../incident/incident-schema.ts'
import { referencePage } from '../../incident/reference-page.ts'
import type { CommandSettings } from '../command-settings.ts'
import { keepUpToDate, textIn } from '../generated-files.ts'
import type { Terminal } from '../terminal.ts'

export interface SchemaOptions {
  readonly check?: boolean
}

/**
 * `schema`: writes the JSON Schema of an incident and its reference page, both made from the shapes that read
 * incidents; with `--check` only reports whether they are up to date. The hand-written beginning of the page stays.
 */
export function schema({ check }: SchemaOptions, { workspace }: CommandSettings, terminal: Terminal): number {
  const { root } = workspace
  const page = 'docs/incident-file.md'
  const made = [
    ['schema/incident.schema.json', `${JSON.stringify(incidentSchemaJson(), null, 2)}\n`],
    [page, referencePage(textIn(root, page) ?? '')],
  ] as const
  return keepUpToDate(made, { root, check, stale: 'schema.stale' }, terminal)
}
