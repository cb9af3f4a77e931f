/** Whether the zone is one of the IANA database. */
export function isZone(zone: string): boolean {
  let known = zones.get(zone)
  if (known === undefined) {
    // An offset is no zone: its clocks never change.
    known = /^[A-Za-z]/.test(zone) && makesFormat(zone)
    zones.set(zone, known)
  }
  return known
}

/** Asking costs a formatter: remembered. */
const zones = new Map<string, boolean>()

function makesFormat(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('und', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
