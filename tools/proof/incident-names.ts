import type { Named } from '../../src/fields/directory.ts'
import type { Incident } from '../../src/incident/incident.ts'

/** Every name in an incident, without duplicates. */
export function namesOf(incident: Incident): Named[] {
  const found = new Map<string, Named>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('forms' in value && 'id' in value) {
      found.set((value as Named).id, value as Named)
      return
    }
    for (const inner of Object.values(value)) walk(inner)
  }
  const { raw: _raw, ...told } = incident
  walk(told)
  return [...found.values()]
}
