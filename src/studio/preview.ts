import type { Article, Sentence } from '../article/article.ts'
import { type LineSpan, lineSpans } from '../edit/line-spans.ts'
import { withNearFixes } from '../edit/near.ts'
import type { Incident, Pointer, State } from '../incident/incident.ts'
import { readIncident } from '../incident/read-incident.ts'
import { startOfLine } from '../incident/yaml/place.ts'
import type { Problem } from '../problem/problem.ts'
import { toJson } from '../problem/show.ts'
import type { ProblemWords } from '../problem/words.ts'
import { tellIncident } from '../run/tell-incident.ts'
import type { Around } from '../site/around.ts'
import { articlePage } from '../site/article-page.ts'
import { voiceOf } from '../site/house.ts'
import { type Item, itemOf } from '../site/item.ts'
import { companionsOf, type Desk, fileOf } from './desk.ts'
import type { Preview, ShownPage, ShownProblem, ShownSentence } from './replies.ts'
import { atLength, inState, type Length } from './trial.ts'

/** What the editor has in hand. */
export interface Draft {
  readonly id: string
  readonly text: string
  /** One for each pane. */
  readonly editions: readonly string[]
  readonly length: Length
  /** Another state than the file's, to try. */
  readonly state?: State
}

/** Tells a draft as the site will show it. Never throws for what is in the text. */
export async function previewOf(
  draft: Draft,
  desk: Desk,
  words: ProblemWords,
  aroundOf: (item: Item) => Around,
): Promise<Preview> {
  const { workspace, newsroom } = desk
  const { context } = newsroom
  const known = fileOf(workspace, draft.id)
  const file = known?.file ?? `${draft.id}.yaml`
  const companions = known ? companionsOf(workspace, known) : []
  const read = readIncident({ file, text: draft.text, companions }, { ...context, inContent: true })
  const found = withNearFixes(read.problems, draft.text, context.directory)
  if (!read.incident) return { pages: [], problems: found.map(one => shownProblem(one, draft.text, words)), untold: [] }
  const incident = draft.state ? inState(read.incident, draft.state) : read.incident
  const spans = lineSpans(draft.text)
  const told = tellIncident(incident, desk.published)
  const pages = await Promise.all(
    draft.editions.map(edition => pageOf(edition, incident, told, draft, desk, spans, aroundOf)),
  )
  const untold = told.reduce<readonly Pointer[] | undefined>(
    (left, article) => (left ? left.filter(pointer => article.untold.includes(pointer)) : article.untold),
    undefined,
  )
  return {
    pages,
    problems: found.map(one => shownProblem(one, draft.text, words)),
    untold: (untold ?? []).map(pointer => ({ pointer, ...spans(pointer) })),
  }
}

async function pageOf(
  edition: string,
  incident: Incident,
  told: readonly Article[],
  draft: Draft,
  desk: Desk,
  spans: (pointer: Pointer) => LineSpan,
  aroundOf: (item: Item) => Around,
): Promise<ShownPage> {
  const own = told.find(article => article.edition === edition)
  const { editions, house } = await desk.with(edition)
  const all = own ? told : tellIncident(incident, editions)
  const article = own ?? all.at(-1)
  if (!article) throw new Error(`The edition ${edition} tells nothing`)
  const around = aroundOf(itemOf(article, incident, voiceOf(house, edition)))
  const sized = atLength(article, draft.length)
  const { text: html } = articlePage({ article: sized, incident, around }, all, house)
  return {
    edition,
    lang: article.lang,
    html,
    sentences: sentencesOf(sized, spans),
    alert: article.alert.text.length,
    brief: wordsIn(article.brief),
    words: wordsIn(article.paragraphs.flatMap(({ sentences }) => sentences)),
  }
}

function sentencesOf(article: Article, spans: (pointer: Pointer) => LineSpan): ShownSentence[] {
  const shown = (part: ShownSentence['part'], { text, wording, from }: Sentence): ShownSentence => ({
    part,
    text,
    wording,
    lines: from.map(spans),
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

/** A problem with the offsets of the text it is about, for the editor to underline. */
export function shownProblem(problem: Problem, text: string, words: ProblemWords): ShownProblem {
  const { line, column = 1, length = 1 } = problem.place
  const mark = line === 1 && text.startsWith('\uFEFF') ? 1 : 0
  const from = line === undefined ? 0 : Math.min(startOfLine(text, line) + column - 1 + mark, text.length)
  return { ...toJson(problem, words), from, to: Math.min(from + length, text.length), fix: problem.fix ?? null }
}
