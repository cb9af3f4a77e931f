import type { Speaker } from '../fields/values.ts'
import type { Incident } from '../incident/incident.ts'

/**
 * Who says it, as a news value that breaks ties between equal facts: those who answer for it, people with an office, people
 * with a name; somebody without one comes last. An age in what somebody is makes a private person of them.
 */
export function standingOfSpeaker(speaker: Speaker | undefined, { company }: Incident): readonly string[] {
  if (!speaker) return []
  const { kind, name, role } = speaker
  if (kind === 'authority' || kind === 'spokesperson') return ['official']
  if (name === undefined) return []
  if (name.id === company?.id || (name.company !== undefined && name.company === company?.id)) return ['official']
  const isPrivate = Object.values(role ?? {}).some(own => /\d/u.test(own))
  return isPrivate ? [] : ['named']
}
