import { inPlaces } from '../../src/article/formats/place-formats.ts'
import { nounOf } from '../../src/article/noun-phrases.ts'
import type { Realiser } from '../../src/article/realise-article.ts'
import { realiseArticle } from '../../src/article/realise-article.ts'
import type { Named } from '../../src/fields/directory.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { duration } from '../../src/language/duration.ts'
import { list } from '../../src/language/list.ts'
import type { Locale } from '../../src/language/locale.ts'
import { clockWithZone, day, type Moment, moment, stamp, window } from '../../src/language/moment.ts'
import { figure, money, number, ordinal, percent, phone } from '../../src/language/number.ts'
import { joinWord, possessive, withArticle } from '../../src/language/phrase.ts'
import { quoted } from '../../src/language/quote.ts'
import { typesetText } from '../../src/language/typeset.ts'
import { storyOf } from '../../src/story/story-of.ts'
import type { Rulebook } from './rulebook.ts'

/** The content of a specimen page, besides the edition itself. */
export interface SpecimenParts {
  readonly titles: Rulebook['specimen']
  readonly names: readonly Named[]
  readonly places: readonly Named[]
  /** One incident per state and subject. */
  readonly incidents: readonly Incident[]
}

/** `as_of` of every specimen: a Tuesday, 18:25 UTC. */
const AS_OF = Date.UTC(2026, 2, 10, 18, 25)
const MINUTE = 60_000
const DAY = 1440 * MINUTE

/**
 * `docs/specimens/<edition>.md`: every form of an edition on one page, for a native reader to correct. Markdown; the
 * words of the page itself are in `proof.yaml` under `specimen`.
 */
export function specimenOf(realiser: Realiser, parts: SpecimenParts): string {
  const { locale } = realiser
  const { titles } = parts
  const sections: readonly (readonly [string, string])[] = [
    [titles.names, namesTable(locale, parts)],
    [titles.places, bullets(parts.places.map(place => forms(locale, place)))],
    [titles.lists, bullets([1, 2, 3, 4].map(count => listOf(locale, parts.names.slice(0, count))))],
    [titles.moments, momentsTable(locale)],
    [titles.clock, bullets(clockTimes(locale))],
    [titles.durations, durationsTable(locale)],
    [titles.numbers, bullets(numbersOf(locale))],
    [
      titles.quotes,
      bullets([titles.quoted, titles.quoted_twice].map(text => typesetText(locale, quoted(locale, text)))),
    ],
    [titles.headlines, headlinesTable(realiser, parts.incidents)],
  ]
  const page = sections.map(([title, body]) => `## ${typesetText(locale, title)}\n\n${body}`).join('\n\n')
  return `# ${typesetText(locale, titles.title.replace('#', locale.edition.id))}\n\n${typesetText(locale, titles.note)}\n\n${page}\n`
}

const bullets = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

/** Each name alone, after the words that change before it, as an owner where the language has a possessive. */
function namesTable(locale: Locale, { titles, names }: SpecimenParts): string {
  const owners = locale.grammar.possessive.length > 0
  const head = [titles.name, ...titles.words, ...(owners ? [titles.owner] : [])]
  const rows = names.map(name => {
    const noun = nounOf(locale, name)
    return [
      withArticle(locale, noun),
      ...titles.words.map(word => joinWord(locale, word, noun)),
      ...(owners ? [possessive(locale, noun)] : []),
    ]
  })
  return table(
    head,
    rows.map(row => row.map(cell => typesetText(locale, cell))),
  )
}

function forms(locale: Locale, place: Named): string {
  const noun = nounOf(locale, place)
  const fields = ['in', 'to', 'of'] as const
  return typesetText(
    locale,
    [withArticle(locale, noun), ...fields.map(field => inPlaces(locale, [place], field))].join(' · '),
  )
}

const listOf = (locale: Locale, names: readonly Named[]): string =>
  typesetText(
    locale,
    list(
      locale,
      names.map(name => withArticle(locale, nounOf(locale, name))),
    ),
  )

