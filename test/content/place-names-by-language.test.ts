import { describe, expect, test } from 'vitest'
import type { Form } from '../../src/fields/directory.ts'
import { CLASSES, LANGUAGES, type Language, places, readYaml } from './read-content.ts'

/** ISO 3166-1 alpha-2, all 249 codes assigned as of 2026. */
const ISO_3166 = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
VN VU WF WS YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/)

const tables: Readonly<Record<Language, ReturnType<typeof places>>> = { fr: places('fr'), en: places('en') }

/** Keys whose form breaks a rule. */
function wrong(language: Language, rule: (form: ReturnType<typeof places>[string], key: string) => boolean): string[] {
  return Object.entries(tables[language])
    .filter(([key, form]) => !rule(form, key))
    .map(([key]) => key)
}

describe('both languages', () => {
  test('have the same places in the same order', () => {
    expect(Object.keys(tables.en)).toEqual(Object.keys(tables.fr))
  })

  test.each(LANGUAGES)('have every country (%s)', language => {
    expect(ISO_3166).toHaveLength(249)
    const countries = Object.keys(tables[language]).filter(key => /^[A-Z]{2}$/.test(key))
    // Kosovo has no ISO code of its own; XK is what the European Union writes.
    expect(countries.sort()).toEqual([...ISO_3166, 'XK'].sort())
  })

  test.each(LANGUAGES)('have the regions of a Brussels desk (%s)', language => {
    const regions = ['BE-BRU', 'BE-VLG', 'BE-WAL', 'BE-WLG', 'FR-20R', 'CA-QC', 'GB-SCT', 'US-CA', 'CH-GE']
    expect(regions.filter(key => !tables[language][key])).toEqual([])
    const states = Object.keys(tables[language]).filter(key => key.startsWith('US-'))
    expect(states).toHaveLength(51)
    expect(Object.keys(tables[language]).filter(key => key.startsWith('CA-'))).toHaveLength(13)
  })

  test.each(LANGUAGES)('write keys in one of three ways (%s)', language => {
    expect(wrong(language, (_, key) => /^([A-Z]{2}|[A-Z]{2}-[A-Z0-9]{1,3}|[a-z]+(-[a-z]+)*)$/.test(key))).toEqual([])
  })

  test.each(LANGUAGES)('declare a class and a way to say "in" (%s)', language => {
    expect(wrong(language, ({ class: cls, in: where }) => CLASSES[language].includes(cls ?? '') && !!where)).toEqual([])
  })

  test.each(LANGUAGES)('call no two places the same (%s)', language => {
    // « le Québec » and « Québec », « le Luxembourg » and « Luxembourg » are told apart by the article.
    const names = Object.values(tables[language]).map(({ article = '', name }) => `${article} ${name}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('Dutch', () => {
  const dutch = readYaml<Readonly<Record<string, Form>>>('locales/nl/places.yaml')

  test('has the same places in the same order', () => {
    expect(Object.keys(dutch)).toEqual(Object.keys(tables.fr))
  })

  test.each([
    ['liege-city', 'in Luik'],
    ['ypres', 'in Ieper'],
    ['strasbourg', 'in Straatsburg'],
    ['luxembourg-city', 'in Luxemburg-Stad'],
    ['cairo', 'in Caïro'],
    ['cape-town', 'in Kaapstad'],
    ['mediterranean', 'in het Middellandse Zeegebied'],
    ['us-east-coast', 'aan de oostkust van de Verenigde Staten'],
    ['canary-islands', 'op de Canarische Eilanden'],
    ['FR-20R', 'op Corsica'],
    ['FR-6AE', 'in de Elzas'],
    ['IM', 'op het eiland Man'],
    ['CH-AG', 'in het kanton Aargau'],
    ['NL-GR', 'in de provincie Groningen'],
    ['DE-NI', 'in Nedersaksen'],
    ['FR-33', 'in het departement Gironde'],
    ['dunkirk', 'in Duinkerke'],
    ['iles-de-la-madeleine', 'op de Magdalena-eilanden'],
    ['US', 'in de Verenigde Staten'],
  ])('%s reads "%s"', (key, expected) => {
    const { in: where, name } = dutch[key] ?? {}
    expect(`${where} ${name}`).toBe(expected)
  })
})

describe('French', () => {
  const PREPOSITIONS: Readonly<Record<string, readonly string[]>> = {
    none: ['à', 'en', 'dans'],
    le: ['au', 'en', 'dans le', 'sur le'],
    la: ['en', 'à la', 'dans la', 'sur la'],
    les: ['aux', 'en', 'dans les'],
    Le: ['au'],
    La: ['à La'],
  }

  test('puts before a name a preposition that goes with its article', () => {
    expect(wrong('fr', form => (PREPOSITIONS[form.article ?? 'none'] ?? []).includes(form.in ?? ''))).toEqual([])
  })

  test('gives an article that goes with the class', () => {
    const classes: Readonly<Record<string, string>> = { le: 'ms', la: 'fs', les: 'mp fp', none: 'ms fs' }
    expect(
      wrong('fr', ({ article, class: cls }) => (classes[(article ?? 'none').toLowerCase()] ?? '').includes(cls ?? '?')),
    ).toEqual([])
  })

  test('says « au » only before a consonant, « en » before a masculine name in a vowel', () => {
    const vowel = /^[aeiouàâéèêîïôû]/i
    expect(
      wrong('fr', ({ name, article, in: where }) => article !== 'le' || where !== 'au' || !vowel.test(name)),
    ).toEqual([])
  })

  test('says whether a name in h or y elides, where something before it could', () => {
    const safe = (where: string | undefined, article: string | undefined) =>
      article !== undefined && article !== 'le' && article !== 'la' && where !== undefined
    expect(
      wrong('fr', form => !/^[hy]/i.test(form.name) || form.elides !== undefined || safe(form.in, form.article)),
    ).toEqual([])
  })

  test('leaves out the article after « de » only where the name has one', () => {
    expect(wrong('fr', form => form.of === undefined || (form.of === 'de' && form.article !== undefined))).toEqual([])
  })

  // The order is name, class, article, in, of; a dash stands for a field left out.
  test.each([
    ['IR', 'Iran ms le en de'],
    ['HT', 'Haïti ms - en -'],
    ['CU', 'Cuba fs - à -'],
    ['IL', 'Israël ms - en -'],
    ['US', 'États-Unis mp les aux -'],
    ['NL', 'Pays-Bas mp les aux -'],
    ['JP', 'Japon ms le au -'],
    ['BE', 'Belgique fs la en de'],
    ['NO', 'Norvège fs la en de'],
    ['CA-QC', 'Québec ms le au -'],
    ['quebec-city', 'Québec ms - à -'],
    ['le-havre', 'Havre ms Le au -'],
    ['the-hague', 'Haye fs La à La -'],
    ['cairo', 'Caire ms Le au -'],
    ['new-orleans', 'Nouvelle-Orléans fs La à La -'],
    ['FR-20R', 'Corse fs la en de'],
    ['RE', 'Réunion fs La à La -'],
    ['FR-HDF', 'Hauts-de-France mp les dans les -'],
    ['CG', 'Congo-Brazzaville ms le au -'],
    ['CD', 'République démocratique du Congo fs la en -'],
    ['HK', 'Hong Kong ms - à -'],
    ['BE-WLG', 'province de Liège fs la dans la -'],
    ['european-union', 'Union européenne fs la dans la -'],
    ['MG', 'Madagascar ms - à -'],
    ['US-TX', 'Texas ms le au -'],
    ['world', 'monde ms le dans le -'],
  ])('%s: %s', (key, expected) => {
    const { name, class: cls, article = '-', in: where, of = '-' } = tables.fr[key] ?? { name: 'missing' }
    expect([name, cls, article, where, of].join(' ')).toBe(expected)
  })

  test.each([
    ['HT', true],
    ['HU', false],
    ['HN', false],
    ['HK', false],
    ['US-HI', true],
    ['ypres', true],
    ['YE', false],
    ['BE-WHT', false],
  ])('%s elides: %s', (key, elides) => expect(tables.fr[key]?.elides).toBe(elides))
})

describe('English', () => {
  test('repeats the article of a name after its preposition', () => {
    expect(wrong('en', form => (form.article === 'the') === / the$/.test(form.in ?? ''))).toEqual([])
  })

  test('has no other article', () => {
    expect(wrong('en', ({ article }) => article === undefined || article === 'the')).toEqual([])
  })

  test.each([
    ['US', 'in the US'],
    ['GB', 'in the UK'],
    ['NL', 'in the Netherlands'],
    ['PH', 'in the Philippines'],
    ['CD', 'in the Democratic Republic of Congo'],
    ['BE', 'in Belgium'],
    ['BE-WLG', 'in the province of Liège'],
    ['the-hague', 'in The Hague'],
    ['world', 'around the world'],
    ['gulf', 'in the Gulf'],
    ['IM', 'on the Isle of Man'],
    ['CA-QC', 'in Quebec'],
    ['quebec-city', 'in Quebec City'],
    ['CH-AG', 'in the canton of Aargau'],
    ['FR-33', 'in the Gironde department'],
    ['IE-CO', 'in County Cork'],
    ['scottish-highlands', 'in the Scottish Highlands'],
    ['north-east-england', 'in north-east England'],
    ['gaspesie', 'on the Gaspé peninsula'],
  ])('%s reads "%s"', (key, expected) => {
    const { in: where, name } = tables.en[key] ?? { name: 'missing' }
    expect(`${where} ${name}`).toBe(expected)
  })
})
