import { createInterface } from 'node:readline/promises'
import { completionsOf, matchName } from '../edit/match-name.ts'
import { type Present, typedMoment } from '../edit/typed-moment.ts'
import { isWebAddress } from '../fields/address-field.ts'
import type { NamedKind } from '../fields/directory.ts'
import type { State } from '../incident/incident.ts'
import { STATES } from '../incident/states.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Invocation } from './invocation.ts'
import type { NewOptions } from './new-options.ts'
import type { Terminal } from './terminal.ts'

const SERVICES: readonly NamedKind[] = ['service', 'channel', 'company', 'counter']

/**
 * Asks the few required questions, on the terminal; given options are not asked for. `undefined` when the editor
 * cancels.
 */
export async function answers(
  options: NewOptions,
  { context }: Newsroom,
  present: Present,
  { say, note }: Terminal,
  { keyboard, screen }: NonNullable<Invocation['editor']>,
): Promise<NewOptions | undefined> {
  const { directory } = context
  const lines = createInterface({
    input: keyboard,
    output: screen,
    completer: (line: string): [string[], string] => {
      const word = line.split(/[,\s]/).at(-1) ?? ''
      return [word === '' ? [] : completionsOf(word, directory, SERVICES), word]
    },
  })
  const abort = new AbortController()
  lines.on('close', () => abort.abort())
  /** Repeats a question until the answer is valid. */
  const ask = async (question: string, isRight: (answer: string) => boolean): Promise<string> => {
    for (;;) {
      const answer = (await lines.question(`${question} `, { signal: abort.signal })).trim()
      if (isRight(answer)) return answer
      note(`${say('new.ask.again', { typed: answer })}\n`)
    }
  }
  const isMoment = (answer: string) => answer === '' || typedMoment(answer, present) !== undefined
  try {
    const service: string[] = []
    let inPlace = options.inPlace === true
    while (service.length === 0) {
      for (const typed of (await ask(say('new.ask.service'), one => one !== '')).split(',').map(one => one.trim())) {
        const meant = matchName(typed, directory, SERVICES)
        if (meant.kind === 'found') service.push(meant.named.id)
        else if (meant.near.length > 0) {
          const near = meant.near.map(({ id }) => id).join(', ')
          const chosen = await ask(say('new.ask.which', { typed, near }), one => one !== '')
          const again = matchName(chosen === say('new.yes') ? (meant.near[0]?.id ?? '') : chosen, directory, SERVICES)
          if (again.kind === 'found') service.push(again.named.id)
        } else if ((await ask(say('new.ask.in-place', { typed }), () => true)) === say('new.yes')) {
          service.push(typed)
          inPlace = true
        }
      }
    }
    const states = STATES.join(', ')
    const isState = (answer: string) => answer === '' || (STATES as readonly string[]).includes(answer)
    const state =
      options.state ?? ((await ask(say('new.ask.state', { states, default: 'ongoing' }), isState)) || 'ongoing')
    const times: { started?: string; plannedFrom?: string; plannedTo?: string; ended?: string } = {}
    if (state === 'planned') {
      const isWindow = (answer: string) => answer !== '' && answer.split(/\s+/).every(isMoment)
      const [from = '', to] = (await ask(say('new.ask.planned'), isWindow)).split(/\s+/)
      Object.assign(times, { plannedFrom: from, ...(to && { plannedTo: to }) })
    } else {
      const started = options.started ?? (await ask(say('new.ask.started'), isMoment))
      if (started) times.started = started
      const ended = state === 'resolved' && !options.ended ? await ask(say('new.ask.ended'), isMoment) : options.ended
      if (ended) times.ended = ended
    }
    const isSource = (answer: string) => answer === '' || isWebAddress(answer)
    const source = options.source ?? [await ask(say('new.ask.source'), isSource)].filter(one => one !== '')
    return { ...options, ...times, service, state: state as State, source, inPlace }
  } catch (error) {
    // Ctrl-C or Ctrl-D: nothing is written.
    if ((error as Error).name === 'AbortError') return undefined
    throw error
  } finally {
    lines.close()
  }
}
