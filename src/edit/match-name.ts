import type { Directory, Named, NamedKind } from '../fields/directory.ts'
import { nearestName, spellings } from '../fields/name-lookup.ts'
import { plain } from '../foundation/nearest-word.ts'

/** What a typed name refers to: one name of the directory, or several candidates. */
export type MatchedName =
  | { readonly kind: 'found'; readonly named: Named }
  | { readonly kind: 'unclear'; readonly near: readonly Named[] }

/**
 * Completes a name from the directory: written exactly in any language, or the beginning of only one, or misspelt and
 * similar to only one.
 * @example meantBy('insta', directory, ['service']) // Instagram
 */
export function matchName(typed: string, directory: Directory, kinds: readonly NamedKind[]): MatchedName {
  const wanted = plain(typed)
  const all = [...directory.names.values()].filter(({ kind }) => kinds.includes(kind))
  const exact = all.filter(named => spellings(named).some(spelling => plain(spelling) === wanted))
  const [only] = exact
  if (only && wanted !== '') return { kind: 'found', named: exact.find(({ id }) => id === typed) ?? only }
  const begun = wanted === '' ? [] : all.filter(named => spellings(named).some(one => plain(one).startsWith(wanted)))
  if (begun.length === 1 && begun[0]) return { kind: 'found', named: begun[0] }
  if (begun.length > 1) return { kind: 'unclear', near: begun.slice(0, 8) }
  const near = nearestName(directory, typed, kinds)
  return { kind: 'unclear', near: near ? [near] : [] }
}

/** Ids that a typed beginning may be completed to, best known first. */
export function completionsOf(typed: string, directory: Directory, kinds: readonly NamedKind[]): string[] {
  const wanted = plain(typed)
  return [...directory.names.values()]
    .filter(named => kinds.includes(named.kind) && spellings(named).some(one => plain(one).startsWith(wanted)))
    .sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
