import { type IntakeChoice, isWanted } from '../intake/choose-incidents.ts'
import { feedNames } from '../intake/draft-names.ts'
import { readFeedAliases } from '../intake/feed-aliases.ts'
import { feedFormats } from '../intake/feed-formats.ts'
import { type FeedWords, readFeedWords } from '../intake/feed-words.ts'
import { notify } from '../intake/notify.ts'
import { type ReadFeed, readFeed } from '../intake/read-feed.ts'
import { type IntakeEntry, runIntake } from '../intake/run-intake.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { near } from './command-settings.ts'
import type { IntakeSource } from './intake-sources.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from './usage-error.ts'

export interface IntakeCommandOptions {
  readonly format?: string
  readonly provider?: string
  readonly map?: string
  readonly since?: string
  readonly open?: boolean
  readonly service?: string
  readonly minImpact?: string
  readonly every?: string
  readonly notify?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** Makes drafts of what was read, says what came, and tells it to the newsroom's own command. */
export async function reportIntake(
  { sources, done }: { readonly sources: readonly IntakeSource[]; readonly done: () => void },
  options: IntakeCommandOptions,
  service: IncidentService,
  terminal: Terminal,
): Promise<number> {
  const { workspace, context, site } = service.newsroom
  const { say } = terminal
  checkFormat(options.format)
  const words = readFeedWords(workspace)
  const feeds = sources.flatMap(one => readSource(one, words, site.zone) ?? [])
  const choice = choiceOf(options)
  const wanted = feeds.flatMap(({ incidents }) => incidents).filter(incident => isWanted(incident, choice))
  const names = feedNames(context.directory, readFeedAliases(workspace))
  const entries = runIntake(wanted, service, {
    say: (key, slots) => say(`intake.${key}`, slots),
    context: { names, words, languages: context.languages },
    dryRun: options.dryRun === true,
  })
  if (!options.dryRun) done()
  const lost = sources.filter(one => one.lost)
  print(entries, feeds, lost, options, terminal)
  const news = options.dryRun || options.notify === undefined ? [] : entries.filter(({ isNews }) => isNews)
  for (const entry of news) {
    const status = await notify(options.notify ?? '', entry, workspace.root)
    if (status !== 0)
      terminal.note(`${say('intake.notify-failed', { status: String(status), file: entry.file ?? entry.key })}\n`)
  }
  const isEmpty = entries.length === 0 && feeds.some(({ refused }) => refused.length > 0)
  return lost.length > 0 || isEmpty ? INPUT_HAS_ERRORS : DONE
}

function checkFormat(format: string | undefined): void {
  const names = feedFormats.map(one => one.name)
  if (format !== undefined && !names.includes(format))
    throw new Usage('feed-format', { format, known: names.join(', '), ...near(format, names) })
}

/** Who runs the pages of a folder: the folder is called so. */
const folderOf = (name: string) => (/\.md$/i.test(name) ? name.split(/[\\/]/).at(-2) : undefined)

function readSource(source: IntakeSource, words: FeedWords, zone: string): ReadFeed | undefined {
  const { name, bytes, format, mapping } = source
  if (!bytes) return undefined
  const provider = source.provider ?? folderOf(name)
  const settings = { words, zone, ...(provider !== undefined && { provider }), ...(mapping && { mapping }) }
  return readFeed(name, bytes, settings, format)
}

/** How bad feeds say it is, in steps that all of them have. */
const WEIGHTS: readonly string[] = ['none', 'minor', 'major', 'critical']

function choiceOf({ since, open, service, minImpact }: IntakeCommandOptions): IntakeChoice {
  const from = since === undefined ? undefined : Date.parse(since)
  if (from !== undefined && Number.isNaN(from)) throw new Usage('moment', { value: since ?? '', option: '--since' })
  const minWeight = minImpact === undefined ? -1 : WEIGHTS.indexOf(minImpact)
  return {
    ...(from !== undefined && { since: from }),
    ...(open && { open }),
    ...(service !== undefined && { service }),
    ...(minWeight >= 0 && { minWeight }),
  }
}

function print(
  entries: readonly IntakeEntry[],
  feeds: readonly ReadFeed[],
  lost: readonly IntakeSource[],
  options: IntakeCommandOptions,
  terminal: Terminal,
): void {
  const { say } = terminal
  const refused = feeds.flatMap(feed => feed.refused.map(one => ({ ...one, feed: feed.name })))
  const unreachable = lost.map(({ name, lost: why }) => ({ feed: name, ...why }))
  if (options.json) {
    terminal.print(`${JSON.stringify({ entries, refused, unreachable }, null, 2)}\n`)
    return
  }
  terminal.print(entries.map(entry => lineFor(entry, terminal)).join(''))
  for (const { feed, what, why } of refused)
    terminal.note(`${say('intake.refused-line', { feed, what, why: say(`intake.refused.${why}`) })}\n`)
  for (const { name, lost: reason } of lost)
    terminal.note(`${name}: ${say(`intake.unreachable.${reason?.why}`, { detail: reason?.detail ?? '' })}\n`)
  const isQuiet = options.every !== undefined && entries.every(({ isNews }) => !isNews)
  if (!isQuiet) terminal.note(`${summaryOf(entries, refused.length, terminal)}\n`)
}

function lineFor(entry: IntakeEntry, { say }: Terminal): string {
  const { action, file = '', key, title, why, taken = [], conflicts = [], alike } = entry
  if (action === 'same' || action === 'dropped') return ''
  const reason = why ? ` (${say(`intake.refused.${why}`)})` : ''
  const head = `${say(`intake.action.${action}`)}  ${file || key}  ${title}${reason}\n`
  const changes = taken.length > 0 && action === 'changed' ? `    ${taken.join(', ')}\n` : ''
  const other = alike ? `    ${say('intake.left.alike', { id: alike })}\n` : ''
  return head + changes + other + conflicts.map(one => `    ${say('intake.conflict', { ...one })}\n`).join('')
}

function summaryOf(entries: readonly IntakeEntry[], refused: number, { say }: Terminal): string {
  const count = (action: IntakeEntry['action']) => entries.filter(entry => entry.action === action).length
  return say('intake.summary', {
    made: count('new'),
    changed: count('changed'),
    conflicts: count('conflict') + count('proposal'),
    same: count('same') + count('dropped'),
    refused: count('refused') + refused,
  })
}
