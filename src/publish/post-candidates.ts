import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../article/article.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { Incident } from '../incident/incident.ts'
import { type IncidentFile, incidentsFolder } from '../incident/list-incidents.ts'
import type { EditionService } from '../newsroom/edition-service.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { cardPath } from '../site/article-paths.ts'
import { cardFiles } from '../site/cards/share-cards.ts'
import { absolute, pagePath } from '../site/output-file.ts'
import { pictureBytes } from '../site/pictures/picture-files.ts'
import { largestOf } from '../site/pictures/picture-variants.ts'
import { type SiteContext, siteEditionOf } from '../site/site-context.ts'
import { keyOf, type Picture, type PostCandidate } from './post.ts'
import { factsOf } from './story-facts.ts'

/** Everything the newsroom could publish, and what is kept back because of an error. */
export interface PostCandidates {
  readonly offers: readonly PostCandidate[]
  /** Keys of articles with an error. */
  readonly withheld: ReadonlySet<string>
  /** Ids of incidents that could not be read. */
  readonly unread: ReadonlySet<string>
  /** Files and links of which nobody can say which story they are. */
  readonly unsure: readonly string[]
  /** Years of which there are files. */
  readonly years: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

/** Tells every incident in every edition of the site. */
export async function postCandidatesOf(service: IncidentService): Promise<PostCandidates> {
  const editions = await service.inEditions()
  // Opened even where nothing is told: templates that a build would refuse are refused here.
  editions.siteContext()
  const { files, diagnostics: misnamed } = service.list()
  const diagnostics: Diagnostic[] = [...service.newsroom.diagnostics, ...misnamed]
  // A link is said where something would be taken down for it.
  const unreadable = misnamed.filter(({ code }) => code !== 'file/link')
  const unread = new Set(unreadable.map(({ place }) => (place.file.split('/').at(-1) ?? '').replace(/\..*$/, '')))
  // A text that is ignored beside an incident says nothing of the incident.
  for (const { id } of files) unread.delete(id)
  const withheld = new Set<string>()
  const addresses = editions.addresses()
  const offers: PostCandidate[] = []
  for (const file of files) {
    const { incident, diagnostics: found, text } = service.load(file)
    diagnostics.push(...found)
    if (!incident) {
      unread.add(file.id)
      continue
    }
    const { articles, diagnostics: wrong } = editions.realise(incident, { proofread: 'errors', addresses, text })
    // A draft has no address on the site, but where it is published it stands under one.
    const taken = incident.publication.draft ? addresses.take(file, articles) : []
    diagnostics.push(...wrong, ...taken)
    if (wrong.length + taken.length > 0) for (const { id, edition } of articles) withheld.add(keyOf(id, edition))
    else offers.push(...articles.map(article => candidateOf(article, incident, editions)))
  }
  const { workspace } = service.newsroom
  return { offers, withheld, unread, unsure: unsureOf(workspace, misnamed), years: yearsOf(files), diagnostics }
}

/** What lies among the incidents and may be a story: a link, a name that says no day. Or the folder is not there. */
function unsureOf(workspace: Workspace, misnamed: readonly Diagnostic[]): string[] {
  const unsure = misnamed.filter(({ code }) => UNSURE.has(code)).map(({ place }) => place.file)
  return existsSync(join(workspace.root, incidentsFolder)) ? unsure : [incidentsFolder, ...unsure]
}

const UNSURE: ReadonlySet<string> = new Set(['file/name', 'file/ending', 'file/link'])

const yearsOf = (files: readonly IncidentFile[]): Set<string> => new Set(files.map(({ id }) => id.slice(0, 4)))

/** An article with what destinations need to know of its incident. */
export function candidateOf(article: Article, incident: Incident, editions: EditionService): PostCandidate {
  const siteContext = editions.siteContext()
  const { publish_at, embargo } = incident.publication
  return {
    article,
    publish_at,
    embargo,
    canonical: absolute(siteContext.site, pagePath(article.edition, article.slug)),
    facts: factsOf(incident),
    sources: siteEditionOf(siteContext, article.edition).say('article.sources'),
    invitation: invitationOf(siteContext, article.edition),
    image: imageOf(article, incident, editions),
    former: (incident.publication.former_slugs[article.edition] ?? []).filter(slug => slug !== article.slug),
  }
}

/** The first picture, cut to what destinations show; or a card, when the newsroom wants them. Made only where it is not there yet. */
function imageOf(article: Article, incident: Incident, editions: EditionService): Picture | undefined {
  const siteContext = editions.siteContext()
  const summary = editions.summary(article, incident)
  const [picture] = summary.pictures ?? []
  if (picture) {
    const variant = largestOf(picture, '16x9')
    const address = absolute(siteContext.site, variant.path)
    const make = () => pictureBytes(picture, variant, siteContext)
    return { id: variant.path, ending: '.jpg', type: 'image/jpeg', alt: picture.alt, address, make }
  }
  const [generated] = cardFiles([summary], siteContext)
  if (!generated) return undefined
  const make = async () => {
    const drawn = await generated.make()
    return typeof drawn === 'string' ? new TextEncoder().encode(drawn) : drawn
  }
  const address = absolute(siteContext.site, cardPath(article))
  return { id: generated.key, ending: '.png', type: 'image/png', alt: article.headline.text, address, make }
}

/** "Read in English"; the edition's own name where two editions share a language. */
function invitationOf(siteContext: SiteContext, edition: string): string {
  const siteEdition = siteEditionOf(siteContext, edition)
  const { language } = siteEdition.locale.edition
  const alone = siteContext.siteEditions.filter(({ locale }) => locale.edition.language === language).length === 1
  return alone ? siteEdition.say('switch') : `${siteEdition.say('switch')} (${siteEdition.locale.edition.tag})`
}
