import { placeDiagnostics } from '../fields/diagnostic-positions.ts'
import type { Form, Named, PlaceFacts, PlaceSort } from '../fields/directory.ts'
import type { FieldContext } from '../fields/field-context.ts'
import { readShape } from '../fields/read-fields.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { placeFactsShape, placesShape } from './directory-fields.ts'
import { readMappingFile } from './read-mapping-file.ts'

/** Where it stands what places are, whatever the language. */
export const placeFactsFile = 'locales/places.yaml'

/** Places as each language writes them, put together by their code. */
export function readPlaces(
  ws: Workspace,
  context: FieldContext,
  languages: readonly string[],
  diagnostics: Diagnostic[],
): Named[] {
  const forms = new Map<string, Record<string, Form>>()
  for (const language of languages) {
    const file = `locales/${language}/places.yaml`
    if (ws.size(file) === undefined && context.languages.includes(language))
      diagnostics.push(diagnostic('name/no-places', { file, language }, { file }))
    for (const [code, form] of Object.entries(formsIn(ws, file, context, diagnostics))) {
      forms.set(code, { ...forms.get(code), [language]: form })
    }
  }
  const factsOf = readPlaceFacts(ws, context, diagnostics)
  const places = [...forms].map(
    ([code, byLanguage]): Named => ({
      id: code,
      kind: 'place',
      name: Object.values(byLanguage).find(form => form.name)?.name ?? code,
      ...(CODE.test(code) && { code }),
      lies: factsOf(code),
      forms: byLanguage,
    }),
  )
  return withCountries(places)
}

/** Each place with the country it lies in. */
function withCountries(places: readonly Named[]): Named[] {
  const byId = new Map(places.map(place => [place.id, place]))
  return places.map(place => {
    const within = byId.get(place.lies?.country ?? '')
    return place.lies && within ? { ...place, lies: { ...place.lies, within } } : place
  })
}

/** ISO 3166: a country, or a part of one. */
const CODE = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/

function formsIn(
  ws: Workspace,
  file: string,
  context: FieldContext,
  diagnostics: Diagnostic[],
): Readonly<Record<string, Form>> {
  const source = readMappingFile(ws, file, diagnostics)
  if (!source) return {}
  const { value, unplaced } = readShape(placesShape(context), source.raw)
  diagnostics.push(...placeDiagnostics(unplaced, { ...source, file }))
  return (value ?? {}) as Readonly<Record<string, Form>>
}

/** What each place is: by the form of its code, or by the lists of towns and areas. */
function readPlaceFacts(ws: Workspace, context: FieldContext, diagnostics: Diagnostic[]): (id: string) => PlaceFacts {
  const source = readMappingFile(ws, placeFactsFile, diagnostics)
  const { value, unplaced } = source ? readShape(placeFactsShape(context), source.raw) : { unplaced: [] }
  if (source) diagnostics.push(...placeDiagnostics(unplaced, { ...source, file: placeFactsFile }))
  const known = new Map([...lying('region', value?.regions), ...lying('town', value?.towns)])
  const codesOf = new Map<string, string[]>()
  for (const [code, id] of Object.entries(value?.codes ?? {})) codesOf.set(id, [...(codesOf.get(id) ?? []), code])
  const wellKnown = new Set(value?.known ?? [])
  const divisions = Object.entries(value?.divisions ?? {}).flatMap(([division, starts]) =>
    starts.map(start => ({ division, start })),
  )
  return id => {
    const codes = codesOf.get(id)
    const division = CODE.test(id) && id.includes('-') ? longestOf(divisions, id)?.division : undefined
    return {
      ...(known.get(id) ?? sortOf(id)),
      ...(wellKnown.has(id) && { known: true }),
      ...(division && { division }),
      ...(codes && { codes }),
    }
  }
}

/** The entry with the longest beginning of a code: that of some parts of a country before that of the others. */
function longestOf<T extends { readonly start: string }>(entries: readonly T[], id: string): T | undefined {
  return entries
    .filter(({ start }) => id.startsWith(start))
    .sort((one, other) => other.start.length - one.start.length)[0]
}

function lying(sort: PlaceSort, byCountry: Readonly<Record<string, readonly string[]>> = {}): [string, PlaceFacts][] {
  return Object.entries(byCountry).flatMap(([country, ids]) =>
    ids.map((id): [string, PlaceFacts] => [id, { sort, country }]),
  )
}

function sortOf(id: string): PlaceFacts {
  if (!CODE.test(id)) return { sort: 'area' }
  return id.includes('-') ? { sort: 'region', country: id.slice(0, 2) } : { sort: 'country' }
}
