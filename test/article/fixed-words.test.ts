import { describe, expect, test } from 'vitest'
import { standaloneText } from '../../src/article/standalone-sentence.ts'
import { compileWording } from '../../src/article/wording.ts'
import type { Named } from '../../src/fields/directory.ts'
import type { Slot } from '../../src/story/story.ts'
import { realiserOf } from './realise.ts'

/**
 * Names keep the marks and the letters of their owner (Imprimerie nationale, « Noms propres »; AP, "company names": "Yahoo",
 * but the mark where the company writes it; Guardian, "eBay, iCloud"; OQLF, « Noms de marque »). What somebody typed keeps
 * its points and brackets: a quotation is never altered (AFP, 20 principes; AP, "quotations").
 */

/** A company or service by its name; `article:name` with an article of ours. */
function nameOf(typed: string): Named {
  const [, article, name = typed] = /^(le|la|les|the):(.+)$/u.exec(typed) ?? []
  const form = { class: 'ms', ...(article && { article }) }
  return {
    id: name,
    kind: 'service',
    name,
    forms: { fr: form, en: { ...form, class: 's' }, nl: { ...form, class: 'c' } },
  }
}

function sentence(edition: string, wording: string, slots: Record<string, Slot>): string | undefined {
  const context = { slots, asOf: Date.UTC(2026, 2, 2, 17), holds: [], known: true, isTitle: false, isFragment: false }
  return standaloneText(compileWording('test', wording), context, realiserOf(edition))?.replace(/[\u00A0\u202F]/g, '·')
}

const named = (all: string): Record<string, Slot> => ({
  services: { kind: 'names', names: all.split('|').map(nameOf), from: [] },
})
const typed = (language: string, text: string): Record<string, Slot> => ({
  text: { kind: 'text', text: { [language]: text }, from: [] },
})
const quote = (language: string, text: string): Record<string, Slot> => ({
  quote: { kind: 'quote', part: 'whole', quote: { lang: language, text, translations: {} }, from: [] },
})

const DOWN = '{{services}} est en panne.'
const OF = 'Une panne {{services, list(word: de)}} : rien ne va.'
const FALLS = '{{services}} is down.'
const THEIR = '{{services, possessive}} app is down; customers wait.'

