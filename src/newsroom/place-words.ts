import { yamlOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'

/** Names of a place in one language, as its file has them. */
interface PlaceWords {
  readonly name?: string
  readonly demonym?: string
}

/**
 * Names of places that are one word, and their adjectives: a text that begins with one of them keeps its capital within a
 * sentence, "Swiss airspace is closed". Read when the first text asks for it.
 */
export function placeWords(workspace: Workspace, language: string): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | undefined
  return () => {
    known ??= wordsOf(workspace, `locales/${language}/places.yaml`)
    return known
  }
}

function wordsOf(workspace: Workspace, file: string): ReadonlySet<string> {
  if (workspace.read(file) === undefined) return new Set()
  const places = Object.values(yamlOf(workspace, file)) as readonly PlaceWords[]
  const words = places.flatMap(({ name, demonym }) => [name ?? '', demonym ?? ''])
  // Of several words the first may be any: "New outages", « Nouvelle panne ».
  return new Set(words.filter(word => /^\p{Lu}\p{Ll}+$/u.test(word)))
}
