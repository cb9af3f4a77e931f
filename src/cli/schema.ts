import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'

export interface SchemaOptions {
  readonly check?: boolean
}

/** `schema`: writes the JSON Schema of an incident and its reference page, or checks that they are up to date. */
export function schema(_options: SchemaOptions, _settings: Settings, _terminal: Terminal): number {
  return 0
}
