import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { type IntakeChoice, isWanted } from '../../intake/choose-incidents.ts'
import { feedNames } from '../../intake/draft-names.ts'
import { readFeedAliases } from '../../intake/feed-aliases.ts'
import { feedFormats } from '../../intake/feed-formats.ts'
import { readFeedWords } from '../../intake/feed-words.ts'
import { MAPPED } from '../../intake/formats/mapped-list.ts'
import { type ReadFeed, readFeed } from '../../intake/read-feed.ts'
import { type IntakeEntry, runIntake } from '../../intake/run-intake.ts'
import type { IncidentService } from '../../newsroom/incident-service.ts'
import type { CommandSettings } from '../command-settings.ts'
import { near } from '../command-settings.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

export interface IntakeCommandOptions {
  readonly format?: string
  readonly provider?: string
  readonly map?: string
  readonly since?: string
  readonly open?: boolean
  readonly service?: string
  readonly minImpact?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `intake [SOURCE]`: drafts from the feeds of status pages. */
export async function intakeCommand(
  source: string | undefined,
  options: IntakeCommandOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  if (source === undefined) throw new Usage('missingArgument', { name: 'source' })
  const feeds = sourcesIn(resolve(invocation.folder, source)).map(({ name, bytes }) =>
    readIn(service, name, bytes, options),
  )
  return reported(feeds, service, options, terminal)
}

/** `--map title=Title,start=Begin`: which column or field is what. Throws `Usage`. */
function mappingOf(typed: string | undefined): { mapping?: Readonly<Record<string, string>> } {
  if (typed === undefined) return {}
  const pairs = typed.split(',').map(pair => pair.split('=').map(part => part.trim()))
  for (const [key = '', field] of pairs) {
    const known: readonly string[] = MAPPED
    if (!field || !known.includes(key))
      throw new Usage('feed-map', { value: key, known: known.join(', '), ...near(key, known) })
  }
  return { mapping: Object.fromEntries(pairs.map(([key = '', field = '']) => [key, field])) }
}

interface FeedSource {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file, or every file of a folder. */
function sourcesIn(path: string): readonly FeedSource[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new Usage('feed-missing', { path })
  if (!stat.isDirectory()) return [{ name: basename(path), bytes: readFileSync(path) }]
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  return files
    .map(one => join(one.parentPath, one.name))
    .sort()
    .map(file => ({ name: join(basename(path), relative(path, file)), bytes: readFileSync(file) }))
}

/** Who runs the page of a folder: the folder that holds its pages is called so. */
const folderOf = (name: string) => name.split(/[\\/]/).at(-2)

function readIn(service: IncidentService, name: string, bytes: Uint8Array, options: IntakeCommandOptions): ReadFeed {
  const names = feedFormats.map(format => format.name)
  const { format, provider } = options
  if (format !== undefined && !names.includes(format))
    throw new Usage('feed-format', { format, known: names.join(', '), ...near(format, names) })
  const { workspace, site } = service.newsroom
  const isPage = /\.md$/i.test(name)
  const who = provider ?? (isPage ? folderOf(name) : undefined)
  const settings = { words: readFeedWords(workspace), zone: site.zone, ...(who !== undefined && { provider: who }) }
  return readFeed(name, bytes, { ...settings, ...mappingOf(options.map) }, format)
}

/** Makes the drafts, and says what came. */
function reported(
  feeds: readonly ReadFeed[],
  service: IncidentService,
  options: IntakeCommandOptions,
  terminal: Terminal,
): number {
  const { workspace, context } = service.newsroom
  const choice = choiceOf(options)
  const wanted = feeds.flatMap(({ incidents }) => incidents).filter(incident => isWanted(incident, choice))
  const words = readFeedWords(workspace)
  const names = feedNames(context.directory, readFeedAliases(workspace))
  const say = (key: string, slots?: Readonly<Record<string, string>>) => terminal.say(`intake.${key}`, slots)
  const entries = runIntake(wanted, service, {
    say,
    context: { names, words, languages: context.languages },
    dryRun: options.dryRun === true,
  })
  const refused = feeds.flatMap(feed => feed.refused.map(one => ({ ...one, feed: feed.name })))
  if (options.json) terminal.print(`${JSON.stringify({ entries, refused }, null, 2)}\n`)
  else {
    terminal.print(entries.map(entry => lineFor(entry, terminal)).join(''))
    for (const one of refused)
      terminal.note(
        `${terminal.say('intake.refused-line', { feed: one.feed, what: one.what, why: terminal.say(`intake.refused.${one.why}`) })}\n`,
      )
    terminal.note(`${summaryOf(entries, refused.length, terminal)}\n`)
  }
  return entries.length === 0 && refused.length > 0 ? INPUT_HAS_ERRORS : DONE
}

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

/** How bad feeds say it is, in steps that all of them have. */
export const WEIGHTS: readonly string[] = ['none', 'minor', 'major', 'critical']

function lineFor(entry: IntakeEntry, { say }: Terminal): string {
  const { action, file = '', key, title, why, taken = [], conflicts = [] } = entry
  if (action === 'same' || action === 'dropped') return ''
  const head = `${say(`intake.action.${action}`)}  ${file || key}  ${title}${why ? ` (${say(`intake.refused.${why}`)})` : ''}\n`
  const changes = taken.length > 0 && action === 'changed' ? `    ${taken.join(', ')}\n` : ''
  return head + changes + conflicts.map(one => `    ${say('intake.conflict', { ...one })}\n`).join('')
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
