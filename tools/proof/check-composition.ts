import type { Article, Paragraph, Sentence } from '../../src/article/article.ts'
import { openingOf } from '../../src/article/choose-wording.ts'
import { grouped } from '../../src/article/naming-diagnostics.ts'
import { nounOf } from '../../src/article/noun-phrases.ts'
import type { Named } from '../../src/fields/directory.ts'
import type { Locale } from '../../src/language/locale.ts'
import type { EditionArticle } from './check-parity.ts'
import type { ProofDiagnostic } from './proof-diagnostic.ts'
import { FOREIGN } from './text-pieces.ts'

/**
 * How an article is composed, read as its readers do: a day or the same places named twice in a paragraph, two sentences that begin
 * alike, one verb of saying twice running, a connective at the head of a sentence, a standfirst that tells nothing but hours;
 * and, over the editions, messages that one tells at a length and another does not.
 */
export function compositionDiagnostics(
  versions: readonly EditionArticle[],
  names: readonly Named[],
): ProofDiagnostic[] {
  return [...versions.flatMap(version => inOne(version, names)), ...lengthsApart(versions)]
}

type Found = readonly [check: string, found: string, context: string, wording?: string]

function inOne({ article, locale, rulebook }: EditionArticle, names: readonly Named[]): ProofDiagnostic[] {
  const prose = article.paragraphs.filter(({ form }) => form === 'prose')
  const places = names.filter(({ kind }) => kind === 'place').map(name => nounOf(locale, name).text)
  const found: Found[] = [
    ...prose.flatMap(paragraph => [
      ...repeatedDay(weekdaysOf(locale), paragraph),
      ...repeatedPlaces(places, { ...paragraph, sentences: paragraph.sentences.filter(isSomewhere) }),
    ]),
    ...[...prose.map(({ sentences }) => sentences), article.brief].flatMap(alike),
    ...prose.flatMap(({ sentences }) => running(sentences, rulebook.verbs)),
    ...[...prose.flatMap(({ sentences }) => sentences), ...article.brief].flatMap(sentence =>
      leading(sentence, rulebook.connectives),
    ),
    ...onlyHours(article),
  ]
  return found.map(([check, what, context, wording]) => ({
    check,
    found: what,
    context,
    edition: article.edition,
    incident: article.id,
    ...(wording !== undefined && { wording }),
  }))
}

/** A text without what is quoted in other languages or typed as it stands. */
const ownWords = ({ spans }: Sentence): string =>
  spans
    .map(({ text, lang, verbatim }) => (lang || verbatim ? FOREIGN : text))
    .join('')
    .replace(/[«“‘].*?[»”’](?!\p{L})/gu, FOREIGN)

const weekdays = new Map<string, readonly string[]>()

/** The names of the seven days. */
function weekdaysOf({ edition: { tag } }: Locale): readonly string[] {
  const known = weekdays.get(tag)
  if (known) return known
  const { format } = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' })
  const days = Array.from({ length: 7 }, (_, nth) => format(new Date(Date.UTC(2024, 0, 1 + nth))))
  weekdays.set(tag, days)
  return days
}

/** The one day of a paragraph, named twice: where it tells of several days each hour needs its own. */
function repeatedDay(days: readonly string[], paragraph: Paragraph): Found[] {
  const own = days.filter(day => paragraph.sentences.some(sentence => ownWords(sentence).includes(day)))
  return own.length === 1 ? repeated('composition/day', own, paragraph) : []
}

/** Places named twice; what one sentence names among others, another may tell apart. */
function repeatedPlaces(places: readonly string[], { sentences, ...paragraph }: Paragraph): Found[] {
  const named = (sentence: Sentence) => places.filter(place => ownWords(sentence).includes(place)).join(' ')
  return [...grouped(sentences, named).values()].flatMap(alike =>
    repeated('composition/place', places, { ...paragraph, sentences: alike }),
  )
}

