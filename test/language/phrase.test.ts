import { describe, expect, test } from 'vitest'
import type { Noun } from '../../src/language/locale.ts'
import { joinWord, possessive, withArticle } from '../../src/language/phrase.ts'
import { localeOf } from './locales.ts'

const fr = await localeOf('fr')
const en = await localeOf('en')
const us = await localeOf('en-us')

const ms = (text: string, article?: string): Noun => ({ text, class: 'ms', ...(article && { article }) })
const s = (text: string, article?: string): Noun => ({ text, class: 's', ...(article && { article }) })

describe('« de » before a name', () => {
  test.each([
    // vowels
    ['Instagram', "d'Instagram"],
    ['Orange', "d'Orange"],
    ['Apple', "d'Apple"],
    ['eBay', "d'eBay"],
    ['iCloud', "d'iCloud"],
    ['Uber', "d'Uber"],
    ['Eurostar', "d'Eurostar"],
    ['Électrabel', "d'Électrabel"],
    ['Île-de-France', "d'Île-de-France"],
    ['Œuvre', "d'Œuvre"],
    ['Ypres', "d'Ypres"],
    ['Yves Rocher', "d'Yves Rocher"],
    ['York', "d'York"],
    ['Ouest-France', "d'Ouest-France"],
    ['ING', "d'ING"],
    // a silent h
    ['Haïti', "d'Haïti"],
    ['Hotmail', "d'Hotmail"],
    ['Hachette', "d'Hachette"],
    ['Hawaï', "d'Hawaï"],
    ['Helsinki', "d'Helsinki"],
    ['hôpitaux', "d'hôpitaux"],
    // consonants, and vowels said as consonants
    ['Facebook', 'de Facebook'],
    ['WhatsApp', 'de WhatsApp'],
    ['Wikipédia', 'de Wikipédia'],
    ['YouTube', 'de YouTube'],
    ['Yahoo', 'de Yahoo'],
    ['Yandex', 'de Yandex'],
    ['yaourts', 'de yaourts'],
    ['Ouagadougou', 'de Ouagadougou'],
    ['Ouigo', 'de Ouigo'],
    ['ouistitis', 'de ouistitis'],
    ['ouïe', "d'ouïe"],
    ['ouragans', "d'ouragans"],
    ['onze heures', 'de onze heures'],
    ['X', 'de X'],
    ['Xbox', 'de Xbox'],
    // an aspirated h
    ['Huawei', 'de Huawei'],
    ['Hongrie', 'de Hongrie'],
    ['Hulu', 'de Hulu'],
    ['Honda', 'de Honda'],
    ['Hyundai', 'de Hyundai'],
    ['Herstal', 'de Herstal'],
    ['Huy', 'de Huy'],
    ['Hasselt', 'de Hasselt'],
    ['hashtags', 'de hashtags'],
    ['hackers', 'de hackers'],
    ['hausse', 'de hausse'],
    ['haut débit', 'de haut débit'],
    ['huit heures', 'de huit heures'],
    ['Hugging Face', 'de Hugging Face'],
    // acronyms: the press elides before a vowel only
    ['EDF', "d'EDF"],
    ['AT&T', "d'AT&T"],
    ['IBM', "d'IBM"],
    ['OVH', "d'OVH"],
    ['OVHcloud', "d'OVHcloud"],
    ['AWS', "d'AWS"],
    ['UPS', "d'UPS"],
    ['SFR', 'de SFR'],
    ['SNCF', 'de SNCF'],
    ['RTBF', 'de RTBF'],
    ['LCL', 'de LCL'],
    ['HSBC', 'de HSBC'],
    ['H&M', 'de H&M'],
    ['NRJ', 'de NRJ'],
    // figures are not elided
    ['112', 'de 112'],
    ['1,5 million', 'de 1,5 million'],
    ['8 abonnés', 'de 8 abonnés'],
    ['11 personnes', 'de 11 personnes'],
    // marks before the word
    ['« Orange »', "d'« Orange »"],
    ['(Meta)', 'de (Meta)'],
  ])('%s', (text, read) => expect(joinWord(fr, 'de', ms(text))).toBe(read))
})

