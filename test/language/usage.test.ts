import { describe, expect, test } from 'vitest'
import { inPlaces } from '../../src/article/formats/place-formats.ts'
import { duration } from '../../src/language/duration.ts'
import type { Locale } from '../../src/language/locale.ts'
import { day, type Moment, moment, window, zoneName } from '../../src/language/moment.ts'
import { type FigureValue, figure, money } from '../../src/language/number.ts'
import { joinWord, possessive } from '../../src/language/phrase.ts'
import { namedAs, realiserOf } from '../article/realise.ts'
import { localeOf } from './locales.ts'

/**
 * Usage, written down before the program was asked. French: Grevisse § 50 (disjonction), Imprimerie nationale, OQLF; English:
 * Guardian and AP style; Dutch: Taalunie (taaladvies.net), VRT Taal.
 */
const locales: Readonly<Record<string, Locale>> = Object.fromEntries(
  await Promise.all(['fr', 'fr-fr', 'fr-ca', 'en', 'en-gb', 'en-us', 'nl'].map(async id => [id, await localeOf(id)])),
)
const localeFor = (id: string): Locale => {
  const found = locales[id]
  if (!found) throw new Error(id)
  return found
}
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

describe('« de » before names', () => {
  test.each(
    "d'Adobe,d'Airbnb,de Binance,d'OVHcloud,d'Ubisoft,d'Uber,de Yahoo,de YouTube,de Yoigo,de Huawei,d'Hermès,d'Hachette,de Heroku,de Hulu,d'eBay,d'iCloud,d'IBM,d'Intel,d'Orange,d'EDF,d'Enedis,d'Eurostar,de SNCF,de RATP,de N26,de LinkedIn,d'Outlook,de WhatsApp,de Wikipédia,d'ING,d'Argenta,d'Ethias,d'AXA,d'Allianz,de KBC,de Belfius,d'Itsme,d'Eneco,d'Engie,d'Ores,d'Hydro-Québec,de Hapag-Lloyd,de Hootsuite,de HelloFresh,d'Uniqlo,d'Unilever,d'UPS,d'OnlyFans,de OneDrive,d'Iberia,d'easyJet,d'Activision,de 3CX,de 1Password,d'Ypres,de Yopaïa,d'Yves,de Huy,d'Hénin-Beaumont,de Hambourg,d'Hirson,d'Hérouville,de Hauteville,d'Hyères,de Hoenheim,de Yamaha,de Yandex,d'Yvetot,de Yelp,d'Oodrive".split(
      ',',
    ),
  )('%s', expected => {
    const name = expected.replace(/^(?:d'|de )/u, '')
    expect(joinWord(localeFor('fr'), 'de', name)).toBe(expected)
  })
})

describe('"a" or "an"', () => {
  test.each(
    'an AWS fault,a UPS van,an NFL game,a Uniqlo shop,an SAP system,an MTA train,an IKEA shop,an H&M shop,an HSBC branch,an RTL show,an LG phone,an SNCF train,a USB port,a URL,an XML file,an hour,a European grid,a one-off,a UN agency,an FBI agent,a KBC branch,a Europcar desk,a Eurostar train,an e-mail,an 11th hour,a uniform rule,an umbrella,a NATO base,an ATM,a BBC show,an EDF plant,an ING app,an ISP,an IP address,an M&S shop,a T-Mobile mast,an O2 mast,a Three mast,an EE mast,a YouTube video,an iPhone,a WhatsApp group,an RAF base,a SIM card,an SMS,an MMS,a VPN,an LTE mast,a 5G mast,an S3 bucket,a U-turn,an NHS trust,a Uruguayan site,an unknown fault,an unlisted number,a useful app,a unanimous vote,an honest reply,a hospital,a historic fault,an heir,a Wii,an IT fault,an 800-mile line,a 110-mile line,an R&D site,a ransom,an M5 chip,a Google fault,an xAI model,an RBS app,a TSB app,a UBS app,an OVH site,an LCL branch,a FedEx van,a JPMorgan site'.split(
      ',',
    ),
  )('%s', expected => expect(joinWord(localeFor('en'), 'a', expected.replace(/^an? /u, ''))).toBe(expected))
})

describe('possessives', () => {
  test.each(
    "AWS's Uber's HSBC's Lloyds' Netflix's Airbus's Paris's Texas's Barclays' Starlink's Dallas's Reuters' Lego's Belfius's Proximus's Telus's Asus's Zeiss's Swiss's Sonos's Emirates' Samsung's eBay's UPS's Optus's Cisco's Fiverr's Wise's Tesla's KPN's".split(
      ' ',
    ),
  )('%s', expected =>
    expect(possessive(localeFor('en'), { text: expected.replace(/'s?$/u, ''), class: 's' })).toBe(expected),
  )
})

describe('places', () => {
  test.each<[string, string, string, string, string]>([
    ['DE', 'en Allemagne', "d'Allemagne", 'in Germany', 'in Duitsland'],
    ['GB', 'au Royaume-Uni', 'du Royaume-Uni', 'in the UK', 'in het Verenigd Koninkrijk'],
    ['US', 'aux États-Unis', 'des États-Unis', 'in the US', 'in de Verenigde Staten'],
    ['NL', 'aux Pays-Bas', 'des Pays-Bas', 'in the Netherlands', 'in Nederland'],
    ['IR', 'en Iran', "d'Iran", 'in Iran', 'in Iran'],
    ['IQ', 'en Irak', "d'Irak", 'in Iraq', 'in Irak'],
    ['HT', 'en Haïti', "d'Haïti", 'in Haiti', 'in Haïti'],
    ['CU', 'à Cuba', 'de Cuba', 'in Cuba', 'op Cuba'],
    ['IL', 'en Israël', "d'Israël", 'in Israel', 'in Israël'],
    ['JP', 'au Japon', 'du Japon', 'in Japan', 'in Japan'],
    ['CL', 'au Chili', 'du Chili', 'in Chile', 'in Chili'],
    ['MG', 'à Madagascar', 'de Madagascar', 'in Madagascar', 'op Madagaskar'],
    ['CY', 'à Chypre', 'de Chypre', 'in Cyprus', 'op Cyprus'],
    ['MT', 'à Malte', 'de Malte', 'in Malta', 'op Malta'],
    ['PH', 'aux Philippines', 'des Philippines', 'in the Philippines', 'in de Filipijnen'],
    [
      'AE',
      'aux Émirats arabes unis',
      'des Émirats arabes unis',
      'in the United Arab Emirates',
      'in de Verenigde Arabische Emiraten',
    ],
    ['SG', 'à Singapour', 'de Singapour', 'in Singapore', 'in Singapore'],
    ['HK', 'à Hong Kong', 'de Hong Kong', 'in Hong Kong', 'in Hongkong'],
    ['MX', 'au Mexique', 'du Mexique', 'in Mexico', 'in Mexico'],
    ['EG', 'en Égypte', "d'Égypte", 'in Egypt', 'in Egypte'],
    [
      'CD',
      'en République démocratique du Congo',
      'de la République démocratique du Congo',
      'in the Democratic Republic of Congo',
      'in de Democratische Republiek Congo',
    ],
    ['CI', "en Côte d'Ivoire", "de Côte d'Ivoire", 'in Ivory Coast', 'in Ivoorkust'],
    ['KR', 'en Corée du Sud', 'de Corée du Sud', 'in South Korea', 'in Zuid-Korea'],
    ['ZA', 'en Afrique du Sud', "d'Afrique du Sud", 'in South Africa', 'in Zuid-Afrika'],
    ['NZ', 'en Nouvelle-Zélande', 'de Nouvelle-Zélande', 'in New Zealand', 'in Nieuw-Zeeland'],
    ['HU', 'en Hongrie', 'de la Hongrie', 'in Hungary', 'in Hongarije'],
    ['YE', 'au Yémen', 'du Yémen', 'in Yemen', 'in Jemen'],
    ['AO', 'en Angola', "d'Angola", 'in Angola', 'in Angola'],
    ['UY', 'en Uruguay', "d'Uruguay", 'in Uruguay', 'in Uruguay'],
    ['MC', 'à Monaco', 'de Monaco', 'in Monaco', 'in Monaco'],
    ['LU', 'au Luxembourg', 'du Luxembourg', 'in Luxembourg', 'in Luxemburg'],
    ['VA', 'au Vatican', 'du Vatican', 'in the Vatican', 'in Vaticaanstad'],
    ['CH-GE', 'dans le canton de Genève', 'du canton de Genève', 'in the canton of Geneva', 'in het kanton Genève'],
    ['CH-TI', 'au Tessin', 'du Tessin', 'in Ticino', 'in Ticino'],
    ['CH-JU', 'dans le canton du Jura', 'du canton du Jura', 'in the canton of Jura', 'in het kanton Jura'],
    ['FR-BRE', 'en Bretagne', 'de Bretagne', 'in Brittany', 'in Bretagne'],
    ['FR-IDF', 'en Île-de-France', "d'Île-de-France", 'in the Paris region', 'in Île-de-France'],
    [
      'FR-HDF',
      'dans les Hauts-de-France',
      'des Hauts-de-France',
      'in the Hauts-de-France region',
      'in Hauts-de-France',
    ],
    ['FR-OCC', 'en Occitanie', "d'Occitanie", 'in Occitanie', 'in Occitanië'],
    ['FR-33', 'en Gironde', 'de la Gironde', 'in the Gironde department', 'in het departement Gironde'],
    ['RE', 'à La Réunion', 'de La Réunion', 'on Réunion', 'op Réunion'],
    ['GP', 'en Guadeloupe', 'de Guadeloupe', 'in Guadeloupe', 'op Guadeloupe'],
    ['MQ', 'en Martinique', 'de Martinique', 'in Martinique', 'op Martinique'],
    ['GF', 'en Guyane', 'de Guyane', 'in French Guiana', 'in Frans-Guyana'],
    ['NC', 'en Nouvelle-Calédonie', 'de Nouvelle-Calédonie', 'in New Caledonia', 'in Nieuw-Caledonië'],
    ['PF', 'en Polynésie française', 'de Polynésie française', 'in French Polynesia', 'in Frans-Polynesië'],
    ['BE-WHT', 'en Hainaut', 'du Hainaut', 'in Hainaut', 'in Henegouwen'],
    ['BE-VLG', 'en Flandre', 'de Flandre', 'in Flanders', 'in Vlaanderen'],
    ['BE-WAL', 'en Wallonie', 'de Wallonie', 'in Wallonia', 'in Wallonië'],
    ['BE-BRU', 'en Région bruxelloise', 'de la Région bruxelloise', 'in the Brussels region', 'in het Brussels Gewest'],
    ['CA-QC', 'au Québec', 'du Québec', 'in Quebec', 'in Quebec'],
    ['CA-ON', 'en Ontario', "de l'Ontario", 'in Ontario', 'in Ontario'],
    ['CA-BC', 'en Colombie-Britannique', 'de la Colombie-Britannique', 'in British Columbia', 'in Brits-Columbia'],
    [
      'CA-PE',
      "à l'Île-du-Prince-Édouard",
      "de l'Île-du-Prince-Édouard",
      'in Prince Edward Island',
      'op Prins Edwardeiland',
    ],
    ['CA-NB', 'au Nouveau-Brunswick', 'du Nouveau-Brunswick', 'in New Brunswick', 'in New Brunswick'],
    ['US-TX', 'au Texas', 'du Texas', 'in Texas', 'in Texas'],
    ['US-CA', 'en Californie', 'de Californie', 'in California', 'in Californië'],
    ['US-HI', 'à Hawaï', "d'Hawaï", 'in Hawaii', 'op Hawaï'],
    ['US-NY', "dans l'État de New York", "de l'État de New York", 'in the state of New York', 'in de staat New York'],
    ['DE-BY', 'en Bavière', 'de Bavière', 'in Bavaria', 'in Beieren'],
    ['ES-CT', 'en Catalogne', 'de Catalogne', 'in Catalonia', 'in Catalonië'],
    ['GB-SCT', 'en Écosse', "d'Écosse", 'in Scotland', 'in Schotland'],
    ['GB-NIR', 'en Irlande du Nord', "d'Irlande du Nord", 'in Northern Ireland', 'in Noord-Ierland'],
  ])('%s', (id, within, of, english, dutch) => {
    const said = (edition: string, field: 'in' | 'of') => inPlaces(realiserOf(edition).locale, [namedAs(id)], field)
    expect([said('fr', 'in'), said('fr', 'of'), said('en', 'in'), said('nl', 'in')]).toEqual([
      within,
      of,
      english,
      dutch,
    ])
  })
})

/** A local time of Brussels, in 2026: the fifth of January and the second of November are Mondays. */
const brussels = (time: string, summer = false) => Date.parse(`${time}:00${summer ? '+02:00' : '+01:00'}`)
const exactly = (time: string, summer = false): Moment => ({ precision: 'exact', at: brussels(time, summer) })
const about = (time: string): Moment => ({ precision: 'about', at: brussels(time) })

describe('moments', () => {
  test.each<[string, Moment, string, string, string, string]>([
    [
      '22:40 on Monday, that night',
      exactly('2026-01-05T22:40'),
      '2026-01-05T23:30',
      'ce lundi à 22h40',
      'at 10:40pm on Monday',
      'maandag om 22.40 uur',
    ],
    [
      '22:40 on Monday, on Tuesday',
      exactly('2026-01-05T22:40'),
      '2026-01-06T09:00',
      'lundi à 22h40',
      'at 10:40pm on Monday',
      'maandag om 22.40 uur',
    ],
    [
      '00:10 on Tuesday',
      exactly('2026-01-06T00:10'),
      '2026-01-06T09:00',
      'dans la nuit de lundi à mardi, à 0h10',
      'at 12:10am on Tuesday',
      'in de nacht van maandag op dinsdag om 0.10 uur',
    ],
    [
      'midnight after Monday',
      exactly('2026-01-06T00:00'),
      '2026-01-06T09:00',
      'dans la nuit de lundi à mardi, à minuit',
      'at midnight on Monday night',
      'in de nacht van maandag op dinsdag om middernacht',
    ],
    [
      '23:58 on Monday, about',
      about('2026-01-05T23:58'),
      '2026-01-06T09:00',
      'dans la nuit de lundi à mardi, vers minuit',
      'at around midnight on Monday night',
      'in de nacht van maandag op dinsdag rond middernacht',
    ],
    ['noon', exactly('2026-01-05T12:00'), '2026-01-06T09:00', 'lundi à midi', 'at noon on Monday', 'maandag om 12 uur'],
    [
      'five in the morning',
      exactly('2026-01-06T05:00'),
      '2026-01-06T09:00',
      'ce mardi à 5h',
      'at 5am on Tuesday',
      'dinsdag om 5 uur',
    ],
    [
      'a week ago',
      exactly('2026-01-05T18:30'),
      '2026-01-12T09:00',
      'le 5 janvier à 18h30',
      'at 6:30pm on 5 January',
      'op 5 januari om 18.30 uur',
    ],
    [
      'last year',
      exactly('2025-12-30T18:30'),
      '2026-01-12T09:00',
      'le 30 décembre 2025 à 18h30',
      'at 6:30pm on 30 December 2025',
      'op 30 december 2025 om 18.30 uur',
    ],
    [
      'the first of a month',
      exactly('2026-01-01T18:30'),
      '2026-01-12T09:00',
      'le 1er janvier à 18h30',
      'at 6:30pm on 1 January',
      'op 1 januari om 18.30 uur',
    ],
    [
      'between two hours',
      { precision: 'between', at: brussels('2026-01-05T17:00'), until: brussels('2026-01-05T18:00') },
      '2026-01-06T09:00',
      'lundi entre 17h et 18h',
      'between 5pm and 6pm on Monday',
      'maandag tussen 17 en 18 uur',
    ],
    [
      'before',
      { precision: 'before', at: brussels('2026-01-05T17:00') },
      '2026-01-06T09:00',
      'lundi peu avant 17h',
      'just before 5pm on Monday',
      'maandag kort voor 17 uur',
    ],
    [
      'by',
      { precision: 'by', at: brussels('2026-01-05T17:00') },
      '2026-01-06T09:00',
      'lundi à 17h au plus tard',
      'by 5pm on Monday',
      'maandag uiterlijk om 17 uur',
    ],
    [
      'a day',
      { precision: 'day', at: brussels('2026-01-05T00:00'), until: brussels('2026-01-05T23:59') },
      '2026-01-06T09:00',
      'lundi',
      'on Monday',
      'maandag',
    ],
    [
      'an evening',
      { precision: 'part', part: 'evening', at: brussels('2026-01-05T18:00'), until: brussels('2026-01-06T00:00') },
      '2026-01-06T09:00',
      'lundi soir',
      'on Monday evening',
      'maandagavond',
    ],
    [
      'a night',
      { precision: 'part', part: 'night', at: brussels('2026-01-05T22:00'), until: brussels('2026-01-06T05:00') },
      '2026-01-06T09:00',
      'dans la nuit de lundi à mardi',
      'overnight into Tuesday',
      'in de nacht van maandag op dinsdag',
    ],
    [
      'a morning of last month',
      { precision: 'part', part: 'morning', at: brussels('2026-01-05T05:00'), until: brussels('2026-01-05T12:00') },
      '2026-02-06T09:00',
      'le 5 janvier au matin',
      'on the morning of 5 January',
      'in de ochtend van 5 januari',
    ],
    [
      'a month',
      { precision: 'month', at: brussels('2026-01-01T00:00'), until: brussels('2026-01-31T23:59') },
      '2026-03-06T09:00',
      'en janvier',
      'in January',
      'in januari',
    ],
    [
      'a year',
      { precision: 'year', at: brussels('2024-01-01T00:00'), until: brussels('2024-12-31T23:59') },
      '2026-03-06T09:00',
      'en 2024',
      'in 2024',
      'in 2024',
    ],
    [
      'a summer',
      { precision: 'season', season: 'summer', at: brussels('2025-06-21T00:00'), until: brussels('2025-09-20T23:59') },
      '2026-03-06T09:00',
      "à l'été 2025",
      'in the summer of 2025',
      'in de zomer van 2025',
    ],
    [
      '18:28 about',
      about('2026-01-05T18:28'),
      '2026-01-06T09:00',
      'lundi vers 18h30',
      'at around 6:30pm on Monday',
      'maandag rond 18.30 uur',
    ],
    [
      '12:02 about',
      about('2026-01-05T12:02'),
      '2026-01-06T09:00',
      'lundi vers midi',
      'at around noon on Monday',
      'maandag rond 12 uur',
    ],
  ])('%s', (_, when, asOf, french, english, dutch) => {
    const said = (edition: string) => plain(moment(localeFor(edition), when, brussels(asOf)))
    expect([said('fr'), said('en'), said('nl')]).toEqual([french, english, dutch])
  })

  test.each<[string, Moment, string, string]>([
    ['22:40', exactly('2026-01-05T22:40'), 'ce lundi soir', 'on Monday night'],
    ['21:10', exactly('2026-01-05T21:10'), 'ce lundi soir', 'on Monday night'],
    ['20:30', exactly('2026-01-05T20:30'), 'ce lundi soir', 'on Monday evening'],
    ['17:30', exactly('2026-01-05T17:30'), 'ce lundi après-midi', 'on Monday afternoon'],
    ['12:30', exactly('2026-01-05T12:30'), 'ce lundi midi', 'on Monday'],
    ['09:30', exactly('2026-01-05T09:30'), 'ce lundi matin', 'on Monday morning'],
    ['05:30', exactly('2026-01-05T05:30'), 'ce lundi matin', 'on Monday morning'],
    ['02:30', exactly('2026-01-05T02:30'), 'dans la nuit de dimanche à lundi', 'in the early hours of Monday'],
  ])('the part of the day of %s', (_, when, french, english) => {
    const said = (edition: string) => day(localeFor(edition), when, brussels('2026-01-05T23:50'))
    expect([said('fr'), said('en')]).toEqual([french, english])
  })

  test.each<[string, Moment, Moment, string, string, string, string]>([
    [
      'a night',
      exactly('2026-01-10T23:00'),
      exactly('2026-01-11T05:00'),
      '2026-01-08T09:00',
      'dans la nuit de samedi à dimanche, de 23h à 5h',
      'from 11pm on Saturday to 5am on Sunday',
      'in de nacht van zaterdag op zondag van 23 uur tot 5 uur',
    ],
    [
      'a morning',
      exactly('2026-01-11T08:00'),
      exactly('2026-01-11T11:30'),
      '2026-01-08T09:00',
      'dimanche de 8h à 11h30',
      'from 8am to 11:30am on Sunday',
      'zondag van 8 tot 11.30 uur',
    ],
    [
      'two days',
      exactly('2026-01-10T08:00'),
      exactly('2026-01-11T20:00'),
      '2026-01-08T09:00',
      'de samedi 8h à dimanche 20h',
      'from 8am on Saturday to 8pm on Sunday',
      'van zaterdag 8 uur tot zondag 20 uur',
    ],
    [
      'until midnight',
      exactly('2026-01-10T20:00'),
      exactly('2026-01-11T00:00'),
      '2026-01-08T09:00',
      'samedi de 20h à minuit',
      'from 8pm to midnight on Saturday',
      'zaterdag van 20 uur tot middernacht',
    ],
    [
      'far dates',
      exactly('2026-02-10T08:00'),
      exactly('2026-02-12T20:00'),
      '2026-01-08T09:00',
      'du 10 février à 8h au 12 février à 20h',
      'from 8am on 10 February to 8pm on 12 February',
      'van 10 februari om 8 uur tot 12 februari om 20 uur',
    ],
    [
      'clocks go back',
      exactly('2026-10-25T02:45', true),
      exactly('2026-10-25T02:15'),
      '2026-10-24T09:00',
      "dans la nuit de samedi à dimanche, de 2h45 (heure d'été) à 2h15 (heure d'hiver)",
      'from 2:45am (summer time) to 2:15am (winter time) on Sunday',
      'in de nacht van zaterdag op zondag van 2.45 uur (zomertijd) tot 2.15 uur (wintertijd)',
    ],
  ])('the window: %s', (_, from, to, asOf, french, english, dutch) => {
    const said = (edition: string) => plain(window(localeFor(edition), from, to, brussels(asOf)))
    expect([said('fr'), said('en'), said('nl')]).toEqual([french, english, dutch])
  })

  const months = (count: number) => Math.round(count * 43_830)
  test.each<[string, number, boolean, string, string, string]>([
    ['a year', months(12), true, 'un an', 'a year', 'een jaar'],
    ['nearly a year', months(11.9), false, 'près d’un an', 'nearly a year', 'bijna een jaar'],
    ['18 months', months(18), true, 'un an et demi', 'a year and a half', 'anderhalf jaar'],
    ['two years', months(24), true, 'deux ans', 'two years', 'twee jaar'],
    ['two and a half years', months(30), true, 'deux ans et demi', 'two and a half years', 'twee en een half jaar'],
    ['five years', months(60), true, 'cinq ans', 'five years', 'vijf jaar'],
    ['ten years', months(120), true, '10 ans', '10 years', 'tien jaar'],
    ['eleven months', months(11), true, '11 mois', '11 months', 'elf maanden'],
    ['six months', months(6), true, 'six mois', 'six months', 'zes maanden'],
    ['half a day', 720, true, '12 heures', '12 hours', 'twaalf uur'],
    ['a day', 1440, true, '24 heures', '24 hours', '24 uur'],
    ['a week', 10_080, true, 'sept jours', 'seven days', 'zeven dagen'],
    ['an hour and a half', 90, true, 'une heure et demie', 'an hour and a half', 'anderhalf uur'],
    ['three quarters', 45, false, "environ trois quarts d'heure", 'about 45 minutes', 'ongeveer drie kwartier'],
    ['a quarter', 15, false, "un quart d'heure environ", 'about 15 minutes', 'ongeveer een kwartier'],
    ['half an hour', 30, false, 'une demi-heure environ', 'about half an hour', 'ongeveer een halfuur'],
  ])('how long: %s', (_, minutes, exact, french, english, dutch) => {
    const said = (edition: string) => plain(duration(localeFor(edition), minutes, { exact }))
    expect([said('fr'), said('en'), said('nl')]).toEqual([french.replace('’', "'"), english, dutch])
  })
})

describe('figures', () => {
  const users = {
    fr: { one: 'abonné', other: 'abonnés' },
    en: { one: 'user', other: 'users' },
    nl: { one: 'gebruiker', other: 'gebruikers' },
  }
  test.each<[FigureValue, string, string, string]>([
    [{ kind: 'exact', value: 0 }, 'aucun abonné', 'no users', 'geen gebruikers'],
    [{ kind: 'exact', value: 1 }, 'un abonné', 'one user', 'een gebruiker'],
    [{ kind: 'exact', value: 9 }, 'neuf abonnés', 'nine users', 'negen gebruikers'],
    [{ kind: 'exact', value: 10 }, '10 abonnés', '10 users', 'tien gebruikers'],
    [{ kind: 'exact', value: 1200 }, '1 200 abonnés', '1,200 users', '1.200 gebruikers'],
    [{ kind: 'exact', value: 12_480 }, '12 480 abonnés', '12,480 users', '12.480 gebruikers'],
    [{ kind: 'about', value: 12_480 }, 'quelque 12 500 abonnés', 'some 12,500 users', 'zowat 12.500 gebruikers'],
    [{ kind: 'about', value: 487 }, 'quelque 490 abonnés', 'some 490 users', 'zowat 490 gebruikers'],
    [{ kind: 'about', value: 8 }, 'environ huit abonnés', 'about eight users', 'ongeveer acht gebruikers'],
    [
      { kind: 'about', value: 1_234_567 },
      'quelque 1,23 million d’abonnés',
      'some 1.23 million users',
      'zowat 1,23 miljoen gebruikers',
    ],
    [{ kind: 'over', value: 1200 }, 'plus de 1 200 abonnés', 'more than 1,200 users', 'meer dan 1.200 gebruikers'],
    [{ kind: 'nearly', value: 100 }, 'près de 100 abonnés', 'nearly 100 users', 'bijna 100 gebruikers'],
    [{ kind: 'under', value: 100 }, 'moins de 100 abonnés', 'fewer than 100 users', 'minder dan 100 gebruikers'],
    [{ kind: 'at least', value: 11 }, 'au moins 11 abonnés', 'at least 11 users', 'minstens elf gebruikers'],
    [{ kind: 'up to', value: 5000 }, "jusqu'à 5 000 abonnés", 'up to 5,000 users', 'tot 5.000 gebruikers'],
    [
      { kind: 'range', low: 2, high: 12 },
      'entre 2 et 12 abonnés',
      'between 2 and 12 users',
      'tussen twee en twaalf gebruikers',
    ],
    [
      { kind: 'range', low: 2, high: 8 },
      'entre deux et huit abonnés',
      'between two and eight users',
      'tussen twee en acht gebruikers',
    ],
    [
      { kind: 'range', low: 8, high: 12 },
      'entre 8 et 12 abonnés',
      'between 8 and 12 users',
      'tussen acht en twaalf gebruikers',
    ],
    [
      { kind: 'range', low: 200, high: 300 },
      'entre 200 et 300 abonnés',
      'between 200 and 300 users',
      'tussen 200 en 300 gebruikers',
    ],
    [
      { kind: 'range', low: 1e6, high: 2e6 },
      "entre 1 et 2 millions d'abonnés",
      'between 1 and 2 million users',
      'tussen 1 en 2 miljoen gebruikers',
    ],
    [
      { kind: 'range', low: 500_000, high: 1e6 },
      "entre 500 000 et un million d'abonnés",
      'between 500,000 and 1 million users',
      'tussen 500.000 en 1 miljoen gebruikers',
    ],
    [{ kind: 'exact', value: 1.5e6 }, "1,5 million d'abonnés", '1.5 million users', '1,5 miljoen gebruikers'],
    [{ kind: 'exact', value: 2e9 }, "2 milliards d'abonnés", '2 billion users', '2 miljard gebruikers'],
    [{ kind: 'exact', value: 1e12 }, "1 000 milliards d'abonnés", '1 trillion users', '1.000 miljard gebruikers'],
    [{ kind: 'exact', value: 1.5e12 }, "1 500 milliards d'abonnés", '1.5 trillion users', '1.500 miljard gebruikers'],
    [{ kind: 'magnitude', word: 'thousands' }, "des milliers d'abonnés", 'thousands of users', 'duizenden gebruikers'],
  ])('%j', (value, french, english, dutch) => {
    const said = (edition: string, noun: (typeof users)['fr']) => plain(figure(localeFor(edition), value, noun))
    expect(
      [said('fr', users.fr), said('en', users.en), said('nl', users.nl)].map(text => text.replaceAll('’', "'")),
    ).toEqual([french.replaceAll('’', "'"), english, dutch])
  })

  test.each<[number, string, string, string, string, string, string]>([
    [1, 'EUR', '1 euro', '€1', '€1', '€1', '1 euro'],
    [5, 'EUR', '5 euros', '€5', '€5', '€5', '5 euro'],
    [1200, 'EUR', '1 200 euros', '€1,200', '€1,200', '€1,200', '1.200 euro'],
    [12_500, 'GBP', '12 500 livres sterling', '£12,500', '£12,500', '£12,500', '12.500 pond'],
    [1.2e6, 'GBP', '1,2 million de livres sterling', '£1.2m', '£1.2m', '£1.2 million', '1,2 miljoen pond'],
    [1.2e9, 'EUR', "1,2 milliard d'euros", '€1.2bn', '€1.2bn', '€1.2 billion', '1,2 miljard euro'],
    [3e6, 'EUR', "3 millions d'euros", '€3m', '€3m', '€3 million', '3 miljoen euro'],
    [1e12, 'EUR', "1 000 milliards d'euros", '€1tn', '€1tn', '€1 trillion', '1.000 miljard euro'],
    [2e12, 'USD', '2 000 milliards de dollars', '$2tn', '$2tn', '$2 trillion', '2.000 miljard dollar'],
    [9.99, 'EUR', '9,99 euros', '€9.99', '€9.99', '€9.99', '9,99 euro'],
    [9.5, 'EUR', '9,50 euros', '€9.50', '€9.50', '€9.50', '9,50 euro'],
    [500, 'CHF', '500 francs suisses', 'CHF 500', 'CHF 500', 'CHF 500', '500 Zwitserse frank'],
    [500, 'CAD', '500 dollars canadiens', 'C$500', 'C$500', 'C$500', '500 Canadese dollar'],
    [500, 'JPY', '500 yens', '¥500', '¥500', '¥500', '500 yen'],
    [500, 'SEK', '500 couronnes suédoises', 'SEK 500', 'SEK 500', 'SEK 500', '500 Zweedse kroon'],
  ])('%d %s', (amount, currency, ...expected) => {
    const said = ['fr', 'en', 'en-gb', 'en-us', 'nl'].map(edition => plain(money(localeFor(edition), amount, currency)))
    expect(said).toEqual(expected)
  })
})

const winter = Date.parse('2026-01-15T12:00:00Z')
const summer = Date.parse('2026-07-15T12:00:00Z')

describe('zones', () => {
  test.each<[string, string, string, string, string, string]>([
    ['Europe/Paris', 'heure de Paris', 'heure de Paris', 'CET', 'Paris time', 'Franse tijd'],
    ['Europe/London', 'heure de Londres', 'heure de Londres', 'GMT', 'London time', 'Britse tijd'],
    ['Europe/Berlin', 'heure de Berlin', 'heure de Berlin', 'CET', 'Berlin time', 'Duitse tijd'],
    ['Europe/Kiev', 'heure de Kiev', 'heure de Kiev', 'Kyiv time', 'Kyiv time', 'Oekraïense tijd'],
    ['Asia/Calcutta', "heure de l'Inde", "heure de l'Inde", 'India time', 'India time', 'Indiase tijd'],
    ['Asia/Kolkata', "heure de l'Inde", "heure de l'Inde", 'India time', 'India time', 'Indiase tijd'],
    ['Asia/Shanghai', 'heure de Pékin', 'heure de Pékin', 'Beijing time', 'Beijing time', 'Chinese tijd'],
    ['America/New_York', 'heure de New York', "heure de l'Est", 'ET', 'EST', 'tijd in New York'],
    ['America/Detroit', 'heure de New York', "heure de l'Est", 'ET', 'EST', 'tijd in New York'],
    ['US/Eastern', 'heure de New York', "heure de l'Est", 'ET', 'EST', 'tijd in New York'],
    ['America/Los_Angeles', 'heure du Pacifique', 'heure du Pacifique', 'PT', 'PST', 'tijd in Californië'],
    ['US/Pacific', 'heure du Pacifique', 'heure du Pacifique', 'PT', 'PST', 'tijd in Californië'],
    ['America/Chicago', 'heure de Chicago', 'heure du Centre', 'CT', 'CST', 'tijd in Chicago'],
    ['America/Denver', 'heure de Denver', 'heure des Rocheuses', 'MT', 'MST', 'tijd in Denver'],
    ['Etc/GMT+5', 'GMT−5', 'GMT−5', 'GMT−5', 'GMT−5', 'GMT−5'],
    ['Europe/Moscow', 'heure de Moscou', 'heure de Moscou', 'Moscow time', 'Moscow time', 'Moskouse tijd'],
    ['Indian/Reunion', 'heure de La Réunion', 'heure de La Réunion', 'Réunion time', 'Réunion time', 'tijd op Réunion'],
    ['Asia/Dubai', 'heure de Dubaï', 'heure de Dubaï', 'Gulf time', 'Gulf time', 'tijd in Dubai'],
    ['Europe/Monaco', 'heure de Paris', 'heure de Paris', 'CET', 'Paris time', 'Franse tijd'],
    ['Europe/Dublin', 'heure de Dublin', 'heure de Dublin', 'Irish time', 'Irish time', 'Ierse tijd'],
    [
      'America/Halifax',
      "heure de l'Atlantique",
      "heure de l'Atlantique",
      'Atlantic Time',
      'Atlantic Time',
      'tijd in Halifax',
    ],
    ['Asia/Saigon', 'heure du Vietnam', 'heure du Vietnam', 'Vietnam time', 'Vietnam time', 'Vietnamese tijd'],
    [
      'Asia/Singapore',
      'heure de Singapour',
      'heure de Singapour',
      'Singapore time',
      'Singapore time',
      'tijd in Singapore',
    ],
  ])('%s', (zone, ...expected) => {
    const said = ['fr', 'fr-ca', 'en', 'en-us', 'nl'].map(edition => zoneName(localeFor(edition), zone, winter))
    expect(said).toEqual(expected)
  })

  test.each<[string, string, string, string]>([
    ['Europe/London', 'BST', 'BST', 'London time'],
    ['Europe/Paris', 'CEST', 'CEST', 'Paris time'],
    ['America/New_York', 'ET', 'ET', 'EDT'],
    ['America/Phoenix', 'MST', 'MST', 'MST'],
    ['America/Chicago', 'CT', 'CT', 'CDT'],
  ])('%s in summer', (zone, ...expected) => {
    expect(['en', 'en-gb', 'en-us'].map(edition => zoneName(localeFor(edition), zone, summer))).toEqual(expected)
  })
})
