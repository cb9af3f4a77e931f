import { toJson } from '../../foundation/show-diagnostic.ts'
import { workspaceOf } from '../../foundation/workspace.ts'
import { type SaidWording, type SayAnswer, type SayRequest, sayWording } from '../../newsroom/say-wording.ts'
import { SLOT_KINDS, type TypedSlot } from '../../newsroom/typed-slots.ts'
import { TYPED_WORDING } from '../../newsroom/wordings-asked.ts'
import { type CommandSettings, editionsAsked, near } from '../command-settings.ts'
import { presentOf } from '../present-moment.ts'
import { serviceOrReport } from '../service-or-report.ts'
import { siteZone } from '../site-zone.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

export interface SayOptions {
  readonly edition?: string
  readonly slot?: readonly string[]
  readonly context?: string
  readonly count?: string
  readonly asOf?: string
  readonly holds?: string
  readonly known?: boolean
  readonly json?: boolean
}

/** `say WORDING`: a text of `story.json`, or every alternative of a key, as an article would print it with these slots. */
export async function say(
  wording: string,
  options: SayOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const [edition, another] = editionsAsked(workspace, options.edition)
  if (another !== undefined) throw new Usage('say-one-edition', {})
  const request: Omit<SayRequest, 'edition'> = {
    wording,
    slots: (options.slot ?? []).map(slotOf),
    ...(options.context !== undefined && { context: options.context }),
    ...(options.count !== undefined && { count: countOf(options.count) }),
    asOf: presentOf(options.asOf, invocation, () => siteZone(workspace)),
    holds: (options.holds ?? '').split(',').flatMap(name => name.trim() || []),
    known: options.known === true,
  }
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const spoken = edition ?? service.newsroom.site.editions[0] ?? ''
  const answer = await sayWording(service, { ...request, edition: spoken })
  const isListing = listsOnly(answer, request)
  if (!isListing) refuse(answer)
  if (options.json) terminal.print(`${JSON.stringify(jsonOf(answer, spoken, terminal), null, 2)}\n`)
  else shown(answer, { wording, isListing }, terminal)
  return isListing || answer.said.some(({ text }) => text !== undefined) ? DONE : INPUT_HAS_ERRORS
}

/** `services=facebook,instagram`, `who:person=…`. Throws `Usage`. */
function slotOf(typed: string): TypedSlot {
  const [, name, kind, value] = /^([a-z_]+)(?::([a-z]+))?=(.*)$/s.exec(typed) ?? []
  if (name === undefined || value === undefined) throw new Usage('slot', { value: typed })
  if (kind !== undefined && !SLOT_KINDS.includes(kind))
    throw new Usage('slot-kind', { kind, known: SLOT_KINDS.join(', '), ...near(kind, SLOT_KINDS) })
  return { name, value, ...(kind !== undefined && { kind }) }
}

function countOf(typed: string): number {
  if (!/^\d{1,9}(\.\d+)?$/.test(typed)) throw new Usage('count', { value: typed })
  return Number(typed)
}

/** Whether a key is asked for without slots: its alternatives are listed as they are written. */
const listsOnly = ({ said }: SayAnswer, { slots, wording }: Pick<SayRequest, 'slots' | 'wording'>): boolean =>
  slots.length === 0 && !wording.includes('#') && said.length > 0 && said.every(one => one.wording !== TYPED_WORDING)

/** Throws `Usage` for what is asked for by a name that is not there, and for slots without which nothing can be said. */
function refuse({ said, diagnostics }: SayAnswer): void {
  const unknown = diagnostics.find(({ code }) => code.startsWith('usage/'))
  if (unknown) throw new Usage(unknown.code.slice('usage/'.length), unknown.facts as Usage['slots'])
  const lacking = said.map(({ missing }) => missing)
  const [fewest = []] = [...lacking].sort((one, other) => one.length - other.length)
  if (fewest.length > 0 && lacking.every(missing => missing.length > 0))
    throw new Usage('slot-missing', { slots: listed(fewest), example: fewest[0] ?? '' })
}

/** An alternative alone as it is; those of a key each after its number, and why some cannot be said. */
function shown(
  { said, diagnostics, sources, unused }: SayAnswer,
  { wording, isListing }: { readonly wording: string; readonly isListing: boolean },
  terminal: Terminal,
): void {
  terminal.report(diagnostics, workspaceOf(sources))
  const isOne = wording.includes('#') || said.some(one => one.wording === TYPED_WORDING)
  for (const one of said) {
    const head = isOne ? '' : `${one.wording.slice(one.wording.indexOf('#'))}  `
    if (one.text !== undefined) terminal.print(`${head}${one.text}\n`)
    else if (isListing) terminal.print(`${head}${one.written}\n`)
    else terminal.note(`${head}${whyNot(one, terminal)}\n`)
  }
  for (const name of unused) terminal.note(`${terminal.say('say.unused', { slot: name })}\n`)
}

function whyNot({ missing, unmet }: SaidWording, { say }: Terminal): string {
  if (missing.length > 0) return say('say.missing', { slots: listed(missing) })
  return unmet.length > 0 ? say('say.unmet', { conditions: unmet.join(', ') }) : say('say.unfit')
}

const listed = (slots: readonly string[]): string => slots.map(name => `{{${name}}}`).join(', ')

function jsonOf({ said, diagnostics }: SayAnswer, edition: string, terminal: Terminal): object {
  return {
    edition,
    said: said.map(({ wording, missing, unmet, text }) => ({ wording, missing, unmet, text: text ?? null })),
    problems: diagnostics.map(one => toJson(one, terminal.words())),
  }
}
