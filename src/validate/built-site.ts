/** A built site as files, passed in: nothing in this folder reads a disk. */
export interface BuiltSite {
  /** Address of the site's root, with a final slash. */
  readonly base: string
  /** Paths from the site's root, with `/`. */
  readonly files: readonly string[]
  readonly text: (path: string) => string
  readonly bytes: (path: string) => Uint8Array
}

/** A rule that a file breaks. `rule` is looked up in `problems.json`, under `output`. */
export interface SiteDiagnostic {
  readonly file: string
  readonly rule: string
  /** The value that breaks it: an address, a property, a number. */
  readonly detail: string
}

/** Path of the file at an address of the site; `undefined` for another site's address. */
export function fileAt(address: string, { base }: Pick<BuiltSite, 'base'>): string | undefined {
  const bare = address.replace(/[?#].*$/s, '')
  if (!bare.startsWith(base)) return undefined
  const path = decoded(bare.slice(base.length))
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Full address of a file: its folder for an index. */
export function addressOf(file: string, { base }: Pick<BuiltSite, 'base'>): string {
  return base + file.replace(/(^|\/)index\.html$/, '$1')
}
