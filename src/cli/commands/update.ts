import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UnreadableFile } from '../../edit/change-file.ts'
import { saveContent } from '../../edit/save-content.ts'
import { writtenMoment } from '../../edit/typed-moment.ts'
import { type NewStatement, updated } from '../../edit/update-incident.ts'
import { isError } from '../../foundation/diagnostic.ts'
import { jsonOf } from '../../foundation/layered-workspace.ts'
import { readText } from '../../foundation/read-text.ts'
import { shownDifference } from '../../foundation/text-diff.ts'
import { translator } from '../../foundation/translations.ts'
import { workspaceOf } from '../../foundation/workspace.ts'
import type { State } from '../../incident/incident.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { CommandSettings } from '../command-settings.ts'
import { incidentAsked } from '../find-incident.ts'
import type { Invocation } from '../invocation.ts'
import { presentOf } from '../present-moment.ts'
import { callOf } from '../program-call.ts'
import { nameOf } from '../resolve-name.ts'
import { serviceOrReport } from '../service-or-report.ts'
import { settledText } from '../settle-leftovers.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'
import { momentReader } from './new.ts'

export interface UpdateOptions {
  readonly state?: State
  readonly ended?: string
  readonly asOf?: string
  /** File with the words of the company; `-` is standard input. */
  readonly statement?: string
  readonly statementLang?: string
  readonly translation?: readonly string[]
  readonly by?: string
  readonly via?: string
  readonly phase?: string
  /** `language=sentence`, for the entry of `updates`. */
  readonly text?: readonly string[]
  readonly source?: readonly string[]
  /** What becomes of what was true only while it lasted: `field=keep`, `past`, `remove`, or a clause in the past. */
  readonly leftover?: readonly string[]
  /** `false`: nothing is asked. */
  readonly input?: boolean
  readonly now?: string
}

/** The terminal of this call, and what called it. */
interface Caller {
  readonly terminal: Terminal
  readonly invocation: Invocation
}

/** `update ID`: adds the news of an incident to its file, and asks about what its end has overtaken. */
export async function update(
  id: string,
  options: UpdateOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const { newsroom } = service
  const { file } = incidentAsked(workspace, id)
  const before = readText(workspace, file).text
  if (before === undefined) throw new Usage('unreadable', { file, call: callOf(workspace.root, invocation.folder) })
  const caller = { terminal, invocation }
  const news = hasNews(options) ? edited(before, file, options, newsroom, caller) : before
  const asked = hasNews(options) || options.leftover !== undefined || (options.input !== false && invocation.editor)
  if (!asked) throw new Usage('nothing', {})
  const refused = (text: string) => {
    const { diagnostics } = service.read({ file, text })
    if (!diagnostics.some(isError)) return false
    terminal.note(`${terminal.say('new.refused')}\n\n`)
    terminal.report(diagnostics, workspaceOf({ [file]: text }))
    return true
  }
  if (refused(news)) return INPUT_HAS_ERRORS
  const settled = await settledText({ file, before, news }, options, service, caller)
  if (settled === undefined) {
    terminal.note(`\n${terminal.say('new.given-up')}\n`)
    return INPUT_HAS_ERRORS
  }
  const { text: after, open } = settled
  if (refused(after)) return INPUT_HAS_ERRORS
  if (after === before) {
    if (!hasNews(options) && options.leftover === undefined && !settled.wasAsked) throw new Usage('nothing', {})
    terminal.note(`${terminal.say('update.same', { file })}\n`)
    return DONE
  }
  saveContent(workspace.root, file, after)
  terminal.report(service.read({ file, text: after }).diagnostics, workspace)
  for (const { line, leftover } of open)
    terminal.note(`${terminal.say('update.leftover.open', { line, name: leftover.name })}\n`)
  terminal.note(`${terminal.say('update.done', { file })}\n${changedLines(before, after)}`)
  terminal.print(`${file}\n`)
  return DONE
}

const hasNews = ({ state, ended, asOf, statement, text, source }: UpdateOptions): boolean =>
  [state, ended, asOf, statement, text, source].some(one => one !== undefined)

/** The changed lines with their numbers. */
function changedLines(before: string, after: string): string {
  return shownDifference(before, after, 1)
    .map(({ sign, line, text }) => (sign === '@' ? '  …\n' : `${sign} ${String(line).padStart(4)} │ ${text}\n`))
    .join('')
}

function edited(before: string, file: string, options: UpdateOptions, newsroom: Newsroom, caller: Caller): string {
  const { invocation } = caller
  const { zone } = newsroom.site
  const present = { now: presentOf(options.now, invocation, () => zone), zone }
  const moment = momentReader(present)
  const ended = moment('ended', options.ended)
  const as_of = moment('as-of', options.asOf)
  const state = options.state ?? (ended ? 'resolved' : undefined)
  const statement = statementOf(options, newsroom, caller)
  try {
    return updated(before, {
      ...(state !== undefined && { state }),
      as_of: as_of?.written ?? writtenMoment(present.now, zone),
      ...(ended && { ended: ended.written }),
      ...(statement && { statement }),
      text: textOf(options, state, newsroom),
      ...(options.source && { source: options.source }),
    })
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Usage('unreadable', { file, call: callOf(newsroom.workspace.root, invocation.folder) })
    throw error
  }
}

/** The text of the entry of `updates`: the editor's words, or a sentence about the new state, in each language. */
function textOf(options: UpdateOptions, state: State | undefined, { context, workspace }: Newsroom) {
  const given = byLanguage(options.text ?? [])
  if (Object.keys(given).length > 0 || state === undefined) return given
  return Object.fromEntries(
    context.languages.flatMap(language => {
      const file = `locales/${language}/edit.json`
      if (workspace.size(file) === undefined) return []
      return [[language, translator(language, { edit: jsonOf(workspace, file) })(`update.text.${state}`)]]
    }),
  )
}

function byLanguage(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map(one => {
      const found = /^([a-z]{2}(?:-[A-Z]{2})?)=(.*\S.*)$/s.exec(one)
      if (!found) throw new Usage('text', { value: one })
      return [found[1] ?? '', (found[2] ?? '').trim()]
    }),
  )
}

function statementOf(
  options: UpdateOptions,
  { context }: Newsroom,
  { terminal, invocation }: Caller,
): NewStatement | undefined {
  if (options.statement === undefined) return undefined
  const lang = options.statementLang ?? /\.([a-z]{2})\.[a-z]+$/.exec(options.statement)?.[1]
  if (lang === undefined) throw new Usage('statement-lang', {})
  const { directory } = context
  const asked = { directory, inPlace: false, terminal }
  const via = options.via && String(nameOf(options.via, ['channel', 'service'], asked).value)
  const by =
    options.by && String(nameOf(options.by, ['company', 'person', 'authority', 'agency', 'service'], asked).value)
  return {
    ...(by && { by }),
    ...(via && { via }),
    ...(options.phase && { phase: options.phase }),
    lang,
    text: contentOf(options.statement, invocation),
    translations: byLanguage(options.translation ?? []),
  }
}

/** The text of a file, or of standard input. Throws `Usage` when it cannot be read. */
function contentOf(path: string, { folder, input }: Invocation): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      path === '-' ? input() : readFileSync(resolve(folder, path)),
    )
  } catch (error) {
    const reason = error instanceof TypeError ? 'UTF-8' : ((error as NodeJS.ErrnoException).code ?? String(error))
    throw new Usage('file', { path, reason })
  }
}
