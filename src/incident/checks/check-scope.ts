import type { Named } from '../../fields/directory.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'

/** Places that are both affected and spared, named twice, or named beside the country they are in. */
export function checkScope({ scope }: IncidentDraft): readonly UnplacedDiagnostic[] {
  if (!scope) return []
  const { beyond, except } = scope
  const places = scope.places.map(({ place }) => place)
  return [
    ...spared(places, except),
    ...twice(places, '/scope/places'),
    ...twice(beyond, '/scope/beyond'),
    ...twice(except, '/scope/except'),
    ...inside(places),
  ]
}

function* spared(places: readonly Named[], except: readonly Named[]): Generator<UnplacedDiagnostic> {
  const hit = new Set(places.map(({ id }) => id))
  for (const [index, { id, name }] of except.entries()) {
    if (hit.has(id)) yield { code: 'state/hit-and-spared', facts: { name }, pointer: `/scope/except/${index}` }
  }
}

function* twice(places: readonly Named[], pointer: string): Generator<UnplacedDiagnostic> {
  const seen = new Set<string>()
  for (const [index, { id, name }] of places.entries()) {
    if (seen.has(id)) {
      yield { code: 'name/same-twice', facts: { name, context: 'place' }, pointer: `${pointer}/${index}` }
    }
    seen.add(id)
  }
}

/** The country of regions and towns is known; for places written in full only from their code. */
function* inside(places: readonly Named[]): Generator<UnplacedDiagnostic> {
  const byCode = new Map(places.flatMap(place => (place.code === undefined ? [] : [[place.code, place] as const])))
  for (const [index, { code, lies, name }] of places.entries()) {
    const country = lies?.country ?? /^([A-Z]+)-/.exec(code ?? '')?.[1]
    const whole = country === undefined ? undefined : byCode.get(country)
    if (!whole) continue
    yield { code: 'name/place-inside', facts: { name, whole: whole.name }, pointer: `/scope/places/${index}` }
  }
}
