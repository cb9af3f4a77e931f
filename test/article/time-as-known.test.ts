import { describe, expect, test } from 'vitest'
import { articleOf, incidentOf, textsOf } from './realise.ts'

/** What every article of a case says somewhere, and what none ever says; of each edition that tells it. */
interface Told {
  readonly says?: readonly RegExp[]
  readonly never?: readonly RegExp[]
}

/** Enough ids for every wording to have its turn. */
const IDS = 24

/** The texts of one edition under many ids: headline, standfirst, alert, brief and body of each. */
function told(text: string, edition: string): string[][] {
  const incident = incidentOf(text)
  return Array.from({ length: IDS }, (_, nth) =>
    textsOf(articleOf({ ...incident, id: `case-${nth}` }, edition)).map(one =>
      one.replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll('’', "'"),
    ),
  )
}

function holds(text: string, editions: Readonly<Record<string, Told>>): void {
  for (const [edition, { says = [], never = [] }] of Object.entries(editions)) {
    for (const texts of told(text, edition)) {
      const all = texts.join('\n')
      for (const pattern of says) expect(all, `${edition}: ${pattern}`).toMatch(pattern)
      for (const pattern of never) expect(all, `${edition}: ${pattern}`).not.toMatch(pattern)
    }
  }
}

const company =
  'company: { name: Brisemar, fictitious: true, fr: { class: ms, noun: opérateur }, en: { class: s, noun: operator }, nl: { class: c } }'
const network = `${company}\nservices: mobile-network\n`
const brisemar =
  '{ name: Brisemar, fictitious: true, fr: { class: ms, noun: opérateur }, en: { class: s, noun: operator }, nl: { class: c } }'
const counter =
  '{ name: PanneVue, kind: counter, fictitious: true, fr: { class: ms, noun: site, what: un site qui compte les signalements }, en: { class: s, noun: website, what: which counts reports }, nl: { class: c } }'

describe('a part of the day is that part where it was written', () => {
  test('a morning abroad is no afternoon', () => {
    const vancouver = (day: string) => `{ at: ${day}, part: morning, zone: America/Vancouver }`
    holds(
      `state: resolved\nas_of: 2026-02-11T22:00\n${network}scope: CA\nstarted: ${vancouver('2026-02-10')}\nended: ${vancouver('2026-02-11')}\nstatements:\n  at: ${vancouver('2026-02-10')}\n  original: { lang: en, text: Customers have no service this morning. }\n  translations: { fr: Nos clients n'ont pas de réseau ce matin. }\n`,
      {
        fr: { says: [/mardi matin \(heure de Vancouver\)/], never: [/après-midi/] },
        en: { says: [/on Tuesday morning \(Vancouver time\)/], never: [/afternoon/] },
        nl: { says: [/dinsdagochtend \(tijd in Vancouver\)/], never: [/middag/] },
        'fr-ca': { says: [/mardi matin \(heure du Pacifique\)/] },
      },
    )
  })

  test('a night bears its own date for readers everywhere', () => {
    holds(
      `state: resolved\nas_of: 2026-08-14T12:00\n${network}scope: US\nstarted: { at: 2026-03-10, part: night, zone: America/New_York }\nended: 2026-03-10T21:10\n`,
      {
        fr: { says: [/dans la nuit du 9 au 10 mars \(heure de New York\)/], never: [/au matin/] },
        'en-us': { says: [/early on March 10/], never: [/March 9/] },
        'en-gb': { says: [/in the early hours of 10 March \(ET\)/], never: [/9 March/] },
        'fr-ca': { says: [/dans la nuit du 9 au 10 mars/] },
      },
    )
  })

  test('an evening of the newsroom is an evening to readers overseas', () => {
    holds(
      `state: ongoing\nas_of: 2026-03-11T10:00\n${network}scope: BE\nstarted: { at: 2026-03-10, part: evening }\n`,
      {
        'fr-ca': { says: [/mardi soir \(heure de Bruxelles\)/], never: [/après-midi/] },
        'en-us': { says: [/Tuesday evening \(Brussels time\)/], never: [/afternoon/] },
        fr: { never: [/heure de Bruxelles\)?[^.]*soir/] },
      },
    )
  })

  test('early and late in it', () => {
    holds(`state: ongoing\nas_of: 2026-03-11T10:00\n${network}started: { at: 2026-03-10, part: late morning }\n`, {
      fr: { says: [/depuis mardi en fin de matinée/] },
      en: { says: [/since late Tuesday morning/] },
      nl: { says: [/sinds dinsdag in de late ochtend/] },
    })
  })
})

