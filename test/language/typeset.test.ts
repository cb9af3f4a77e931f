import { describe, expect, test } from 'vitest'
import { capital, type TextSpan, typeset, typesetText } from '../../src/language/typeset.ts'
import { fc } from '../machine/property.ts'
import { runs } from '../machine/runs.ts'
import { allLocales, EDITIONS } from './locales.ts'

const locales = await allLocales()
const fr = locales.fr as never
const ca = locales['fr-ca'] as never
const en = locales.en as never
const us = locales['en-us'] as never

/** In the tables · is a no-break space and ¸ a thin one. */
const seen = (text: string): string => text.replaceAll('\u00A0', '·').replaceAll('\u202F', '¸')

describe('French', () => {
  test.each([
    ["l'accès", 'l’accès', 'l’accès'],
    ['Panne : Meta', 'Panne·: Meta', 'Panne·: Meta'],
    ['Panne: Meta', 'Panne·: Meta', 'Panne·: Meta'],
    ['Panne  : Meta', 'Panne·: Meta', 'Panne·: Meta'],
    ['ceci ; cela', 'ceci¸; cela', 'ceci; cela'],
    ['Vraiment ?', 'Vraiment¸?', 'Vraiment?'],
    ['Vraiment?', 'Vraiment¸?', 'Vraiment?'],
    ['Vraiment ?!', 'Vraiment¸?!', 'Vraiment?!'],
    ['Non !', 'Non¸!', 'Non!'],
    ['« oui »', '«·oui·»', '«·oui·»'],
    ['«oui»', '«·oui·»', '«·oui·»'],
    ['« Oui ! »', '«·Oui¸!·»', '«·Oui!·»'],
    ['40 %', '40·%', '40·%'],
    ['40% des abonnés', '40·% des abonnés', '40·% des abonnés'],
    ['à 18h30', 'à 18h30', 'à 18h30'],
    ['à 12 h 30', 'à 12·h·30', 'à 12·h·30'],
    ['à 12 h, heure de', 'à 12·h, heure de', 'à 12·h, heure de'],
    ['à 18:30', 'à 18:30', 'à 18:30'],
    ['le 11 décembre 2024', 'le 11·décembre·2024', 'le 11·décembre·2024'],
    ['le 1er mars', 'le 1er·mars', 'le 1er·mars'],
    ["3 millions d'abonnés", '3·millions d’abonnés', '3·millions d’abonnés'],
    ['12 km de 5 Go', '12·km de 5·Go', '12·km de 5·Go'],
    ['3 maisons', '3 maisons', '3 maisons'],
    ['1 200 abonnés', '1·200 abonnés', '1·200 abonnés'],
    ['20 €', '20·€', '20·€'],
    ['M. Dupont et Mme Roy', 'M.·Dupont et Mme·Roy', 'M.·Dupont et Mme·Roy'],
    ['n° 5', 'n°·5', 'n°·5'],
    ['attendez...', 'attendez…', 'attendez…'],
    ['oui - non', 'oui – non', 'oui – non'],
    ['sous-marin', 'sous-marin', 'sous-marin'],
    ['dit "oui"', 'dit «·oui·»', 'dit «·oui·»'],
    ['un écran de 24"', 'un écran de 24"', 'un écran de 24"'],
    ["dire 'non' à l'aide", 'dire ‘non’ à l’aide', 'dire ‘non’ à l’aide'],
    ["touche 'Suite 12', puis 'l'aide'.", 'touche ‘Suite 12’, puis ‘l’aide’.', 'touche ‘Suite 12’, puis ‘l’aide’.'],
    ["en 5'30", "en 5'30", "en 5'30"],
    ["un sourire :) et un clin d'œil ;)", 'un sourire :) et un clin d’œil ;)', 'un sourire :) et un clin d’œil ;)'],
    ['(?)', '(?)', '(?)'],
    ['voir https://x.com/a?b=1;c !', 'voir https://x.com/a?b=1;c¸!', 'voir https://x.com/a?b=1;c!'],
    ["écrire à l'adresse a.b@c.be ;", 'écrire à l’adresse a.b@c.be¸;', 'écrire à l’adresse a.b@c.be;'],
    ["`l'erreur ; x`", "`l'erreur ; x`", "`l'erreur ; x`"],
    ['À Huy', 'À Huy', 'À Huy'],
    ['', '', ''],
  ])('%s', (text, belgian, canadian) => {
    expect(seen(typesetText(fr, text))).toBe(belgian)
    expect(seen(typesetText(ca, text))).toBe(canadian)
  })
})

