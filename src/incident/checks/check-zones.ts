import { type Route, routesTo, walkFields } from '../../fields/field-walk.ts'
import type { When } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { describedIncident } from '../described-incident.ts'
import { placesHit } from '../places-hit.ts'

/** Where one clock has two names in the database of zones, that of a place is told there: Montreal time in Quebec. */
const OWN_NAMES = [
  {
    typed: 'America/Toronto',
    right: 'America/Montreal',
    places: new Set(
      `CA-QC montreal quebec-city gatineau laval sherbrooke trois-rivieres saguenay longueuil levis terrebonne repentigny
      brossard saint-jean-sur-richelieu saint-jerome saint-hyacinthe drummondville granby shawinigan victoriaville
      thetford-mines sorel-tracy salaberry-de-valleyfield joliette saint-georges riviere-du-loup rimouski matane gaspe
      baie-comeau sept-iles alma chibougamau val-d-or rouyn-noranda abitibi-temiscamingue bas-saint-laurent
      capitale-nationale centre-du-quebec chaudiere-appalaches cote-nord estrie gaspesie lanaudiere laurentides mauricie
      monteregie nord-du-quebec outaouais saguenay-lac-saint-jean`.split(/\s+/),
    ),
  },
] as const

/** A zone that goes by the name of a town elsewhere: readers would be told the time of Toronto in Quebec. Said once for a file. */
export function checkZones(draft: IncidentDraft): readonly UnplacedDiagnostic[] {
  const places = placesHit(draft)
  const [place] = places
  const own = OWN_NAMES.find(({ places: all }) => places.every(({ id }) => all.has(id)))
  if (!place || !own) return []
  const found: UnplacedDiagnostic[] = []
  routes ??= routesTo(describedIncident().all, ({ part }) => part === 'moment')
  walkFields(draft, routes, (value, _field, pointer) => {
    if (found.length > 0 || (value as When).zone !== own.typed) return
    const facts = { zone: own.typed, place: place.name, right: own.right }
    found.push({ code: 'time/zone-of-place', facts, pointer: `${pointer}/zone`, replace: own.right })
  })
  return found
}

let routes: readonly Route[] | undefined
