import { sourceOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { below, listAt, loose, textAt } from './feed-json.ts'

/** How feeds say things: `locales/feeds.yaml`, read once. */
export interface FeedWords {
  readonly defaultLanguage: string
  /** Small words of each language. */
  readonly smallWords: ReadonlyMap<string, ReadonlySet<string>>
  /** Pages by another name than the company's. */
  readonly companies: ReadonlyMap<string, string>
  readonly titlePrefix: RegExp
  /** Titles of planned work. */
  readonly maintenance: RegExp
  readonly noticeOfWork: RegExp
  /** What heads the first post of a page. */
  readonly firstPost: RegExp
  /** That planned work interrupts nothing. */
  readonly noInterruption: RegExp
  /** Codes of services and of regions → how they are called. */
  readonly codes: ReadonlyMap<string, string>
  readonly regions: ReadonlyMap<string, string>
  readonly noService: ReadonlySet<string>
  readonly formula: RegExp
  /** Sentences of ours about what a feed lists, by name, by tense, by language. */
  readonly sentence: (name: string, tense: SentenceTense) => WordsByLanguage
  /** Titles that name services: `names` is their list. */
  readonly titleServices: RegExp
  /** What labels a part of a post: "Summary:". */
  readonly label: RegExp
  /** That a notice is closed while the trouble goes on, or goes on elsewhere. */
  readonly noticeClosed: RegExp
  /** A start in prose, with its zone. */
  readonly begun: RegExp
  /** Places by other names than the directory's. */
  readonly places: ReadonlyMap<string, string>
  readonly spans: readonly RegExp[]
  /** What a sentence must speak of for its span to be that of the trouble. */
  readonly trouble: RegExp
  readonly months: readonly string[]
  readonly zones: ReadonlyMap<string, string>
}

/** A sentence of ours by language. */
export type WordsByLanguage = Readonly<Record<string, string>>

/** What a sentence is about: trouble that lasts, that is over, planned work. */
export type SentenceTense = 'now' | 'past' | 'work'

const FILE = 'locales/feeds.yaml'

/** Reads how feeds say things. A newsroom's own file stands before the program's. */
export function readFeedWords(workspace: Workspace): FeedWords {
  const parsed = parseYaml(sourceOf(workspace, FILE) ?? '')
  const file = parsed.ok ? loose(parsed.value) : {}
  const zones = new Map(pairsAt(file, 'zones').map(([name, zone]) => [name.toUpperCase(), zone]))
  const months = textsAt(file, 'months')
  return {
    defaultLanguage: textAt(file, 'default_language'),
    smallWords: new Map(
      Object.keys(loose(file.languages)).map(language => [language, new Set(textsAt(file, 'languages', language))]),
    ),
    companies: new Map(pairsAt(file, 'companies')),
    titlePrefix: new RegExp(`^(?:${textsAt(file, 'title_prefixes').join('|') || '(?!)'})`, 'i'),
    maintenance: new RegExp(textAt(file, 'maintenance') || '(?!)', 'i'),
    noticeOfWork: new RegExp(textAt(file, 'notice_of_work') || '(?!)', 'i'),
    noInterruption: new RegExp(textAt(file, 'no_interruption') || '(?!)', 'i'),
    firstPost: new RegExp(textAt(file, 'first_post') || '(?!)', 'i'),
    codes: new Map(pairsAt(file, 'codes')),
    regions: new Map(pairsAt(file, 'regions')),
    noService: new Set(textsAt(file, 'no_service').map(name => name.toLowerCase())),
    formula: new RegExp(`^(?:${textsAt(file, 'formulas').join('|') || '(?!)'})$`, 'i'),
    sentence: (name, tense) => {
      const known = below(file, 'sentences', name)
      const told =
        below(known, tense) === undefined ? below(known, tense === 'work' ? 'past' : 'now') : below(known, tense)
      return Object.fromEntries(pairsAt({ told }, 'told'))
    },
    titleServices: new RegExp(textAt(file, 'title_services') || '(?!)', 'i'),
    label: new RegExp(`^(?:${textsAt(file, 'labels').join('|') || '(?!)'})`, 'i'),
    noticeClosed: new RegExp(textAt(file, 'notice_closed') || '(?!)', 'i'),
    begun: spanPattern(textAt(file, 'begun') || '(?!)', months, [...zones.keys()]),
    places: new Map(pairsAt(file, 'places')),
    spans: textsAt(file, 'spans').map(pattern => spanPattern(pattern, months, [...zones.keys()])),
    trouble: new RegExp(textAt(file, 'trouble') || '(?!)', 'i'),
    months,
    zones,
  }
}

function textsAt(file: unknown, ...keys: readonly string[]): string[] {
  return listAt(file, ...keys).filter(one => typeof one === 'string')
}

function pairsAt(file: unknown, key: string): [string, string][] {
  return Object.keys(loose(below(file, key))).map(one => [one, textAt(file, key, one)])
}

/** A pattern of a span, with what hours, days and zones look like put in. */
function spanPattern(pattern: string, months: readonly string[], zones: readonly string[]): RegExp {
  const month = `(?:${months.join('|')})[a-z]*\\.?`
  const day = `(?:${month}\\s+\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?\\s+${month}|\\d{4}-\\d{2}-\\d{2})(?:,?\\s+\\d{4})?`
  const clock = '\\d{1,2}:\\d{2}(?:\\s*[ap]\\.?m\\b\\.?)?'
  const when = `(?:${day},?\\s+(?:at\\s+)?)?${clock}(?:\\s+on\\s+${day})?`
  const source = pattern
    .replaceAll('WHEN', when)
    .replaceAll('ZONE', `\\(?(?:${zones.join('|')})\\b\\)?`)
    .replaceAll('DATE', day)
  return new RegExp(source, 'gi')
}
