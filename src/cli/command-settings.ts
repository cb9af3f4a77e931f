import { nearest } from '../foundation/nearest-word.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { knownEditions } from '../newsroom/edition-ids.ts'
import type { Invocation } from './invocation.ts'
import { Usage } from './usage-error.ts'

/** Settings of every command. */
export interface CommandSettings {
  readonly workspace: Workspace
  /** Folder of the program, with the default templates and locales. */
  readonly program: Workspace
  readonly invocation: Invocation
}

/** Editions as typed: `a,b`. Throws `Usage` for an unknown one. */
export function editionsAsked(workspace: Workspace, typed: string | undefined): string[] {
  if (typed === undefined) return []
  const known = knownEditions(workspace)
  const asked = [...new Set(typed.split(',').map(id => id.trim()))]
  for (const edition of asked) {
    if (!known.includes(edition))
      throw new Usage('edition', { edition, known: known.join(', '), ...near(edition, known) })
  }
  return asked
}

/** The nearest known word, as slots of a message with a variant for it. */
export function near(word: string, known: Iterable<string>): { near?: string; context?: string } {
  const found = nearest(word, known)
  return found === undefined ? {} : { near: found, context: 'near' }
}
