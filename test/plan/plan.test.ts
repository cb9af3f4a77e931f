import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/plan/message.ts'
import { planOf, rankingOf } from '../../src/plan/plan.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { articleOf, incidentOf, realiserOf } from '../article/realise.ts'

const { news } = realiserOf('fr')
const planned = (text: string) => planOf(storyOf(incidentOf(text)), news, 'BE')
const leads = (text: string): string => planned(text).leader?.id ?? 'nothing'

const OUTAGE = 'as_of: 2026-03-10T15:00\ncompany: orion-telecom\nservices: mobile-data\nstarted: 2026-03-10T13:00\n'
const ONGOING = `state: ongoing\n${OUTAGE}`
const OVER = `state: resolved\n${OUTAGE}ended: 2026-03-10T14:00\n`
const LONG_OVER = `state: resolved\nas_of: 2026-11-10T12:00\ncompany: orion-telecom\nservices: mobile-data\nstarted: 2026-03-10T09:15\nended: 2026-03-10T17:00\n`
const REGULATOR =
  'who: { name: Regulator, kind: authority, fictitious: true, fr: { class: ms, article: le }, en: { class: s, article: the } }'

describe('what leads', () => {
  test.each([
    ['what people cannot do, while it lasts', ONGOING, 'lead/0'],
    ['that it is back, on the day', OVER, 'lead/0'],
    [
      'a fine, months later',
      `${LONG_OVER}third_parties: { ${REGULATOR}, at: 2026-11-10, says: { fr: une amende, en: a fine } }\n`,
      'third/0',
    ],
    [
      'that it is over, before how many were hit',
      `${OVER}counts: { source: orion-telecom, unit: customers, value: 900000 }\n`,
      'lead/0',
    ],
    [
      'how many calls were lost, once it is over',
      `${OVER}counts: { source: orion-telecom, unit: calls, outcome: lost, value: 900000 }\n`,
      'counts/0',
    ],
    [
      'what has stopped, where few are hit',
      `${OVER}counts: { source: orion-telecom, unit: customers, value: 90 }\n`,
      'lead/0',
    ],
    ['a confirmed attack', `${ONGOING}attack: { status: confirmed, by: enisa }\n`, 'attack/0'],
    ['nothing of what is denied', `${ONGOING}attack: { status: denied, by: enisa }\n`, 'lead/0'],
  ])('%s', (_, text, id) => expect(leads(text)).toBe(id))
})

describe('a fact too long for a headline', () => {
  const LONG = 'l’espace aérien suisse est fermé à tout trafic pour des raisons de sécurité et jusqu’à nouvel ordre'
  const clause = (rest: string) => `facts: { value: new, fr: ${LONG}, en: ${LONG}${rest} }\n`

  test('leads the article, and leaves the headline to what is short enough', () => {
    const { leader, headline, lead } = planned(`${ONGOING}${clause('')}`)
    expect(leader?.id).toBe('facts/0')
    expect(headline[0]?.[0]?.keys).toContain('headline.outage')
    expect(lead[0]?.slots.text).toBeDefined()
  })

  test('makes the headline in the fewer words that an editor gave for it', () => {
    const incident = incidentOf(
      `${ONGOING}${clause(', title: { fr: le ciel suisse est fermé, en: Swiss airspace is closed }')}`,
    )
    expect(articleOf(incident, 'fr').headline.text).toContain('ciel suisse est fermé')
    expect(articleOf(incident, 'en').headline.text).toContain('Swiss airspace is closed')
  })
})

test('months later a title says of which day it speaks', () => {
  const incident = incidentOf(
    `${LONG_OVER}counts: { source: orion-telecom, unit: calls, outcome: lost, value: 900000 }\n`,
  )
  expect(articleOf(incident, 'en').headline.text).toMatch(/of 10\sMarch: 900,000\scalls/)
  expect(articleOf(incident, 'fr').headline.text).toMatch(/^Panne du 10\smars de l’internet mobile\s: 900\s000\sappels/)
})

