import { digestOfAll } from '../foundation/digest.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { readSite } from '../settings/read-settings.ts'

/**
 * Digest of everything all articles depend on beside their own file: settings, directory, locales, templates, and
 * whatever else is passed. When it changes, every article is made again.
 */
export function fingerprintOf(workspace: Workspace, rest: readonly string[]): string {
  return digestOfAll(fingerprintPieces(workspace, rest))
}

function* fingerprintPieces(workspace: Workspace, rest: readonly string[]): Generator<string | Uint8Array> {
  const paths = ['content/site.yaml', ...['content/directory', 'locales', 'templates'].flatMap(workspace.list)]
  for (const path of paths) yield* [`${path}\0`, workspace.read(path) ?? '', '\0']
  // Files that are skipped cause diagnostics, and the logo is served beside the pages.
  const strays = ['content/directory', 'locales', 'templates'].flatMap(folder => workspace.strays?.(folder) ?? [])
  yield JSON.stringify(strays)
  const { logo } = readSite(workspace).site ?? {}
  if (logo !== undefined) yield* [workspace.read(logo) ?? 'absent', '\0']
  for (const part of rest) yield `${part}\0`
}
