import type { Workspace } from '../foundation/workspace.ts'

/** Ids of every edition there is, published or not. */
export function knownEditions(workspace: Workspace): string[] {
  return workspace.list('locales/editions').flatMap(path => /^locales\/editions\/([^/]+)\.yaml$/.exec(path)?.[1] ?? [])
}