test('the same counted in several places is one headline, the largest first', () => {
  const at = (value: number, place: string) =>
    `  - { unit: flights, outcome: cancelled, value: ${value}, place: ${place}, source: orion-telecom }\n`
  const incident = incidentOf(`${OVER}counts:\n${at(70, 'BE-WBR')}${at(90, 'BE-WLG')}`)
  expect(articleOf(incident, 'en').headline.text).toMatch(/90 flights cancelled in .* and 70 in /)
  expect(articleOf(incident, 'fr').headline.text).toMatch(/90 vols annulés .* et 70 /)
})

describe('the angle that an editor chooses', () => {
  const cause = 'cause: { status: official, by: orion-telecom, fr: un câble, en: a cable }\n'
  test.each([
    ['a field', 'cause', 'cause/0'],
    ['an entry of it', 'causes/0', 'cause/0'],
    ['the state', 'state', 'lead/0'],
  ])('%s', (_, angle, id) => expect(leads(`${ONGOING}${cause}angle: ${angle}\n`)).toBe(id))

  test('one that cannot lead leaves the most newsworthy', () => {
    expect(leads(`${ONGOING}${cause}angle: background\n`)).toBe('lead/0')
  })

  test('the ranking says why, and what may lead', () => {
    const [first, ...others] = rankingOf(planned(`${ONGOING}${cause}`))
    expect(first).toMatchObject({ angle: 'state', leads: true, mayLead: true })
    expect(others.find(({ angle }) => angle === 'causes/0')).toMatchObject({
      leads: false,
      mayLead: true,
      rank: { parts: [{ value: 'cause' }] },
    })
  })
})

/** Pairs of messages, the first more newsworthy than the second: the order a newsroom would give them. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  [`${ONGOING}advice: { fr: x, en: x }\ncause: unknown\n`, 'advice', 'cause'],
  [
    `${ONGOING}counts: { unit: users, source: orion-telecom, value: 2000000 }\nknock_on: { who: whatsapp }\n`,
    'counts',
    'knock_on',
  ],
  [
    `${ONGOING}knock_on: { who: whatsapp }\ncounts: { unit: reports, source: downdetector, value: 300 }\n`,
    'knock_on',
    'counts',
  ],
  [
    `${ONGOING}cause: { status: official, by: orion-telecom, fr: x, en: x }\ncounts: { unit: reports, source: downdetector, value: 300 }\n`,
    'causes',
    'counts',
  ],
  [`${ONGOING}cause: { status: official, by: orion-telecom, fr: x, en: x }\nattack: denied\n`, 'causes', 'attack'],
  [`${ONGOING}compensation: { fr: x, en: x }\nbackground: { fr: y, en: y }\n`, 'compensation', 'background'],
  [`${ONGOING}expected: 2026-03-10T20:00\nprecedents: 2026-01-01\n`, 'expected', 'precedents'],
]

const isAbout = (message: Message, field: string): boolean =>
  message.facts.some(({ from, slots }) =>
    [...from, ...Object.values(slots).flatMap(slot => slot.from)].some(pointer => pointer.startsWith(`/${field}`)),
  ) && message.type !== 'state'

test.each(PAIRS)('%s ranks %s before %s', (text, first, second) => {
  const { messages } = planned(text)
  const at = (field: string) => messages.findIndex(message => isAbout(message, field))
  expect(at(first)).toBeGreaterThanOrEqual(0)
  expect(at(first)).toBeLessThan(at(second))
})

const golden = resolve(import.meta.dirname, '../golden')
const cases = readdirSync(golden, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() && entry.name !== 'samples' ? [entry.name] : [],
)

describe.each(cases)('%s', name => {
  const incident = incidentOf(readFileSync(join(golden, name, 'incident.yaml'), 'utf8'), `${name}.yaml`)

  test('the standfirst rests on the same lines in every language', () => {
    const [fr, ...others] = ['fr', 'en', 'nl'].map(edition => topOf(incident, edition))
    for (const other of others) expect(other).toEqual(fr)
  })
})

/** The fields that a standfirst tells, without the language of a text. */
function topOf(incident: ReturnType<typeof incidentOf>, edition: string): string[] {
  const { standfirst } = articleOf(incident, edition)
  return [...new Set(standfirst.from.map(pointer => pointer.split('/')[1] ?? ''))].sort()
}

