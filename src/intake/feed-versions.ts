import { join } from 'node:path'
import { writeAtomically } from '../foundation/atomic-write.ts'
import { isMapping } from '../foundation/value-kind.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { loose, textAt } from './feed-json.ts'
import type { FeedVersion } from './fetch-feed.ts'

const FILE = '.depeche/feeds.json'

/** The versions of feeds that were last read, by their addresses. */
export function readVersions(workspace: Workspace): ReadonlyMap<string, FeedVersion> {
  const bytes = workspace.read(FILE)
  if (!bytes) return new Map()
  try {
    const stored: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!isMapping(stored)) return new Map()
    return new Map(Object.keys(stored).map(address => [address, versionOf(loose(stored)[address])]))
  } catch {
    return new Map()
  }
}

function versionOf(one: unknown): FeedVersion {
  const [etag, modified] = [textAt(one, 'etag'), textAt(one, 'modified')]
  return { ...(etag !== '' && { etag }), ...(modified !== '' && { modified }) }
}

/** Remembers them, once what was read has been dealt with. */
export function writeVersions(root: string, versions: ReadonlyMap<string, FeedVersion>): void {
  const text = JSON.stringify(Object.fromEntries(versions), null, 1)
  writeAtomically(join(root, FILE), `${text}\n`, { makeFolder: true })
}
