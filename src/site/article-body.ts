import type { Article, Paragraph, Sentence } from '../article/article.ts'
import { nounOf } from '../article/noun-phrases.ts'
import type { Incident, Quote, Statement } from '../incident/incident.ts'
import { joinWord } from '../language/phrase.ts'
import { isOpening } from './changes-told.ts'
import { mayLink } from './markdown-escape.ts'
import { plain } from './plain-text.ts'
import { paragraphHtml, sentenceHtml } from './sentence-html.ts'
import type { SiteEdition } from './site-context.ts'
import { type Html, html } from './templates.ts'

/** The parts of an article's text as its page template places them. */
export interface ArticleBody {
  /** The text in order: each paragraph with the originals of the statements it quotes. */
  readonly blocks: readonly { readonly html: Html; readonly originals: readonly Original[] }[]
  /** Serious corrections, for the head of the page. */
  readonly notice: readonly Html[]
  /** The others, for its foot. */
  readonly corrections: readonly Html[]
  /** Each sentence about updates, with the fragment ids of those it tells, which feeds and data link to. */
  readonly timeline: readonly { readonly ids: readonly string[]; readonly html: Html }[]
}

/** A statement in the language it was made in. */
export interface Original {
  readonly lang: string
  readonly text: string
  /** The speaker, with preposition; `false` when nobody is named. */
  readonly who: string | false
  readonly language: string
  readonly source: string | false
}

/** Distributes an article's paragraphs over its page: nothing is left out or repeated. */
export function bodyOf({ paragraphs }: Article, incident: Incident, siteEdition: SiteEdition): ArticleBody {
  const corrections = paragraphs.filter(({ move }) => move === 'corrections')
  const serious = incident.corrections.some(({ severity }) => severity === 'serious')
  const correctionsHtml = corrections
    .flatMap(({ sentences }) => sentences)
    .map(sentence => html(sentenceHtml(sentence)))
  const timeline = paragraphs.filter(isTimeline).flatMap(({ sentences }) => sentences)
  const isListed = paragraphs.some(isTimeline)
  const rest = paragraphs.filter(
    // What opens the list of updates stands nowhere without it: the page has a heading there.
    paragraph => !corrections.includes(paragraph) && !isTimeline(paragraph) && !(isListed && opensList(paragraph)),
  )
  const last = rest.findLastIndex(({ move }) => move === 'statements')
  const originals = originalsOf(incident, siteEdition)
  const blocks = rest.map((paragraph, at) => ({
    html: html(paragraphHtml(paragraph)),
    originals: at === last ? originals : [],
  }))
  return {
    blocks,
    notice: serious ? correctionsHtml : [],
    corrections: serious ? [] : correctionsHtml,
    timeline: timeline.map(sentence => ({ ids: updatesIn(sentence), html: html(sentenceHtml(sentence)) })),
  }
}

/** The updates that a sentence rests on, by their place in the file. */
function updatesIn({ from }: Sentence): string[] {
  const told = from.flatMap(pointer => UPDATE.exec(pointer)?.[1] ?? [])
  return [...new Set(told)].map(nth => `update-${Number(nth) + 1}`)
}

const UPDATE = /^\/updates\/(\d+)/

function opensList({ move, sentences }: Paragraph): boolean {
  return move === 'updates' && sentences.length > 0 && sentences.every(({ wording }) => isOpening(wording))
}

function isTimeline({ move, form }: Paragraph): boolean {
  return move === 'updates' && form === 'list'
}

type SaidStatement = Extract<Statement, { kind: 'said' }>

/** A statement whose words are known as they were said. */
type KnownStatement = SaidStatement & { readonly quote: Quote & { readonly text: string } }

const isKnown = (statement: SaidStatement): statement is KnownStatement => statement.quote?.text !== undefined

/** Statements that the text quotes in translation, or that can be read elsewhere, in their original language. */
function originalsOf({ statements }: Incident, siteEdition: SiteEdition): Original[] {
  const { language } = siteEdition.locale.edition
  return statements
    .filter((statement): statement is SaidStatement => statement.kind === 'said')
    .flatMap(statement => (isKnown(statement) ? statement : []))
    .filter(({ quote, url }) => primary(quote.lang) !== language || (url !== undefined && mayLink(url)))
    .map(statement => originalOf(statement, siteEdition))
}

function originalOf({ by, quote, url }: KnownStatement, { locale, say }: SiteEdition): Original {
  const names = languageNames(locale.edition.tag)
  return {
    lang: quote.lang,
    text: plain(quote.text),
    who: by.name ? plain(joinWord(locale, say('article.from'), nounOf(locale, by.name))) : false,
    language: names.of(primary(quote.lang)) ?? quote.lang,
    source: url !== undefined && mayLink(url) ? url : false,
  }
}

const namesByTag = new Map<string, Intl.DisplayNames>()

/** Names of languages in one language: `Intl.DisplayNames` is slow to create, so each is cached. */
function languageNames(tag: string): Intl.DisplayNames {
  const known = namesByTag.get(tag)
  if (known) return known
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' })
  namesByTag.set(tag, names)
  return names
}

function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag
}