const CAUSE = 'cause: { status: official, by: orion-telecom, fr: x, en: x }\n'
const ESTIMATE = 'expected: 2026-03-10T20:00\n'
const EFFECT = 'knock_on: { fr: les trains roulent, en: trains run }\n'
const many = (unit: string, rest = '') => `counts: { unit: ${unit}, source: orion-telecom, value: 900000${rest} }\n`
const ATTACK = 'attack: { status: confirmed, by: enisa }\n'
const RIVALS = 'attack:\n  - { status: alleged, by: telnova }\n  - { status: denied, by: enisa }\n'
const DONE = 'resolution: { clause: { fr: le câble a été réparé, en: the cable was repaired } }\n'
const WEEKS = 'expected: { in: 5w, of: repair }\n'
const SAID = 'statements: { by: orion-telecom, original: { lang: en, text: Sorry. }, translations: { fr: Pardon. } }\n'
const WORKS = 'still_works: { fr: le fixe fonctionne, en: landlines work }\n'
const FINE = `third_parties: { ${REGULATOR}, says: { fr: une amende, en: a fine } }\n`
const BACKGROUND = 'background: { fr: X., en: X. }\n'
const BACK = `state: recovering\n${OUTAGE}`
const PATIENTS = `${ONGOING}kind: health\n`
const WATER = `${ONGOING.replace('mobile-data', 'water-supply')}kind: water\n`
const PAY = 'compensation: { fr: x, en: x }\n'
const DATA = 'data_impact: { status: confirmed, by: orion-telecom }\n'
const FEW = 'counts: { unit: reports, source: downdetector, value: 300 }\n'

const FIRE = `${ONGOING}kind: fire\nevent: { kind: fire, fr: un incendie a détruit un bâtiment, en: a fire destroyed a building }\n`
const FORGOTTEN = `${FIRE.replace('ongoing', 'resolved').replace(/2026-03-10T15:00/, '2028-03-10T15:00')}ended: unknown\n`
const VICTIMS =
  'knock_on:\n  - { who: whatsapp, fr: les messages attendent, en: messages wait }\n  - { who: [facebook, instagram, messenger] }\n'

