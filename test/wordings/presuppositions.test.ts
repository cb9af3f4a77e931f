import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { type Cues, unfoundedWords } from '../../src/article/unfounded-words.ts'
import { compileWording } from '../../src/article/wording.ts'
import { presupposed } from '../../src/story/presupposed.ts'

const root = resolve(import.meta.dirname, '../..')
const locales = join(root, 'locales')
const languages = readdirSync(locales).filter(name => existsSync(join(locales, name, 'grammar.yaml')))

const grammarOf = (language: string) =>
  load(readFileSync(join(locales, language, 'grammar.yaml'), 'utf8')) as { cues: Cues; sure: Cues }

const cuesOf = (language: string): Cues => grammarOf(language).cues

const cues = new Map(languages.map(language => [language, cuesOf(language)]))
const sures = new Map(languages.map(language => [language, grammarOf(language).sure]))

/** Every text of a file by its key; alternatives count from 1. */
function textsOf(words: unknown, under: string): [string, string][] {
  if (typeof words === 'string') return [[under, words]]
  if (Array.isArray(words)) return words.map((text, index) => [`${under}#${index + 1}`, text] as [string, string])
  return Object.entries(words as object).flatMap(([key, value]) => textsOf(value, under ? `${under}.${key}` : key))
}

const read = (file: string): [string, string][] =>
  existsSync(file) ? textsOf(JSON.parse(readFileSync(file, 'utf8')), '') : []

/** Words of an edition, over those of its language. */
const ofEditions = (language: string): [string, string][] =>
  readdirSync(join(locales, 'editions'))
    .filter(name => name.endsWith('.story.json'))
    .filter(name => {
      const settings = readFileSync(join(locales, 'editions', name.replace('.story.json', '.yaml')), 'utf8')
      return new RegExp(`^language: *${language}$`, 'm').test(settings)
    })
    .flatMap(name => read(join(locales, 'editions', name)))

/** What a template says by itself, without what it takes from the words of a language. */
const headings = ['page', 'article'].flatMap(folder =>
  readdirSync(join(root, 'templates', folder))
    .filter(name => name.endsWith('.hbs'))
    .map((name): [string, string] => [
      name,
      readFileSync(join(root, 'templates', folder, name), 'utf8')
        .replace(/\{\{!--[\s\S]*?--\}\}|\{\{[^{}]*\}\}|<[^>]*>/g, ' ')
        .replace(/[{}[\]\\?]/g, ' '),
    ]),
)

const found = (language: string, key: string, text: string) =>
  unfoundedWords(compileWording(key, text), cues.get(language) ?? {}, sures.get(language)).map(
    ({ condition, words }) => `${language} ${key}: “${words}” without ?${condition}`,
  )

describe.each(languages)('%s', language => {
  test('no wording, label or heading presupposes what it does not make sure of', () => {
    const files = ['story.json', 'site.json'].flatMap(name => read(join(locales, language, name)))
    const texts = [...files, ...ofEditions(language), ...headings].filter(([key]) => !key.startsWith('cues.'))
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.flatMap(([key, text]) => found(language, key, text))).toEqual([])
  })

  test('knows words for everything that can be presupposed', () => {
    expect(Object.keys(cues.get(language) ?? {}).sort()).toEqual(
      Object.keys(presupposed)
        .filter(name => !WITHOUT_WORDS.has(name))
        .sort(),
    )
  })
})

/** Said of the story itself: every word of it presupposes that it happened. */
const WITHOUT_WORDS: ReadonlySet<string> = new Set(['asserted'])

