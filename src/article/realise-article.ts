import { typedAt } from '../fields/short-form-pointers.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Incident } from '../incident/incident.ts'
import { readerValues } from '../incident/reader-values.ts'
import type { Locale } from '../language/locale.ts'
import { isElsewhere } from '../language/moment.ts'
import { respell } from '../language/respell.ts'
import { typeset } from '../language/typeset.ts'
import type { Fact, Slot, Story } from '../story/story.ts'
import type { Article, Paragraph, Sentence } from './article.ts'
import { compileDocumentPlan, type DocumentPlan } from './document-plan.ts'
import { type Fit, find, type Realisation, sentenceOf, type Way } from './realise-fact.ts'
import type { Wordings } from './sentence-context.ts'
import { compileWording, type Wording } from './wording.ts'

/** One edition, ready to write: its tongue, its wordings and the outlines, each compiled once. */
export interface Realiser {
  readonly locale: Locale
  readonly wordings: Wordings
  readonly outlines: ReadonlyMap<string, DocumentPlan>
  /** Byline of the desk in the edition's language. */
  readonly byline: string
}

/** The alternatives of a key of `story.json`, by i18next's own rules of plural and context; empty when it is not there. */
export type Variants = (
  key: string,
  choice: { context?: string; count?: number },
) => readonly { id: string; text: string }[]

export interface RealiserParts {
  readonly locale: Locale
  readonly variants: Variants
  /** Sources of `templates/article/*.hbs` by name, without ending. */
  readonly outlines: Readonly<Record<string, string>>
  readonly byline: string
}

/** Longest headline and alert that may be, in characters (once Google's limit). */
export const LONGEST = 110
/** Headlines are tried at these lengths: Reuters aims at 64, French needs a little more. */
const HEADLINES = [72, 90, LONGEST]
/** A brief stops before the sentence that would carry it past this many words. */
const BRIEF = 75

export function openRealiser({ locale, variants, outlines, byline }: RealiserParts): Realiser {
  const compiled = new Map<string, Wording>()
  const perContext = new Map<string, readonly Wording[]>()
  const perCount = new WeakMap<ReturnType<Variants>, readonly Wording[]>()
  const compile = ({ id, text }: { readonly id: string; readonly text: string }) => {
    const wording = compiled.get(id) ?? compileWording(id, respell(locale.edition, text))
    compiled.set(id, wording)
    return wording
  }
  const wordings: Wordings = (key, choice) => {
    if (choice.count === undefined) {
      const memo = choice.context === undefined ? key : `${key}\n${choice.context}`
      const known = perContext.get(memo) ?? variants(key, choice).map(compile)
      perContext.set(memo, known)
      return known
    }
    // A count only matters through its plural category: those of one category are the very same list.
    const found = variants(key, choice)
    const known = perCount.get(found) ?? found.map(compile)
    perCount.set(found, known)
    return known
  }
  return {
    locale,
    wordings,
    byline,
    outlines: new Map(Object.entries(outlines).map(([name, source]) => [name, compileDocumentPlan(name, source)])),
  }
}

/** Tells a story for one edition. Pure: the same story and teller give the same article. */
export function realiseArticle(story: Story, realiser: Realiser): Article {
  const { incident } = story
  const { locale } = realiser
  const { publication } = incident
  const { language, id: edition, tag } = locale.edition
  const { sentence: headline, news } = title(story, realiser, 'headline', HEADLINES)
  const { sentence: standfirst } = title(story, realiser, 'standfirst', [Number.POSITIVE_INFINITY], news)
  const { sentence: alert } = title(story, realiser, 'alert', [LONGEST])
  const paragraphs = outlined(story, realiser, outlineFor(incident, realiser))
  const brief = briefly(outlined(story, realiser, briefFor(incident, realiser)).flatMap(({ sentences }) => sentences))
  const names = incident.services.map(({ service }) => service.forms[language]?.name ?? service.name)
  const company = incident.company && (incident.company.forms[language]?.name ?? incident.company.name)
  return {
    id: incident.id,
    edition,
    lang: tag,
    state: incident.state,
    kind: incident.kind,
    headline,
    standfirst,
    alert,
    brief,
    paragraphs,
    kicker: kickerOf(story, realiser),
    slug: publication.slug[edition] ?? publication.slug[language] ?? incident.id,
    published: publication.published ?? incident.as_of,
    updated: Math.max(incident.as_of, ...incident.corrections.map(({ at }) => at)),
    author: realiser.byline,
    tags: [...new Set([...(company ? [company] : []), ...names, ...publication.tags])],
    services: names,
    draft: publication.draft,
    sources: incident.sources.map(({ url, title: label, publisher }) => ({ url, label: label ?? publisher ?? url })),
    untold: untold(incident, [
      headline,
      standfirst,
      alert,
      ...brief,
      ...paragraphs.flatMap(({ sentences }) => sentences),
    ]),
  }
}

/** The outline of an incident: of its kind and state, of its kind, or of its state. */
function outlineFor({ kind, state }: Incident, { outlines }: Realiser): string {
  const slug = kind.replaceAll(' ', '-')
  return [`${slug}-${state}`, slug, state].find(name => outlines.has(name)) ?? state
}

/** The outline of a brief: of the state where it has one. */
function briefFor({ state }: Incident, { outlines }: Realiser): string {
  return outlines.has(`brief-${state}`) ? `brief-${state}` : 'brief'
}

function outlined(story: Story, realiser: Realiser, name: string): Paragraph[] {
  const outline = realiser.outlines.get(name)
  if (!outline) throw new MissingTemplate(`templates/article/${name}.hbs`)
  const gathered: Paragraph[] = []
  const companion = story.incident.companions[realiser.locale.edition.language]
  outline({
    story,
    realisation: { ...realisation(story, realiser, true), shortens: !name.startsWith('brief') },
    gathered,
    typed: companion ? { [companion.place]: companion.body } : {},
  })
  return gathered
}

