import { resolve } from 'node:path'
import type { Article } from '../../src/article/article.ts'
import { type Realiser, realiseArticle } from '../../src/article/realise-article.ts'
import type { Named } from '../../src/fields/directory.ts'
import { showDiagnostic } from '../../src/foundation/show-diagnostic.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { type IncidentReading, readIncident } from '../../src/incident/read-incident.ts'
import { knownEditions } from '../../src/newsroom/edition-ids.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { openDiagnosticWords } from '../../src/newsroom/open-diagnostic-words.ts'
import { openEditions } from '../../src/newsroom/open-editions.ts'
import type { Story } from '../../src/story/story.ts'
import { storyOf } from '../../src/story/story-of.ts'

const workspace = openWorkspace(resolve(import.meta.dirname, '../..'))
const words = openDiagnosticWords(workspace, 'en')
const { newsroom, diagnostics } = openNewsroom(workspace)
if (!newsroom) throw new Error(JSON.stringify(diagnostics))

export const EDITIONS = ['fr', 'en', 'fr-fr', 'fr-ca', 'en-gb', 'en-us'] as const

const opened = await openEditions(workspace, newsroom.site, knownEditions(workspace))
const realisers = new Map<string, Realiser>(opened.map(({ edition, realiser }) => [edition.id, realiser]))

/** What realises the articles of an edition, with the words that readers are served with. */
export function realiserOf(edition: string): Realiser {
  const realiser = realisers.get(edition)
  if (!realiser) throw new Error(`no edition ${edition}`)
  return realiser
}

/** What reading a file as an editor types it gives: the incident, unless there are errors, and every diagnostic. */
export function readingOf(text: string, file = 'test.yaml'): IncidentReading {
  return readIncident({ file, text }, { ...newsroomContext(), inContent: false })
}

/** Reads an incident as an editor types it; what is wrong with it is a mistake of the test. */
export function incidentOf(text: string, file = 'test.yaml'): Incident {
  const { incident, diagnostics } = readingOf(text, file)
  if (!incident) throw new Error(diagnostics.map(one => showDiagnostic(one, words, { source: text })).join('\n'))
  return incident
}

const newsroomContext = () => {
  if (!newsroom) throw new Error('no newsroom')
  return newsroom.context
}

/** A name of the directory by its id. */
export function namedAs(id: string): Named {
  const found = newsroomContext().directory.names.get(id)
  if (!found) throw new Error(`no name ${id}`)
  return found
}

export function articleOf(incident: Incident, edition: string): Article {
  return realiseArticle(storyFor(incident), realiserOf(edition))
}

/** The story that was told last: tests tell one in several editions, and under many ids, which draw other wordings. */
let last: Story | undefined

function storyFor(incident: Incident): Story {
  last = last && isSameButForId(last.incident, incident) ? { ...last, incident } : storyOf(incident)
  return last
}

/** The id draws wordings, and decides nothing else: `test/story/story-of.test.ts`. */
function isSameButForId(one: Incident, other: Incident): boolean {
  const fields = Object.keys(one) as (keyof Incident)[]
  return (
    fields.length === Object.keys(other).length && fields.every(field => field === 'id' || one[field] === other[field])
  )
}

/** Every sentence of an article's body. */
export const bodyOf = ({ paragraphs }: Article) => paragraphs.flatMap(({ sentences }) => sentences)

/** Every text of an article that readers get. */
export function textsOf(article: Article): string[] {
  const { headline, standfirst, alert, brief } = article
  return [headline, standfirst, alert, ...brief, ...bodyOf(article)].map(({ text }) => text)
}
