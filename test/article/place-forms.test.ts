import { describe, expect, test } from 'vitest'
import { inPlaces } from '../../src/article/formats/place-formats.ts'
import { nounOf } from '../../src/article/noun-phrases.ts'
import type { Named } from '../../src/fields/directory.ts'
import { namedAs, realiserOf } from './realise.ts'

/**
 * Départements: INSEE, code officiel géographique (articles); names joined by « et » take « en » and no article (Grevisse,
 * § 1047). Cantons: Chancellerie fédérale. Islands and countries: Imprimerie nationale, « Noms géographiques »; OQLF, « Les
 * prépositions devant les noms de pays ». English: Guardian and AP style; Dutch: Taalunie, Buitenlandse aardrijkskundige namen.
 */
const said = (edition: string, id: string, field: 'in' | 'to' | 'of') =>
  inPlaces(realiserOf(edition).locale, [namedAs(id)], field)

describe('French', () => {
  test.each<[string, string, string]>([
    ['FR-01', "dans l'Ain", "de l'Ain"],
    ['FR-02', "dans l'Aisne", "de l'Aisne"],
    ['FR-03', "dans l'Allier", "de l'Allier"],
    ['FR-06', 'dans les Alpes-Maritimes', 'des Alpes-Maritimes'],
    ['FR-07', 'en Ardèche', "de l'Ardèche"],
    ['FR-08', 'dans les Ardennes', 'des Ardennes'],
    ['FR-10', "dans l'Aube", "de l'Aube"],
    ['FR-11', "dans l'Aude", "de l'Aude"],
    ['FR-13', 'dans les Bouches-du-Rhône', 'des Bouches-du-Rhône'],
    ['FR-14', 'dans le Calvados', 'du Calvados'],
    ['FR-16', 'en Charente', 'de la Charente'],
    ['FR-18', 'dans le Cher', 'du Cher'],
    ['FR-2A', 'en Corse-du-Sud', 'de la Corse-du-Sud'],
    ['FR-2B', 'en Haute-Corse', 'de la Haute-Corse'],
    ['FR-22', "dans les Côtes-d'Armor", "des Côtes-d'Armor"],
    ['FR-23', 'dans la Creuse', 'de la Creuse'],
    ['FR-27', "dans l'Eure", "de l'Eure"],
    ['FR-28', 'en Eure-et-Loir', "d'Eure-et-Loir"],
    ['FR-29', 'dans le Finistère', 'du Finistère'],
    ['FR-34', "dans l'Hérault", "de l'Hérault"],
    ['FR-35', 'en Ille-et-Vilaine', "d'Ille-et-Vilaine"],
    ['FR-37', 'en Indre-et-Loire', "d'Indre-et-Loire"],
    ['FR-38', 'en Isère', "de l'Isère"],
    ['FR-41', 'en Loir-et-Cher', 'de Loir-et-Cher'],
    ['FR-44', 'en Loire-Atlantique', 'de la Loire-Atlantique'],
    ['FR-47', 'en Lot-et-Garonne', 'de Lot-et-Garonne'],
    ['FR-49', 'en Maine-et-Loire', 'de Maine-et-Loire'],
    ['FR-54', 'en Meurthe-et-Moselle', 'de Meurthe-et-Moselle'],
    ['FR-59', 'dans le Nord', 'du Nord'],
    ['FR-60', "dans l'Oise", "de l'Oise"],
    ['FR-62', 'dans le Pas-de-Calais', 'du Pas-de-Calais'],
    ['FR-68', 'dans le Haut-Rhin', 'du Haut-Rhin'],
    ['FR-70', 'en Haute-Saône', 'de la Haute-Saône'],
    ['FR-71', 'en Saône-et-Loire', 'de Saône-et-Loire'],
    ['FR-73', 'en Savoie', 'de la Savoie'],
    ['FR-77', 'en Seine-et-Marne', 'de Seine-et-Marne'],
    ['FR-78', 'dans les Yvelines', 'des Yvelines'],
    ['FR-82', 'en Tarn-et-Garonne', 'de Tarn-et-Garonne'],
    ['FR-85', 'en Vendée', 'de la Vendée'],
    ['FR-89', "dans l'Yonne", "de l'Yonne"],
    ['FR-91', "dans l'Essonne", "de l'Essonne"],
    ['FR-92', 'dans les Hauts-de-Seine', 'des Hauts-de-Seine'],
    ['FR-95', "dans le Val-d'Oise", "du Val-d'Oise"],
    ['CH-VD', 'dans le canton de Vaud', 'du canton de Vaud'],
    ['CH-GE', 'dans le canton de Genève', 'du canton de Genève'],
    ['CH-JU', 'dans le canton du Jura', 'du canton du Jura'],
    ['CH-TI', 'au Tessin', 'du Tessin'],
    ['CH-VS', 'en Valais', 'du Valais'],
    ['CH-GR', 'aux Grisons', 'des Grisons'],
    ['CH-AG', 'en Argovie', "d'Argovie"],
    ['CH-UR', "dans le canton d'Uri", "du canton d'Uri"],
    ['BE-WHT', 'en Hainaut', 'du Hainaut'],
    ['BE-WBR', 'en Brabant wallon', 'du Brabant wallon'],
    ['BE-WLG', 'dans la province de Liège', 'de la province de Liège'],
    ['BE-VLI', 'dans le Limbourg', 'du Limbourg'],
    ['BE-VOV', 'en Flandre-Orientale', 'de Flandre-Orientale'],
    ['CA-ON', 'en Ontario', "de l'Ontario"],
    ['CA-QC', 'au Québec', 'du Québec'],
    ['CA-PE', "à l'Île-du-Prince-Édouard", "de l'Île-du-Prince-Édouard"],
    ['CA-NL', 'à Terre-Neuve-et-Labrador', 'de Terre-Neuve-et-Labrador'],
    ['CA-AB', 'en Alberta', "de l'Alberta"],
    ['HU', 'en Hongrie', 'de la Hongrie'],
    ['HT', 'en Haïti', "d'Haïti"],
    ['IR', 'en Iran', "d'Iran"],
    ['IL', 'en Israël', "d'Israël"],
    ['CU', 'à Cuba', 'de Cuba'],
    ['MT', 'à Malte', 'de Malte'],
    ['CY', 'à Chypre', 'de Chypre'],
    ['MG', 'à Madagascar', 'de Madagascar'],
    ['RE', 'à La Réunion', 'de La Réunion'],
    ['MU', "à l'île Maurice", "de l'île Maurice"],
    ['MQ', 'en Martinique', 'de Martinique'],
    ['YT', 'à Mayotte', 'de Mayotte'],
    ['IM', "sur l'île de Man", "de l'île de Man"],
    ['FR-20R', 'en Corse', 'de Corse'],
    ['ES-IB', 'aux Baléares', 'des Baléares'],
    ['sicily', 'en Sicile', 'de Sicile'],
    ['crete', 'en Crète', 'de Crète'],
    ['isle-of-wight', "sur l'île de Wight", "de l'île de Wight"],
    ['bronx', 'dans le Bronx', 'du Bronx'],
    ['brooklyn', 'à Brooklyn', 'de Brooklyn'],
    ['bay-area', 'dans la baie de San Francisco', 'de la baie de San Francisco'],
    ['US-TX', 'au Texas', 'du Texas'],
    ['US-CA', 'en Californie', 'de Californie'],
    ['US-NY', "dans l'État de New York", "de l'État de New York"],
    ['the-hague', 'à La Haye', 'de La Haye'],
    ['huy', 'à Huy', 'de Huy'],
    ['ypres', 'à Ypres', "d'Ypres"],
  ])('%s: « %s », « %s »', (id, at, of) => {
    expect(said('fr', id, 'in').replaceAll('’', "'")).toBe(at)
    expect(said('fr', id, 'of').replaceAll('’', "'")).toBe(of)
  })

  test.each([
    ['FR-01', "dans l'Ain"],
    ['FR-92', 'dans les Hauts-de-Seine'],
    ['CH-VD', 'dans le canton de Vaud'],
    ['IM', "sur l'île de Man"],
    ['BE', 'en Belgique'],
  ])('one goes to %s « %s »', (id, to) => expect(said('fr', id, 'to')).toBe(to))
})