describe('names', () => {
  test.each<[string, string, string, string]>([
    // Marks of the name itself take no space, those of the sentence do.
    ['fr', 'Hello bank!', DOWN, 'Hello bank! est en panne.'],
    ['fr', 'Hello bank!', OF, 'Une panne de Hello bank!·: rien ne va.'],
    ['fr', 'Yahoo! Finance', OF, 'Une panne de Yahoo! Finance·: rien ne va.'],
    ['fr-ca', 'Yahoo! Finance', OF, 'Une panne de Yahoo! Finance·: rien ne va.'],
    ['fr', 'Joyn!', DOWN, 'Joyn! est en panne.'],
    ['fr', 'Oui.sncf', OF, 'Une panne de Oui.sncf·: rien ne va.'],
    ['fr', 'Toys "R" Us', DOWN, 'Toys "R" Us est en panne.'],
    ['fr', 'Canal+|C8', OF, 'Une panne de Canal+ et de C8·: rien ne va.'],
    ['fr', 'Who is it?', DOWN, 'Who is it? est en panne.'],
    ['fr', 'E.Leclerc', OF, 'Une panne d’E.Leclerc·: rien ne va.'],
    ['fr', "L'Oréal", DOWN, 'L’Oréal est en panne.'],
    ['fr', "McDonald's", DOWN, 'McDonald’s est en panne.'],
    ['fr', 'Guitar: Pro', DOWN, 'Guitar: Pro est en panne.'],
    ['fr', '5G;Home', DOWN, '5G;Home est en panne.'],
    ['fr', 'S.A. Acme', OF, 'Une panne de S.A. Acme·: rien ne va.'],
    ['fr', 'la:S.A. Acme', OF, 'Une panne de la S.A. Acme·: rien ne va.'],
    ['fr', 'Acme S.A.', 'Panne chez {{services}}.', 'Panne chez Acme S.A.'],
    ['fr', 'Yahoo!', 'Panne chez {{services}}.', 'Panne chez Yahoo!'],
    ['en', 'Yahoo!', 'Trouble at {{services}}.', 'Trouble at Yahoo!'],
    ['en', 'Yahoo!', THEIR, 'Yahoo!’s app is down; customers wait.'],
    ['en', 'Hello bank!', FALLS, 'Hello bank! is down.'],
    ['en', 'Wham!|Joyn!', FALLS, 'Wham! and Joyn! is down.'],
    ['en', 'Who - What', FALLS, 'Who - What is down.'],
    ['en', 'P!nk Live', FALLS, 'P!nk Live is down.'],
    ['nl', 'Hello bank!', '{{services}} ligt plat.', 'Hello bank! ligt plat.'],
    ['nl', 'Telenet|Joyn!', '{{services}} liggen plat.', 'Telenet en Joyn! liggen plat.'],
    // Lists of names that begin with a point, or that hold commas or brackets.
    ['en', '.be|.eu|.nl', 'The {{services}} domains are gone.', 'The .be, .eu and .nl domains are gone.'],
    ['fr', '.be|.eu|.nl', 'Les domaines {{services}} sont partis.', 'Les domaines .be, .eu et .nl sont partis.'],
    ['en', 'C++|.NET|Node.js', 'Users of {{services}} wait.', 'Users of C++, .NET and Node.js wait.'],
    ['fr', 'C++|.NET|Node.js', 'Les outils {{services}}.', 'Les outils C++, .NET et Node.js.'],
    ['nl', 'C++|.NET|Node.js', 'Wie {{services}} gebruikt.', 'Wie C++, .NET en Node.js gebruikt.'],
    ['en', 'Compute Cloud (EC2) (US-EAST-1)', FALLS, 'Compute Cloud (EC2) (US-EAST-1) is down.'],
    ['fr', 'Compute Cloud (EC2) (US-EAST-1)', DOWN, 'Compute Cloud (EC2) (US-EAST-1) est en panne.'],
    ['en', 'Smith, Jones', 'Clients of {{services}}, (all) wait.', 'Clients of Smith, Jones (all) wait.'],
    // Small letters.
    ['en', 'npm', FALLS, 'npm is down.'],
    ['fr', 'npm', DOWN, 'npm est en panne.'],
    ['fr', 'du', DOWN, 'du est en panne.'],
    ['en', 'du', FALLS, 'du is down.'],
    ['fr', 'laposte.fr', DOWN, 'laposte.fr est en panne.'],
    ['en', 'guichetnord.be', FALLS, 'guichetnord.be is down.'],
    ['en', 'iCloud', FALLS, 'iCloud is down.'],
    ['en', 'eBay', THEIR, 'eBay’s app is down; customers wait.'],
    ['fr', 'bpost banque', DOWN, 'bpost banque est en panne.'],
    ['nl', 'bpost', '{{services}} ligt plat.', 'bpost ligt plat.'],
    ['fr', 'le:réseau mobile', DOWN, 'Le réseau mobile est en panne.'],
    ['fr', 'le:réseau mobile', '{{services, title}} en panne', 'Réseau mobile en panne'],
    ['en', 'the:mobile network', FALLS, 'The mobile network is down.'],
    ['fr', 'eBay', OF, 'Une panne d’eBay·: rien ne va.'],
    ['fr', '« Le Monde »', DOWN, '« Le Monde » est en panne.'],
  ])('%s: %s in %s', (edition, names, wording, expected) => {
    expect(sentence(edition, wording, named(names))).toBe(expected)
  })
})

