import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import type { Workspace } from '../foundation/workspace.ts'
import { watchedFeeds } from '../intake/feed-settings.ts'
import { readVersions, writeVersions } from '../intake/feed-versions.ts'
import { FeedUnreachable, type FeedVersion, fetchFeed } from '../intake/fetch-feed.ts'
import { LARGEST_FEED } from '../intake/read-payload.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { mappingOf } from './intake-mapping.ts'
import type { Invocation } from './invocation.ts'
import { Usage } from './usage-error.ts'

/** Where a feed comes from, and what is known of it beside. */
export interface IntakeSource {
  readonly name: string
  readonly format?: string
  readonly provider?: string
  readonly mapping?: Readonly<Record<string, string>>
  readonly bytes?: Uint8Array
  /** An address that is still to be asked. */
  readonly address?: string
  /** Why there is nothing: a key of `edit.json`, under `intake.unreachable`. */
  readonly lost?: { readonly why: string; readonly detail: string }
}

/** What was typed: a source; or the feeds of the newsroom where none was. Throws `Usage`. */
export function feedSources(
  source: string | undefined,
  options: { readonly format?: string; readonly provider?: string; readonly map?: string },
  site: SiteSettings,
  workspace: Workspace,
  invocation: Invocation,
): readonly IntakeSource[] {
  const { format, provider, map } = options
  const mapping = mappingOf(map)
  const typed = { ...(format !== undefined && { format }), ...(provider !== undefined && { provider }), ...mapping }
  if (source === '-') return [{ ...typed, name: '-', bytes: invocation.input() }]
  if (source !== undefined) return sourcesAt(source, invocation.folder).map(one => ({ ...one, ...typed }))
  const feeds = watchedFeeds(site)
  if (feeds.length === 0) throw new Usage('feed-none', {})
  return feeds.flatMap(({ source: at, name, ...known }) =>
    sourcesAt(at, workspace.root).map(one => ({
      ...one,
      ...known,
      ...typed,
      name: one.address ? one.name : `${name}/${one.name}`,
    })),
  )
}

/** An address, a file, or every file of a folder. */
function sourcesAt(source: string, folder: string): readonly IntakeSource[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) return [{ name: source, address: source }]
  const path = resolve(folder, source)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new Usage('feed-missing', { path })
  if (!stat.isDirectory()) return [{ name: basename(path), bytes: readUpTo(path, stat.size) }]
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  return files
    .map(one => join(one.parentPath, one.name))
    .sort()
    .map(file => ({ name: join(basename(path), relative(path, file)), bytes: readUpTo(file, statSync(file).size) }))
}

/** A file that is too large is not read at all: one byte more than may be says so. */
const readUpTo = (file: string, size: number): Uint8Array =>
  size > LARGEST_FEED ? new Uint8Array(LARGEST_FEED + 1) : readFileSync(file)

/** Asks the addresses; a feed that has not changed since it was last read brings nothing. */
export async function fetchedSources(
  sources: readonly IntakeSource[],
  workspace: Workspace,
  environment: Invocation['environment'],
): Promise<{ readonly sources: readonly IntakeSource[]; readonly done: () => void }> {
  const versions = new Map<string, FeedVersion>(readVersions(workspace))
  const fetched: IntakeSource[] = []
  for (const one of sources)
    fetched.push(one.address === undefined ? one : await asked(one, one.address, versions, environment))
  return { sources: fetched, done: () => sources.some(one => one.address) && writeVersions(workspace.root, versions) }
}

async function asked(
  one: IntakeSource,
  address: string,
  versions: Map<string, FeedVersion>,
  environment: Invocation['environment'],
): Promise<IntakeSource> {
  const version = versions.get(address)
  try {
    const answer = await fetchFeed(address, { environment, ...(version && { version }) })
    versions.set(address, answer.version)
    return answer.bytes ? { ...one, bytes: answer.bytes } : one
  } catch (error) {
    if (!(error instanceof FeedUnreachable)) throw error
    return { ...one, lost: { why: error.why, detail: error.detail } }
  }
}
