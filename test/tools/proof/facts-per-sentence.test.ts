import { expect, test } from 'vitest'
import { densityOf } from '../../../tools/proof/facts-per-sentence.ts'

const incident = {
  cause: { fr: "l'incendie d'un poste de transformation", en: 'a fire in a substation' },
  statements: [{ original: { lang: 'fr', text: 'Le courant reviendra demain.' } }],
}

test('two facts in one sentence are twice as dense as in two', () => {
  const one = "La panne est due à l'incendie d'un poste de transformation, et « le courant reviendra demain »."
  const two = "La panne est due à l'incendie d'un poste de transformation. « Le courant reviendra demain »."
  expect(densityOf(one, incident, 'fr')).toEqual({ facts: 2, sentences: 1 })
  expect(densityOf(two, incident, 'fr')).toEqual({ facts: 2, sentences: 2 })
})

test('what a text does not tell is not counted, and a figure is', () => {
  expect(densityOf('La panne a commencé à 18h30.', incident, 'fr')).toEqual({ facts: 1, sentences: 1 })
})
