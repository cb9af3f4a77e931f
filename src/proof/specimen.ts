import { inPlaces } from '../article/formats/places.ts'
import { nounOf } from '../article/nouns.ts'
import type { Teller } from '../article/teller.ts'
import { tell } from '../article/teller.ts'
import type { Named } from '../incident/directory.ts'
import type { Incident } from '../incident/incident.ts'
import { duration } from '../language/duration.ts'
import { list } from '../language/list.ts'
import { clockWithZone, day, type Moment, moment, stamp, window } from '../language/moment.ts'
import { figure, money, number, ordinal, percent, phone } from '../language/number.ts'
import { meet, possessive, withArticle } from '../language/phrase.ts'
import { quoted } from '../language/quote.ts'
import type { Tongue } from '../language/tongue.ts'
import { typesetText } from '../language/typeset.ts'
import { storyOf } from '../story/tell.ts'
import type { Rulebook } from './rulebook.ts'

/** What a specimen page is made of, besides the edition itself. */
export interface SpecimenParts {
  readonly titles: Rulebook['specimen']
  readonly names: readonly Named[]
  readonly places: readonly Named[]
  /** One incident per state and subject. */
  readonly incidents: readonly Incident[]
}

/** The moment at which every specimen speaks: a Tuesday, 18:25 in UTC. */
const AS_OF = Date.UTC(2026, 2, 10, 18, 25)
const MINUTE = 60_000
const DAY = 1440 * MINUTE

/**
 * `docs/specimens/<edition>.md`: every form of an edition at once, for a reader of its language to correct. Markdown; the
 * words of the page itself are in `proof.yaml` under `specimen`.
 */
export function specimenOf(teller: Teller, parts: SpecimenParts): string {
  const { tongue } = teller
  const { titles } = parts
  const sections: readonly (readonly [string, string])[] = [
    [titles.names, namesTable(tongue, parts)],
    [titles.places, bullets(parts.places.map(place => forms(tongue, place)))],
    [titles.lists, bullets([1, 2, 3, 4].map(count => listOf(tongue, parts.names.slice(0, count))))],
    [titles.moments, momentsTable(tongue)],
    [titles.clock, bullets(clockTimes(tongue))],
    [titles.durations, durationsTable(tongue)],
    [titles.numbers, bullets(numbersOf(tongue))],
    [
      titles.quotes,
      bullets([titles.quoted, titles.quoted_twice].map(text => typesetText(tongue, quoted(tongue, text)))),
    ],
    [titles.headlines, headlinesTable(teller, parts.incidents)],
  ]
  const page = sections.map(([title, body]) => `## ${typesetText(tongue, title)}\n\n${body}`).join('\n\n')
  return `# ${typesetText(tongue, titles.title.replace('#', tongue.edition.id))}\n\n${typesetText(tongue, titles.note)}\n\n${page}\n`
}

const bullets = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

/** Each name alone, after the words that change before it, as an owner where the language has a possessive. */
function namesTable(tongue: Tongue, { titles, names }: SpecimenParts): string {
  const owners = tongue.grammar.possessive.length > 0
  const head = [titles.name, ...titles.words, ...(owners ? [titles.owner] : [])]
  const rows = names.map(name => {
    const noun = nounOf(tongue, name)
    return [
      withArticle(tongue, noun),
      ...titles.words.map(word => meet(tongue, word, noun)),
      ...(owners ? [possessive(tongue, noun)] : []),
    ]
  })
  return table(
    head,
    rows.map(row => row.map(cell => typesetText(tongue, cell))),
  )
}

function forms(tongue: Tongue, place: Named): string {
  const noun = nounOf(tongue, place)
  const fields = ['in', 'to', 'of'] as const
  return typesetText(
    tongue,
    [withArticle(tongue, noun), ...fields.map(field => inPlaces(tongue, [place], field))].join(' · '),
  )
}

const listOf = (tongue: Tongue, names: readonly Named[]): string =>
  typesetText(
    tongue,
    list(
      tongue,
      names.map(name => withArticle(tongue, nounOf(tongue, name))),
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
function momentsTable(tongue: Tongue): string {
  const days = [0, 1, 4, 40, 400]
  const start = Date.UTC(2026, 2, 10, 7, 40)
  const head = days.map(back => day(tongue, { precision: 'exact', at: start - back * DAY }, AS_OF, 'date'))
  const rows = PRECISIONS.map(precise => days.map(back => moment(tongue, precise(start - back * DAY), AS_OF)))
  return table(
    head,
    rows.map(row => row.map(cell => typesetText(tongue, cell))),
  )
}

function clockTimes(tongue: Tongue): string[] {
  const hours = [0, 5, 8.5, 12, 17, 18.5, 23]
  const at = (hour: number) => Date.UTC(2026, 2, 10) + hour * 60 * MINUTE
  const times = hours.map(hour => clockWithZone(tongue, { precision: 'exact', at: at(hour) }))
  const abroad = clockWithZone(tongue, { precision: 'exact', at: at(13), zone: 'Asia/Tokyo' })
  const span = window(tongue, { precision: 'exact', at: at(22) }, { precision: 'exact', at: at(28) }, AS_OF)
  return [...times, abroad, span, stamp(tongue, at(9), { zone: true })].map(text => typesetText(tongue, text))
}

const LENGTHS = [3, 12, 20, 28, 45, 55, 60, 70, 90, 110, 175, 380, 720, 1440, 2000, 4400, 10_080, 44_000]

function durationsTable(tongue: Tongue): string {
  const kinds = Object.keys(tongue.grammar.duration.frames)
  const heads = kinds.flatMap(kind => [`${kind} =`, `${kind} ~`])
  const rows = LENGTHS.map(minutes => [
    `${minutes}`,
    ...kinds.flatMap(as => [true, false].map(exact => typesetText(tongue, duration(tongue, minutes, { exact, as })))),
  ])
  return table(['min', ...heads], rows)
}

function numbersOf(tongue: Tongue): string[] {
  const values = [0, 1, 1.5, 2, 9, 10, 21, 999, 1200, 48_000, 1_000_000, 1_500_000, 3_000_000]
  const kinds = ['exact', 'about', 'over', 'nearly'] as const
  const texts = [
    ...values.map(value => number(tongue, value)),
    ...kinds.map(kind => figure(tongue, { kind, value: 1200 })),
    figure(tongue, { kind: 'range', low: 200, high: 300 }),
    ...Object.keys(tongue.grammar.numbers.magnitudes).map(word => figure(tongue, { kind: 'magnitude', word })),
    percent(tongue, 40),
    percent(tongue, 0.5),
    ordinal(tongue, 1),
    ordinal(tongue, 2),
    ordinal(tongue, 11),
    money(tongue, 1200, 'EUR'),
    money(tongue, 3_000_000, 'USD'),
    phone('04 222 01 12'),
  ]
  return texts.map(text => typesetText(tongue, text))
}

/** Headline, standfirst and first sentence, state by state. */
function headlinesTable(teller: Teller, incidents: readonly Incident[]): string {
  return incidents
    .map(incident => {
      const { headline, standfirst, paragraphs, kicker } = tell(storyOf(incident), teller)
      const lead = paragraphs.find(({ move }) => move === 'lead')?.sentences.map(({ text }) => text) ?? []
      return `**${headline.text}** (${kicker})\n${standfirst.text}\n${lead.join(' ')}`
    })
    .join('\n\n')
}
