import { resolve } from 'node:path'
import type { Article } from '../../src/article/article.ts'
import { type Teller, tell } from '../../src/article/teller.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import { openWorkspace } from '../../src/incident/workspace.ts'
import { knownEditions } from '../../src/run/edition-ids.ts'
import { openEditions } from '../../src/run/editions.ts'
import { openNewsroom } from '../../src/run/newsroom.ts'
import { storyOf } from '../../src/story/tell.ts'

const workspace = openWorkspace(resolve(import.meta.dirname, '../..'))
const { newsroom, problems } = openNewsroom(workspace)
if (!newsroom) throw new Error(JSON.stringify(problems))

export const EDITIONS = ['fr', 'en', 'fr-fr', 'fr-ca', 'en-gb', 'en-us'] as const

const opened = await openEditions(workspace, newsroom.site, knownEditions(workspace))
const tellers = new Map<string, Teller>(opened.map(({ edition, teller }) => [edition.id, teller]))

/** The teller of an edition, with the words that readers are served with. */
export function tellerOf(edition: string): Teller {
  const teller = tellers.get(edition)
  if (!teller) throw new Error(`no edition ${edition}`)
  return teller
}

/** Reads an incident as an editor types it; what is wrong with it is a mistake of the test. */
export function incidentOf(text: string, file = 'test.yaml'): Incident {
  const { incident, problems } = readIncident({ file, text }, { ...newsroomContext(), inContent: false })
  if (!incident)
    throw new Error(problems.map(one => `${one.code} ${JSON.stringify(one.facts)} line ${one.place.line}`).join('\n'))
  return incident
}

const newsroomContext = () => {
  if (!newsroom) throw new Error('no newsroom')
  return newsroom.context
}

export function articleOf(incident: Incident, edition: string): Article {
  return tell(storyOf(incident), tellerOf(edition))
}

/** Every sentence of an article's body. */
export const bodyOf = ({ paragraphs }: Article) => paragraphs.flatMap(({ sentences }) => sentences)

/** Every text of an article that readers get. */
export function textsOf(article: Article): string[] {
  const { headline, standfirst, alert, brief } = article
  return [headline, standfirst, alert, ...brief, ...bodyOf(article)].map(({ text }) => text)
}
