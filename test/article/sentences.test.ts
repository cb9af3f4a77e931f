import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { articleOf, incidentOf } from './desk.ts'

const bodyOf = ({ paragraphs }: Article): string =>
  paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text.replaceAll('\u00A0', ' '))).join(' ')

/** The bodies that many ids give of one incident: every wording has its turn. */
const bodies = (text: string, edition: string): string[] =>
  Array.from({ length: 40 }, (_, seed) => bodyOf(articleOf({ ...incidentOf(text), id: `case-${seed}` }, edition)))

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
    for (const body of bodies(text, 'fr')) expect(body).toMatch(/Enisa[^.]*(?:la cause|ignorer)/u)
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
      expect(body).toMatch(/un porte-parole.*« Nous trouverons », (?:ajoute|poursuit) le porte-parole/u)
    }
  })

  test('the day a call for help failed belongs to an outage that the sentence names', () => {
    const text =
      'state: recovering\nkind: emergency numbers\nas_of: 2026-03-03T12:00\nservices: ["112", "100"]\nstarted: 2026-03-03T10:15\n'
    for (const body of bodies(text, 'fr')) expect(body).toContain('après une panne commencée')
  })
})
