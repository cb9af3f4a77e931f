import { matchName } from '../edit/match-name.ts'
import type { Value } from '../edit/write-yaml.ts'
import type { Directory, Named, NamedKind } from '../fields/directory.ts'
import type { Terminal } from './terminal.ts'
import { Usage } from './usage-error.ts'

/** How names on the command line are looked up. */
export interface NameAsked {
  readonly directory: Directory
  /** Whether an unknown name is defined in place. */
  readonly inPlace: boolean
  readonly terminal: Terminal
}

/** The id of a typed name, completed from the directory with a note about it; or the name in place. Throws `Usage`. */
export function nameOf(
  typed: string,
  kinds: readonly NamedKind[],
  { directory, inPlace, terminal }: NameAsked,
): { readonly value: Value; readonly found?: Named } {
  const meant = matchName(typed, directory, kinds)
  if (meant.kind === 'found') {
    const { id, name } = meant.named
    if (id !== typed) terminal.note(`${terminal.say('new.completed', { typed, id, name })}\n`)
    return { value: id, found: meant.named }
  }
  if (inPlace) return { value: { name: typed } }
  const near = meant.near.map(({ id }) => id).join(', ')
  throw new Usage('name', { name: typed, ...(near !== '' && { near, context: 'near' }) })
}
