import type { Value } from '../edit/write-yaml.ts'
import { type DraftContext, sentenceOf } from './draft-sentences.ts'
import type { FeedIncident } from './feed-incident.ts'

/** Places that are entered one by one; more are told in a sentence. */
const MOST_PLACES = 5
/** Regions that are named; of more their number is told. */
const MOST_TOLD = 8

/** `Foshan, China - (FUO)`: a place of a network, which status pages list as a component. */
const PLACE = /^([^()]+?)(?:,\s*([^()]+?))?\s*-\s*\([A-Z]{3}\)$/

/** Whether a component is called as a place of a network. */
export const isPlace = (name: string) => PLACE.test(name)

/**
 * Places that the feed names, as ours: all of them or none, since some of them would be told as all. Those that are many
 * or in no directory are told by a sentence, in the feed's own names.
 */
export function placesOf(feed: FeedIncident, context: DraftContext): { places: Value[]; named: Value[] } {
  const { names, words } = context
  const inComponents = feed.services.flatMap(({ name }) => {
    const [, city = '', country = ''] = PLACE.exec(name) ?? []
    if (city === '') return []
    const known = names.place(city) ?? names.place(country.replace(/^.*,\s*/, ''))
    return [{ name: country === '' ? city : `${city}, ${country}`, known }]
  })
  const listed = (feed.places ?? []).map(name => ({ name, known: names.place(words.places.get(name) ?? name) }))
  const regions = (feed.regions ?? []).map(name => ({ name, known: undefined }))
  const all = [...new Map([...inComponents, ...listed, ...regions].map(one => [one.name, one])).values()]
  const ids = new Set(all.flatMap(({ known }) => known?.id ?? []))
  if (all.length <= MOST_PLACES && all.every(({ known }) => known)) return { places: [...ids], named: [] }
  const told = all.length === 1 ? 'place' : all.length <= MOST_TOLD ? 'places' : 'place_count'
  const slots = { list: all.map(({ name }) => name).join(', '), count: String(all.length) }
  return { places: [], named: [sentenceOf(told, slots, feed, context)] }
}
