import type { Diagnostic, Place } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { articlePath, isTaken, type PlacedArticle } from '../site/article-paths.ts'
import { type SiteContext, siteEditionOf } from '../site/site-context.ts'
import { linesOf } from '../yaml/pointer-positions.ts'
import { readMapping } from '../yaml/read-yaml.ts'

/** An address that an article cannot have, and the article that has it. */
interface AddressClash {
  readonly item: PlacedArticle
  readonly other: string
}

/** The addresses of a site's articles, given out in the order of the incidents: `check`, `build` and `publish` agree on them. */
export interface Addresses {
  /**
   * Reserves those of an incident's articles; when one of them is taken, none is reserved, and the diagnostic says by
   * whom.
   */
  readonly take: (
    incident: { readonly id: string; readonly file: string },
    articles: readonly PlacedArticle[],
  ) => Diagnostic[]
}

/** Opens the addresses of a site, all of them free except its own pages'. */
export function openAddresses(
  workspace: Workspace,
  siteContext: Pick<SiteContext, 'site' | 'siteEditions'>,
): Addresses {
  const owners = new Map<string, string>()
  const keyOf = ({ edition, slug }: PlacedArticle) => `${edition}/${slug}`
  return {
    take({ id, file }, articles) {
      const item = articles.find(one => owners.has(keyOf(one)))
      const clash = item ? { item, other: owners.get(keyOf(item)) ?? '' } : ownPage(articles, siteContext)
      if (clash) return [addressTaken(workspace, file, clash)]
      for (const article of articles) owners.set(keyOf(article), id)
      return []
    },
  }
}

/** An article at the address of one of the site's own pages. */
function ownPage(
  items: readonly PlacedArticle[],
  siteContext: Pick<SiteContext, 'site' | 'siteEditions'>,
): AddressClash | undefined {
  const item = items.find(one => isTaken(one, siteEditionOf(siteContext, one.edition)))
  return item && { item, other: `${siteContext.site.base}${articlePath(item)}` }
}

/** `publication/slug-in-use`, at the line of the slug; without one of its own, an incident's address is its id. */
function addressTaken(workspace: Workspace, file: string, { item, other }: AddressClash): Diagnostic {
  const { slug, edition } = item
  return diagnostic('publication/slug-in-use', { slug, edition, other }, slugPlace(workspace, file, edition))
}

function slugPlace(workspace: Workspace, file: string, edition: string): Place {
  const { text } = readText(workspace, file)
  const fields = text === undefined ? undefined : readMapping(text, file).value
  const hasSlug = typeof fields === 'object' && fields !== null && 'slug' in fields
  return text === undefined || !hasSlug ? { file } : linesOf(text, file)(`/slug/${edition}`)
}
