import { createRequire } from 'node:module'

const need = createRequire(import.meta.url)

/** A package that is read when it is first asked for, and once: large ones that most runs do not need. */
export function loadedOnDemand<Package>(name: string): () => Package {
  let loaded: { readonly content: Package } | undefined
  return () => {
    loaded ??= { content: need(name) as Package }
    return loaded.content
  }
}
