import type { Article } from '../article/article.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { Incident } from '../incident/incident.ts'
import { listIncidents } from '../incident/list-incidents.ts'
import { openAddresses } from '../newsroom/address-clash.ts'
import { type Newsroom, readOne } from '../newsroom/newsroom.ts'
import { openEditions } from '../newsroom/open-editions.ts'
import { openSiteContext } from '../newsroom/open-site-context.ts'
import { errorsIn } from '../newsroom/proofreader.ts'
import { realiseIncident } from '../newsroom/realise-incident.ts'
import { keyOf, type Picture, type PostCandidate } from '../publish/post.ts'
import { summaryOf } from '../site/article-summary.ts'
import { cardFiles } from '../site/cards/cards.ts'
import { absolute, pagePath } from '../site/site-address.ts'
import { type SiteContext, siteEditionOf } from '../site/site-context.ts'

/** Everything the newsroom could publish, and what is kept back because of an error. */
export interface PostCandidates {
  readonly offers: readonly PostCandidate[]
  /** Keys of articles with an error. */
  readonly withheld: ReadonlySet<string>
  /** Ids of incidents that could not be read. */
  readonly unread: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

/** Tells every incident in every edition of the site. */
export async function postCandidatesOf(newsroom: Newsroom): Promise<PostCandidates> {
  const { workspace, site } = newsroom
  const editions = await openEditions(workspace, site, site.editions)
  const siteContext = openSiteContext(workspace, site, editions)
  const { files, diagnostics: misnamed } = listIncidents(workspace)
  const diagnostics: Diagnostic[] = [...newsroom.diagnostics, ...misnamed]
  const unread = new Set(misnamed.map(({ place }) => (place.file.split('/').at(-1) ?? '').replace(/\..*$/, '')))
  // A text that is ignored beside an incident says nothing of the incident.
  for (const { id } of files) unread.delete(id)
  const withheld = new Set<string>()
  const addresses = openAddresses(workspace, siteContext)
  const offers: PostCandidate[] = []
  for (const file of files) {
    const { incident, diagnostics: found } = readOne(newsroom, file)
    diagnostics.push(...found)
    if (!incident) {
      unread.add(file.id)
      continue
    }
    const { publish_at, embargo } = incident.publication
    const articles = realiseIncident(incident, editions)
    const errors = errorsIn(incident, articles, workspace)
    diagnostics.push(...errors)
    for (const article of articles) {
      const wrong = addresses.take(file, [article])
      diagnostics.push(...wrong)
      if ([...errors, ...wrong].some(({ severity }) => severity === 'error'))
        withheld.add(keyOf(article.id, article.edition))
      else {
        const siteEdition = siteEditionOf(siteContext, article.edition)
        offers.push({
          article,
          publish_at,
          embargo,
          canonical: absolute(site, pagePath(article.edition, article.slug)),
          sources: siteEdition.say('article.sources'),
          invitation: invitationOf(siteContext, article.edition),
          image: cardOf(article, incident, siteContext),
        })
      }
    }
  }
  return { offers, withheld, unread, diagnostics }
}

/** The picture for those who share the article, when the newsroom wants them: drawn only where it is not there yet. */
function cardOf(article: Article, incident: Incident, siteContext: SiteContext): Picture | undefined {
  const [generated] = cardFiles(
    [summaryOf(article, incident, siteEditionOf(siteContext, article.edition))],
    siteContext,
  )
  if (!generated) return undefined
  const make = async () => {
    const drawn = await generated.make()
    return typeof drawn === 'string' ? new TextEncoder().encode(drawn) : drawn
  }
  return { id: generated.key, ending: '.png', type: 'image/png', alt: article.headline.text, make }
}

/** "Read in English"; the edition's own name where two editions share a language. */
function invitationOf(siteContext: SiteContext, edition: string): string {
  const siteEdition = siteEditionOf(siteContext, edition)
  const { language } = siteEdition.locale.edition
  const alone = siteContext.siteEditions.filter(({ locale }) => locale.edition.language === language).length === 1
  return alone ? siteEdition.say('switch') : `${siteEdition.say('switch')} (${siteEdition.locale.edition.tag})`
}