describe('a word meets a noun with its article', () => {
  test.each<[string, Noun, string]>([
    ['de', ms('RER', 'le'), 'du RER'],
    ['à', ms('RER', 'le'), 'au RER'],
    ['de', { text: 'Pages jaunes', class: 'fp', article: 'les' }, 'des Pages jaunes'],
    ['à', { text: 'Pays-Bas', class: 'mp', article: 'les' }, 'aux Pays-Bas'],
    ['de', { text: 'opérateur', class: 'ms', article: 'le' }, "de l'opérateur"],
    ['à', { text: 'opérateur', class: 'ms', article: 'le' }, "à l'opérateur"],
    ['de', { text: 'SNCF', class: 'fs', article: 'la' }, 'de la SNCF'],
    ['à', ms('Havre', 'Le'), 'au Havre'],
    ['de', ms('Havre', 'Le'), 'du Havre'],
    ['de', ms('Monde', 'Le'), 'du Monde'],
    ['de', { text: 'Échos', class: 'mp', article: 'Les' }, 'des Échos'],
    ['à', { text: 'Haye', class: 'fs', article: 'La' }, 'à La Haye'],
    ['de', { text: 'Poste', class: 'fs', article: 'La' }, 'de La Poste'],
    ['de', { text: 'Équipe', class: 'fs', article: "L'" }, "de L'Équipe"],
    ['de', { text: 'hashtag', class: 'ms', article: 'le' }, 'du hashtag'],
    ['de', { text: 'onze mars', class: 'ms', article: 'le' }, 'du onze mars'],
    ['de', { text: 'application', class: 'fs', article: 'une' }, "d'une application"],
    // « de » swallows the article of an unknown number or quantity, and meets what is behind it
    ['de', { text: 'bornes', class: 'fp', article: 'des' }, 'de bornes'],
    ['de', { text: 'orages', class: 'mp', article: 'des' }, "d'orages"],
    ['de', { text: 'importants travaux', class: 'mp', article: "d'" }, "d'importants travaux"],
    ['de', { text: 'la neige', class: 'fs', article: 'de' }, 'de la neige'],
    ['à', { text: 'travaux', class: 'mp', article: 'des' }, 'à des travaux'],
    ['chez', { text: 'Orange', class: 'ms' }, 'chez Orange'],
    ['que', ms('Orange'), "qu'Orange"],
    ['que', ms('Meta'), 'que Meta'],
    ['lorsque', ms('Instagram'), "lorsqu'Instagram"],
    ['près de', ms('Anvers'), "près d'Anvers"],
    ['à cause de', ms('réseau', 'le'), 'à cause du réseau'],
    ['De', ms('Instagram'), "D'Instagram"],
    ['À', ms('Havre', 'Le'), 'Au Havre'],
    ['ce', ms('opérateur'), 'cet opérateur'],
    ['', ms('RER', 'le'), 'le RER'],
    // what the directory says of a name comes before any rule
    ['de', { text: 'Hulu', class: 'ms', elides: true }, "d'Hulu"],
    ['de', { text: 'Iliad', class: 'ms', elides: false }, 'de Iliad'],
    ['de', { text: 'Iliad', class: 'ms', article: 'le', elides: false }, 'du Iliad'],
  ])('%s + %j', (word, noun, read) => expect(joinWord(fr, word, noun)).toBe(read))
})

test.each<[Noun, string]>([
  [ms('RER', 'le'), 'le RER'],
  [ms('opérateur', 'le'), "l'opérateur"],
  [{ text: 'Hongrie', class: 'fs', article: 'la' }, 'la Hongrie'],
  [{ text: 'Yonne', class: 'fs', article: 'la' }, "l'Yonne"],
  [{ text: 'SNCF', class: 'fs', article: 'la' }, 'la SNCF'],
  [{ text: 'URSSAF', class: 'fs', article: 'la' }, "l'URSSAF"],
  [ms('Instagram'), 'Instagram'],
])('%j with its article reads %s', (noun, read) => expect(withArticle(fr, noun)).toBe(read))

describe('"a" or "an" by the sound', () => {
  test.each([
    ['operator', 'an operator'],
    ['network', 'a network'],
    ['18-hour outage', 'an 18-hour outage'],
    ['8-hour outage', 'an 8-hour outage'],
    ['80-minute outage', 'an 80-minute outage'],
    ['11-hour outage', 'an 11-hour outage'],
    ['11,000-user outage', 'an 11,000-user outage'],
    ['1-hour outage', 'a 1-hour outage'],
    ['110-minute outage', 'a 110-minute outage'],
    ['180-minute outage', 'a 180-minute outage'],
    ['six-hour outage', 'a six-hour outage'],
    ['eight-hour outage', 'an eight-hour outage'],
    ['one-hour outage', 'a one-hour outage'],
    ['hour', 'an hour'],
    ['honest mistake', 'an honest mistake'],
    ['hospital', 'a hospital'],
    ['SMS', 'an SMS'],
    ['FBI inquiry', 'an FBI inquiry'],
    ['RTBF report', 'an RTBF report'],
    ['MTN outage', 'an MTN outage'],
    ['UK-based company', 'a UK-based company'],
    ['US company', 'a US company'],
    ['EU official', 'an EU official'],
    ['European network', 'a European network'],
    ['URL', 'a URL'],
    ['NATO site', 'a NATO site'],
    ['SIM card', 'a SIM card'],
    ['LAN', 'a LAN'],
    ['X user', 'an X user'],
    ['Xbox', 'an Xbox'],
    ['user', 'a user'],
    ['unique fault', 'a unique fault'],
    ['unusual fault', 'an unusual fault'],
    ['unidentified fault', 'an unidentified fault'],
    ['uninterrupted service', 'an uninterrupted service'],
    ['update', 'an update'],
    ['YouTube video', 'a YouTube video'],
    ['iPhone', 'an iPhone'],
    ['eSIM', 'an eSIM'],
    ['AT&T spokesperson', 'an AT&T spokesperson'],
    ['Ubuntu server', 'an Ubuntu server'],
    ['Ukrainian operator', 'a Ukrainian operator'],
  ])('%s', (text, read) => expect(joinWord(en, 'a', s(text))).toBe(read))
})

describe('possessive', () => {
  test.each<[Noun, string, string]>([
    [s('Meta'), "Meta's", "Meta's"],
    [s('Texas'), "Texas's", "Texas'"],
    [s('Optus'), "Optus's", "Optus'"],
    [s('Lloyds'), "Lloyds'", "Lloyds'"],
    [s('Delta Air Lines'), "Delta Air Lines'", "Delta Air Lines'"],
    [s('Netherlands', 'the'), "the Netherlands'", "the Netherlands'"],
    [{ text: 'Pages jaunes', class: 'p' }, "Pages jaunes'", "Pages jaunes'"],
    [{ text: 'people', class: 'p' }, "people's", "people's"],
  ])('%j', (noun, british, american) => {
    expect(possessive(en, noun)).toBe(british)
    expect(possessive(us, noun)).toBe(american)
  })

  test('a language without it says so', () => expect(() => possessive(fr, ms('Meta'))).toThrow(/no possessive/))
})

test('a long text is judged by its start', () => {
  expect(fr.sound(`Orange ${'x'.repeat(500)}`)).toBe(true)
  expect(fr.sound('')).toBe(false)
})