describe('English', () => {
  test.each([
    ['en', 'IM', 'on the Isle of Man'],
    ['en', 'bronx', 'in the Bronx'],
    ['en', 'bay-area', 'in the San Francisco Bay Area'],
    ['en-us', 'bay-area', 'in the Bay Area'],
    ['en', 'us-east-coast', 'on the US east coast'],
    ['en-us', 'us-east-coast', 'on the East Coast'],
    ['en-gb', 'us-west-coast', 'on the US west coast'],
    ['en-us', 'us-west-coast', 'on the West Coast'],
    ['en', 'long-island', 'on Long Island'],
    ['en', 'BS', 'in the Bahamas'],
    ['en', 'GB', 'in the UK'],
    ['en', 'CU', 'in Cuba'],
    ['en', 'sicily', 'in Sicily'],
    ['en', 'isle-of-wight', 'on the Isle of Wight'],
    ['en', 'FR-01', 'in the Ain department'],
  ])('%s: %s', (edition, id, at) => expect(said(edition, id, 'in')).toBe(at))
})

describe('Dutch', () => {
  test.each([
    ['crete', 'op Kreta'],
    ['bronx', 'in de Bronx'],
    ['IM', 'op het eiland Man'],
    ['BS', "op de Bahama's"],
    ['azores', 'op de Azoren'],
    ['GB', 'in het Verenigd Koninkrijk'],
  ])('%s: %s', (id, at) => expect(said('nl', id, 'in')).toBe(at))
})

test.each([
  ['fr', 'Ruhr', { class: 'fs', article: 'la' }, 'dans la Ruhr'],
  ['fr', 'Borinage', { class: 'ms', article: 'le' }, 'dans le Borinage'],
  ['fr', 'Entre-deux-Mers', { class: 'ms', article: "l'" }, "dans l'Entre-deux-Mers"],
  ['fr', 'Cévennes', { class: 'fp', article: 'les' }, 'dans les Cévennes'],
  ['fr', 'Rochelle', { class: 'fs', article: 'La' }, 'à La Rochelle'],
  ['fr', 'Mans', { class: 'ms', article: 'Le' }, 'au Mans'],
  ['fr', 'Lessines', { class: 'fs' }, 'à Lessines'],
  ['en', 'Ruhr', { class: 's', article: 'the' }, 'in the Ruhr'],
])('%s: a place that no directory knows, %s', (edition, name, form, expected) => {
  const place: Named = { id: name, kind: 'place', name, forms: { [edition]: form } }
  expect(inPlaces(realiserOf(edition).locale, [place], 'in')).toBe(expected)
})

test.each([
  ['en-us', 'cash-machines', 'ATMs'],
  ['en', 'cash-machines', 'cash machines'],
  ['en-us', 'fixed-internet', 'home internet'],
  ['fr-ca', 'cash-machines', 'guichets automatiques'],
  ['fr', 'cash-machines', 'distributeurs de billets'],
])('%s calls %s "%s"', (edition, id, text) => expect(nounOf(realiserOf(edition).locale, namedAs(id)).text).toBe(text))
