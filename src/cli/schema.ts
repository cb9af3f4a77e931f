import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { referencePage } from '../incident/reference.ts'
import { incidentSchemaJson } from '../incident/schema.ts'
import { jsonText } from './json-text.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from './usage.ts'

export interface SchemaOptions {
  readonly check?: boolean
}

/**
 * `schema`: writes the JSON Schema of an incident and its reference page, both made from the shapes that read incidents;
 * with `--check` only says whether they are up to date. The hand-written beginning of the page stays.
 */
export function schema({ check = false }: SchemaOptions, { workspace }: Settings, terminal: Terminal): number {
  const { root } = workspace
  const page = 'docs/incident-file.md'
  const made = {
    'schema/incident.schema.json': jsonText(incidentSchemaJson()),
    [page]: referencePage(textIn(root, page) ?? ''),
  }
  let stale = false
  for (const [path, text] of Object.entries(made)) {
    const current = textIn(root, path) === text
    if (!current && !check) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    stale ||= !current && check
    terminal.tell(`${terminal.say(`schema.${current ? 'current' : check ? 'stale' : 'written'}`, { path })}\n`)
  }
  return stale ? INPUT_HAS_ERRORS : DONE
}

/** Only the newsroom's own file: a lent one is not to be written over. */
function textIn(root: string, path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
}