/** For each thing that can be presupposed a sentence that presupposes it, in every language. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  announced: {
    fr: '{{event}} a été annoncée.',
    en: '{{event}} has been announced.',
    nl: '{{event}} is aangekondigd.',
  },
  'announced-interruption': {
    fr: 'Une interruption était prévue {{from}}.',
    en: 'An interruption had been announced {{from, window(to: to)}}.',
    nl: 'Een onderbreking was gepland {{from}}.',
  },
  asked: {
    fr: "{{by}} {{by, agree(s: n'a; p: n'ont)}} pas répondu à nos questions.",
    en: '{{by}} did not respond to a request for comment.',
    nl: '{{by}} gaf geen commentaar op onze vragen.',
  },
  author: {
    fr: '{{by, list(end: ,)}} {{by, agree(s: revendique; p: revendiquent)}} une cyberattaque.',
    en: '{{by, list(end: ,)}} {{by, agree(s: claims; p: claim)}} to have carried out a cyberattack.',
    nl: '{{by, list(end: ,)}} {{by, agree(s: eist; p: eisen)}} een cyberaanval op.',
  },
  call: { fr: '{{for}} : appelez le {{number}}.', en: '{{for}}: call {{number}}.', nl: '{{for}}: bel {{number}}.' },
  certain: {
    fr: '{{event}} est due {{text, after(word: à)}}.',
    en: '{{event}} is due to {{text}}.',
    nl: '{{event}} komt door {{text}}.',
  },
  chat: { fr: 'Clavardage : {{number}}.', en: 'Chat at {{number}}.', nl: 'Chat via {{number}}.' },
  beforehand: {
    fr: '{{by, list}} {{by, agree(s: a; p: ont)}} dit {{clause}}, {{at, near}} avant {{event}}.',
    en: '{{by, list}} spoke {{at, near}} before {{event}}.',
    nl: '{{by, list}} zei {{clause}} {{at, near}} vóór {{event}}.',
  },
  'company-said': {
    fr: "{{company}} {{company, agree(s: s'excuse; p: s'excusent)}}.",
    en: '{{company}} apologises for {{highlight}}.',
    nl: '{{company}} verontschuldigt zich.',
  },
  cumulative: {
    fr: '{{at, near}}, {{source}} {{source, agree(s: avait; p: avaient)}} compté {{figure}}.',
    en: '{{source}} recorded {{figure}} {{at, near(as: by)}}.',
    nl: '{{source}} telde in totaal {{figure}}.',
  },
  down: {
    fr: '{{figure}} {{outcome}}, en baisse par rapport à {{earlier}}.',
    en: '{{figure}} {{outcome}}, down from {{earlier}}.',
    nl: '{{figure}} {{outcome}}, lager dan {{earlier}}.',
  },
  up: {
    fr: '{{figure}} {{outcome}}, en hausse par rapport à {{earlier}}.',
    en: '{{figure}} {{outcome}}, up from {{earlier}}.',
    nl: '{{figure}} {{outcome}}, hoger dan {{earlier}}.',
  },
  during: {
    fr: '{{by, list}} {{by, agree(s: a; p: ont)}} dit {{clause}} {{at, near}} pendant {{event}}.',
    en: '{{by, list}} spoke {{at, near}} during {{event}}.',
    nl: '{{by, list}} zei {{clause}} {{at, near}} tijdens {{event}}.',
  },
  earlier: {
    fr: '{{by, list}} {{by, agree(s: avait; p: avaient)}} indiqué {{clause, reported(word: que)}}.',
    en: '{{by, list}} had said {{at, near}} that {{clause, reported(typed: that)}}.',
    nl: '{{by, list}} zei {{at, near}} tijdens {{event}} {{clause, reported(word: dat)}}.',
  },
  fell: {
    fr: '{{source}} ne comptait plus que {{figure}}.',
    en: 'The number had fallen to {{figure}}.',
    nl: '{{source}} telde nog maar {{figure}}.',
  },
  first: {
    fr: 'Les premières difficultés sont apparues {{clock, near}}.',
    en: 'The first problems appeared {{clock, near}}.',
    nl: 'De eerste problemen doken {{clock, near}} op.',
  },
  'full-stop': {
    fr: '{{services}} {{services, agree(s: fonctionne; p: fonctionnent)}} de nouveau.',
    en: '{{services}} can be reached again.',
    nl: '{{services}} {{services, agree(s: is; p: zijn)}} weer bereikbaar.',
  },
  gradual: {
    fr: "Le service s'améliore peu à peu.",
    en: 'Service is gradually improving.',
    nl: 'De dienst herstelt geleidelijk.',
  },
  'not-asked': {
    fr: "Nous n'avons pas interrogé {{by}}.",
    en: '{{by}} was not asked.',
    nl: 'We hebben {{by}} niet om een reactie gevraagd.',
  },
  one: {
    fr: "{{services}} {{impact}} après la rupture d'un câble.",
    en: '{{services}} {{impact}} after a cable was cut.',
    nl: '{{services}} {{impact}} omdat een kabel brak.',
  },
  operates: {
    fr: "L'infrastructure est exploitée par {{provider}}.",
    en: 'The infrastructure is run by {{provider}}.',
    nl: 'Het netwerk wordt beheerd door {{provider}}.',
  },
  order: {
    fr: '{{quote}}, a ensuite indiqué {{by}}.',
    en: '{{quote}} {{by}} then said.',
    nl: '{{quote}}, zei {{by}} vervolgens.',
  },
  owner: {
    fr: 'Le réseau de la compagnie est touché.',
    en: "The company's network is affected.",
    nl: 'Het netwerk van het bedrijf is getroffen.',
  },
  'same-company': {
    fr: 'Une autre panne {{services, list(word: de)}} avait eu lieu {{at, day}}.',
    en: 'There was another outage of {{services}} {{at, day}}.',
    nl: 'Er was eerder al een storing bij {{services}}.',
  },
  'same-speaker': {
    fr: '{{quote}}, a également déclaré {{by}}.',
    en: '{{quote}} {{by}} also said.',
    nl: '{{quote}}, zei {{by}} ook.',
  },
  several: {
    fr: 'Des câbles ont été rompus.',
    en: 'Cables were cut.',
    nl: 'Er braken kabels.',
  },
  'silent-said-by': {
    fr: "{{company}} {{company, agree(s: n'a; p: n'ont)}} pas dit ce qui avait provoqué {{event}}.",
    en: '{{company}} {{company, agree(s: has; p: have)}} not said what caused {{event}}.',
    nl: '{{company}} heeft niet gezegd wat {{event}} veroorzaakte.',
  },
  'spoken-language': {
    fr: '{{quote}}, a déclaré en français {{by}}.',
    en: '{{quote}} {{by}} said in {{quote, translated}}.',
    nl: '{{quote}}, zei {{by}} in het {{quote, translated}}.',
  },
  text: { fr: 'Envoyez un SMS au {{number}}.', en: 'Text {{number}}.', nl: 'Stuur een sms naar {{number}}.' },
  total: {
    fr: "Tout est rentré dans l'ordre {{clock, near}}.",
    en: 'Everything was working {{clock, near}}.',
    nl: 'Alles werkte {{clock, near}}.',
  },
  kept: {
    fr: 'Ce délai a été tenu.',
    en: 'That deadline was met.',
    nl: 'Die termijn is gehaald.',
  },
  'not-urgent': { fr: 'Hors urgence :', en: 'When it is not urgent:', nl: 'Zonder spoed:' },
  urgent: { fr: "En cas d'urgence :", en: 'In an emergency:', nl: 'Bij nood:' },
  used: {
    fr: 'Les utilisateurs {{services, list(word: de)}} voient ce message.',
    en: 'Users of {{services}} are shown the message {{error, quoted}}.',
    nl: 'Gebruikers van {{services}} zien de melding {{error, quoted}}.',
  },
}

describe.each(Object.entries(planted))('what presupposes %s', (condition, texts) => {
  test.each(Object.entries(texts))('is found in %s: %s', (language, text) => {
    expect(found(language, 'planted', text)).toContainEqual(expect.stringContaining(`without ?${condition}`))
  })

  test.each(Object.entries(texts))('may be said under its condition in %s: %s', (language, text) => {
    const isFounded = (wording: string) =>
      found(language, 'planted', wording).every(one => !one.endsWith(` without ?${condition}`))
    expect(isFounded(`?${condition}: ${text}`)).toBe(true)
    expect(isFounded(`So it is:[?${condition}  ${text}]`)).toBe(true)
    expect(isFounded(`[?!${condition}  ${text}]`)).toBe(false)
  })
})

test('everything that can be presupposed is planted, in every language', () => {
  const known = Object.keys(presupposed).filter(name => !WITHOUT_WORDS.has(name))
  expect(Object.keys(planted).sort()).toEqual(known.sort())
  for (const texts of Object.values(planted)) expect(Object.keys(texts).sort()).toEqual([...languages].sort())
})
