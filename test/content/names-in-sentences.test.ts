import { beforeAll, describe, expect, test } from 'vitest'
import type { Form } from '../../src/fields/directory.ts'
import type { Locale, Noun } from '../../src/language/locale.ts'
import { joinWord, withArticle } from '../../src/language/phrase.ts'
import { localeOf } from '../language/locales.ts'
import { type Entry, entries, type Language, places } from './read-content.ts'

// The data and the grammar read together, as readers will: a name alone, after « de », after « à », and where it is.

const locales = {} as Record<Language, Locale>
beforeAll(async () => Object.assign(locales, { fr: await localeOf('fr'), en: await localeOf('en') }))

const known: Readonly<Record<string, Entry>> = Object.fromEntries(entries().map(({ id, entry }) => [id, entry]))
const tables = { fr: places('fr'), en: places('en') }

function nounOf({ class: cls = '', article, elides }: Form, text: string): Noun {
  return { text, class: cls, ...(article !== undefined && { article }), ...(elides !== undefined && { elides }) }
}

function name(language: Language, id: string): Noun {
  const entry = known[id]
  const form = entry?.[language] ?? tables[language][id]
  if (!form) throw new Error(`${id} is neither in the directory nor among the places`)
  return nounOf(form, form.name ?? entry?.name ?? '')
}

/** A preposition written in full stands before the bare name; `de` alone is the word of the grammar. */
function placed(language: Language, id: string, field: 'in' | 'of'): string {
  const preposition = tables[language][id]?.[field]
  const { article: _, ...bare } = name(language, id)
  return preposition === undefined
    ? joinWord(locales[language], 'de', name(language, id))
    : joinWord(locales[language], preposition, bare)
}

