import { join } from 'node:path'
import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import { jsonOf } from '../foundation/layered-workspace.ts'
import { lock } from '../foundation/lock.ts'
import { openTranslations } from '../foundation/translations.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { openIncidentService } from '../newsroom/incident-service.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { newsroomPresentDiagnostics } from '../newsroom/present-diagnostics.ts'
import { openDestination } from '../publish/destinations.ts'
import { openJournal } from '../publish/journal.ts'
import { postCandidatesOf } from '../publish/post-candidates.ts'
import type { PublishingContext } from '../publish/publish-destination.ts'
import { wholeNewsroom } from '../publish/publish-scope.ts'
import type { Receipt } from '../publish/publisher.ts'
import { pageWords, type Say } from '../site/page-messages.ts'
import { type CommandSettings, editionsAsked, near } from './command-settings.ts'
import { presentOf } from './present-moment.ts'
import { siteZone } from './site-zone.ts'
import type { Terminal } from './terminal.ts'
import { Usage } from './usage-error.ts'

/** Options that `plan`, `publish` and `status` share. */
export interface PublishingOptions {
  readonly to?: string
  readonly only?: string
  readonly edition?: string
  readonly overwrite?: string
  readonly allowRemovals?: string
  /** Whether published stories get the words that the program has for them now. */
  readonly wording?: boolean
  readonly now?: string
  readonly json?: boolean
}

/** What `plan`, `publish` and `status` start from. */
interface OpenedPublishing {
  /** The messages about publishing, in the editor's language. */
  readonly say: Say
  /** Absent when the settings cannot be read. */
  readonly context?: PublishingContext
  /** Errors that hold articles back; warnings belong to `check`. */
  readonly errors: readonly Diagnostic[]
  /** Stories that are told as happening now and have not moved for long. */
  readonly reminders: readonly Diagnostic[]
}

/** Opens the newsroom and the destinations asked for. */
export async function openPublishing(
  options: PublishingOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<OpenedPublishing> {
  const say = publishWords(workspace, terminal.words().language)
  const { service, diagnostics: unset } = openIncidentService(workspace)
  if (!service) return { say, errors: unset.filter(isError), reminders: [] }
  const { newsroom } = service
  const opened = destinationsAsked(newsroom, options.to).map(([name, settings]) =>
    openDestination(name, settings, {
      root: workspace.root,
      zone: newsroom.site.zone,
      environment: invocation.environment,
      message: receipts => commitMessage(receipts, say),
    }),
  )
  const editions = editionsAsked(workspace, options.edition)
  const now = presentOf(options.now, invocation, () => siteZone(workspace))
  const removals = removalsOf(options.allowRemovals)
  const offered = await postCandidatesOf(service)
  const folder = (name: string) => join(workspace.root, '.depeche/publish', name)
  const context: PublishingContext = {
    offered,
    publishers: opened.flatMap(({ publisher }) => (publisher ? [publisher] : [])),
    now,
    scope: {
      only: listOf(options.only),
      editions,
      overwrite: listOf(options.overwrite),
      wording: options.wording === true,
      removals,
      withheld: offered.withheld,
      unread: offered.unread,
      unsure: offered.unsure,
      years: offered.years,
      removalsSaid: options.allowRemovals !== undefined,
    },
    journalOf: name => openJournal(folder(name), () => new Date(invocation.clock()).toISOString()),
    lockOf: name => lock(join(folder(name), 'lock')),
  }
  return {
    say,
    context,
    reminders: newsroomPresentDiagnostics(service, now),
    errors: [...offered.diagnostics, ...opened.flatMap(({ diagnostics }) => diagnostics)].filter(isError),
  }
}

function publishWords(workspace: Workspace, language: string): Say {
  const { words } = jsonOf(workspace, `locales/${language}/publish.json`) as { words: object }
  return pageWords(openTranslations(language, { publish: words }), text => text)
}

function listOf(typed: string | undefined): string[] {
  return typed === undefined ? [] : typed.split(',').flatMap(id => id.trim() || [])
}

function destinationsAsked({ site }: Newsroom, to: string | undefined): [string, unknown][] {
  const all = Object.entries(site.destinations ?? {})
  if (to === undefined) {
    if (all.length === 0) throw new Usage('no-destination', {})
    return all
  }
  const known = all.map(([name]) => name)
  return listOf(to).map(name => {
    const found = all.find(([one]) => one === name)
    if (!found) throw new Usage('destination', { name, known: known.join(', '), ...near(name, known) })
    return found
  })
}

function removalsOf(typed: string | undefined): number {
  if (typed === undefined) return wholeNewsroom.removals
  if (!/^\d{1,6}$/.test(typed)) throw new Usage('removals', { value: typed })
  return Number(typed)
}

/** The commit message for readers of the history: which headlines, in which languages, where. */
function commitMessage(receipts: readonly Receipt[], say: Say): string {
  const [only] = receipts
  if (!only) return say('commit.finish')
  const titles = [...new Set(receipts.map(({ title }) => title))]
  const subject =
    titles.length === 1 ? say('commit.one', { title: only.title }) : say('commit.many', { count: titles.length })
  return `${subject}\n\n${receipts.map(({ did, title, address }) => `- ${say(`did.${did}`)}: ${title} <${address}>`).join('\n')}`
}
