import type { Named } from '../fields/directory.ts'
import type { Instant } from '../fields/values.ts'
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
  if (hasMomentElsewhere(incident, locale)) return true
  if (!isBody) return false
  const places = [...placesHit(incident), ...(scope?.beyond ?? [])]
  const abroad = places.filter(({ id }) => id !== edition.home && !id.startsWith(`${edition.home}-`))
  const isElsewhereAlone = abroad.length > 0 && abroad.length === places.length && scope?.reach !== 'world'
  // Where its clocks show what the reader's would, the hour is that of the place.
  if (isElsewhereAlone && !abroad.some(place => hasOtherClock(place, edition.zone, incident.as_of))) return false
  return edition.says_zone === 'always' || scope?.reach === 'world' || abroad.length > 0
}

/** Whether a moment of it is known in another zone than the reader's. */
function hasMomentElsewhere(incident: Incident, locale: Locale): boolean {
  const known = elsewhere.get(incident)
  if (known?.locale === locale) return known.isSo
  const isSo = momentsOf(incident).some(moment => isElsewhere(locale, moment))
  elsewhere.set(incident, { locale, isSo })
  return isSo
}

/** Every length of an article asks for it. */
const elsewhere = new WeakMap<Incident, { readonly locale: Locale; readonly isSo: boolean }>()

/** Whether clocks somewhere in a place show another hour; also where nothing is known of its zone. */
function hasOtherClock({ id, code }: Named, zone: string, at: Instant): boolean {
  const country = /^[A-Z]{2}(?=-|$)/.exec(code ?? id)?.[0]
  const zones = country === undefined ? [] : zonesOfCountry(country)
  return zones.length === 0 || zones.some(one => offsetAt(one, at) !== offsetAt(zone, at))
}

/** The zone of the countries it happens in, where all their clocks show the same and the language has a name for it. */
export function localZoneOf(incident: Incident, locale: Locale): string | undefined {
  const known = local.get(incident)
  if (known?.locale === locale) return known.zone
  const zone = findLocalZone(incident, locale)
  local.set(incident, { locale, zone })
  return zone
}

/** The body and the brief of an article ask for the same. */
const local = new WeakMap<Incident, { readonly locale: Locale; readonly zone: string | undefined }>()

function findLocalZone(incident: Incident, { grammar }: Locale): string | undefined {
  const { as_of } = incident
  const codes = placesHit(incident).map(({ id, code }) => /^[A-Z]{2}(?=-|$)/.exec(code ?? id)?.[0])
  const zones = codes.flatMap(code => (code === undefined ? [] : zonesOfCountry(code)))
  const [first, ...others] = zones
  if (first === undefined || codes.includes(undefined)) return undefined
  const isOne = others.every(zone => offsetAt(zone, as_of) === offsetAt(first, as_of))
  return isOne && Object.keys(grammar.zones).some(zone => isSameZone(zone, first)) ? first : undefined
}
