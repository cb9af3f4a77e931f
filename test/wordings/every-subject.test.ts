import { describe, expect, test } from 'vitest'
import { articleOf, bodyOf, incidentOf } from '../article/realise.ts'

/** Subjects of every kind: brands and common nouns, with and without article, that elide or not, one and several. */
const subjects: readonly (readonly [string, string, 'ms' | 'fs' | 'mp' | 'fp'])[] = [
  ['one brand', 'spotify', 'ms'],
  ['one that elides', 'instagram', 'ms'],
  ['one with an article', 'playstation-network', 'ms'],
  ['one masculine noun', 'mobile-network', 'ms'],
  ['one that elides its article', 'mobile-data', 'ms'],
  ['one feminine noun', 'email-service', 'fs'],
  ['one feminine noun that elides', 'banking-app', 'fs'],
  ['one masculine plural', 'card-payments', 'mp'],
  ['two brands', 'facebook, instagram', 'mp'],
  ['two feminine nouns', 'banking-app, online-banking', 'fp'],
  ['a masculine and a feminine', 'mobile-app, main-website', 'mp'],
  ['eight', 'facebook, instagram, messenger, whatsapp, spotify, snapchat, zoom, slack', 'mp'],
]

/** Forms that a subject of the class must not have beside it. */
const wrong = {
  ms: /(?<!\p{L})(?:sont|fonctionnent|reviennent|seront|doivent|inaccessibles|indisponibles|(?:rétabli|touché|interrompu)(?:e|s|es))(?!\p{L})/u,
  fs: /(?<!\p{L})(?:sont|fonctionnent|reviennent|seront|doivent|inaccessibles|indisponibles|(?:rétabli|touché|interrompu)(?:s|es)?)(?!\p{L})/u,
  mp: /(?<!\p{L})(?:fonctionne|revient peu|sera|doit|inaccessible|indisponible|(?:rétabli|touché|interrompu)(?:e|es)?)(?!\p{L})/u,
  fp: /(?<!\p{L})(?:fonctionne|revient peu|sera|doit|inaccessible|indisponible|(?:rétabli|touché|interrompu)(?:e|s)?)(?!\p{L})/u,
}

const unmet = /(?<!\p{L})(?:(?:de|à) les?(?!\p{L})|(?:de|le|la|que) [aeiouéèê]\p{Ll}|(?:de|que) [AEIO]\p{Ll})/u

const states = {
  ongoing: 'started: 2026-03-03T10:15',
  recovering: 'started: 2026-03-03T10:15',
  resolved: 'started: 2026-03-03T10:15\nended: 2026-03-03T11:40',
  planned: 'kind: maintenance\nplanned: { from: 2026-03-07T01:00, to: 2026-03-07T05:00 }',
}

/** Words about the event or the service at large: they agree with it, not with the subject. */
const ofTheEvent =
  /service (?:est rétabli|revient peu|revient|is gradually|has been|is)|rétabli(?= pour)|an interruption is|Users have|situation (?:is|s'améliore)|difficultés sont terminées|problems with .* are over|travaux sont|work is/giu

const textOf = (state: string, services: string, times: string): string =>
  `state: ${state}\nas_of: 2026-03-03T12:00\nservices: [${services}]\n${times}\npublished: 2026-03-03T10:30\n`

const bare = (text: string): string => text.replace(ofTheEvent, '')

describe.each(subjects)('%s (%s)', (_, services, cls) => {
  test.each(Object.entries(states))('agrees in every wording: %s', (state, times) => {
    const incident = incidentOf(textOf(state, services, times))
    for (let seed = 0; seed < 24; seed += 1) {
      const article = articleOf({ ...incident, id: `case-${seed}` }, 'fr')
      const [lead] = bodyOf(article)
      for (const said of [article.headline.text, article.alert.text, lead?.text ?? '']) {
        // What is said of the event itself (« une panne survenue ») agrees with it, not with the subject.
        expect(bare(said)).not.toMatch(wrong[cls])
        expect(said).not.toMatch(unmet)
      }
    }
  })

  test.each(Object.entries(states))('agrees in English: %s', (state, times) => {
    const incident = incidentOf(textOf(state, services, times))
    for (let seed = 0; seed < 24; seed += 1) {
      const { headline, alert, ...article } = articleOf({ ...incident, id: `case-${seed}` }, 'en')
      const [lead] = bodyOf({ headline, alert, ...article })
      const plural = services.includes(',') || ['card-payments'].includes(services)
      const mistaken = plural
        ? /(?<!\p{L})(?:is|has|returns) (?!gradually returning)/u
        : /(?<!Users )(?<!\p{L})(?:are|have|(?<!to )return) /u
      for (const said of [headline.text, alert.text, lead?.text ?? '']) {
        expect(bare(said)).not.toMatch(mistaken)
      }
    }
  })
})