const PRECISIONS: readonly ((at: number) => Moment)[] = [
  at => ({ precision: 'exact', at }),
  at => ({ precision: 'about', at }),
  at => ({ precision: 'before', at }),
  at => ({ precision: 'after', at }),
  at => ({ precision: 'between', at, until: at + 25 * MINUTE }),
  at => ({ precision: 'part', at, until: at + 5 * 60 * MINUTE, part: 'morning' }),
  at => ({ precision: 'part', at: at - 8 * 60 * MINUTE, until: at - 3 * 60 * MINUTE, part: 'night' }),
  at => ({ precision: 'day', at, until: at + DAY - 1 }),
]

/** Every precision at every distance: the same day, the day before, some days, some months, a year ago. */
function momentsTable(locale: Locale): string {
  const days = [0, 1, 4, 40, 400]
  const start = Date.UTC(2026, 2, 10, 7, 40)
  const head = days.map(back => day(locale, { precision: 'exact', at: start - back * DAY }, AS_OF, 'date'))
  const rows = PRECISIONS.map(precise => days.map(back => moment(locale, precise(start - back * DAY), AS_OF)))
  return table(
    head,
    rows.map(row => row.map(cell => typesetText(locale, cell))),
  )
}

function clockTimes(locale: Locale): string[] {
  const hours = [0, 5, 8.5, 12, 17, 18.5, 23]
  const at = (hour: number) => Date.UTC(2026, 2, 10) + hour * 60 * MINUTE
  const times = hours.map(hour => clockWithZone(locale, { precision: 'exact', at: at(hour) }))
  const abroad = clockWithZone(locale, { precision: 'exact', at: at(13), zone: 'Asia/Tokyo' })
  const span = window(locale, { precision: 'exact', at: at(22) }, { precision: 'exact', at: at(28) }, AS_OF)
  return [...times, abroad, span, stamp(locale, at(9), { zone: true })].map(text => typesetText(locale, text))
}

const LENGTHS = [3, 12, 20, 28, 45, 55, 60, 70, 90, 110, 175, 380, 720, 1440, 2000, 4400, 10_080, 44_000]

function durationsTable(locale: Locale): string {
  const kinds = Object.keys(locale.grammar.duration.frames)
  const heads = kinds.flatMap(kind => [`${kind} =`, `${kind} ~`])
  const rows = LENGTHS.map(minutes => [
    `${minutes}`,
    ...kinds.flatMap(as => [true, false].map(exact => typesetText(locale, duration(locale, minutes, { exact, as })))),
  ])
  return table(['min', ...heads], rows)
}

function numbersOf(locale: Locale): string[] {
  const values = [0, 1, 1.5, 2, 9, 10, 21, 999, 1200, 48_000, 1_000_000, 1_500_000, 3_000_000]
  const kinds = ['exact', 'about', 'over', 'nearly'] as const
  const texts = [
    ...values.map(value => number(locale, value)),
    ...kinds.map(kind => figure(locale, { kind, value: 1200 })),
    figure(locale, { kind: 'range', low: 200, high: 300 }),
    ...Object.keys(locale.grammar.numbers.magnitudes).map(word => figure(locale, { kind: 'magnitude', word })),
    percent(locale, 40),
    percent(locale, 0.5),
    ordinal(locale, 1),
    ordinal(locale, 2),
    ordinal(locale, 11),
    money(locale, 1200, 'EUR'),
    money(locale, 3_000_000, 'USD'),
    phone('04 222 01 12'),
  ]
  return texts.map(text => typesetText(locale, text))
}

/** Headline, standfirst and first sentence, state by state. */
function headlinesTable(realiser: Realiser, incidents: readonly Incident[]): string {
  return incidents
    .map(incident => {
      const { headline, standfirst, paragraphs, kicker } = realiseArticle(storyOf(incident), realiser)
      const lead = paragraphs.find(({ move }) => move === 'lead')?.sentences.map(({ text }) => text) ?? []
      return `**${headline.text}** (${kicker})\n${standfirst.text}\n${lead.join(' ')}`
    })
    .join('\n\n')
}
