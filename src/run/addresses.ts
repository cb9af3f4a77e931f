import { problem } from '../incident/complaint.ts'
import type { Site } from '../incident/newsroom.ts'
import { readText } from '../incident/read-text.ts'
import type { Workspace } from '../incident/workspace.ts'
import { linesOf } from '../incident/yaml/document.ts'
import { readMapping } from '../incident/yaml/read.ts'
import type { Place, Problem } from '../problem/problem.ts'
import { type House, voiceOf } from '../site/house.ts'
import { articlePath, isTaken } from '../site/paths.ts'

/** What an address of an article is made of. */
interface Placed {
  readonly edition: string
  readonly slug: string
}

/** An address that an article cannot have, and who has it. */
export interface Clash {
  readonly item: Placed
  readonly other: string
}

/** The addresses of a site's articles, given out in the order of the incidents. */
export interface Addresses {
  /** Takes those of an incident's articles; when one of them is taken already, none is, and the problem says by whom. */
  readonly take: (incident: { readonly id: string; readonly file: string }, articles: readonly Placed[]) => Problem[]
}

/** Opens the addresses of a site, all of them free but its own pages'. */
export function openAddresses(workspace: Workspace, house: Pick<House, 'site' | 'voices'>): Addresses {
  const owners = new Map<string, string>()
  const keyOf = ({ edition, slug }: Placed) => `${edition}/${slug}`
  return {
    take({ id, file }, articles) {
      const item = articles.find(one => owners.has(keyOf(one)))
      const clash = item ? { item, other: owners.get(keyOf(item)) ?? '' } : ownPage(articles, house)
      if (clash) return [addressTaken(workspace, file, clash)]
      for (const article of articles) owners.set(keyOf(article), id)
      return []
    },
  }
}

/** An article at the address of one of the site's own pages. */
export function ownPage<T extends Placed>(
  items: readonly T[],
  { site, voices }: { readonly site: Pick<Site, 'base'>; readonly voices: House['voices'] },
): { readonly item: T; readonly other: string } | undefined {
  const item = items.find(one => isTaken(one, voiceOf({ voices }, one.edition)))
  return item && { item, other: `${site.base}${articlePath(item)}` }
}

/** `publication/slug-in-use`, at the line of the slug; without one of its own, an incident's address is its id. */
export function addressTaken(workspace: Workspace, file: string, { item, other }: Clash): Problem {
  const { slug, edition } = item
  return problem('publication/slug-in-use', { slug, edition, other }, slugPlace(workspace, file, edition))
}

function slugPlace(workspace: Workspace, file: string, edition: string): Place {
  const { text } = readText(workspace, file)
  const fields = text === undefined ? undefined : readMapping(text, file).value
  const hasSlug = typeof fields === 'object' && fields !== null && 'slug' in fields
  return text === undefined || !hasSlug ? { file } : linesOf(text, file)(`/slug/${edition}`)
}
