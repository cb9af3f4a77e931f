import { problem } from '../incident/complaint.ts'
import type { Site } from '../incident/newsroom.ts'
import { siteFile } from '../incident/read-site.ts'
import type { Workspace } from '../incident/workspace.ts'
import { linesOf } from '../incident/yaml/document.ts'
import { canonicalTag, type Edition } from '../language/edition.ts'
import type { Problem } from '../problem/problem.ts'
import { textOf } from './files.ts'

/** Published editions of one language tag: pages name their versions by it, so that two of one tag cannot both be announced. */
export function sameTags(workspace: Workspace, site: Site, published: readonly Edition[]): Problem[] {
  return published.flatMap((edition, nth) => {
    const other = published.slice(0, nth).find(({ tag }) => canonicalTag(tag) === canonicalTag(edition.tag))
    if (!other) return []
    const { id, tag } = edition
    const place = linesOf(textOf(workspace, siteFile), siteFile)(`/editions/${site.editions.lastIndexOf(id)}`)
    if (id === other.id) return [problem('site/edition-twice', { edition: id }, place)]
    return [problem('site/same-tag', { edition: id, other: other.id, tag }, place)]
  })
}
