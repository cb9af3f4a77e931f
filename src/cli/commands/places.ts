import type { Named } from '../../fields/directory.ts'
import { nearPlaces, searchPlaces } from '../../fields/place-names.ts'
import type { CommandSettings } from '../command-settings.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from '../usage-error.ts'

export interface PlacesOptions {
  readonly json?: boolean
}

/** `places [SEARCH]`: the places an incident can name, with their names in each language. */
export function places(
  search: string | undefined,
  options: PlacesOptions,
  { workspace }: CommandSettings,
  terminal: Terminal,
): number {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const { directory } = service.newsroom.context
  const found = searchPlaces(directory, search)
  if (options.json) terminal.print(`${JSON.stringify({ places: found.map(dataOf) }, null, 2)}\n`)
  else {
    terminal.print(tableOf(found, terminal))
    const near = found.length > 0 ? [] : nearPlaces(directory, search ?? '')
    terminal.note(`${totalOf(found, near, search, terminal)}\n`)
  }
  return DONE
}

function totalOf(found: readonly Named[], near: readonly Named[], search: string | undefined, { say }: Terminal) {
  if (found.length > 0) return say('places.total', { count: found.length })
  const ids = near.map(({ id }) => id).join(', ')
  return say('places.none', { search: search ?? '', ...(ids !== '' && { near: ids, context: 'near' }) })
}

function dataOf(place: Named) {
  const { id, lies } = place
  return {
    id,
    kind: sortOf(place),
    country: lies?.country ?? null,
    codes: lies?.codes ?? [],
    names: Object.fromEntries(namesOf(place)),
    also: Object.values(place.forms).flatMap(({ also }) => also ?? []),
  }
}

/** Places that a newsroom adds itself say nothing of where they lie. */
const sortOf = ({ lies }: Named) => lies?.sort ?? 'area'

/** The name in each language; a capital article is part of it: « Le Havre ». */
function namesOf({ name, forms }: Named): [language: string, name: string][] {
  return Object.entries(forms).map(([language, { name: own = name, article = '' }]) => [
    language,
    article === article.toLowerCase() ? own : `${article} ${own}`,
  ])
}

/** One line each: id, kind, names. */
function tableOf(found: readonly Named[], { say }: Terminal): string {
  const rows = found.map(place => ({
    id: place.id,
    kind: kindOf(place, say),
    names: namesOf(place)
      .map(([language, name]) => `${language}: ${name}`)
      .join(', '),
  }))
  const widest = (column: 'id' | 'kind') => Math.max(0, ...rows.map(row => row[column].length))
  const [ids, kinds] = [widest('id'), widest('kind')]
  return rows.map(({ id, kind, names }) => `${id.padEnd(ids)}  ${kind.padEnd(kinds)}  ${names}\n`).join('')
}

function kindOf(place: Named, say: Terminal['say']): string {
  const country = place.lies?.country
  return say(`places.${sortOf(place)}`) + (country === undefined || place.id.startsWith(country) ? '' : ` (${country})`)
}