/** Thrown when a template is not there: the newsroom's folder is broken, not an incident. */
export class MissingTemplate extends Error {}

function realisation(story: Story, { locale, wordings }: Realiser, introduces: boolean): Realisation {
  const { incident } = story
  return {
    locale,
    wordings,
    asOf: incident.as_of,
    began: began(incident),
    seed: incident.id,
    shared: story.shared,
    told: new Set(),
    named: new Set(),
    fresh: undefined,
    worn: { wordings: new Set(), slots: new Set(), openings: [] },
    zone: { open: introduces && readAbroad(story, locale), named: undefined },
    introduces,
    shortens: introduces,
    locate: pointer => typedAt(incident.raw, pointer),
  }
}

function began({ started }: Incident): number | undefined {
  const instants = started.flatMap(({ at }) => at ?? [])
  return instants.length > 0 ? Math.min(...instants) : undefined
}

/**
 * Whether the hours of a story must say their zone: the edition always does, it happens in more countries than home, or
 * an hour of it is told in another zone too.
 */
function readAbroad({ incident }: Story, locale: Locale): boolean {
  const { edition } = locale
  const { scope } = incident
  if (edition.says_zone === 'always') return true
  const own = incident.services.flatMap(({ started, ended }) => [started, ended])
  const moments = [...incident.started, ...incident.ended, incident.planned?.from, incident.planned?.to, ...own]
  if (moments.some(moment => moment && isElsewhere(locale, moment))) return true
  const places = [...(scope?.places ?? []), ...(scope?.beyond ?? [])]
  return scope?.reach === 'world' || places.some(({ id }) => id !== edition.home && !id.startsWith(`${edition.home}-`))
}

/**
 * A headline, standfirst or alert: the editor's own words first, then the fullest wording within the first limit that leaves
 * room for news. What stands right above it (`told`) is not told again while there is other news.
 */
function title(
  story: Story,
  realiser: Realiser,
  move: 'headline' | 'standfirst' | 'alert',
  limits: readonly number[],
  told: readonly Slot[] = [],
): { readonly sentence: Sentence; readonly news: readonly Slot[] } {
  const own = overrideOf(story.incident, realiser, move)
  if (own) return { sentence: own, news: [] }
  const text = realisation(story, realiser, false)
  for (const slot of told) text.told.add(slot)
  const taken = ({ fact, way }: Title) => ({ sentence: sentenceOf(fact, way, text), news: way.said.news })
  const trials = (facts: readonly Fact[] = []) => facts.map(fact => ({ fact, tried: new Map() }))
  const candidates = trials(story.moves[move])
  let bare: Title | undefined
  for (const limit of limits) {
    const found = fullest(candidates, text, limit)
    if (found && found.way.said.news.length > 0) return taken(found)
    bare ??= found
  }
  // Rather the same news twice than none.
  if (told.length > 0) return title(story, realiser, move, limits)
  if (bare) return taken(bare)
  if (move === 'alert') return title(story, realiser, 'headline', HEADLINES)
  const last = fullest(trials(story.moves.bare_headline), text, Number.POSITIVE_INFINITY)
  return last ? taken(last) : { sentence: { spans: [], text: '', wording: 'none', from: [] }, news: [] }
}

/** A fact told as a title. */
interface Title {
  readonly fact: Fact
  readonly way: Way
}

/** Of several facts that say the same in other words, the one with most news in its best way; nothing is told by trying. */
function fullest(
  trials: readonly { readonly fact: Fact; readonly tried: Fit['tried'] }[],
  text: Realisation,
  limit: number,
): Title | undefined {
  let best: Title | undefined
  for (const { fact, tried } of trials) {
    const way = find(fact, text, { limit, tried })
    if (way && way.said.news.length > (best?.way.said.news.length ?? -1)) best = { fact, way }
  }
  return best
}

function overrideOf({ publication }: Incident, { locale }: Realiser, move: string): Sentence | undefined {
  const { language } = locale.edition
  const text = move === 'headline' || move === 'standfirst' ? publication[move]?.[language] : undefined
  if (text === undefined) return undefined
  const spans = typeset(locale, [{ text }])
  return { spans, text: spans.map(span => span.text).join(''), wording: 'override', from: [`/${move}/${language}`] }
}

function kickerOf(story: Story, { wordings }: Realiser): string {
  const segment = wordings('kicker', { context: story.incident.state })[0]?.segments[0]
  return segment?.kind === 'words' ? segment.text : ''
}

function briefly(sentences: readonly Sentence[]): Sentence[] {
  const kept: Sentence[] = []
  let words = 0
  for (const sentence of sentences) {
    const more = sentence.text.split(/\s+/u).length
    if (kept.length > 0 && words + more > BRIEF) continue
    kept.push(sentence)
    words += more
  }
  return kept
}

/** Values meant for readers on which no sentence rests. */
function untold(incident: Incident, sentences: readonly Sentence[]): Pointer[] {
  const told = new Set(sentences.flatMap(({ from }) => from))
  const within = new Set([...told].flatMap(above))
  // Told itself, or by a part of itself (one language of a text), or as a part of something told.
  return readerValues(incident).filter(
    pointer => !told.has(pointer) && !within.has(pointer) && !above(pointer).some(parent => told.has(parent)),
  )
}

/** The pointers to what holds a value, the nearest first: `/services/0` and `/services` for `/services/0/impact`. */
function above(pointer: Pointer): Pointer[] {
  const parents: Pointer[] = []
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    parents.push(pointer.slice(0, end))
  }
  return parents
}
