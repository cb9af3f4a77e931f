import type { Pointer } from '../foundation/pointer.ts'
import type { Incident } from '../incident/incident.ts'
import { pointersOf } from './fact-lines.ts'
import type { Message } from './message.ts'

/** The messages that may stand away from their place: none that goes on from another by a pronoun, nor that other one. */
export function untorn(messages: readonly Message[], { leaning = [] }: Incident): readonly Message[] {
  if (leaning.length === 0) return messages
  const bound = new Set(leaning.flatMap(entry => [entry, before(entry)]))
  const isBound = ({ facts }: Message) =>
    facts.some(fact => pointersOf(fact).some(pointer => bound.has(pointer.split('/').slice(0, 3).join('/'))))
  return messages.filter(message => !isBound(message))
}

/** The entry before it: `/compensation/0` of `/compensation/1`. */
const before = (entry: Pointer): Pointer => entry.replace(/\d+$/, index => `${Number(index) - 1}`)
