import { proseVersionOf } from '../edit/incident-diff.ts'
import { proseChanges } from '../edit/prose-diff.ts'
import type { SavedVersion, ShownVersion } from './api-types.ts'
import { fileOf, type StudioContext } from './studio-context.ts'

/** Versions remembered of one incident: an afternoon of saves. */
const MOST = 50

/** The versions of each incident since the studio was started, the latest last. */
export interface SavedVersions {
  /** Remembers what stands on the disk; the same text twice running is one version. */
  readonly add: (id: string, text: string, at: string) => void
  readonly of: (id: string) => readonly SavedVersion[]
}

export function openSavedVersions(): SavedVersions {
  const versions = new Map<string, readonly SavedVersion[]>()
  const of = (id: string) => versions.get(id) ?? []
  return {
    of,
    add(id, text, at) {
      if (of(id).at(-1)?.text !== text) versions.set(id, [...of(id), { at, text }].slice(-MOST))
    },
  }
}

/** The versions of an incident, the latest first, each with what its articles said anew beside the one before. */
export function shownVersions(id: string, versions: readonly SavedVersion[], context: StudioContext): ShownVersion[] {
  const told = versions.map(({ text }) => articlesOf(id, text, context))
  return versions
    .map((version, at) => ({
      ...version,
      prose: at === 0 ? [] : changesBetween([versions[at - 1], version], [told[at - 1], told[at]], context),
    }))
    .reverse()
}

function articlesOf(id: string, text: string, { workspace, service, published }: StudioContext) {
  const file = fileOf(workspace, id)?.file ?? `${id}.yaml`
  const { incident } = service.read({ file, text })
  return incident && published.realise(incident).articles
}

type VersionArticles = ReturnType<typeof articlesOf>

function changesBetween(
  [before, after]: readonly [SavedVersion | undefined, SavedVersion],
  [old, now]: readonly [VersionArticles, VersionArticles],
  { published }: StudioContext,
): ShownVersion['prose'] {
  return published.editions.map(({ edition }, nth) => ({
    edition: edition.id,
    changes: proseChanges(proseVersionOf(old?.[nth], before?.text ?? ''), proseVersionOf(now?.[nth], after.text)),
  }))
}
