import { describe, expect, test } from 'vitest'
import type { Named, NamedKind } from '../../src/fields/directory.ts'
import type { Slot } from '../../src/story/story.ts'
import { said } from './said.ts'

/**
 * « Le Monde » and « Les Échos » melt with the word before them, « La Poste » does not (Le Ramat de la typographie, « Titres
 * d'œuvres »; OQLF, « Contraction de l'article dans les noms propres »); names of persons never do (Grevisse, § 588). An
 * English article stays as it is.
 */
function slot(name: string, kind: NamedKind = 'company', form: object = {}): Record<string, Slot> {
  const named: Named = {
    id: name,
    kind,
    name,
    forms: { fr: { class: 'ms', ...form }, en: { class: 's' }, nl: { class: 'c' } },
  }
  return { company: { kind: 'names', names: [named], from: [] } }
}

describe('an article that is part of a name', () => {
  test.each<[string, string, string, NamedKind?]>([
    ['Le Monde', 'du Monde', 'au Monde'],
    ['Le Figaro', 'du Figaro', 'au Figaro'],
    ['Le Soir', 'du Soir', 'au Soir'],
    ['Le Chat', 'du Chat', 'au Chat'],
    ['Le Bon Coin', 'du Bon Coin', 'au Bon Coin'],
    ['Le Parisien', 'du Parisien', 'au Parisien'],
    ['Le Devoir', 'du Devoir', 'au Devoir'],
    ['Le Slip français', 'du Slip français', 'au Slip français'],
    ['Les Échos', 'des Échos', 'aux Échos'],
    ['Les Furets', 'des Furets', 'aux Furets'],
    ['Les Mousquetaires', 'des Mousquetaires', 'aux Mousquetaires'],
    ['La Poste', 'de La Poste', 'à La Poste'],
    ['La Banque postale', 'de La Banque postale', 'à La Banque postale'],
    ['La Libre', 'de La Libre', 'à La Libre'],
    ['La Presse', 'de La Presse', 'à La Presse'],
    ['La Redoute', 'de La Redoute', 'à La Redoute'],
    ["L'Équipe", 'de L’Équipe', 'à L’Équipe'],
    ["L'Oréal", 'de L’Oréal', 'à L’Oréal'],
    ["L'Avenir", 'de L’Avenir', 'à L’Avenir'],
    ['The Guardian', 'de The Guardian', 'à The Guardian'],
    ['The Canadian Press', 'de The Canadian Press', 'à The Canadian Press'],
    ['El Faro', 'd’El Faro', 'à El Faro'],
    ['El País', 'd’El País', 'à El País'],
    ['Il Sole', 'd’Il Sole', 'à Il Sole'],
    ['De Standaard', 'de De Standaard', 'à De Standaard'],
    ['De Lijn', 'de De Lijn', 'à De Lijn'],
    ['Het Nieuwsblad', 'de Het Nieuwsblad', 'à Het Nieuwsblad'],
    ['Die Zeit', 'de Die Zeit', 'à Die Zeit'],
    ['Lego', 'de Lego', 'à Lego'],
    ['Leroy Merlin', 'de Leroy Merlin', 'à Leroy Merlin'],
    ['Lesieur', 'de Lesieur', 'à Lesieur'],
    ['Léa Le Gall', 'de Léa Le Gall', 'à Léa Le Gall', 'person'],
    ['Le Pen', 'de Le Pen', 'à Le Pen', 'person'],
  ])('%s: « %s », « %s »', (name, of, to, kind) => {
    expect(said('fr', '{{company, list(word: de)}}', slot(name, kind), kind !== 'person')).toBe(of)
    expect(said('fr', '{{company, list(word: à)}}', slot(name, kind), kind !== 'person')).toBe(to)
    expect(said('fr', '{{company}}', slot(name, kind), kind !== 'person')).toBe(name.replace("'", '’'))
    expect(said('en', 'at {{company}}', slot(name, kind), kind !== 'person')).toBe(`at ${name.replace("'", '’')}`)
    expect(said('nl', 'van {{company}}', slot(name, kind), kind !== 'person')).toBe(`van ${name.replace("'", '’')}`)
  })
})
