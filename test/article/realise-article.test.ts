import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { articleOf, incidentOf, textsOf } from './realise.ts'

const bodyOf = ({ paragraphs }: Article): string =>
  paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text.replaceAll('\u00A0', ' '))).join(' ')

/** The bodies that many ids give of one incident: every wording has its turn. */
const bodies = (text: string, edition: string): string[] =>
  Array.from({ length: 40 }, (_, seed) => bodyOf(articleOf({ ...incidentOf(text), id: `case-${seed}` }, edition)))

/** The same with what stands above them: what the standfirst tells, a body does not say again. */
const tellings = (text: string, edition: string): string[] =>
  Array.from({ length: 40 }, (_, seed) => {
    const article = articleOf({ ...incidentOf(text), id: `case-${seed}` }, edition)
    return `${article.standfirst.text} ${bodyOf(article)}`
  })

describe('sentences whose wording could go wrong', () => {
  test('advice valid until a day meets the article of its date', () => {
    const advice = 'advice: { steps: { fr: patientez, en: wait }, valid_until: { at: 2026-03-20, precision: day } }'
    for (const body of bodies(`state: ongoing\nas_of: 2026-03-03T12:00\nservices: spotify\n${advice}\n`, 'fr')) {
      expect(body).toContain('jusqu’au 20 mars')
    }
  })

  test('what is announced is no outage', () => {
    const planned = 'state: planned\nas_of: 2026-03-03T12:00\nservices: spotify\nplanned: { from: 2026-03-07T01:00 }\n'
    for (const body of bodies(`${planned}scope: { degree: all, evidence: confirmed }\n`, 'fr')) {
      expect(body).toContain('interruption')
      expect(body).not.toContain('panne')
    }
  })

  test('where somebody else says that the cause is not known, the company is not said to be silent', () => {
    const cause = 'causes: { status: unknown, by: enisa }'
    const said = 'statements: { by: meta, kind: declined }'
    const text = `state: ongoing\nas_of: 2026-03-03T12:00\ncompany: meta\nservices: facebook\n${said}\n${cause}\n`
    for (const told of tellings(text, 'fr')) expect(told).toMatch(/Enisa[^.]*(?:la cause|ignorer)/u)
  })

  test('a date is kept apart from the hour that follows it without a word', () => {
    const text =
      'state: ongoing\nkind: emergency numbers\nas_of: 2023-01-15T12:00\nservices: emergency-numbers\nstarted: 2023-01-08T23:45\n'
    const told = bodies(text, 'fr').join(' ').replaceAll('\u202F', ' ')
    expect(told).toContain('depuis le 8 janvier, 23h45')
    expect(told).not.toMatch(/janvier \d+h/u)
  })

  test('a standfirst is never a clock reading alone', () => {
    const text = 'state: ongoing\nas_of: 2026-03-03T16:00\nservices: spotify\nstarted: 2026-03-01T10:00\n'
    for (const edition of ['fr', 'en', 'nl']) expect(articleOf(incidentOf(text), edition).standfirst.text).toBe('')
  })

  test('who is explained at length is not introduced as well', () => {
    const count = '{ source: isdown, unit: reports, value: 300, precision: over }'
    const text = `state: ongoing\nas_of: 2026-03-03T12:00\nservices: spotify\ncounts: [${count}]\n`
    for (const told of tellings(text, 'fr')) {
      expect(told).toContain('IsDown, un site qui suit')
      expect(told).not.toContain('site IsDown')
    }
  })

  test('the same reserve about two figures is made once', () => {
    const count = (source: string) =>
      `{ source: ${source}, unit: reports, value: 300, caveat: { fr: le nombre réel peut différer } }`
    const text = `state: ongoing\nas_of: 2026-03-03T12:00\nservices: spotify\ncounts: [${count('isdown')}, ${count('netblocks')}]\n`
    for (const body of bodies(text, 'fr')) expect(body.match(/nombre réel/gu)).toHaveLength(1)
    const { untold } = articleOf(incidentOf(text), 'fr')
    expect(untold).not.toContain('/counts/1/caveat')
  })

  test('two brackets never stand side by side', () => {
    const said =
      'statements: { by: meta, at: 2026-03-03T11:00, original: { lang: en, text: We know }, translations: { fr: { text: Nous le savons, by: desk } } }'
    const text = `state: recovering\nas_of: 2026-03-03T12:00\ncompany: meta\nservices: facebook\nstarted: unknown\nscope: { reach: world }\n${said}\n`
    const all = bodies(text, 'fr')
    for (const body of all) expect(body).not.toMatch(/\) \(/u)
    expect(all.join(' ')).toMatch(/à 11h, heure de Bruxelles \(propos traduits de l’anglais/u)
  })

  test('a length that is not round is no adjective', () => {
    const text = 'state: resolved\nas_of: 2026-03-03T19:00\nservices: spotify\nstarted: 2026-03-03T10:00\nended: '
    const titles = (ended: string) =>
      Array.from(
        { length: 40 },
        (_, seed) => articleOf({ ...incidentOf(text + ended), id: `case-${seed}` }, 'en').headline.text,
      )
    expect(titles('2026-03-03T16:07').filter(title => /-hour/u.test(title))).toEqual([])
    expect(titles('2026-03-03T16:07').join(' ')).toContain('outage of just over six hours')
    expect(titles('2026-03-03T16:00').join(' ')).toContain('six-hour outage')
  })

  test('an emergency number has no article after the word that says what it is', () => {
    const times = 'as_of: 2026-03-03T12:00\nstarted: 2026-03-03T10:00\n'
    for (const services of ['["112"]', '["112", "100"]']) {
      const text = `state: ongoing\nkind: emergency numbers\n${times}services: ${services}\n`
      for (let seed = 0; seed < 40; seed += 1) {
        const { headline, alert, paragraphs } = articleOf({ ...incidentOf(text), id: `case-${seed}` }, 'fr')
        const said = [headline.text, alert.text, paragraphs[0]?.sentences[0]?.text].join(' ')
        expect(said).not.toMatch(/le le 1|urgence le 1/iu)
      }
    }
  })

  test('what a retracted story withdraws is told nowhere again as a fact', () => {
    const corrections =
      'corrections: { at: 2026-03-03T11:50, said: { fr: X était en panne }, right: { fr: tout fonctionnait } }'
    const text = `state: retracted\nas_of: 2026-03-03T12:00\nservices: spotify\nstarted: 2026-03-03T10:00\nscope: { reach: world }\n${corrections}\n`
    for (let seed = 0; seed < 40; seed += 1) {
      const article = articleOf({ ...incidentOf(text), id: `case-${seed}` }, 'fr')
      expect(textsOf(article).join(' ')).not.toMatch(/commencé|mondiale|monde/u)
      expect(article.untold).toEqual([])
    }
  })

  test('a quote says where it was posted, or points to the sentence that did', () => {
    const quote = 'quote: { lang: fr, text: Toujours rien }'
    const start = 'state: ongoing\nas_of: 2026-03-03T12:00\nservices: spotify\n'
    for (const body of bodies(`${start}reactions: { on: reddit, ${quote} }\n`, 'fr')) {
      expect(body).toMatch(/« Toujours rien »[^.]*Reddit/u)
    }
    for (const body of bodies(`${start}reactions: { on: reddit, tone: anger, ${quote} }\n`, 'fr')) {
      expect(body.match(/Reddit/gu)).toHaveLength(1)
    }
  })

  test('a spokesperson who goes on is no other one', () => {
    const said = 'statements: { by: spokesperson, original: { lang: fr, text: Nous cherchons. Nous trouverons. } }'
    for (const body of bodies(
      `state: ongoing\nas_of: 2026-03-03T12:00\ncompany: meta\nservices: facebook\n${said}\n`,
      'fr',
    )) {
      expect(body).toMatch(/un porte-parole.*« Nous trouverons », a (?:ajouté|poursuivi) le porte-parole/u)
    }
  })

  test('the day a call for help failed belongs to an outage that the sentence names', () => {
    const text =
      'state: recovering\nkind: emergency numbers\nas_of: 2026-03-03T12:00\nservices: ["112", "100"]\nstarted: 2026-03-03T10:15\n'
    for (const body of bodies(text, 'fr')) expect(body).toContain('après une panne commencée')
  })
})
