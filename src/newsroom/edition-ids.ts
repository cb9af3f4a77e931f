import type { Workspace } from '../foundation/workspace.ts'

/** Ids of all editions, published or not. */
export function knownEditions(workspace: Workspace): string[] {
  return workspace.list('locales/editions').flatMap(path => /^locales\/editions\/([^/]+)\.yaml$/.exec(path)?.[1] ?? [])
}
