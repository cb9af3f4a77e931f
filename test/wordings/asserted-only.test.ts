import { describe, expect, test } from 'vitest'
import { articleOf, incidentOf, textsOf } from '../article/realise.ts'

const BRISEMAR =
  '{ name: Brisemar, fictitious: true, fr: { class: ms, noun: opérateur }, en: { class: s, noun: operator } }'
const VANTELLE =
  '{ name: Vantelle, kind: company, fictitious: true, fr: { class: fs, noun: hébergeur, noun_class: ms }, en: { class: s, noun: web host } }'
const CALEPIN =
  '{ name: Calepin, kind: service, fictitious: true, fr: { class: ms, noun: messagerie, noun_class: fs }, en: { class: s, noun: messaging app } }'
const PANNEVUE =
  '{ name: PanneVue, kind: counter, fictitious: true, fr: { class: ms, noun: site, what: un site qui compte les signalements }, en: { class: s, noun: website, what: which counts reports } }'

const open = `state: ongoing\nas_of: 2026-03-10T18:00\nstarted: 2026-03-10T13:00\n`
const over = `state: resolved\nas_of: 2026-03-10T20:00\nstarted: 2026-03-10T13:00\n`
const mobile = `company: ${BRISEMAR}\nservices: mobile-network\n`

/** What a file does not say, and what no wording may say of it, however the lot falls; then what some wording says. */
const cases: readonly (readonly [string, string, Readonly<Record<'fr' | 'en', { never: RegExp; says?: RegExp }>>])[] = [
  [
    'whose an earlier case was',
    `${open}${mobile}precedents: { at: 2026-02-03, fr: "le réseau de Porvane était tombé en panne", en: "Porvane's network went down" }`,
    {
      fr: { never: /autre panne|déjà/, says: /3\sfévrier.*Porvane/ },
      en: { never: /another|already|affecting Brisemar/, says: /3\sFebruary.*Porvane/ },
    },
  ],
  [
    'whose services beside those of another are',
    `${open}company: ${VANTELLE}\nservices: [internet, { name: application bancaire, kind: service, common: true, company: atlas-bank, fr: { class: fs, article: "l'" }, en: { class: s, name: banking app } }]`,
    { fr: { never: /Vantelle/ }, en: { never: /Vantelle/ } },
  ],
  [
    'that the company is silent, which nobody asked',
    `${open}${mobile}cause: unknown\nexpected: none`,
    {
      fr: { never: /Brisemar n['’]|Brisemar ne (?!fonctionne)/ },
      en: { never: /Brisemar (?:has|had|gives|gave|did)/ },
    },
  ],
  [
    'where users of a supplier see its error',
    `${open}services: { service: ${VANTELLE}, error: Service error 31 }`,
    { fr: { never: /Du côté|Sur Vantelle/, says: /31\s»/ }, en: { never: /Users of|On Vantelle/, says: /31”/ } },
  ],
  [
    'that a service had stopped',
    `${over}kind: emergency numbers\nservices: { service: '112', impact: degraded }\nended: 2026-03-10T18:00`,
    {
      fr: { never: /de nouveau|rétabli|de retour/, says: /terminée/ },
      en: { never: /again|\bback\b|restored/, says: /over/ },
    },
  ],
  [
    'how it comes back',
    `state: recovering\nas_of: 2026-03-10T18:00\nstarted: 2026-03-10T13:00\nkind: emergency numbers\nservices: { service: '112', impact: partial }`,
    { fr: { never: /peu à peu|progressi|de nouveau/ }, en: { never: /gradual|again/ } },
  ],
  [
    'that everything works, beside what remains',
    `${over}${mobile}ended: { at: 2026-03-10T18:00, source: ${BRISEMAR} }\nresidual: { fr: "des clients restaient sans réseau", en: "some customers still had no service" }`,
    { fr: { never: /[Tt]out|à la normale|dans l['’]ordre/ }, en: { never: /[Ee]verything|to normal/ } },
  ],
  [
    'that announced work was to stop anything',
    `${over}${mobile}ended: 2026-03-10T15:00\nplanned: { from: 2026-03-10T12:00, to: 2026-03-10T15:30 }`,
    { fr: { never: /nterruption/, says: /ravaux/ }, en: { never: /nterruption/, says: /[Ww]ork/ } },
  ],
  [
    'that a level is a total, or a lower one reached',
    `${open}services: ${CALEPIN}\ncounts: [{ source: ${PANNEVUE}, unit: reports, value: 5200, at: 2026-03-10T14:00 }, { source: ${PANNEVUE}, unit: reports, value: 700, at: 2026-03-10T17:00 }]`,
    {
      fr: { never: /avait compté|au total/, says: /plus que 700/ },
      en: { never: /by 2pm|by 5pm|had (?:logged|recorded|received)/, says: /fallen to 700/ },
    },
  ],
  [
    'in which order things were said',
    `${over}${mobile}ended: 2026-03-10T18:00\nstatements: [{ at: { at: 2026-03-10T17:00, precision: before }, phase: first, original: { lang: fr, text: "Nous cherchons la panne." }, translations: { en: "We are looking for the fault." } }, { at: 2026-03-10, via: blog, phase: resolution, original: { lang: fr, text: "Nous faisons notre possible." }, translations: { en: "We are doing all we can." } }]`,
    { fr: { never: /ensuite/ }, en: { never: /later|then said/ } },
  ],
  [
    'how many cables were cut',
    `${open}kind: cable cut\nservices: internet\ncause: unknown`,
    {
      fr: { never: /(?:un|le|d['’]un|du) câble|une rupture de câble/ },
      en: { never: /a cable (?:was|is)|the cable(?! damage)|a cable cut|cut cable/ },
    },
  ],
  [
    'who claims an attack, and that numbers are called',
    `${open}${mobile}attack: { status: alleged, by: ${BRISEMAR} }\nadvice: { steps: [{ fr: attendez, en: wait }], numbers: ["8000"] }`,
    { fr: { never: /revendiqu|[Aa]ppelez|[Cc]omposez/ }, en: { never: /claims? to have|[Cc]all 8000|[Dd]ial/ } },
  ],
  [
    'what is urgent',
    `${open}kind: emergency numbers\nservices: '112'\nadvice: { steps: [{ fr: attendez, en: wait }], numbers: [{ number: "8000", for: { fr: "pour ce qui n'est pas urgent", en: for what is not urgent } }] }`,
    { fr: { never: /[Ee]n cas d['’]urgence/ }, en: { never: /[Ii]n an emergency/ } },
  ],
]

const SEEDS = 10

describe.each(cases)('is not said unless the file says it: %s', (_, text, said) => {
  test.each(['fr', 'en'] as const)('in %s', edition => {
    const incident = incidentOf(text)
    const all = Array.from({ length: SEEDS }, (_, seed) =>
      textsOf(articleOf({ ...incident, id: `case-${seed}` }, edition)),
    )
    expect(all.flat().filter(one => said[edition].never.test(one))).toEqual([])
    const { says } = said[edition]
    if (says) expect(all.every(texts => texts.some(one => says.test(one)))).toBe(true)
  })
})

test('what is said at a known hour stands in that order, whatever its phase', () => {
  const incident = incidentOf(
    `${open}company: ${VANTELLE}\nservices: ${CALEPIN}\nstatements: [{ by: { name: Paul Verdier, kind: person, fictitious: true, fr: { class: ms }, en: { class: s } }, at: { at: 2026-03-10T14:00, precision: about }, phase: explanation, original: { lang: fr, text: "Un réglage était faux." } }, { at: 2026-03-10T15:40, phase: progress, original: { lang: fr, text: "Nous vérifions tout." } }]`,
  )
  const text = textsOf(articleOf(incident, 'fr')).join(' ')
  expect(text.lastIndexOf('réglage')).toBeLessThan(text.lastIndexOf('vérifions'))
})
