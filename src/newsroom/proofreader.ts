import type { Article } from '../article/article.ts'
import { proofread } from '../article/proofread-article.ts'
import { MAX_TITLE_LENGTH } from '../article/realise-article.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { Incident } from '../incident/incident.ts'
import { type IncidentFile, incidentId } from '../incident/list-incidents.ts'
import { type Addresses, openAddresses } from './address-clash.ts'
import { type Newsroom, readOne } from './newsroom.ts'
import { openEditions } from './open-editions.ts'
import { realiseIncident } from './realise-incident.ts'
import { siteEditionsOf } from './site-editions.ts'

/** Reads finished articles as a desk would. */
export interface Proofreader {
  /** Addresses, all free: for incidents that are read one after the other. */
  readonly addresses: () => Addresses
  /** Addresses after those of the incidents before this one, as far as they could stand in its way. */
  readonly addressesAt: (incident: Incident, all: readonly IncidentFile[]) => Addresses
  /** Reads the articles of an incident. `text` is the file's, for the lines; with `addresses`, its own are taken. */
  readonly read: (incident: Incident, addresses?: Addresses, text?: string) => readonly Diagnostic[]
}

/** Opens the newsroom's editions once; each incident is then told in all of them and read. */
export async function openProofreader(newsroom: Newsroom): Promise<Proofreader> {
  const { workspace, site } = newsroom
  const editions = await openEditions(workspace, site, site.editions)
  const siteEditions = siteEditionsOf(workspace, editions)
  const addresses = () => openAddresses(workspace, { site, siteEditions })
  return {
    addresses,
    addressesAt(incident, all) {
      const before = addresses()
      const slugs = realiseIncident(incident, editions).map(({ slug }) => slug)
      for (const file of all.slice(
        0,
        all.findIndex(one => one.file === incident.file),
      )) {
        if (!mentions(workspace, file.file, slugs)) continue
        const { incident: other } = readOne(newsroom, file)
        if (other && !other.publication.draft) before.take(other, realiseIncident(other, editions))
      }
      return before
    },
    read(incident, given, text = readText(workspace, incident.file).text) {
      const articles = realiseIncident(incident, editions)
      // A draft has no address yet.
      const taken = incident.publication.draft ? [] : given?.take(incident, articles)
      return [...proofread({ incident }, articles, text), ...(taken ?? [])]
    },
  }
}

/** Whether an incident can have one of these addresses: they stand in it, or are its id. */
function mentions(workspace: Workspace, file: string, slugs: readonly string[]): boolean {
  const { text = '' } = readText(workspace, file)
  return slugs.some(slug => slug === incidentId(file) || text.includes(slug))
}

/**
 * What keeps told articles from being published: the errors that proofreading finds. Only what can have one is read, for
 * a build tells thousands.
 */
export function errorsIn(incident: Incident, articles: readonly Article[], workspace: Workspace): Diagnostic[] {
  if (articles.every(({ headline }) => headline.text.length <= MAX_TITLE_LENGTH)) return []
  const found = proofread({ incident }, articles, readText(workspace, incident.file).text)
  return found.filter(({ severity }) => severity === 'error')
}