describe('an hour has its day', () => {
  test('where it is not of today, even when the start was of that day', () => {
    holds(
      `state: resolved\nas_of: 2026-03-14T12:00\n${network}started: { at: 2026-03-10, part: night }\nended: 2026-03-10T21:10\n`,
      {
        fr: { says: [/mardi à 21h10/], never: [/(?<!mardi )à 21h10/] },
        en: { says: [/9:10pm(?: Brussels time)? on Tuesday/], never: [/9:10pm(?! (?:Brussels time )?on Tuesday)/] },
        nl: { says: [/dinsdag om 21\.10 uur/], never: [/(?<!dinsdag )om 21\.10/] },
      },
    )
  })

  test('what lasts over midnight is of the night, not of the evening before', () => {
    holds(`state: resolved\nas_of: 2026-03-15T10:00\n${network}started: 2026-03-14T23:40\nended: 2026-03-15T03:50\n`, {
      fr: { says: [/dans la nuit de samedi à dimanche/], never: [/quatre heures[^.:;\n]* samedi soir/] },
      en: { says: [/overnight into Sunday|3:50am on Sunday/], never: [/four hours on Saturday/] },
      nl: { says: [/in de nacht van zaterdag op zondag/], never: [/zaterdagavond[^.\n]* vier uur/] },
    })
  })
})

