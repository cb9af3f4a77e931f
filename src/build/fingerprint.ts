import { createHash } from 'node:crypto'
import type { Workspace } from '../foundation/workspace.ts'
import { readSite } from '../settings/read-settings.ts'

/**
 * Digest of all that every article rests on beside its own file: settings, directory, locales, templates, and whatever
 * is given besides. When it changes, everything is told anew.
 */
export function fingerprintOf(workspace: Workspace, rest: readonly string[]): string {
  const hash = createHash('sha256')
  const paths = ['content/site.yaml', ...['content/directory', 'locales', 'templates'].flatMap(workspace.list)]
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(workspace.read(path) ?? '')
      .update('\0')
  // What is not read is complained of, and the mark is served beside the pages.
  const strays = ['content/directory', 'locales', 'templates'].flatMap(folder => workspace.strays?.(folder) ?? [])
  hash.update(JSON.stringify(strays))
  const { logo } = readSite(workspace).site ?? {}
  if (logo !== undefined) hash.update(workspace.read(logo) ?? 'absent').update('\0')
  for (const part of rest) hash.update(`${part}\0`)
  return hash.digest('base64url')
}