describe('English', () => {
  test.each([
    ["Meta's outage", 'Meta’s outage', 'Meta’s outage'],
    ["the users' apps", 'the users’ apps', 'the users’ apps'],
    ["says 'any inconvenience'", 'says ‘any inconvenience’', 'says ‘any inconvenience’'],
    ["press 'Don't ask', or 'iPhone 15'.", 'press ‘Don’t ask’, or ‘iPhone 15’.', 'press ‘Don’t ask’, or ‘iPhone 15’.'],
    [
      "rock 'n' roll of the '90s, users' choice",
      'rock ’n’ roll of the ’90s, users’ choice',
      'rock ’n’ roll of the ’90s, users’ choice',
    ],
    ['"It is," they said.', '“It is,” they said.', '“It is,” they said.'],
    ['at 6:30 p.m. EST', 'at 6:30·p.m. EST', 'at 6:30·p.m. EST'],
    ['on 11 December', 'on 11·December', 'on 11·December'],
    ['on Dec. 11, 2024', 'on Dec.·11, 2024', 'on Dec.·11, 2024'],
    ['1.5 million users', '1.5·million users', '1.5·million users'],
    ['20 minutes', '20·minutes', '20·minutes'],
    ['40 %', '40%', '40%'],
    ['What ? No !', 'What? No!', 'What? No!'],
    ['down - again', 'down – again', 'down — again'],
    ['Mr Smith', 'Mr·Smith', 'Mr·Smith'],
    ['wait...', 'wait…', 'wait…'],
    ['on Dec. 5, 2023 and lasted', 'on Dec.·5, 2023 and lasted', 'on Dec.·5, 2023, and lasted'],
    ['on Dec. 5, 2023, and lasted', 'on Dec.·5, 2023, and lasted', 'on Dec.·5, 2023, and lasted'],
    ['on Tuesday, March 5 and ended', 'on Tuesday, March·5 and ended', 'on Tuesday, March·5, and ended'],
    ['the message “Error 503”.', 'the message “Error 503”.', 'the message “Error 503.”'],
    ['“Error”, it said', '“Error”, it said', '“Error,” it said'],
    ['the message “Retry…”.', 'the message “Retry…”.', 'the message “Retry…”.'],
    ['“on Dec. 5, 2023 we”', '“on Dec.·5, 2023 we”', '“on Dec.·5, 2023 we”'],
  ])('%s', (text, british, american) => {
    expect(seen(typesetText(en, text))).toBe(british)
    expect(seen(typesetText(us, text))).toBe(american)
  })
})

describe('spans', () => {
  test('rules look across their borders and leave the borders where they are', () => {
    const spans = [{ text: '« ' }, { text: "We're sorry; sure ?", lang: 'en' }, { text: ' », dit ' }, { text: 'Meta' }]
    expect(typeset(fr, spans).map(span => seen(span.text))).toEqual(['«·', 'We’re sorry; sure ?', '·», dit ', 'Meta'])
  })

  test('another language gets its own rules when they are handed in', () => {
    const spans = [{ text: 'Il dit : ' }, { text: 'down at 6 p.m. ?', lang: 'en-US' }]
    const foreign = { en: locales['en-us']?.typography }
    expect(typeset(fr, spans, foreign).map(span => seen(span.text))).toEqual(['Il dit·: ', 'down at 6·p.m.?'])
  })

  test('verbatim is left letter for letter, and other properties are kept', () => {
    const spans = [{ text: "l'erreur " }, { text: 'C\'est "x" ; 40%', verbatim: true, href: '/a' }, { text: ' : oui' }]
    expect(typeset(fr, spans)).toEqual([
      { text: 'l’erreur ' },
      { text: 'C\'est "x" ; 40%', verbatim: true, href: '/a' },
      { text: '\u00A0: oui' },
    ])
  })

  const text = fc.string({
    unit: fc.constantFrom(
      ...'aéM1 2\'"«»“”:;!?%.,-…()\u00A0\u202F',
      ' : ',
      ' h ',
      '...',
      ' mars',
      'https://x.y/?a;b',
      ' ;)',
    ),
    maxLength: 30,
  })
  const spans = fc.array(
    fc.record(
      { text, lang: fc.constantFrom('en', 'de'), verbatim: fc.constant(true) },
      { requiredKeys: ['text'] },
    ) as fc.Arbitrary<TextSpan>,
    { minLength: 1, maxLength: 4 },
  )

  test.each(EDITIONS)('%s: doing it twice changes nothing', id => {
    const locale = locales[id] as never
    fc.assert(
      fc.property(spans, given => {
        const once = typeset(locale, given)
        expect(typeset(locale, once)).toEqual(once)
      }),
      { numRuns: runs(250) },
    )
  })

  test.each(EDITIONS)('%s: only spaces, marks, dashes and points change', id => {
    const locale = locales[id] as never
    const letters = (value: string) => value.replace(/[\s'’"«»“”‘…. –—-]/g, '')
    fc.assert(
      fc.property(spans, given => {
        const set = typeset(locale, given)
        expect(set.map(span => letters(span.text))).toEqual(given.map(span => letters(span.text)))
        expect(set.map(({ lang, verbatim }) => [lang, verbatim])).toEqual(
          given.map(({ lang, verbatim }) => [lang, verbatim]),
        )
      }),
    )
  })
})

test.each([
  ['état', 'État'],
  ['à 18h', 'À 18h'],
  ['élan', 'Élan'],
  ['œuvre', 'Œuvre'],
  ["l'accès", "L'accès"],
  ['« la gêne »', '« La gêne »'],
  ['iPhone', 'iPhone'],
  ['eBay est', 'eBay est'],
  ['iCloud', 'iCloud'],
  ['12 jours', '12 jours'],
  ['Meta', 'Meta'],
  ['…', '…'],
  ['', ''],
  ['« @orion ne répond pas »', '« @orion ne répond pas »'],
  ['#panne est en tête', '#panne est en tête'],
  ['https://orion.example/aide ne répond pas', 'https://orion.example/aide ne répond pas'],
  ['<img src=x>', '<img src=x>'],
])('%s begins a sentence as %s', (text, read) => expect(capital(fr, text)).toBe(read))

test('a flagged name keeps its small letter', () => expect(capital(fr, 'adidas', true)).toBe('adidas'))

test('letters that are one, and words that are skipped, are data', () => {
  const { grammar } = locales.fr as { grammar: object }
  const other = { ...(locales.fr as object), grammar: { ...grammar, capital: { skip: ["'s "], together: ['ij'] } } }
  expect(capital(other as never, 'ijs')).toBe('IJs')
  expect(capital(other as never, "'s avonds")).toBe("'s Avonds")
})
