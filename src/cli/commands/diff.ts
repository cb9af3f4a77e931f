import type { Article } from '../../article/article.ts'
import { type ProseChange, type ProseVersion, proseChanges, type ToldSentence } from '../../edit/prose-diff.ts'
import { GitFailure } from '../../foundation/git.ts'
import { readText } from '../../foundation/read-text.ts'
import { workspaceOf } from '../../foundation/workspace.ts'
import { readIncident } from '../../incident/read-incident.ts'
import { type Newsroom, openNewsroom, readOne } from '../../newsroom/newsroom.ts'
import { openEditions } from '../../newsroom/open-editions.ts'
import { realiseIncident } from '../../newsroom/realise-incident.ts'
import { incidentAsked } from '../asked-incident.ts'
import { type CommandSettings, editionsAsked } from '../command-settings.ts'
import { openIncidentGit } from '../incident-git.ts'
import type { Invocation } from '../invocation.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage.ts'

export interface DiffOptions {
  readonly edition?: string
  readonly from: string
  readonly json?: boolean
}

/** `diff ID`: how the prose of the articles has changed since the committed version, with the lines that caused it. */
export async function diff(
  id: string,
  options: DiffOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const { newsroom, diagnostics: unset } = openNewsroom(workspace)
  if (!newsroom) {
    terminal.report(unset, workspace)
    return INPUT_HAS_ERRORS
  }
  const asked = editionsAsked(workspace, options.edition)
  const incidentFile = incidentAsked(workspace, id)
  const { file } = incidentFile
  const editions = await openEditions(workspace, newsroom.site, asked.length > 0 ? asked : newsroom.site.editions)
  const now = readOne(newsroom, incidentFile)
  if (!now.incident) {
    terminal.report(now.diagnostics, workspace)
    return INPUT_HAS_ERRORS
  }
  const committed = await committedOf(newsroom, incidentFile, options.from, invocation)
  const old = committed && readIncident({ file, ...committed }, newsroom.context)
  if (committed && old && !old.incident) terminal.report(old.diagnostics, workspaceOf({ [file]: committed.text }))
  const source = readText(workspace, file).text ?? ''
  const after = realiseIncident(now.incident, editions)
  const before = old?.incident ? realiseIncident(old.incident, editions) : []
  const all = after.map((article, index) => ({
    edition: article.edition,
    changes: proseChanges(versionOf(before[index], committed?.text ?? ''), versionOf(article, source)),
  }))
  if (options.json)
    terminal.print(`${JSON.stringify({ id: incidentFile.id, from: options.from, editions: all }, null, 2)}\n`)
  else {
    if (!committed) terminal.note(`${terminal.say('diff.new', { id, revision: options.from })}\n`)
    if (all.every(({ changes }) => changes.length === 0)) {
      terminal.note(`${terminal.say('diff.same', { id, revision: options.from })}\n`)
    }
    for (const { edition, changes } of all) terminal.print(shown(edition, changes, terminal))
  }
  return DONE
}

/** The incident and its hand-written texts as git has them. Throws `Usage` when git cannot say. */
async function committedOf(
  { workspace }: Newsroom,
  { file, companions }: { file: string; companions: readonly string[] },
  revision: string,
  { environment }: Invocation,
): Promise<{ text: string; companions: { file: string; text: string }[] } | undefined> {
  const git = openIncidentGit(workspace.root, environment)
  try {
    const text = await git.show(revision, file)
    if (text === undefined) return undefined
    const beside = await Promise.all(
      companions.map(async path => ({ file: path, text: await git.show(revision, path) })),
    )
    return {
      text,
      companions: beside.flatMap(one => (one.text === undefined ? [] : { file: one.file, text: one.text })),
    }
  } catch (error) {
    if (error instanceof GitFailure) throw new Usage('git', { file, revision, reason: error.reason })
    throw error
  }
}

function versionOf(article: Article | undefined, source: string): ProseVersion {
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

function shown(edition: string, changes: readonly ProseChange[], { say }: Terminal): string {
  if (changes.length === 0) return ''
  let part = ''
  const blocks = changes.map(change => {
    const head = change.part === part ? '' : `${say(`diff.${change.part}`)}\n`
    part = change.part
    const lines = [
      ...(change.gone === undefined ? [] : [`- ${change.gone}`]),
      ...(change.come === undefined ? [] : [`+ ${change.come}`]),
      ...change.because.slice(0, 4).map(({ line, text, old }) => {
        const because = say(old ? 'diff.because-gone' : 'diff.because', { line })
        return `    ${because} ${text}`
      }),
    ]
    return `${head}${lines.join('\n')}\n`
  })
  return `[${edition}]\n\n${blocks.join('\n')}\n`
}
