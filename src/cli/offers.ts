import type { Article } from '../article/article.ts'
import type { Incident } from '../incident/incident.ts'
import { listIncidents } from '../incident/list-incidents.ts'
import type { Problem } from '../problem/problem.ts'
import { keyOf, type Offer, type Picture } from '../publish/post.ts'
import { openAddresses } from '../run/addresses.ts'
import { openEditions } from '../run/editions.ts'
import { openHouse } from '../run/house.ts'
import { type Newsroom, readOne } from '../run/newsroom.ts'
import { errorsIn } from '../run/proofreading.ts'
import { tellIncident } from '../run/tell-incident.ts'
import { absolute, pagePath } from '../site/address.ts'
import { cardSheets } from '../site/cards/cards.ts'
import { type House, voiceOf } from '../site/house.ts'
import { itemOf } from '../site/item.ts'

/** Everything the newsroom could publish, and what is kept back because of an error. */
export interface Offered {
  readonly offers: readonly Offer[]
  /** Keys of articles with an error. */
  readonly withheld: ReadonlySet<string>
  /** Ids of incidents that could not be read. */
  readonly unread: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

/** Tells every incident in every edition of the site. */
export async function offersOf(newsroom: Newsroom): Promise<Offered> {
  const { workspace, site } = newsroom
  const editions = await openEditions(workspace, site, site.editions)
  const house = openHouse(workspace, site, editions)
  const { files, problems: misnamed } = listIncidents(workspace)
  const problems: Problem[] = [...newsroom.problems, ...misnamed]
  const unread = new Set(misnamed.map(({ place }) => (place.file.split('/').at(-1) ?? '').replace(/\..*$/, '')))
  // A text that is ignored beside an incident says nothing of the incident.
  for (const { id } of files) unread.delete(id)
  const withheld = new Set<string>()
  const addresses = openAddresses(workspace, house)
  const offers: Offer[] = []
  for (const file of files) {
    const { incident, problems: found } = readOne(newsroom, file)
    problems.push(...found)
    if (!incident) {
      unread.add(file.id)
      continue
    }
    const { publish_at, embargo } = incident.publication
    const articles = tellIncident(incident, editions)
    const errors = errorsIn(incident, articles, workspace)
    problems.push(...errors)
    for (const article of articles) {
      const wrong = addresses.take(file, [article])
      problems.push(...wrong)
      if ([...errors, ...wrong].some(({ severity }) => severity === 'error'))
        withheld.add(keyOf(article.id, article.edition))
      else {
        const voice = voiceOf(house, article.edition)
        offers.push({
          article,
          publish_at,
          embargo,
          canonical: absolute(site, pagePath(article.edition, article.slug)),
          sources: voice.say('article.sources'),
          invitation: invitationOf(house, article.edition),
          image: cardOf(article, incident, house),
        })
      }
    }
  }
  return { offers, withheld, unread, problems }
}

/** The picture for those who share the article, when the newsroom wants them: drawn only where it is not there yet. */
function cardOf(article: Article, incident: Incident, house: House): Picture | undefined {
  const [sheet] = cardSheets([itemOf(article, incident, voiceOf(house, article.edition))], house)
  if (!sheet) return undefined
  const make = async () => {
    const drawn = await sheet.make()
    return typeof drawn === 'string' ? new TextEncoder().encode(drawn) : drawn
  }
  return { id: sheet.key, ending: '.png', type: 'image/png', alt: article.headline.text, make }
}

/** "Read in English"; the edition's own name where two editions share a language. */
function invitationOf(house: House, edition: string): string {
  const voice = voiceOf(house, edition)
  const { language } = voice.tongue.edition
  const alone = house.voices.filter(({ tongue }) => tongue.edition.language === language).length === 1
  return alone ? voice.say('switch') : `${voice.say('switch')} (${voice.tongue.edition.tag})`
}
