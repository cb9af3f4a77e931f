import { digestOfAll } from '../foundation/digest.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { readSite } from '../settings/read-settings.ts'

/**
 * Digest of all that every article rests on beside its own file: settings, directory, locales, templates, and whatever
 * is given besides. When it changes, everything is told anew.
 */
export function fingerprintOf(workspace: Workspace, rest: readonly string[]): string {
  return digestOfAll(fingerprintPieces(workspace, rest))
}

function* fingerprintPieces(workspace: Workspace, rest: readonly string[]): Generator<string | Uint8Array> {
  const paths = ['content/site.yaml', ...['content/directory', 'locales', 'templates'].flatMap(workspace.list)]
  for (const path of paths) yield* [`${path}\0`, workspace.read(path) ?? '', '\0']
  // What is not read is complained of, and the mark is served beside the pages.
  const strays = ['content/directory', 'locales', 'templates'].flatMap(folder => workspace.strays?.(folder) ?? [])
  yield JSON.stringify(strays)
  const { logo } = readSite(workspace).site ?? {}
  if (logo !== undefined) yield* [workspace.read(logo) ?? 'absent', '\0']
  for (const part of rest) yield `${part}\0`
}