describe('French', () => {
  test.each([
    // id, alone, after « de », after « à »
    ['facebook', 'Facebook', 'de Facebook', 'à Facebook'],
    ['instagram', 'Instagram', "d'Instagram", 'à Instagram'],
    ['x', 'X', 'de X', 'à X'],
    ['youtube', 'YouTube', 'de YouTube', 'à YouTube'],
    ['huawei', 'Huawei', 'de Huawei', 'à Huawei'],
    ['hydro-quebec', 'Hydro-Québec', "d'Hydro-Québec", 'à Hydro-Québec'],
    ['hsbc', 'HSBC', 'de HSBC', 'à HSBC'],
    ['ing', 'ING', "d'ING", 'à ING'],
    ['sfr', 'SFR', 'de SFR', 'à SFR'],
    ['att', 'AT&T', "d'AT&T", 'à AT&T'],
    ['icloud', 'iCloud', "d'iCloud", 'à iCloud'],
    ['app-store', "l'App Store", "de l'App Store", "à l'App Store"],
    ['rer', 'le RER', 'du RER', 'au RER'],
    ['sncb', 'la SNCB', 'de la SNCB', 'à la SNCB'],
    ['la-poste', 'La Poste', 'de La Poste', 'à La Poste'],
    ['pages-jaunes', 'les Pages jaunes', 'des Pages jaunes', 'aux Pages jaunes'],
    ['ibpt', "l'IBPT", "de l'IBPT", "à l'IBPT"],
    ['afp', "l'AFP", "de l'AFP", "à l'AFP"],
    ['belga', "l'agence Belga", "de l'agence Belga", "à l'agence Belga"],
    ['112', 'le 112', 'du 112', 'au 112'],
    ['atlas-bank', 'la banque Atlas', 'de la banque Atlas', 'à la banque Atlas'],
    ['emergency-calls', "les appels d'urgence", "des appels d'urgence", "aux appels d'urgence"],
    ['internet', "l'accès à internet", "de l'accès à internet", "à l'accès à internet"],
    ['BE', 'la Belgique', 'de la Belgique', 'à la Belgique'],
    ['IR', "l'Iran", "de l'Iran", "à l'Iran"],
    ['HT', 'Haïti', "d'Haïti", 'à Haïti'],
    ['IL', 'Israël', "d'Israël", 'à Israël'],
    ['CU', 'Cuba', 'de Cuba', 'à Cuba'],
    ['HU', 'la Hongrie', 'de la Hongrie', 'à la Hongrie'],
    ['YE', 'le Yémen', 'du Yémen', 'au Yémen'],
    ['US', 'les États-Unis', 'des États-Unis', 'aux États-Unis'],
    ['RE', 'La Réunion', 'de La Réunion', 'à La Réunion'],
    ['le-havre', 'Le Havre', 'du Havre', 'au Havre'],
    ['the-hague', 'La Haye', 'de La Haye', 'à La Haye'],
    ['ypres', 'Ypres', "d'Ypres", 'à Ypres'],
    ['hamburg', 'Hambourg', 'de Hambourg', 'à Hambourg'],
    ['FR-HDF', 'les Hauts-de-France', 'des Hauts-de-France', 'aux Hauts-de-France'],
    ['european-union', "l'Union européenne", "de l'Union européenne", "à l'Union européenne"],
  ])('%s: %s, %s, %s', (id, alone, after, to) => {
    const noun = name('fr', id)
    expect([withArticle(locales.fr, noun), joinWord(locales.fr, 'de', noun), joinWord(locales.fr, 'à', noun)]).toEqual([
      alone,
      after,
      to,
    ])
  })

  test.each([
    ['BE', 'en Belgique', 'de Belgique'],
    ['IR', 'en Iran', "d'Iran"],
    ['JP', 'au Japon', 'du Japon'],
    ['US', 'aux États-Unis', 'des États-Unis'],
    ['CU', 'à Cuba', 'de Cuba'],
    ['HT', 'en Haïti', "d'Haïti"],
    ['MU', "à l'île Maurice", "de l'île Maurice"],
    ['IM', "sur l'île de Man", "de l'île de Man"],
    ['RE', 'à La Réunion', 'de La Réunion'],
    ['CA-QC', 'au Québec', 'du Québec'],
    ['quebec-city', 'à Québec', 'de Québec'],
    ['CA-PE', "à l'Île-du-Prince-Édouard", "de l'Île-du-Prince-Édouard"],
    ['US-WA', "dans l'État de Washington", "de l'État de Washington"],
    ['US-OH', 'en Ohio', "de l'Ohio"],
    ['BE-WLG', 'dans la province de Liège', 'de la province de Liège'],
    ['BE-WHT', 'en Hainaut', 'du Hainaut'],
    ['FR-20R', 'en Corse', 'de Corse'],
    ['FR-HDF', 'dans les Hauts-de-France', 'des Hauts-de-France'],
    ['FR-IDF', 'en Île-de-France', "d'Île-de-France"],
    ['european-union', "dans l'Union européenne", "de l'Union européenne"],
    ['euro-area', 'dans la zone euro', 'de la zone euro'],
    ['world', 'dans le monde', 'du monde'],
    ['le-havre', 'au Havre', 'du Havre'],
    ['the-hague', 'à La Haye', 'de La Haye'],
    ['CD', 'en République démocratique du Congo', 'de la République démocratique du Congo'],
    ['CH-AG', 'en Argovie', "d'Argovie"],
    ['CH-BL', 'dans le canton de Bâle-Campagne', 'du canton de Bâle-Campagne'],
    ['CH-GR', 'aux Grisons', 'des Grisons'],
    ['DE-NI', 'en Basse-Saxe', 'de Basse-Saxe'],
    ['DE-BW', 'dans le Bade-Wurtemberg', 'du Bade-Wurtemberg'],
    ['NL-OV', "dans l'Overijssel", "de l'Overijssel"],
    ['NL-NH', 'en Hollande-Septentrionale', 'de Hollande-Septentrionale'],
    ['IE-CO', 'dans le comté de Cork', 'du comté de Cork'],
    ['FR-01', "dans l'Ain", "de l'Ain"],
    ['FR-22', "dans les Côtes-d'Armor", "des Côtes-d'Armor"],
    ['FR-34', "dans l'Hérault", "de l'Hérault"],
    ['FR-33', 'en Gironde', 'de la Gironde'],
    ['FR-59', 'dans le Nord', 'du Nord'],
    ['FR-74', 'en Haute-Savoie', 'de la Haute-Savoie'],
    ['FR-89', "dans l'Yonne", "de l'Yonne"],
    ['FR-69M', 'dans la métropole de Lyon', 'de la métropole de Lyon'],
    ['lanaudiere', 'dans Lanaudière', 'de Lanaudière'],
    ['outaouais', 'en Outaouais', "de l'Outaouais"],
    ['cote-nord', 'sur la Côte-Nord', 'de la Côte-Nord'],
    ['iles-de-la-madeleine', 'aux Îles-de-la-Madeleine', 'des Îles-de-la-Madeleine'],
    ['cornwall', 'en Cornouailles', 'des Cornouailles'],
    ['yorkshire', 'dans le Yorkshire', 'du Yorkshire'],
    ['east-of-england', "dans l'est de l'Angleterre", "de l'est de l'Angleterre"],
    ['la-chaux-de-fonds', 'à La Chaux-de-Fonds', 'de La Chaux-de-Fonds'],
    ['le-puy-en-velay', 'au Puy-en-Velay', 'du Puy-en-Velay'],
    ['hull', 'à Hull', 'de Hull'],
    ['york', 'à York', "d'York"],
    ['ouagadougou', 'à Ouagadougou', 'de Ouagadougou'],
    ['honolulu', 'à Honolulu', "d'Honolulu"],
    ['evry', 'à Évry', "d'Évry"],
    ['CG', 'au Congo-Brazzaville', 'du Congo-Brazzaville'],
  ])('%s: %s, %s', (id, where, of) => {
    expect([placed('fr', id, 'in'), placed('fr', id, 'of')]).toEqual([where, of])
  })

  test('reads the same where a writer forgets that a bare name has its own elision', () => {
    const differing = Object.entries(tables.fr).filter(([id, { of }]) => {
      const { text, class: cls } = name('fr', id)
      return of !== undefined && joinWord(locales.fr, of, { text, class: cls }) !== placed('fr', id, 'of')
    })
    expect(differing).toEqual([])
  })
})

describe('English', () => {
  test.each([
    ['x', 'X'],
    ['bbc', 'the BBC'],
    ['fcc', 'the FCC'],
    ['pages-jaunes', 'the Pages Jaunes'],
    ['atlas-bank', 'Atlas Bank'],
    ['ibpt', 'BIPT'],
    ['US', 'the US'],
    ['BE', 'Belgium'],
    ['card-payments', 'card payments'],
  ])('%s: %s', (id, alone) => expect(withArticle(locales.en, name('en', id))).toBe(alone))
})
