import type { Article, Sentence } from '../article/article.ts'
import { type LineSpan, lineSpans } from '../edit/line-spans.ts'
import { withNearFixes } from '../edit/misspelling-fixes.ts'
import type { Diagnostic, Fix } from '../foundation/diagnostic.ts'
import type { DiagnosticWords } from '../foundation/diagnostic-words.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { toJson } from '../foundation/show-diagnostic.ts'
import { startOfLine } from '../foundation/text-place.ts'
import type { Incident, State } from '../incident/incident.ts'
import { fieldContextOf } from '../incident/read-incident.ts'
import { articlePage } from '../site/article-page.ts'
import type { ArticleSummary } from '../site/article-summary.ts'
import type { Neighbours } from '../site/neighbours.ts'
import type { Preview, ShownDiagnostic, ShownPage, ShownRank, ShownSentence } from './api-types.ts'
import { type ArticleLength, withLength, withState } from './preview-options.ts'
import { inOwnWords } from './sentence-override.ts'
import { shownLeftovers } from './shown-leftovers.ts'
import { alsoIn, fileOf, type StudioContext } from './studio-context.ts'

/** The editor's current text. */
export interface PreviewDraft {
  readonly id: string
  readonly text: string
  /** One for each pane. */
  readonly editions: readonly string[]
  readonly length: ArticleLength
  /** A state to try instead of the file's. */
  readonly state?: State
}

/** Previews a draft as the site will show it. Never throws because of the text. */
export async function previewOf(
  draft: PreviewDraft,
  studioContext: StudioContext,
  words: DiagnosticWords,
  neighboursOf: (item: ArticleSummary) => Neighbours,
): Promise<Preview> {
  const { workspace, service, published } = studioContext
  const known = fileOf(workspace, draft.id)
  const read = known
    ? service.load(known, draft.text)
    : service.read({ file: `${draft.id}.yaml`, text: draft.text, inContent: true })
  const found = withNearFixes(read.diagnostics, draft.text, service.newsroom.context.directory)
  if (!read.incident)
    return {
      pages: [],
      ranks: [],
      leftovers: [],
      diagnostics: found.map(one => shownDiagnostic(one, draft.text, words)),
      untold: [],
    }
  const incident = draft.state ? withState(read.incident, draft.state) : read.incident
  const spans = lineSpans(draft.text)
  const articles = published.realise(incident).articles
  const pages = await Promise.all(
    draft.editions.map(edition => pageOf(edition, incident, articles, draft, studioContext, spans, neighboursOf)),
  )
  const untold = articles.reduce<readonly Pointer[] | undefined>(
    (left, article) => (left ? left.filter(pointer => article.untold.includes(pointer)) : article.untold),
    undefined,
  )
  return {
    pages,
    ranks: ranksOf(published.ranking(incident), draft.text),
    diagnostics: found.map(one => shownDiagnostic(one, draft.text, words)),
    leftovers: shownLeftovers(read.incident, draft.text, fieldContextOf(service.newsroom.context), spans),
    untold: (untold ?? []).map(pointer => ({ pointer, ...spans(pointer) })),
  }
}

function ranksOf(ranking: ReturnType<StudioContext['published']['ranking']>, text: string): ShownRank[] {
  return ranking.map(({ angle, rank, leads, mayLead }) => ({
    angle,
    total: Math.round(rank.total * 10) / 10,
    values: rank.parts.map(({ value }) => value),
    leads,
    choose: leads || !mayLead ? null : choiceOf(angle, text),
  }))
}

/** The change that lets a fact lead: `angle` as it stands, or after the first line. */
function choiceOf(angle: string, text: string): Fix {
  const own = /^angle:.*$/m.exec(text)
  if (own) return { from: own.index, to: own.index + own[0].length, text: `angle: ${angle}` }
  const state = /^state:.*$/m.exec(text)
  const at = state ? state.index + state[0].length : text.length
  return { from: at, to: at, text: `\nangle: ${angle}` }
}

async function pageOf(
  edition: string,
  incident: Incident,
  articles: readonly Article[],
  draft: PreviewDraft,
  studioContext: StudioContext,
  spans: (pointer: Pointer) => LineSpan,
  neighboursOf: (item: ArticleSummary) => Neighbours,
): Promise<ShownPage> {
  const own = articles.find(article => article.edition === edition)
  const editions = await alsoIn(studioContext, edition)
  const all = own ? articles : editions.realise(incident).articles
  const article = own ?? all.at(-1)
  if (!article) throw new Error(`The edition ${edition} tells nothing`)
  const neighbours = neighboursOf(editions.summary(article, incident))
  const sized = withLength(article, draft.length)
  const { text: html } = articlePage({ article: sized, incident, neighbours }, all, editions.siteContext())
  return {
    edition,
    lang: article.lang,
    html,
    sentences: sentencesOf(sized, draft.text, spans),
    alert: article.alert.text.length,
    brief: wordsIn(article.brief),
    words: wordsIn(article.paragraphs.flatMap(({ sentences }) => sentences)),
  }
}

function sentencesOf(article: Article, file: string, spans: (pointer: Pointer) => LineSpan): ShownSentence[] {
  const { language } = new Intl.Locale(article.lang)
  const shown = (part: ShownSentence['part'], sentence: Sentence): ShownSentence => ({
    part,
    text: sentence.text,
    wording: sentence.wording,
    lines: sentence.from.map(spans),
    own: inOwnWords(sentence, language, file) ?? null,
  })
  return [
    shown('headline', article.headline),
    shown('standfirst', article.standfirst),
    ...article.paragraphs.flatMap(({ sentences }) => sentences.map(sentence => shown('body', sentence))),
  ].filter(({ text }) => text !== '')
}

function wordsIn(sentences: readonly Sentence[]): number {
  return sentences.reduce(
    (sum, { text }) => sum + text.split(/\s+/u).filter(word => /[\p{L}\p{N}]/u.test(word)).length,
    0,
  )
}

/** A diagnostic with offsets into its text, for the editor to underline. */
export function shownDiagnostic(diagnostic: Diagnostic, text: string, words: DiagnosticWords): ShownDiagnostic {
  const { line, column = 1, length = 1 } = diagnostic.place
  const mark = line === 1 && text.startsWith('\uFEFF') ? 1 : 0
  const from = line === undefined ? 0 : Math.min(startOfLine(text, line) + column - 1 + mark, text.length)
  return { ...toJson(diagnostic, words), from, to: Math.min(from + length, text.length), fix: diagnostic.fix ?? null }
}
