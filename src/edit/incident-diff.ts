import type { Article } from '../article/article.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { IncidentService, LoadedIncident } from '../newsroom/incident-service.ts'
import type { IncidentGit } from './incident-git.ts'
import { type ProseChange, type ProseVersion, proseChanges, type ToldSentence } from './prose-diff.ts'

/** How the articles of an incident have changed since a revision. */
export interface IncidentDiff {
  /** As it lies in the newsroom; with an error in it nothing is compared. */
  readonly now: LoadedIncident
  /** As git has it; absent where it has none. */
  readonly committed?: LoadedIncident
  readonly editions: readonly { readonly edition: string; readonly changes: readonly ProseChange[] }[]
}

/**
 * Compares the articles of an incident with those of the committed version, edition by edition. Throws `GitFailure` when git
 * cannot say, and what `inEditions` throws.
 *
 * @param ids editions to compare; none: those published
 */
export async function diffIncident(
  service: IncidentService,
  git: IncidentGit,
  file: IncidentFile,
  ids: readonly string[],
  revision: string,
): Promise<IncidentDiff> {
  const editions = await service.inEditions(ids.length > 0 ? ids : undefined)
  const now = service.load(file)
  if (!now.incident) return { now, editions: [] }
  const committed = await committedOf(service, git, file, revision)
  const before = committed?.incident ? editions.realise(committed.incident).articles : []
  const compared = editions.realise(now.incident).articles.map((article, index) => ({
    edition: article.edition,
    changes: proseChanges(
      proseVersionOf(before[index], committed?.text ?? ''),
      proseVersionOf(article, now.text ?? ''),
    ),
  }))
  return { now, ...(committed && { committed }), editions: compared }
}

/** The incident and its hand-written texts as git has them. */
async function committedOf(
  service: IncidentService,
  git: IncidentGit,
  { file, companions }: IncidentFile,
  revision: string,
): Promise<LoadedIncident | undefined> {
  const text = await git.show(revision, file)
  if (text === undefined) return undefined
  const beside = await Promise.all(companions.map(async path => ({ file: path, text: await git.show(revision, path) })))
  const typed = beside.flatMap(({ file, text }) => (text === undefined ? [] : { file, text }))
  return service.read({ file, text, companions: typed })
}

/** What an article says, with the file it comes from; of none, nothing. */
export function proseVersionOf(article: Article | undefined, source: string): ProseVersion {
  return { source, sentences: article ? sentencesOf(article) : [] }
}

/** Every sentence of an article, in reading order. */
function sentencesOf({ headline, standfirst, alert, paragraphs }: Article): ToldSentence[] {
  const one = (part: string, { text, from }: { text: string; from: readonly string[] }) => ({ part, text, from })
  return [
    one('headline', headline),
    one('standfirst', standfirst),
    ...paragraphs.flatMap(({ sentences, typed }) => [
      ...sentences.map(sentence => one('body', sentence)),
      ...(typed === undefined ? [] : typed.split(/\n{2,}/).map(text => ({ part: 'body', text, from: [] }))),
    ]),
    one('alert', alert),
  ].filter(({ text }) => text !== '')
}