describe('what an editor typed', () => {
  test.each<[string, string, string, string]>([
    ['en', 'the .be, .eu and .nl domains', 'It hit {{text}}.', 'It hit the .be, .eu and .nl domains.'],
    ['fr', 'les domaines .be, .eu et .nl', 'Touchés : {{text}}.', 'Touchés·: les domaines .be, .eu et .nl.'],
    ['en', 'C++, .NET and Node.js', 'It hit {{text}}.', 'It hit C++, .NET and Node.js.'],
    ['en', 'compute (EC2) (US-EAST-1)', 'It hit {{text}}.', 'It hit compute (EC2) (US-EAST-1).'],
    ['en', '6.1" and 6.7" models', 'It hit {{text}}.', 'It hit 6.1" and 6.7" models.'],
    ['fr', 'les modèles 6,1" et 6,7"', 'Touchés : {{text}}.', 'Touchés·: les modèles 6,1" et 6,7".'],
    ['fr', 'une erreur de la S.A. Acme', 'Cause : {{text}}.', 'Cause·: une erreur de la S.A. Acme.'],
    ['fr', 'une erreur d’Acme S.A.', 'Cause : {{text}}.', 'Cause·: une erreur d’Acme S.A.'],
    [
      'fr',
      'une erreur d’Acme S.A.',
      'Selon nous {{text}} est en cause.',
      'Selon nous une erreur d’Acme S.A. est en cause.',
    ],
    ['en', 'we are waiting...', 'They say {{text}}.', 'They say we are waiting...'],
    ['en', 'a mix-up - or worse', 'It was {{text}}.', 'It was a mix-up - or worse.'],
    ['fr', 'une panne de "Calepin"', 'Cause : {{text}}.', 'Cause·: une panne de «·Calepin·».'],
    ['fr', "l'arrêt d'un serveur", 'Cause : {{text}}.', 'Cause·: l’arrêt d’un serveur.'],
    ['fr', 'un orage: rien ne va', 'Cause : {{text}}.', 'Cause·: un orage·: rien ne va.'],
    ['en', 'error `a, b, (c) (d)...`', 'It shows {{text}}.', 'It shows error `a, b, (c) (d)...`.'],
    ['fr', 'voir https://a.be/x;y', 'Conseil : {{text}}.', 'Conseil·: voir https://a.be/x;y.'],
    ['en-us', 'in 2025, and later', 'It was {{text}}.', 'It was in 2025, and later.'],
    ['en-us', 'on Dec. 5, 2023 in Ohio', 'It was {{text}}.', 'It was on Dec.·5, 2023 in Ohio.'],
    // Closing marks: never a second one.
    ['en', 'Why now?', 'Advice: {{text}}.', 'Advice: Why now?'],
    ['en', 'Switch it off!', '{{text}}.', 'Switch it off!'],
    ['fr', 'Éteignez tout !', '{{text}}.', 'Éteignez tout·!'],
    ['fr', 'Éteignez tout.', '{{text}}.', 'Éteignez tout.'],
    ['fr', 'Éteignez tout…', '{{text}}.', 'Éteignez tout…'],
    ['fr', 'Éteignez tout. (Le câble aussi.)', '{{text}}.', 'Éteignez tout. (Le câble aussi.)'],
    ['fr', 'éteignez tout (le câble, etc.)', '{{text}}.', 'Éteignez tout (le câble, etc.).'],
    ['en', 'It ended at 8 p.m.', '{{text}}.', 'It ended at 8·p.m.'],
    ['nl', 'Zet alles uit!', '{{text}}.', 'Zet alles uit!'],
  ])('%s: %s in %s', (edition, text, wording, expected) => {
    expect(sentence(edition, wording, typed(edition.slice(0, 2), text))).toBe(expected)
  })
})

describe('what somebody said', () => {
  test.each<[string, string, string, string]>([
    ['en', 'We apologise...', 'They said: {{quote, quote(end: keep)}}', 'They said: “We apologise...”'],
    ['fr', 'Nous cherchons...', 'Ils ont dit : {{quote, quote(end: keep)}}', 'Ils ont dit·: «·Nous cherchons...·»'],
    ['en', 'Down in us-east-1 (EC2) (RDS).', '{{quote, quote(end: keep)}}', '“Down in us-east-1 (EC2) (RDS).”'],
    [
      'en',
      'The .be, .eu zones are back.',
      '{{quote, quote(end: ,)}} they said.',
      '“The .be, .eu zones are back,” they said.',
    ],
    ['en', 'Only 6.1" and 6.7" models.', '{{quote, quote(end: keep)}}', '“Only 6.1" and 6.7" models.”'],
    ['en-us', 'On Dec. 5, 2023 we failed', '{{quote}}.', '“On Dec.·5, 2023 we failed.”'],
    ['en', 'a fix - at last', 'They promise {{quote}}.', 'They promise “a fix - at last”.'],
    ['fr', 'Plus de "bruit" ici', 'Ils disent {{quote}}.', 'Ils disent «·Plus de “bruit” ici·».'],
  ])('%s: %s in %s', (edition, text, wording, expected) => {
    expect(sentence(edition, wording, quote(edition.slice(0, 2), text))).toBe(expected)
  })
})
