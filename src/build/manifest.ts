import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../fields/values.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { digestOf } from '../foundation/digest.ts'
import { isPublic } from '../newsroom/publication-time.ts'
import type { ArticleSummary } from '../site/article-summary.ts'
import type { GeneratedFile, OutputFile } from '../site/output-file.ts'
import type { WrittenFile } from './incident-writer.ts'
import type { Output } from './output.ts'

/** What the manifest holds of one incident. */
export interface ManifestEntry {
  /** Digests of its files: the same key gives the same articles. */
  readonly key: string
  /** Public from this moment on; `null` for a draft, and for an incident that could not be realised. */
  readonly from: Instant | null
  readonly diagnostics: readonly Diagnostic[]
  /** Where its pictures were looked for; absent where it has none. */
  readonly sought?: readonly string[]
  /** Summaries for lists; empty while it is not public. */
  readonly items: readonly ArticleSummary[]
  /** Digest of what its pages show of their neighbours. */
  readonly neighbours: string
  /** Digest of each file made of it, by path. */
  readonly files: Readonly<Record<string, string>>
}

/** The manifest of a build: everything the next one needs to know. */
export interface Manifest {
  readonly fingerprint: string
  /** By incident id. */
  readonly entries: Readonly<Record<string, ManifestEntry>>
  /** Digest of each page that belongs to no incident, by path. */
  readonly pages: Readonly<Record<string, string>>
  /** Key of each of them that is made only when necessary. */
  readonly generatedFiles: Readonly<Record<string, string>>
}

export const MANIFEST = 'manifest.json'

/** A manifest being written, with the last one for comparison. */
export interface OpenManifest {
  /** The entry of an unchanged incident: its inputs are the same, and its files exist. */
  readonly known: (id: string, key: string, now: Instant) => ManifestEntry | undefined
  /** Keeps the files of an unchanged incident, unless the neighbours on its pages have changed. */
  readonly keep: (id: string, neighbours: string) => boolean
  /** Adds an incident; its files are added when they are written. Throws an error of an earlier write. */
  readonly add: (id: string, entry: Omit<ManifestEntry, 'files'>, files?: Promise<readonly WrittenFile[]>) => void
  /** Where the pictures of an incident were looked for last time. */
  readonly soughtBy: (id: string) => readonly string[] | undefined
  /** Digests of the files made of an incident last time. */
  readonly filesOf: (id: string) => Readonly<Record<string, string>>
  /** Waits for all pending writes. Throws the first error. */
  readonly settled: () => Promise<void>
  /** Writes a file that belongs to no incident, unless it exists with the same key. */
  readonly page: (page: OutputFile | GeneratedFile) => Promise<void>
  readonly entries: ReadonlyMap<string, ManifestEntry>
  /** Files of the last manifest that are not in this one. */
  readonly gone: () => string[]
  readonly written: () => Manifest
  /** There is no valid last manifest: nothing is known of the output. */
  readonly isNew: boolean
}

/** Opens the manifest of an output folder. One with another fingerprint still tells which files exist, and no more. */
export function openManifest(output: Output, out: string, fingerprint: string): OpenManifest {
  const last = recall(output)
  const valid = last?.fingerprint === fingerprint
  const known = knownFiles(last)
  const entries = new Map<string, ManifestEntry>()
  const pages: Record<string, string> = {}
  const generatedFiles: Record<string, string> = {}
  const exists = (path: string) => existsSync(join(out, path))
  const put = (file: OutputFile): string => output.put(file, known.get(file.path))
  const keep = (path: string) => output.keep(path)
  // Asked twice for each incident; its files are checked once.
  const standing = new Map<string, boolean>()
  const writing = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined
  return {
    isNew: last === undefined,
    entries,
    known(id, key, now) {
      const entry = valid ? last.entries[id] : undefined
      if (entry?.key !== key || isPublic(entry.from, now) !== entry.items.length > 0) return undefined
      // What is told as happening now ages, and is told otherwise from then on.
      if (entry.items.some(({ ages, aged }) => ages !== undefined && ages <= now !== aged)) return undefined
      const allExist = standing.get(id) ?? Object.keys(entry.files).every(exists)
      standing.set(id, allExist)
      return allExist ? entry : undefined
    },
    soughtBy: id => last?.entries[id]?.sought,
    filesOf: id => last?.entries[id]?.files ?? {},
    keep(id, neighbours) {
      const entry = last?.entries[id]
      if (!entry || entry.neighbours !== neighbours) return false
      Object.keys(entry.files).forEach(keep)
      entries.set(id, entry)
      return true
    },
    add(id, entry, files) {
      // Added in the order of the incidents, whenever the files are ready.
      entries.set(id, { ...entry, files: {} })
      const written = files?.then(
        all => {
          for (const { path, isNew } of all) (isNew ? output.staged : keep)(path)
          entries.set(id, { ...entry, files: Object.fromEntries(all.map(({ path, digest }) => [path, digest])) })
        },
        (error: unknown) => {
          failure ??= { error }
        },
      )
      if (written) {
        writing.add(written)
        written.finally(() => writing.delete(written))
      }
      // On a full disk the remaining incidents need not be realised.
      if (failure) throw failure.error
    },
    async settled() {
      await Promise.all(writing)
      if (failure) throw failure.error
    },
    async page(page) {
      const { path } = page
      if ('text' in page) {
        pages[path] = put(page)
        return
      }
      const key = digestOf(page.key)
      const before = last?.pages[path]
      generatedFiles[path] = key
      if ((valid || page.keyIsComplete) && before !== undefined && last?.generatedFiles[path] === key && exists(path)) {
        pages[path] = before
        keep(path)
      } else {
        pages[path] = put({ path, text: await page.make() })
      }
    },
    gone() {
      const now = new Set(pathsOf({ entries: Object.fromEntries(entries), pages }))
      return [...known.keys()].filter(path => !now.has(path))
    },
    written: () => ({ fingerprint, entries: Object.fromEntries(entries), pages, generatedFiles }),
  }
}

/** A manifest as JSON, in pieces: of ten thousand incidents it is too long for one string. */
export function* manifestText({ fingerprint, entries, pages, generatedFiles }: Manifest): Generator<string> {
  yield `{"fingerprint":${JSON.stringify(fingerprint)},"pages":${JSON.stringify(pages)},"generatedFiles":${JSON.stringify(generatedFiles)},"entries":{`
  const all = Object.entries(entries)
  for (let at = 0; at < all.length; at += PIECE) {
    const some = all.slice(at, at + PIECE).map(([id, entry]) => `${JSON.stringify(id)}:${JSON.stringify(entry)}`)
    yield `${at === 0 ? '' : ','}${some.join(',')}`
  }
  yield '}}'
}

/** Incidents in one piece. */
const PIECE = 64

/** Every file of an output, by its manifest. */
export function pathsOf({ entries, pages }: Pick<Manifest, 'entries' | 'pages'>): string[] {
  return [...Object.values(entries).flatMap(({ files }) => Object.keys(files)), ...Object.keys(pages)]
}

function recall(output: Output): Manifest | undefined {
  const manifest = output.recall(MANIFEST) as Manifest | undefined
  return manifest?.generatedFiles === undefined ? undefined : manifest
}

function knownFiles(last: Manifest | undefined): Map<string, string> {
  if (last === undefined) return new Map()
  const files = Object.values(last.entries).flatMap(entry => Object.entries(entry.files))
  return new Map([...files, ...Object.entries(last.pages)])
}
