import type { Named } from '../../fields/directory.ts'
import { listWithWords } from '../../language/list.ts'
import type { Locale, Noun } from '../../language/locale.ts'
import { formOf, nounOf } from '../noun-phrases.ts'

/** « en Belgique et au Luxembourg », "in Spain and Portugal": each place with the preposition the directory gives it. */
export function inPlaces(locale: Locale, places: readonly Named[], field: 'in' | 'to' | 'of' = 'in'): string {
  const items = places.map(named => {
    const form = formOf(locale, named)
    // Where one goes to has the words of where one is, unless the directory has others: « dans l'Ain ».
    const preposition = form[field] ?? (field === 'to' ? form.in : undefined)
    const noun = nounOf(locale, named)
    // « dans la », "in the": the article belongs to the name, the preposition may be said once for several names.
    if (noun.article !== undefined && preposition?.endsWith(` ${noun.article}`)) {
      return { word: preposition.slice(0, -noun.article.length - 1), noun }
    }
    // A contracted preposition (« au », « en ») stands before the bare name.
    if (preposition) return { word: preposition, noun: { text: noun.text, class: noun.class } }
    return { word: defaultWord(locale, field, noun), noun }
  })
  return listWithWords(locale, items)
}

/** Of a place that no directory knows: « dans la Ruhr », « dans les Flandres », but « à La Défense » and « à Ixelles ». */
function defaultWord({ grammar: { prepositions } }: Locale, field: 'in' | 'to' | 'of', { article }: Noun): string {
  const isArea = article !== undefined && article === article.toLowerCase()
  return (isArea && field !== 'of' ? prepositions[`${field}_area`] : undefined) ?? prepositions[field] ?? field
}
