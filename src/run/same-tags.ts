import { problem } from '../incident/complaint.ts'
import type { Site } from '../incident/newsroom.ts'
import { siteFile } from '../incident/read-site.ts'
import type { Workspace } from '../incident/workspace.ts'
import { linesOf } from '../incident/yaml/document.ts'
import { canonicalTag, type Edition } from '../language/edition.ts'
import type { Problem } from '../problem/problem.ts'
import { textOf } from './files.ts'

/** An edition, and one before it that has the same language tag. */
interface Clash {
  readonly edition: Edition
  readonly other: Edition
}

/** Editions of one language tag: pages name their versions by it, so that two of one tag cannot both be announced. */
export function clashesIn(editions: readonly Edition[]): Clash[] {
  return editions.flatMap((edition, nth) => {
    const other = editions.slice(0, nth).find(({ tag }) => canonicalTag(tag) === canonicalTag(edition.tag))
    return other ? [{ edition, other }] : []
  })
}

/** Clashes of the published editions, each where the site's settings name the second. */
export function sameTags(workspace: Workspace, site: Site, published: readonly Edition[]): Problem[] {
  return clashesIn(published).map(({ edition: { id, tag }, other }) => {
    const place = linesOf(textOf(workspace, siteFile), siteFile)(`/editions/${site.editions.lastIndexOf(id)}`)
    if (id === other.id) return problem('site/edition-twice', { edition: id }, place)
    return problem('site/same-tag', { edition: id, other: other.id, tag }, place)
  })
}
