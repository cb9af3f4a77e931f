import type { Directory, Named } from '../fields/directory.ts'
import { cached } from '../foundation/cache.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type DirectoryLanguages, readDirectory } from './read-directory.ts'
import { placeFactsFile } from './read-places.ts'

/** The directory as it can be kept. */
interface CachedNames {
  readonly names: readonly (readonly [id: string, named: Named])[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Of many newsrooms with the same names that one process opens, the names are read once. */
let lastRead: { readonly key: string; readonly value: CachedNames } | undefined

/**
 * The directory from a cache while its files are the same: checking a thousand names takes longer than realising an
 * article.
 */
export function cachedDirectory(
  workspace: Workspace,
  { languages, unpublished = [], classesOf }: DirectoryLanguages,
): { directory: Directory; diagnostics: readonly Diagnostic[] } {
  const ofLanguages = [...languages, ...unpublished].flatMap(language =>
    ['places.yaml', 'grammar.yaml'].map(file => `locales/${language}/${file}`),
  )
  const grounds = {
    paths: [...workspace.list('content/directory'), ...ofLanguages, placeFactsFile],
    rooms: ['directory', 'fields', 'foundation', 'yaml'],
    more: [languages.join(), unpublished.join(), JSON.stringify(workspace.strays?.('content/directory'))].join('\0'),
  }
  const { names, diagnostics } = cached(workspace, 'names', grounds, key => {
    if (key !== undefined && lastRead?.key === key) return lastRead.value
    const read = readDirectory(workspace, { languages, unpublished, ...(classesOf && { classesOf }) })
    const value: CachedNames = { names: [...read.directory.names], diagnostics: read.diagnostics }
    if (key !== undefined) lastRead = { key, value }
    return value
  })
  return { directory: { names: new Map(names) }, diagnostics }
}
