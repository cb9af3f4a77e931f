import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { loose, textAt } from './feed-json.ts'

/** What feeds call the names of the directory: `content/feed-names.yaml`, which anybody may edit. */
export const ALIAS_FILE = 'content/feed-names.yaml'

/** Reads the aliases: what a feed writes → an id of the directory. None where there is no such file. */
export function readFeedAliases(workspace: Workspace): ReadonlyMap<string, string> {
  const parsed = parseYaml(readText(workspace, ALIAS_FILE).text ?? '')
  const file = parsed.ok ? loose(parsed.value) : {}
  return new Map(Object.keys(file).flatMap(name => (textAt(file, name) === '' ? [] : [[name, textAt(file, name)]])))
}
