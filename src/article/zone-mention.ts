import { isSameZone, offsetAt, zonesOfCountry } from '../foundation/time-zone.ts'
import type { Incident } from '../incident/incident.ts'
import { momentsOf } from '../incident/moments.ts'
import { placesHit } from '../incident/places-hit.ts'
import type { Locale } from '../language/locale.ts'
import { isElsewhere } from '../language/moment.ts'

/**
 * Whether the hours of a text must name their zone: the edition always does, the incident concerns other countries than the
 * home one, or a moment of it is known in another zone. A title has room for it only where the hours could be taken for those
 * of another zone.
 */
export function namesZone(incident: Incident, locale: Locale, isBody: boolean): boolean {
  const { edition } = locale
  const { scope } = incident
  if (momentsOf(incident).some(moment => isElsewhere(locale, moment))) return true
  if (!isBody) return false
  if (edition.says_zone === 'always') return true
  const places = [...placesHit(incident), ...(scope?.beyond ?? [])]
  return scope?.reach === 'world' || places.some(({ id }) => id !== edition.home && !id.startsWith(`${edition.home}-`))
}

/** The zone of the countries it happens in, where all their clocks show the same and the language has a name for it. */
export function localZoneOf(incident: Incident, { grammar }: Locale): string | undefined {
  const { as_of } = incident
  const codes = placesHit(incident).map(({ id, code }) => /^[A-Z]{2}(?=-|$)/.exec(code ?? id)?.[0])
  const zones = codes.flatMap(code => (code === undefined ? [] : zonesOfCountry(code)))
  const [first, ...others] = zones
  if (first === undefined || codes.includes(undefined)) return undefined
  const isOne = others.every(zone => offsetAt(zone, as_of) === offsetAt(first, as_of))
  return isOne && Object.keys(grammar.zones).some(zone => isSameZone(zone, first)) ? first : undefined
}
