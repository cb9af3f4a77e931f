import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../fields/values.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { digestOf } from '../foundation/digest.ts'
import { isPublic } from '../newsroom/publication-time.ts'
import type { ArticleSummary } from '../site/article-summary.ts'
import type { GeneratedFile, OutputFile } from '../site/site-address.ts'
import type { WrittenFile } from './incident-writer.ts'
import type { Output } from './output.ts'

/** What a build remembers of one incident. */
export interface ManifestEntry {
  /** Digests of its files: the same key gives the same articles. */
  readonly key: string
  /** Public from this moment on; `null` for a draft, and for what could not be told. */
  readonly from: Instant | null
  readonly diagnostics: readonly Diagnostic[]
  /** What lists show of it; empty while it is not public. */
  readonly items: readonly ArticleSummary[]
  /** Digest of what its pages name of the articles around them. */
  readonly neighbours: string
  /** Digest of each file that came of it, by path. */
  readonly files: Readonly<Record<string, string>>
}

/** Everything a build remembers for the next one. */
export interface Manifest {
  readonly fingerprint: string
  /** By incident id. */
  readonly entries: Readonly<Record<string, ManifestEntry>>
  /** Digest of each page that is no incident's, by path. */
  readonly pages: Readonly<Record<string, string>>
  /** Key of each of them that is made only when it must be. */
  readonly generatedFiles: Readonly<Record<string, string>>
}

export const MANIFEST = 'manifest.json'

/** A ledger being written, with the last one beside it. */
export interface OpenManifest {
  /** An incident as it was: nothing it rests on has changed, and its files stand. */
  readonly known: (id: string, key: string, now: Instant) => ManifestEntry | undefined
  /** Keeps the files of one that is known, unless its pages would name other articles around them. */
  readonly keep: (id: string, neighbours: string) => boolean
  /** Enters an incident; its files are entered when they are written. Throws what went wrong with files before. */
  readonly enter: (id: string, entry: Omit<ManifestEntry, 'files'>, files?: Promise<readonly WrittenFile[]>) => void
  /** Digests of the files that came of an incident last time. */
  readonly filesOf: (id: string) => Readonly<Record<string, string>>
  /** Waits for all that is being written. Throws what went wrong first. */
  readonly settled: () => Promise<void>
  /** Writes a file that is no incident's, unless it stands with the same key. */
  readonly page: (page: OutputFile | GeneratedFile) => Promise<void>
  readonly entries: ReadonlyMap<string, ManifestEntry>
  /** Files of the last ledger that are not in this one. */
  readonly gone: () => string[]
  readonly written: () => Manifest
  /** Nothing is known of what stands in the output. */
  readonly blank: boolean
}

/** Opens the ledger of an output folder. One of another shell still knows which files stand there, and no more. */
export function openManifest(output: Output, out: string, fingerprint: string): OpenManifest {
  const last = recall(output)
  const valid = last?.fingerprint === fingerprint
  const known = knownFiles(last)
  const entries = new Map<string, ManifestEntry>()
  const pages: Record<string, string> = {}
  const generatedFiles: Record<string, string> = {}
  const stands = (path: string) => existsSync(join(out, path))
  const put = (file: OutputFile): string => output.put(file, known.get(file.path))
  const keep = (path: string) => output.keep(path)
  // Asked twice of each incident, and its files are looked at once.
  const standing = new Map<string, boolean>()
  const writing = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | undefined
  return {
    blank: last === undefined,
    entries,
    known(id, key, now) {
      const entry = valid ? last.entries[id] : undefined
      if (entry?.key !== key || isPublic(entry.from, now) !== entry.items.length > 0) return undefined
      const stand = standing.get(id) ?? Object.keys(entry.files).every(stands)
      standing.set(id, stand)
      return stand ? entry : undefined
    },
    filesOf: id => last?.entries[id]?.files ?? {},
    keep(id, neighbours) {
      const entry = last?.entries[id]
      if (!entry || entry.neighbours !== neighbours) return false
      Object.keys(entry.files).forEach(keep)
      entries.set(id, entry)
      return true
    },
    enter(id, entry, files) {
      // Entered in the order of the incidents, whenever its files are ready.
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
      // On a full disk the incidents that remain need not be told.
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
      if ((valid || page.lasting) && before !== undefined && last?.generatedFiles[path] === key && stands(path)) {
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

/** A ledger as JSON, in pieces: of ten thousand incidents it is too long to be held as one text. */
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

/** Every file of an output, by its ledger. */
export function pathsOf({ entries, pages }: Pick<Manifest, 'entries' | 'pages'>): string[] {
  return [...Object.values(entries).flatMap(({ files }) => Object.keys(files)), ...Object.keys(pages)]
}

function recall(output: Output): Manifest | undefined {
  const text = output.recall(MANIFEST)
  if (text === undefined) return undefined
  try {
    const manifest = JSON.parse(text) as Manifest
    return manifest.generatedFiles === undefined ? undefined : manifest
  } catch {
    return undefined
  }
}

function knownFiles(last: Manifest | undefined): Map<string, string> {
  if (last === undefined) return new Map()
  const files = Object.values(last.entries).flatMap(entry => Object.entries(entry.files))
  return new Map([...files, ...Object.entries(last.pages)])
}
