import type { Attack, Incident } from './incident.ts'

const CLAIMS: ReadonlySet<Attack['status']> = new Set(['alleged', 'claimed'])
const DENIALS: ReadonlySet<Attack['status']> = new Set(['denied', 'no sign'])

/**
 * What contradicts somebody who alleges or claims an attack: never told without it. Once anybody confirms the attack, nothing
 * does; and one denial answers the first claim of the file.
 */
export function attackDenialOf({ attack }: Incident, value: Attack): Attack | undefined {
  if (attack.some(({ status }) => status === 'confirmed')) return undefined
  if (attack.find(({ status }) => CLAIMS.has(status)) !== value) return undefined
  return attack.find(({ status }) => DENIALS.has(status))
}

/** Whether an attack is spoken of that somebody contradicts. */
export const isAttackContested = ({ attack }: Incident): boolean =>
  !attack.some(({ status }) => status === 'confirmed') &&
  attack.some(({ status }) => CLAIMS.has(status)) &&
  attack.some(({ status }) => DENIALS.has(status))
