import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freePath, newIncident } from '../../edit/new-incident.ts'
import { saveContent } from '../../edit/save-content.ts'
import type { Present, TypedMoment } from '../../edit/typed-moment.ts'
import { typedMoment, writtenMoment } from '../../edit/typed-moment.ts'
import type { Named } from '../../fields/directory.ts'
import { isError } from '../../foundation/diagnostic.ts'
import { workspaceOf } from '../../foundation/workspace.ts'
import { listIncidents } from '../../incident/list-incidents.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { CommandSettings } from '../command-settings.ts'
import type { NewOptions } from '../new-options.ts'
import { presentOf } from '../present-moment.ts'
import { callOf } from '../program-call.ts'
import { type NameAsked, nameOf } from '../resolve-name.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

/** `new`: a new incident file, by questions on a terminal or by flags. Prints the path of the file. */
export async function newCommand(
  options: NewOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const { newsroom } = service
  const present = { now: presentOf(options.now, invocation, () => newsroom.site.zone), zone: newsroom.site.zone }
  const asks = options.input !== false && (options.service ?? []).length === 0
  const answered =
    asks && invocation.editor
      ? await (await import('../ask-questions.ts')).answers(options, newsroom, present, terminal, invocation.editor)
      : options
  if (!answered) {
    terminal.note(`\n${terminal.say('new.given-up')}\n`)
    return INPUT_HAS_ERRORS
  }
  const { id, file, text } = drafted(answered, newsroom, present, terminal)
  const read = service.read({ file, text })
  if (read.diagnostics.some(isError)) {
    terminal.note(`${terminal.say('new.refused')}\n\n`)
    terminal.report(read.diagnostics, workspaceOf({ [file]: text }))
    return INPUT_HAS_ERRORS
  }
  saveContent(workspace.root, file, text)
  terminal.report(read.diagnostics, workspace)
  terminal.note(`${terminal.say('new.created', { id, call: callOf(workspace.root, invocation.folder) })}\n`)
  terminal.print(`${file}\n`)
  return DONE
}

/** The file made from the answers. Throws `Usage` for an invalid one. */
function drafted(options: NewOptions, newsroom: Newsroom, present: Present, terminal: Terminal) {
  const { directory } = newsroom.context
  const asked: NameAsked = { directory, inPlace: options.inPlace === true, terminal }
  const services = (options.service ?? []).flatMap(one => one.split(',')).flatMap(one => one.trim() || [])
  if (services.length === 0) throw new Usage('service-missing', {})
  const named = services.map(service => nameOf(service, ['service', 'channel', 'company', 'counter'], asked))
  const company = options.company
    ? nameOf(options.company, ['company', 'authority', 'agency', 'service'], asked)
    : ownerOf(named.flatMap(({ found }) => found ?? []))
  const places = (options.place ?? []).map(place => nameOf(place, ['place'], asked).value)
  const moment = momentReader(present)
  const [from, to] = [moment('planned-from', options.plannedFrom), moment('planned-to', options.plannedTo)]
  const started = moment('started', options.started)
  const state = options.state ?? (from ? 'planned' : 'ongoing')
  if (state === 'planned' && !from && !started) throw new Usage('planned', {})
  const as_of = moment('as-of', options.asOf) ?? { written: writtenMoment(present.now, present.zone), at: present.now }
  const ended = moment('ended', options.ended)
  const day = writtenMoment((started ?? from ?? as_of).at, present.zone).slice(0, 10)
  const known = new Set(listIncidents(newsroom.workspace).files.map(({ id }) => id))
  // Several services of one company: the incident is the company's.
  const subject = named.length > 1 && company ? String(company.value) : (named[0]?.found?.id ?? services[0] ?? '')
  const { id, file } = freePath(day, options.name ?? subject, one => known.has(one))
  const text = newIncident(
    {
      state,
      ...(options.kind !== undefined && { kind: options.kind }),
      as_of: as_of.written,
      ...(company && { company: company.value as string }),
      services: named.map(({ value }) => value),
      ...(started && { started: started.written }),
      ...(ended && { ended: ended.written }),
      ...(from && { planned: { from: from.written, ...(to && { to: to.written }) } }),
      ...(places.length > 0 && { scope: { places } }),
      ...(options.cause !== undefined && { cause: options.cause }),
      sources: options.source ?? [],
    },
    key => terminal.say(`file.${key}`),
    existsSync(join(newsroom.workspace.root, 'schema/incident.schema.json')),
  )
  return { id, file, text }
}

/** The company of the services, when they all have the same and it is not one of them. */
function ownerOf(services: readonly Named[]): { value: string; found?: Named } | undefined {
  const owners = new Set(services.map(({ company }) => company))
  const [only] = owners
  return owners.size === 1 && only !== undefined ? { value: only } : undefined
}

/** Parses the moments of options, and reports which option is invalid. */
export function momentReader(present: Present): (option: string, typed: string | undefined) => TypedMoment | undefined {
  return (option, typed) => {
    if (typed === undefined) return undefined
    const read = typedMoment(typed, present)
    if (!read) throw new Usage('moment', { value: typed, option: `--${option}` })
    return read
  }
}
