import type { Named } from '../../fields/directory.ts'
import { listWithWords } from '../../language/list.ts'
import type { Locale } from '../../language/locale.ts'
import { formOf, nounOf } from '../noun-phrases.ts'

/** « en Belgique et au Luxembourg », "in Spain and Portugal": each place with the preposition the directory gives it. */
export function inPlaces(locale: Locale, places: readonly Named[], field: 'in' | 'to' | 'of' = 'in'): string {
  const items = places.map(named => {
    const preposition = formOf(locale, named)[field]
    const noun = nounOf(locale, named)
    // « dans la », "in the": the article belongs to the name, the preposition may be said once for several names.
    if (noun.article !== undefined && preposition?.endsWith(` ${noun.article}`)) {
      return { word: preposition.slice(0, -noun.article.length - 1), noun }
    }
    // A contracted preposition (« au », « en ») stands before the bare name.
    if (preposition) return { word: preposition, noun: { text: noun.text, class: noun.class } }
    return { word: locale.grammar.prepositions[field] ?? field, noun }
  })
  return listWithWords(locale, items)
}
