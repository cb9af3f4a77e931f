import { plain } from '../foundation/nearest-word.ts'
import type { Named, NamedKind } from './directory.ts'
import type { Speaker } from './values.ts'

/** A name that the file being read defines in place, with its attributes as a speaker. */
export interface OwnName {
  readonly named: Named
  readonly manner: Pick<Speaker, 'role' | 'called'>
}

/**
 * Names that the file being read defines in place: each may be used again there, by its name in any language or by the
 * id made of it. One file is read at a time: call `forget` before each.
 */
export interface OwnNames {
  add(named: Named, typed?: readonly string[], manner?: OwnName['manner']): void
  find(typed: string, kinds: readonly NamedKind[]): OwnName | undefined
  forget(): void
}

/** An empty collection of names, for reading files one by one. */
export function openOwnNames(): OwnNames {
  const byPlain = new Map<string, OwnName[]>()
  return {
    add(named, typed = [], manner = {}) {
      const spelled = [
        named.id,
        named.name,
        named.code ?? '',
        ...typed,
        ...Object.values(named.forms).flatMap(({ name }) => name ?? []),
      ]
      for (const key of new Set(spelled.map(plain).filter(Boolean))) {
        const others = (byPlain.get(key) ?? []).filter(one => one.named.kind !== named.kind)
        byPlain.set(key, [...others, { named, manner }])
      }
    },
    find(typed, kinds) {
      const found = byPlain.size === 0 ? [] : (byPlain.get(plain(typed)) ?? [])
      return found.toSorted((a, b) => order(kinds, a) - order(kinds, b)).find(({ named }) => kinds.includes(named.kind))
    },
    forget: () => byPlain.clear(),
  }
}

/** Companies first, when looking for a company. */
const order = (kinds: readonly NamedKind[], { named }: OwnName): number => kinds.indexOf(named.kind)
