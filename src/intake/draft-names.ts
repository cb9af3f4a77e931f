import type { Directory, Named, NamedKind } from '../fields/directory.ts'
import { spellings } from '../fields/name-lookup.ts'
import { placeNamed } from '../fields/place-names.ts'
import { plain } from '../foundation/nearest-word.ts'

/** The names of a newsroom as feeds may write them. */
export interface NamesForFeeds {
  /** A service by its name, or by what an editor noted that this feed calls it. */
  readonly service: (name: string) => Named | undefined
  readonly company: (name: string) => Named | undefined
  /** The channel that statements of a status page stand in, where the newsroom has one. */
  readonly channel: Named | undefined
  readonly place: (name: string) => Named | undefined
  /** Services of a company that a title names. */
  readonly inTitle: (title: string, company: Named | undefined) => readonly Named[]
}

const SERVICES: readonly NamedKind[] = ['service', 'channel']
const COMPANIES: readonly NamedKind[] = ['company', 'service', 'authority', 'agency']

/**
 * Looks names of feeds up in the directory: as they are written there in any language, or by an alias, exactly. Nothing
 * is guessed from what merely looks alike.
 *
 * @param aliases what feeds write → an id of the directory
 */
export function feedNames(directory: Directory, aliases: ReadonlyMap<string, string>): NamesForFeeds {
  const index = indexOf(directory)
  const byAlias = new Map([...aliases].map(([alias, id]) => [plain(alias), id]))
  const find = (name: string, kinds: readonly NamedKind[]): Named | undefined => {
    const alias = byAlias.get(plain(name))
    const aliased = alias === undefined ? undefined : directory.names.get(alias)
    if (aliased && kinds.includes(aliased.kind)) return aliased
    return (index.get(plain(name)) ?? [])
      .filter(({ kind }) => kinds.includes(kind))
      .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))[0]
  }
  return {
    service: name => find(name, SERVICES),
    company: name => find(name, COMPANIES),
    channel: directory.names.get('status-page'),
    place: name => placeOf(directory, byAlias, name),
    inTitle: (title, company) =>
      [...directory.names.values()].filter(
        one =>
          SERVICES.includes(one.kind) &&
          !one.common &&
          company !== undefined &&
          (one.company === company.id || one.id === company.id) &&
          spellings(one).some(spelling => spelling !== one.id && hasWords(title, spelling)),
      ),
  }
}

const indexes = new WeakMap<Directory, Map<string, Named[]>>()

function indexOf(directory: Directory): Map<string, Named[]> {
  const known = indexes.get(directory)
  if (known) return known
  const index = new Map<string, Named[]>()
  for (const named of directory.names.values()) {
    if (named.kind === 'place') continue
    for (const spelling of new Set(spellings(named).map(plain)))
      index.set(spelling, [...(index.get(spelling) ?? []), named])
  }
  indexes.set(directory, index)
  return index
}

/** A place by its name; what stands in brackets, a code of an airport or a region of a host, is none of ours. */
function placeOf(directory: Directory, aliases: ReadonlyMap<string, string>, name: string): Named | undefined {
  const alias = aliases.get(plain(name))
  const aliased = alias === undefined ? undefined : directory.names.get(alias)
  if (aliased?.kind === 'place') return aliased
  const bare = name.replace(/\s*[([].*$/, '').trim()
  // Two capitals alone may be a state, a country or neither.
  return /^[A-Z]{1,3}$/.test(bare) ? undefined : placeNamed(directory, bare)
}

/** Whether a title has these words as words of its own, with the same capitals. */
function hasWords(title: string, words: string): boolean {
  if (words.length < 3) return false
  for (let at = title.indexOf(words); at >= 0; at = title.indexOf(words, at + 1)) {
    const [before, after] = [title.charAt(at - 1), title.charAt(at + words.length)]
    if (
      !/[\p{L}\p{N}./@-]/u.test(before) &&
      !/[\p{L}\p{N}/@-]/u.test(after) &&
      !/^\.\p{L}/u.test(title.slice(at + words.length))
    )
      return true
  }
  return false
}