/** What an editor would put first of two, by state and kind; `state` is what fails, or that it is over. */
const RANKED: readonly (readonly [string, string, string])[] = [
  // While it lasts.
  [`${ONGOING}${CAUSE}`, 'state', 'causes/0'],
  [`${ONGOING}${many('customers')}`, 'counts/0', 'state'],
  [`${ONGOING}${ATTACK}`, 'attack/0', 'state'],
  [`${ONGOING}${RIVALS}`, 'state', 'attack/0'],
  [`${ONGOING}${RIVALS}${FEW}`, 'counts/0', 'attack/0'],
  [`${ONGOING}${DONE}`, 'resolution', 'state'],
  [`${ONGOING}${WEEKS}`, 'expected/0', 'state'],
  [`${ONGOING}${ESTIMATE}`, 'state', 'expected/0'],
  [`${ONGOING}${EFFECT}`, 'state', 'knock_on/0'],
  [`${ONGOING}${EFFECT}${CAUSE}`, 'knock_on/0', 'causes/0'],
  [`${ONGOING}${CAUSE}${ESTIMATE}`, 'causes/0', 'expected/0'],
  [`${ONGOING}${ESTIMATE}${WORKS}`, 'expected/0', 'still_works/0'],
  [`${ONGOING}${ESTIMATE}${SAID}`, 'expected/0', 'statements/0'],
  [`${ONGOING}${FINE}`, 'state', 'third_parties/0'],
  [`${ONGOING}${WORKS}${SAID}`, 'still_works/0', 'statements/0'],
  [`${ONGOING}${FEW}${SAID}`, 'counts/0', 'statements/0'],
  [`${ONGOING}${SAID}${BACKGROUND}`, 'statements/0', 'background/0'],
  [`${ONGOING}${DATA}${FEW}`, 'data_impact', 'counts/0'],
  [`${ONGOING}cause: unknown\n${FEW}`, 'counts/0', 'causes/0'],
  [`${ONGOING}attack: denied\n${WORKS}`, 'still_works/0', 'attack/0'],
  // What it is about.
  [`${PATIENTS}${EFFECT}`, 'knock_on/0', 'state'],
  [`${WATER}${WORKS}${SAID}`, 'still_works/0', 'statements/0'],
  // What was destroyed, and that nobody was hurt.
  [`${FIRE}${EFFECT}`, 'event/0', 'state'],
  [`${FIRE}${EFFECT}casualties: none\n`, 'casualties/0', 'knock_on/0'],
  [`${ONGOING}casualties: none\n${ESTIMATE}`, 'expected/0', 'casualties/0'],
  // Several who are named, and a department store.
  [`${ONGOING}${VICTIMS}`, 'knock_on/1', 'knock_on/0'],
  // How many customers there were before is background; what must be done where no life is at stake is advice.
  [`${ONGOING}${many('customers', ', at: 2025-12-01')}${WORKS}`, 'still_works/0', 'counts/0'],
  [`${ONGOING}kind: payment\nfacts: { value: duty, fr: le code change, en: the code changes }\n`, 'state', 'facts/0'],
  // Once things get better.
  [`${BACK}${many('customers')}`, 'state', 'counts/0'],
  [`${BACK}${many('calls', ', outcome: lost')}`, 'state', 'counts/0'],
  [`${BACK}${DONE}`, 'state', 'resolution'],
  [`${BACK}${DONE}${CAUSE}`, 'resolution', 'causes/0'],
  [`${BACK}${CAUSE}${EFFECT}`, 'causes/0', 'knock_on/0'],
  [`${BACK}${WEEKS}`, 'state', 'expected/0'],
  // Once it is over.
  [`${OVER}${many('customers')}`, 'state', 'counts/0'],
  [`${OVER}${many('calls', ', outcome: lost')}`, 'counts/0', 'state'],
  [`${OVER}${FINE}`, 'third_parties/0', 'state'],
  [`${OVER}${CAUSE}${EFFECT}`, 'causes/0', 'knock_on/0'],
  [`${OVER}${PAY}${SAID}`, 'compensation/0', 'statements/0'],
  // Where many flights were cancelled, and few.
  [`${OVER}counts: { source: orion-telecom, unit: flights, outcome: cancelled, value: 70 }\n`, 'counts/0', 'state'],
  // Long after it, and where nobody says when it ended.
  [`${FORGOTTEN}${FINE}`, 'third_parties/0', 'event/0'],
  [
    `${LONG_OVER}${CAUSE}facts: { value: finding, by: { name: Ada Roy, kind: person, fictitious: true, fr: { class: fs }, en: { class: s } }, fr: les réponses conviennent, en: the answers will do }\n`,
    'causes/0',
    'facts/0',
  ],
  [`${FORGOTTEN}casualties: { dead: 2, by: enisa }\n${FINE}`, 'third_parties/0', 'casualties/0'],
  [`${LONG_OVER}${many('customers')}`, 'counts/0', 'state'],
]

test.each(RANKED)('%s: %s ranks above %s', (text, first, second) => {
  const ranks = rankingOf(planned(text))
  const of = (angle: string) => ranks.find(one => one.angle === angle)?.rank.total ?? Number.NaN
  expect(of(first)).toBeGreaterThan(of(second))
})
