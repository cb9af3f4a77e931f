import { jsonOf } from '../../foundation/layered-workspace.ts'
import { incidentSchemaJson } from '../../incident/incident-schema.ts'
import { type FieldExamples, referencePage } from '../../incident/reference-page.ts'
import { referenceWords } from '../../incident/reference-words.ts'
import { messageLanguages } from '../../newsroom/editor-language.ts'
import type { CommandSettings } from '../command-settings.ts'
import { keepUpToDate, textIn } from '../generated-files.ts'
import type { Terminal } from '../terminal.ts'

export interface SchemaOptions {
  readonly check?: boolean
}

/**
 * `schema`: writes the JSON Schema of an incident and its reference page in every language of the messages, made from the
 * shapes that read incidents; with `--check` only reports whether they are up to date. The hand-written beginning of a
 * page stays.
 */
export function schema({ check }: SchemaOptions, { workspace, program }: CommandSettings, terminal: Terminal): number {
  const { root } = workspace
  const examples = jsonOf(program, 'schema/field-examples.json') as FieldExamples
  const pages = messageLanguages(program).map((language): [string, string] => {
    const words = referenceWords(jsonOf(program, `locales/${language}/fields.json`))
    const page = words.label('file')
    return [page, referencePage(textIn(root, page) ?? '', words, examples)]
  })
  const made: [string, string][] = [
    ['schema/incident.schema.json', `${JSON.stringify(incidentSchemaJson(), null, 2)}\n`],
    ...pages,
  ]
  return keepUpToDate(made, { root, check, stale: 'schema.stale' }, terminal)
}
