import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { textOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { canonicalTag, type Edition } from '../language/edition.ts'
import { siteFile } from '../settings/read-settings.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { linesOf } from '../yaml/pointer-positions.ts'

/** An edition, and one before it that has the same language tag. */
interface TagClash {
  readonly edition: Edition
  readonly other: Edition
}

/**
 * Editions with the same language tag: pages name their versions by it, so that two with one tag cannot both be
 * linked.
 */
export function clashesIn(editions: readonly Edition[]): TagClash[] {
  return editions.flatMap((edition, nth) => {
    const other = editions.slice(0, nth).find(({ tag }) => canonicalTag(tag) === canonicalTag(edition.tag))
    return other ? [{ edition, other }] : []
  })
}

/** Clashes of the published editions, each where the site's settings name the second. */
export function sameTags(workspace: Workspace, site: SiteSettings, published: readonly Edition[]): Diagnostic[] {
  return clashesIn(published).map(({ edition: { id, tag }, other }) => {
    const place = linesOf(textOf(workspace, siteFile), siteFile)(`/editions/${site.editions.lastIndexOf(id)}`)
    if (id === other.id) return diagnostic('site/edition-twice', { edition: id }, place)
    return diagnostic('site/same-tag', { edition: id, other: other.id, tag }, place)
  })
}
