import { changedParts } from '../edit/change-part.ts'
import {
  changesFor,
  type Leftover,
  type LeftoverAnswer,
  leftoversIn,
  type PastMoments,
  pastMoments,
} from '../edit/leftovers.ts'
import { fieldContextOf } from '../incident/read-incident.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { linesOf } from '../yaml/pointer-positions.ts'
import type { AskedLeftover } from './ask-leftovers.ts'
import type { Invocation } from './invocation.ts'
import { answersTyped } from './leftover-answers.ts'
import { presentOf } from './present-moment.ts'
import type { Terminal } from './terminal.ts'

/** A file as it was, and with its news. */
interface UpdatedFile {
  readonly file: string
  readonly before: string
  readonly news: string
}

/** The file with every answer, and what nobody has answered. */
interface SettledText {
  readonly text: string
  readonly open: readonly AskedLeftover[]
  readonly wasAsked: boolean
}

/** Asks about what the end has overtaken, by options or on a terminal; `undefined` when the editor gives up. */
export async function settledText(
  { file, before, news }: UpdatedFile,
  options: {
    readonly leftover?: readonly string[]
    readonly input?: boolean
    readonly statement?: string
    readonly now?: string
  },
  { newsroom, read }: IncidentService,
  { terminal, invocation }: { readonly terminal: Terminal; readonly invocation: Invocation },
): Promise<SettledText | undefined> {
  const { incident } = read({ file, text: news })
  if (!incident) return { text: news, open: [], wasAsked: false }
  const lineOf = linesOf(news, file)
  const placeOf = ({ at }: Leftover) => lineOf(at).line ?? 1
  const found = leftoversIn(incident, fieldContextOf(newsroom.context))
    .filter(one => !isNew(one, news, options.statement))
    .sort((one, other) => placeOf(one) - placeOf(other))
  const lines = news.split('\n')
  const shownOf = (leftover: Leftover): AskedLeftover => {
    const line = placeOf(leftover)
    return { leftover, line, shown: (lines[line - 1] ?? '').trim() }
  }
  const moments = pastMoments(valuesOf(before), valuesOf(news))
  const typed = answersTyped(options.leftover ?? [], found)
  const left = found.filter(one => !typed.has(one)).map(shownOf)
  const { editor } = invocation
  if (!editor || options.input === false || left.length === 0)
    return { text: settled(news, found, typed, moments), open: left, wasAsked: false }
  const { zone } = newsroom.site
  const present = { now: presentOf(options.now, invocation, () => zone), zone }
  const { askedLeftovers } = await import('./ask-leftovers.ts')
  const answers = await askedLeftovers(left, { terminal, editor, moments, present })
  return answers && { text: settled(news, found, new Map([...typed, ...answers]), moments), open: [], wasAsked: true }
}

const valuesOf = (text: string): unknown => {
  const parsed = parseYaml(text)
  return parsed.ok ? parsed.value : undefined
}

/** Words that this very update adds are of after the end, whatever their phase. */
const isNew = ({ kind, at }: Leftover, news: string, statement: string | undefined): boolean => {
  const { statements } = (valuesOf(news) ?? {}) as { statements?: unknown }
  const last = Array.isArray(statements) ? `/statements/${statements.length - 1}` : '/statements'
  return statement !== undefined && kind === 'statement' && at === last
}

/** From the last to the first, so that places before stay what they are. */
function settled(
  text: string,
  leftovers: readonly Leftover[],
  answers: ReadonlyMap<Leftover, LeftoverAnswer>,
  moments: PastMoments,
): string {
  const inOrder = leftovers.toSorted((one, other) => compareNumbered(other.at, one.at))
  return inOrder.reduce((current, leftover) => {
    const answer = answers.get(leftover)
    return answer ? changedParts(current, changesFor(leftover, answer, valuesOf(current), moments)) : current
  }, text)
}

const compareNumbered = (one: string, other: string): number => one.localeCompare(other, undefined, { numeric: true })
