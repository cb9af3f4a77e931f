import type { Named } from '../../incident/directory.ts'
import { listLed } from '../../language/list.ts'
import type { Tongue } from '../../language/tongue.ts'
import { formOf, nounOf } from '../nouns.ts'

/** « en Belgique et au Luxembourg », "in Spain and Portugal": each place with the preposition the directory gives it. */
export function inPlaces(tongue: Tongue, places: readonly Named[], field: 'in' | 'to' | 'of' = 'in'): string {
  const led = places.map(named => {
    const preposition = formOf(tongue, named)[field]
    const noun = nounOf(tongue, named)
    // « dans la », "in the": the article is the name's own, the word before it may be said once for several names.
    if (noun.article !== undefined && preposition?.endsWith(` ${noun.article}`)) {
      return { word: preposition.slice(0, -noun.article.length - 1), noun }
    }
    // A preposition in its full form (« au », « en ») stands before the bare name.
    if (preposition) return { word: preposition, noun: { text: noun.text, class: noun.class } }
    return { word: tongue.grammar.prepositions[field] ?? field, noun }
  })
  return listLed(tongue, led)
}
