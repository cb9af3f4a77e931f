import type { Article } from '../../src/article/article.ts'
import { nounOf } from '../../src/article/noun-phrases.ts'
import type { Named } from '../../src/fields/directory.ts'
import type { Locale } from '../../src/language/locale.ts'
import { capital } from '../../src/language/typeset.ts'
import type { ProofDiagnostic } from './proof-diagnostic.ts'
import type { Rulebook } from './rulebook.ts'
import { FOREIGN } from './text-pieces.ts'

/** An article with what is needed to compare it with its version in another edition. */
export interface EditionArticle {
  readonly article: Article
  readonly locale: Locale
  readonly rulebook: Rulebook
}

/**
 * What one edition tells and another does not: figures from a hundred on (smaller ones are words in some languages and
 * roundings in others), names, and values of the file that no sentence is based on.
 */
export function disparities(versions: readonly EditionArticle[], names: readonly Named[]): ProofDiagnostic[] {
  return [
    ...versions.flatMap(({ article }) =>
      article.untold
        .filter(pointer => !isCandidate(pointer))
        .map(pointer => diagnosticFor('facts/untold', pointer.replace(/\/\d+/g, '/#'), pointer, article)),
    ),
    ...differences('facts/figure', versions, figuresOf).filter(
      ({ found, edition }) => !versions.some(({ article }) => article.edition === edition && isQuoted(found, article)),
    ),
    ...differences('facts/name', versions, version => namesIn(version, names)),
  ]
}

function diagnosticFor(check: string, found: string, context: string, { edition, id }: Article): ProofDiagnostic {
  return { check, found, context, edition, incident: id }
}

/** What some versions have and others lack, reported for those that lack it. */
function differences(
  check: string,
  versions: readonly EditionArticle[],
  read: (version: EditionArticle) => readonly string[],
): ProofDiagnostic[] {
  const sets = versions.map(version => ({ version, set: new Set(read(version)) }))
  const all = new Set(sets.flatMap(({ set }) => [...set]))
  return [...all].flatMap(one =>
    sets
      .filter(({ set }) => !set.has(one))
      .map(({ version }) => diagnosticFor(check, one.replace(/\/\d+/g, '/#'), one, version.article)),
  )
}

/** The body text of an article, without titles: they choose what to leave out. */
const bodyOf = ({ paragraphs }: Article): string =>
  paragraphs.flatMap(({ sentences }) => sentences.map(wordsIn)).join('\n')

/** The words of a sentence that are of the article's own language and ours. */
const wordsIn = ({ spans }: Article['standfirst']): string =>
  spans.map(({ text, lang, verbatim }) => (lang || verbatim ? FOREIGN : text)).join('\n')

/** Words for a headline are part of a quote: the quote counts, and a headline may do without them. */
const isCandidate = (pointer: string): boolean => pointer.includes('/highlight')

/** Figures of an article in one notation. Hours and dates are left out: every edition formats them differently. */
export function figuresOf({ article, rulebook }: EditionArticle): string[] {
  const { group, decimal } = rulebook.figures
  const bare = rulebook.not_figures.reduce(
    (text, pattern) => text.replace(new RegExp(pattern, 'gu'), ' '),
    bodyOf(article),
  )
  const number = new RegExp(`\\d+(?:[${group}]\\d{3})*(?:[${decimal}]\\d+)?`, 'gu')
  return [...bare.matchAll(number)]
    .map(([found]) => found.replace(new RegExp(`[${group}](?=\\d{3})`, 'gu'), '').replace(decimal, '.'))
    .filter(found => Number(found) >= 100)
}

/** A text quoted in another language has figures in that language's notation. */
function isQuoted(figure: string, { paragraphs }: Article): boolean {
  const foreign = paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap(({ spans }) => spans.filter(({ lang }) => lang)),
  )
  return foreign.some(({ text }) => text.replace(/(?<=\d)[ .,\u00A0\u202F](?=\d{3})/g, '').includes(figure))
}

function namesIn({ article, locale }: EditionArticle, names: readonly Named[]): string[] {
  // What the standfirst tells, the body need not say again.
  const body = `${wordsIn(article.standfirst)}\n${bodyOf(article)}`.replaceAll('\u00A0', ' ')
  return (
    names
      // Channels and common nouns are words of the language: « sur sa page d'état », "in a post"; so are very short
      // names.
      .filter(name => name.common !== true && name.kind !== 'channel' && name.name.length > 2)
      .filter(name => stands(nounOf(locale, name).text.replaceAll("'", '’'), body, locale))
      .map(({ id }) => id)
  )
}

/** Whether a name is in a text as words of its own. At the start of a sentence it has a capital. */
function stands(name: string, body: string, locale: Locale): boolean {
  return [name, capital(locale, name)].some(text =>
    new RegExp(`(?<![\\p{L}\\p{N}-])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}-])`, 'u').test(body),
  )
}