/** Words that stand in more than one sentence of a paragraph. */
function repeated(check: string, words: readonly string[], { sentences }: Paragraph): Found[] {
  return words.flatMap(word => {
    const pattern = new RegExp(`(?<![\\p{L}-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}-])`, 'u')
    const holding = sentences.filter(sentence => pattern.test(ownWords(sentence)))
    if (holding.length < 2) return []
    return [[check, word, holding.map(({ text }) => text).join(' '), holding.at(-1)?.wording ?? '']]
  })
}

/** Whether a sentence rests on a place of the file, and does not only name one: in a time zone, or in what somebody is. */
const isSomewhere = ({ from }: Sentence): boolean =>
  from.some(pointer => /\/(?:places?|where|scope|beyond)(?:\/|$)/.test(pointer))

/** Sentences that begin like the one before. */
function alike(sentences: readonly Sentence[]): Found[] {
  return sentences.flatMap((sentence, nth): Found[] => {
    const before = sentences[nth - 1]
    if (!before || /^[«“‘"]/u.test(sentence.text) || openingOf(before) !== openingOf(sentence)) return []
    return [['composition/opening', openingOf(sentence), `${before.text} ${sentence.text}`, sentence.wording]]
  })
}

/** A verb of saying in two sentences running. */
function running(sentences: readonly Sentence[], verbs: readonly string[]): Found[] {
  return sentences.flatMap((sentence, nth): Found[] => {
    const before = sentences[nth - 1]
    const same = before && verbs.find(verb => [before, sentence].every(one => ownWords(one).includes(verb)))
    return same ? [['composition/verb', same, `${before.text} ${sentence.text}`, sentence.wording]] : []
  })
}

/** A sentence that opens with a connective: only what the plan joins has a relation to tell. */
function leading(sentence: Sentence, connectives: readonly string[]): Found[] {
  const opens = connectives.find(one => sentence.text.replaceAll('’', "'").startsWith(one))
  return opens === undefined ? [] : [['composition/connective', opens, sentence.text, sentence.wording]]
}

const HOURS = /^\/(?:started|ended|as_of|company|state|kind)(?:\/|$)/

/** A standfirst that tells only when. */
function onlyHours({ standfirst: { from, text, wording } }: Article): Found[] {
  if (text === '' || wording === 'override' || from.some(pointer => !HOURS.test(pointer))) return []
  return [['composition/standfirst', 'only hours', text, wording]]
}

/** The entries of the file that each edition tells at a length: the same everywhere, since the plan has chosen them. */
function lengthsApart(versions: readonly EditionArticle[]): ProofDiagnostic[] {
  const lengths: Readonly<Record<string, (article: Article) => readonly Sentence[]>> = {
    standfirst: ({ standfirst }) => [standfirst],
    brief: ({ brief }) => brief,
    body: ({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences),
  }
  return Object.entries(lengths).flatMap(([length, read]) => {
    const told = versions.map(({ article }) => ({ article, entries: entriesOf(read(article)) }))
    // What an editor typed stands in its own languages.
    if (versions.some(({ article }) => read(article).some(({ wording }) => wording === 'override'))) return []
    const all = new Set(told.flatMap(({ entries }) => [...entries]))
    return [...all].flatMap(one =>
      told
        .filter(({ entries }) => !entries.has(one))
        .map(({ article }) => ({
          check: `composition/parity-${length}`,
          found: one.replace(/\d+/g, '#'),
          context: read(article)
            .map(({ text }) => text)
            .join(' '),
          edition: article.edition,
          incident: article.id,
        })),
    )
  })
}

/** Fields that only say of whom or when something is told. */
const ASIDE = /^(?:state|kind|company|as_of|services|headline|standfirst|alert|sentences|published)/

/** The entries of a file that sentences rest on: `counts/0`, `started`. */
function entriesOf(sentences: readonly Sentence[]): ReadonlySet<string> {
  const entries = sentences.flatMap(({ from }) =>
    from.flatMap(pointer => /^\/((?:started|ended)(?=\/|$)|[a-z_]+(?:\/\d+)?)/.exec(pointer)?.[1] ?? []),
  )
  return new Set(entries.filter(entry => !ASIDE.test(entry)))
}