describe('a limit is no neighbourhood', () => {
  const body = `state: resolved\nas_of: 2026-03-10T22:00\n${network}started: { at: 2026-03-10T07:40, precision: about }\n`

  test('no later than an hour', () => {
    holds(`${body}ended: { at: 2026-03-10T18:00, precision: by }\n`, {
      fr: { says: [/à 18h au plus tard/], never: [/peu avant/, /10 heures/, /dix heures/] },
      en: { says: [/by 6pm/], never: [/just before/, /10 hours/, /ten/] },
      nl: { says: [/uiterlijk om 18 uur/], never: [/kort voor/, /tien uur/] },
    })
  })

  test('no earlier than an hour, and no later than a day', () => {
    holds(
      `state: ongoing\nas_of: 2026-03-10T22:00\n${network}started: { at: 2026-03-10T09:00, precision: from }\nexpected: { at: 2026-03-14, precision: by, source: ${brisemar} }\n`,
      {
        fr: {
          says: [/9h au plus tôt/, /samedi au plus tard|d'ici à samedi/],
          never: [/un peu après/, /depuis (?:plus|près|un peu)/],
        },
        en: { says: [/no earlier than 9am|9am at the earliest/, /by Saturday/], never: [/just after/] },
        nl: { says: [/op zijn vroegst om 9 uur/, /uiterlijk zaterdag/] },
      },
    )
  })
})

describe('a moment is told no more exactly than it is known', () => {
  test('no hour of an article that has none, about an hour, in a month', () => {
    holds(
      `state: ongoing\nas_of: 2026-03-10\n${network}started: 2026-03-09\nupdates: { at: { at: 2026-03-09T11:25, precision: about }, fr: le réseau revenait, en: the network was returning, nl: het netwerk kwam terug }\nprecedents: { at: 2023-05, services: mobile-network }\ncause: unknown\nstatements: none asked\n`,
      {
        fr: {
          says: [/vers 11h25/i, /en mai 2023/],
          never: [/à 11h25/, /\d+h(?!25)/, /minuit/, /ce mardi (?:matin|soir|midi|après-midi)/],
        },
        en: {
          says: [/at around 11:25am/i, /in May 2023/],
          never: [/midnight/, /\d(?<!around 11:25)[ap]m\b/],
        },
        nl: { says: [/rond 11\.25 uur/i, /mei 2023/], never: [/middernacht/, /om \d/] },
      },
    )
  })

  test('a year, a season, a part of the day in which an update came', () => {
    holds(
      `state: ongoing\nas_of: { at: 2026-03-10, part: evening }\n${network}started: 2026-03-10T09:00\nupdates: { at: { at: 2026-03-10, part: late afternoon }, fr: le réseau revenait, en: the network was returning }\nprecedents:\n  - { at: 2021 }\n  - { at: { at: 2024, season: autumn } }\n`,
      {
        fr: { says: [/en 2021/, /à l'automne 2024/, /en fin d'après-midi/], never: [/depuis (?:plus|près|un peu)/] },
        en: { says: [/in 2021/, /in the autumn of 2024/, /late on Tuesday afternoon/i] },
        'en-us': { says: [/in the fall of 2024/] },
      },
    )
  })

  test('months of trouble', () => {
    holds(`state: ongoing\nas_of: 2026-03-10T12:00\n${network}started: 2025-11\n`, {
      fr: { says: [/depuis novembre 2025/] },
      en: { says: [/since November 2025/] },
      nl: { says: [/sinds november 2025/] },
    })
    holds(`state: ongoing\nas_of: 2026-03-10T12:00\n${network}started: 2025-11-03T08:00\n`, {
      fr: { says: [/depuis un peu plus de quatre mois|depuis le 3 novembre/] },
      en: { says: [/for (?:just over|more than) four months|since 3 November|on 3 November/] },
    })
  })
})

describe('the hours of an event abroad', () => {
  test('of services with starts of their own stand in both zones', () => {
    const calepin =
      '{ name: Calepin, kind: service, fictitious: true, fr: { class: ms, noun: messagerie, noun_class: fs }, en: { class: s, noun: messaging app } }'
    const mirado =
      '{ name: Mirado, kind: service, fictitious: true, fr: { class: ms, noun: réseau social }, en: { class: s, noun: social network } }'
    holds(
      `state: ongoing\nas_of: 2026-03-12T15:00\nservices:\n  - { service: ${calepin}, started: { at: 2026-03-11T15:00, zone: Asia/Kolkata, source: ${counter} } }\n  - { service: ${mirado}, started: { at: 2026-03-11T22:00, zone: Asia/Tokyo } }\nstarted: { at: 2026-03-11T15:00, zone: Asia/Kolkata }\n`,
      {
        fr: { says: [/10h30 \(15h, heure de l'Inde\)/, /14h \(22h, heure de Tokyo\)/] },
        en: { says: [/10:30am(?: on Wednesday)? \(3pm India time\)/, /2pm(?: on Wednesday)? \(10pm Japan time\)/] },
      },
    )
  })

  test('of an end and a count as well, with the local date', () => {
    const sydney = (at: string, more = '') => `{ at: ${at}, zone: Australia/Sydney${more} }`
    holds(
      `state: resolved\nas_of: 2026-03-13T15:00\n${network}scope: AU\nstarted: ${sydney('2026-03-11T05:20')}\nended: ${sydney('2026-03-11T19:10', `, source: ${brisemar}`)}\ncounts: { source: ${counter}, unit: reports, value: 4000, at: ${sydney('2026-03-11T08:00')} }\n`,
      {
        fr: {
          says: [
            /le lendemain à 5h20, heure de Sydney/,
            /9h10(?:, heure de Bruxelles)? \(19h10, heure de Sydney\)/,
            /le lendemain à 8h, heure de Sydney/,
          ],
        },
        en: { says: [/5:20am AEDT the next day/, /\(7:10pm AEDT\)/, /8am AEDT the next day/] },
      },
    )
  })

  test('of a country with one clock are told once, though nobody typed a zone', () => {
    holds(
      `state: resolved\nas_of: 2026-03-11T09:00\n${network}scope: FR\nstarted: 2026-03-10T04:00\nended: 2026-03-10T07:30\n`,
      {
        'en-gb': { says: [/3am GMT(?: on Tuesday)? \(4am CET\)/] },
        'en-us': { says: [/11 p\.m\. EDT(?: Monday)? \(4 a\.m\. Paris time the next day\)/] },
        'fr-ca': { says: [/23 h, heure de l'Est \(le lendemain à 4 h, heure de Paris\)/] },
        fr: { never: [/heure de Paris/] },
      },
    )
  })
})

describe('clocks put back', () => {
  test('two equal times an hour apart are told apart', () => {
    holds(
      `state: resolved\nas_of: 2026-10-25T10:00\n${network}started: 2026-10-25T02:30+02:00\nended: 2026-10-25T02:30+01:00\n`,
      {
        fr: { says: [/2h30, heure d'été|2h30 \(heure d'été\)/, /2h30 \(heure d'hiver\)/] },
        en: { says: [/2:30am \(summer time\)/, /2:30am \(winter time\)/] },
        nl: { says: [/2\.30 uur,? \(?zomertijd/, /2\.30 uur \(wintertijd\)/] },
      },
    )
  })
})

describe('who answers for a moment is named with it', () => {
  const start = `started: { at: 2026-03-10T13:00, source: ${counter} }`

  test('in titles and lead as well; of two sources no length is worked out', () => {
    holds(
      `state: resolved\nas_of: 2026-03-10T20:00\n${network}${start}\nended: { at: 2026-03-10T18:00, source: ${brisemar} }\n`,
      {
        fr: {
          says: [/depuis 18h, selon l'opérateur/, /13h, (?:selon|d'après) (?:le site )?PanneVue/],
          never: [/cinq heures/, /18h(?!, (?:selon|d'après)| \(heure de Bruxelles\), (?:selon|d'après))/],
        },
        en: {
          says: [/since 6pm, the operator says/, /1pm(?: Brussels time)?, according to (?:website )?PanneVue/],
          never: [/five/, /6pm(?! Brussels time,|, (?:the operator|Brisemar) says|, according to)/],
        },
        nl: { says: [/sinds 18 uur, volgens Brisemar/], never: [/vijf uur/] },
      },
    )
  })

  test('a length of one source is of that source', () => {
    holds(
      `state: resolved\nas_of: 2026-03-10T20:00\n${network}started: { at: 2026-03-10T13:00, source: ${brisemar} }\nended: { at: 2026-03-10T18:00, source: ${brisemar} }\n`,
      {
        fr: { says: [/cinq heures/], never: [/cinq heures(?![^\n]*(?:selon|d'après) )/] },
        en: { says: [/five/], never: [/five(?![^\n]*(?:according to|says))/] },
      },
    )
  })

  test('since when emergency numbers fail', () => {
    holds(
      `state: ongoing\nkind: emergency numbers\nas_of: 2026-03-10T15:00\nservices: '112'\n${start.replace('13:00,', '13:00, precision: about,')}\nscope: BE\n`,
      {
        fr: { says: [/vers 13h/], never: [/13h(?![^\n]*(?:selon|d'après) (?:le site )?PanneVue)/] },
        en: { says: [/around 1pm/], never: [/1pm(?![^\n]*PanneVue)/] },
        nl: { says: [/rond 13 uur/], never: [/13 uur(?![^\n]*PanneVue)/] },
      },
    )
  })

  test('the end of one service, where the end is disputed', () => {
    holds(
      `state: disputed\nas_of: 2026-03-11T13:00\n${company}\nservices:\n  - { service: mobile-network, ended: { at: 2026-03-10T19:00, source: ${brisemar} } }\n  - internet\nstarted: 2026-03-10T09:00\n`,
      {
        fr: { says: [/mardi 19h/], never: [/19h(?![^\n]*(?:selon|d'après) (?:l'opérateur|Brisemar))/] },
        en: { says: [/7pm/], never: [/7pm(?![^\n]*(?:Brisemar|the operator))/] },
      },
    )
  })
})
