import type { Named } from '../fields/directory.ts'
import { locate, typedAt } from '../fields/short-form-pointers.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Incident } from '../incident/incident.ts'
import { leftOut } from '../incident/left-out-values.ts'
import { readerValues } from '../incident/reader-values.ts'
import { isSuspicion } from '../incident/suspicion.ts'
import { respell } from '../language/edition-spelling.ts'
import type { Locale } from '../language/locale.ts'
import { typeset } from '../language/typeset.ts'
import { markOf } from '../plan/message-mark.ts'
import type { NewsValues } from '../plan/news-values.ts'
import { type Plan, planOf } from '../plan/plan.ts'
import { plannedBody } from '../plan/planned-body.ts'
import { isToldTogether, sentencesOf, wholeOf } from '../plan/sentence-plan.ts'
import type { SentenceRules } from '../plan/sentence-rules.ts'
import { drawnUp } from '../plan/told-twice.ts'
import { calledEvent } from '../story/incident-slots.ts'
import type { Fact, Slot, Story } from '../story/story.ts'
import type { Article, Paragraph, Sentence } from './article.ts'
import { datesOf } from './article-dates.ts'
import { type DiscourseContext, nothingTold, type TypedSentence } from './discourse-context.ts'
import { compileDocumentPlan, type DocumentPlan } from './document-plan.ts'
import { formOf } from './noun-phrases.ts'
import { findWording, type LengthLimit, sentenceOf } from './realise-fact.ts'
import { realiseSentences } from './realise-sentence.ts'
import type { Wordings } from './sentence-context.ts'
import { released } from './smooth-joints.ts'
import { type Title, withSecondClause } from './title-clauses.ts'
import { compileWording, type Wording } from './wording.ts'
import { localZoneOf, namesZone } from './zone-mention.ts'

/**
 * Everything needed to realise articles of one edition: its locale, its wordings and the document plans, each compiled
 * once.
 */
export interface Realiser {
  readonly locale: Locale
  readonly wordings: Wordings
  readonly documentPlans: ReadonlyMap<string, DocumentPlan>
  /** What makes a message news. */
  readonly news: NewsValues
  /** What becomes one sentence. */
  readonly sentences: SentenceRules
  /** The newsroom's byline in the edition's language. */
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
  readonly documentPlans: Readonly<Record<string, string>>
  readonly news: NewsValues
  /** What becomes one sentence. */
  readonly sentences: SentenceRules
  readonly byline: string
}

/** Maximum length of a headline or alert, in characters (once Google's limit). */
export const MAX_TITLE_LENGTH = 110
/** Lengths at which headlines are tried: Reuters aims at 64, French needs a little more. */
const LONG_HEADLINE = 90
const HEADLINE = 72
const HEADLINE_LENGTHS = [HEADLINE, LONG_HEADLINE, 100, MAX_TITLE_LENGTH]
/** An alert is sought within this length. */
const ALERT_LENGTHS = [100, MAX_TITLE_LENGTH]

export function openRealiser({ locale, variants, documentPlans, news, sentences, byline }: RealiserParts): Realiser {
  const compiled = new Map<string, Wording>()
  const perContext = new Map<string, Map<string | undefined, readonly Wording[]>>()
  const perCount = new WeakMap<ReturnType<Variants>, readonly Wording[]>()
  const compile = ({ id, text }: { readonly id: string; readonly text: string }) => {
    const wording = compiled.get(id) ?? compileWording(id, respell(locale.edition, text))
    compiled.set(id, wording)
    return wording
  }
  const wordings: Wordings = (key, choice) => {
    if (choice.count === undefined) {
      const ofKey = perContext.get(key) ?? new Map<string | undefined, readonly Wording[]>()
      if (ofKey.size === 0) perContext.set(key, ofKey)
      const known = ofKey.get(choice.context) ?? variants(key, choice).map(compile)
      ofKey.set(choice.context, known)
      return known
    }
    // A count only matters through its plural category: counts of one category give the very same list.
    const found = variants(key, choice)
    const known = perCount.get(found) ?? found.map(compile)
    perCount.set(found, known)
    return known
  }
  return {
    locale,
    wordings,
    byline,
    news,
    sentences,
    documentPlans: new Map(
      Object.entries(documentPlans).map(([name, source]) => [name, compileDocumentPlan(name, source)]),
    ),
  }
}

/** Realises a story for one edition. Pure: the same story and realiser give the same article. */
export function realiseArticle(story: Story, realiser: Realiser): Article {
  const { incident } = story
  const { locale } = realiser
  const { publication } = incident
  const { language, id: edition, tag } = locale.edition
  const plan = planOf(story, realiser.news, locale.edition.home)
  const { sentence: headline, news } = title(story, realiser, 'headline', plan.headline, HEADLINE_LENGTHS, {
    second: plan.second,
  })
  const top = plan.standfirst.map(fact => wholeOf(fact, story.moves, realiser.sentences).fact)
  const { sentence: standfirst } = title(story, realiser, 'standfirst', [top], [Number.POSITIVE_INFINITY], {
    told: news,
    introduces: namesAnother(incident, plan.standing) || namesUnknown(plan.standing),
    saysZone: plan.standing.length > 0,
  })
  const alert = alertOf(story, realiser, plan)
  const above = toldAbove(story, standfirst, plan).flatMap(fact => wholeOf(fact, story.moves, realiser.sentences).of)
  const moves = lacking(plannedBody(story, plan), above, realiser.sentences)
  const planned = { ...story, moves: drawnUp(moves, realiser.sentences) }
  const paragraphs = realisePlan(planned, realiser, documentPlanFor(incident, realiser), standfirst.wording)
  const brief = briefOf(story, realiser, plan)
  const nameOf = (named: Named) => formOf(realiser.locale, named).name ?? named.name
  const names = incident.services.map(({ service }) => nameOf(service))
  const company = incident.company && nameOf(incident.company)
  return {
    id: incident.id,
    edition,
    lang: tag,
    state: incident.state,
    kind: incident.kind,
    event: calledEvent(incident),
    weight: plan.leader?.rank.total ?? 0,
    headline,
    standfirst,
    alert,
    brief,
    paragraphs,
    kicker: kickerOf(story, realiser),
    slug: publication.slug[edition] ?? publication.slug[language] ?? incident.id,
    ...datesOf(incident),
    author: realiser.byline,
    // Tags were typed for what a retracted story withdraws.
    tags: [
      ...new Set([
        ...(company ? [company] : []),
        ...names,
        ...(incident.state === 'retracted' ? [] : publication.tags),
      ]),
    ],
    services: names,
    draft: publication.draft,
    sources: incident.sources.map(source => ({ url: source.url ?? '', label: labelOf(source, realiser.locale) })),
    unworded: unwordedIn(plan, realiser),
    untold: untold(incident, [
      headline,
      standfirst,
      alert,
      ...brief,
      ...paragraphs.flatMap(({ sentences }) => sentences),
    ]),
  }
}

/** What a source is called: as it was typed, but for its apostrophes. */
function labelOf({ url = '', title, publisher }: Incident['sources'][number], locale: Locale): string {
  const label = title && publisher ? `${title} (${publisher})` : (title ?? publisher)
  return label === undefined ? url : (typeset(locale, [{ text: label, fixed: 'name' }])[0]?.text ?? label)
}

/** What the standfirst tells, so that the body does not: nothing where an editor typed it, or the sentence of that fact. */
function toldAbove({ incident }: Story, { wording }: Sentence, { standing }: Plan): readonly Fact[] {
  if (wording === 'override' || wording === 'none') return []
  const typed = new Set(incident.publication.sentences.map(({ tells }) => tells))
  return standing.filter(fact => !typed.has(markOf({ fact }).tells))
}

/** The moves without what stands above them; what becomes one sentence with others is told with them. */
function lacking(moves: Story['moves'], told: readonly Fact[], rules: SentenceRules): Story['moves'] {
  if (told.length === 0) return moves
  // What is told in other words beside what it belongs to is told there.
  const news = new Set(told.flatMap(newsOf))
  const isTold = (one: Fact) =>
    told.some(({ slots, keys }) => slots === one.slots && keys === one.keys) ||
    (one.keys[0] === 'origin' && newsOf(one).every(slot => news.has(slot)))
  const open = (facts: readonly Fact[]) => facts.filter(one => !isTold(one))
  return Object.fromEntries(
    Object.entries(moves).map(([move, facts]) => [
      move,
      facts.flatMap(one =>
        !isTold(one) || isToldTogether(one, [one, ...open(facts)], rules) ? withoutBlame(one, told) : [],
      ),
    ]),
  )
}

const newsOf = ({ slots }: Fact): Slot[] => Object.values(slots).filter(({ once }) => once)

/** Somebody's words without the cause that they are told with, where that stands above. */
function withoutBlame(fact: Fact, told: readonly Fact[]): Fact {
  const { blamed, ...slots } = fact.slots
  if (!blamed || !told.some(one => one.slots.text === blamed)) return fact
  return { ...fact, slots, from: [...fact.from, ...blamed.from] }
}

/** The document plan of an incident: of its kind and state, of its kind, of its state, or else that of `ongoing`. */
function documentPlanFor({ kind, state }: Incident, { documentPlans }: Realiser): string {
  const slug = kind.replaceAll(' ', '-')
  return [`${slug}-${state}`, slug, state].find(name => documentPlans.has(name)) ?? 'ongoing'
}

/** Keys of what is planned that the language has no wording for at all: a language chooses nothing, so it lacks them. */
function unwordedIn({ headline, alert, second, standfirst, lead, brief }: Plan, { wordings }: Realiser): string[] {
  const planned = [...headline.flat(), ...alert.flat(), ...(second ? [second] : []), ...standfirst, ...lead, ...brief]
  const isWorded = ({ keys, context, count }: Fact) => {
    const choice = { ...(context !== undefined && { context }), ...(count !== undefined && { count }) }
    return keys.some(key => wordings(key, choice).length > 0)
  }
  return [...new Set(planned.flatMap(fact => (isWorded(fact) ? [] : (fact.keys[0] ?? []))))]
}

/** An editor who typed the headline has said what the news is: it is the alert too, unless one is typed. */
function alertOf(story: Story, realiser: Realiser, plan: Plan): Sentence {
  const { publication } = story.incident
  const own = publication.alert?.[realiser.locale.edition.language] === undefined
  const typed = own ? overrideOf(story.incident, realiser, 'headline') : undefined
  if (typed && typed.text.length <= MAX_TITLE_LENGTH) return typed
  return title(story, realiser, 'alert', plan.alert, ALERT_LENGTHS, { second: plan.second }).sentence
}

/** The planned sentences, all of them: which fit is decided by the plan. A standfirst that an editor typed opens it. */
function briefOf(story: Story, realiser: Realiser, { brief }: Plan): Sentence[] {
  const opening = overrideOf(story.incident, realiser, 'standfirst')
  const discourse = newDiscourse(story, realiser, true)
  const sentences = sentencesOf(brief, realiser.sentences).flatMap(plan =>
    realiseSentences(plan, discourse, realiser.sentences),
  )
  return opening ? [opening, ...sentences] : sentences
}

/** @param above the wording of the standfirst: what it says is not said in the same words below it */
function realisePlan(story: Story, realiser: Realiser, name: string, above: string): Paragraph[] {
  const plan = realiser.documentPlans.get(name)
  if (!plan) throw new MissingTemplate(`templates/article/${name}.hbs`)
  const gathered: Paragraph[] = []
  const companion = story.incident.companions[realiser.locale.edition.language]
  const discourse = newDiscourse(story, realiser, true)
  discourse.used.wordings.add(above)
  plan({
    story,
    discourse,
    rules: realiser.sentences,
    gathered,
    typed: companion ? { [companion.place]: companion.body } : {},
  })
  return gathered
}

/** A template is missing: the installation or the newsroom's folder is broken, not an incident. */
export class MissingTemplate extends Error {}

function newDiscourse(
  story: Story,
  { locale, wordings }: Realiser,
  introducesNames: boolean,
  saysZone = introducesNames,
): DiscourseContext {
  const { incident } = story
  return {
    locale,
    wordings,
    asOf: incident.as_of,
    spoken: incident.as_of_moment,
    began: began(incident),
    seed: incident.id,
    shared: story.shared,
    holds: story.holds,
    ...nothingTold(),
    typed: typedIn(incident, locale.edition.language),
    named: new Set(),
    explained: new Set(),
    bearers: new Map(),
    zone: {
      open: namesZone(incident, locale, saysZone),
      named: undefined,
      local: introducesNames ? localZoneOf(incident, locale) : undefined,
      there: introducesNames,
    },
    introducesNames,
    usesShortForms: introducesNames,
    locate: pointer => typedAt(incident.raw, pointer),
  }
}

/** What an editor has typed in place of made sentences. */
function typedIn({ publication: { sentences } }: Incident, language: string): TypedSentence[] {
  return sentences.flatMap(({ text, ...mark }, index) => {
    const own = text[language]
    return own === undefined ? [] : [{ ...mark, text: own, index }]
  })
}

function began({ started }: Incident): number | undefined {
  const instants = started.flatMap(({ at }) => at ?? [])
  return instants.length > 0 ? Math.min(...instants) : undefined
}

/**
 * A headline, standfirst or alert: the editor's own text first, then the wording with most news within the first
 * length limit that leaves room for any. What the title above it has told (`told`) is not repeated while there is
 * other news.
 */
function title(
  story: Story,
  realiser: Realiser,
  move: 'headline' | 'standfirst' | 'alert',
  choices: readonly (readonly Fact[])[],
  limits: readonly number[],
  { told = [], second, introduces = false, saysZone = introduces }: TitleOptions = {},
): { readonly sentence: Sentence; readonly news: readonly Slot[] } {
  const own = overrideOf(story.incident, realiser, move)
  if (own) return { sentence: own, news: [] }
  // What the article does not say again says its hours for all readers.
  const discourse = newDiscourse(story, realiser, introduces, saysZone)
  for (const slot of told) discourse.told.add(slot)
  const both = second && inTwoClauses(choices[0] ?? [], second, discourse)
  if (both) return both
  const asTitle = ({ fact, candidate }: Title) => ({
    sentence: sentenceOf(fact, candidate, discourse),
    news: candidate.filled.news,
  })
  const trials = (facts: readonly Fact[] = []) => facts.map(fact => ({ fact, tried: new Map() }))
  let bare: Title | undefined
  for (const [nth, facts] of choices.entries()) {
    const found = fullestOf(facts, discourse, limits, bare)
    // What leads makes the title, whether or not it holds a figure or an hour; what is general has to hold some.
    const isLeader = nth < choices.length - 1
    if (found && (isLeader || found.candidate.filled.news.length > 0)) return asTitle(found)
    bare ??= found
  }
  // Repeated news is better than none.
  if (told.length > 0) return title(story, realiser, move, choices, limits, { introduces, saysZone })
  if (bare) return asTitle(bare)
  if (move === 'alert') return title(story, realiser, 'headline', [story.moves.headline ?? []], HEADLINE_LENGTHS)
  if (move === 'standfirst') return { sentence: { spans: [], text: '', wording: 'none', from: [] }, news: [] }
  const last = mostSaid(trials(story.moves.bare_headline), discourse, Number.POSITIVE_INFINITY)
  return last ? asTitle(last) : { sentence: { spans: [], text: '', wording: 'none', from: [] }, news: [] }
}

interface TitleOptions {
  readonly told?: readonly Slot[]
  /** What is added to what leads. */
  readonly second?: Fact | undefined
  /** Whether names are told with what they are. */
  readonly introduces?: boolean
  readonly saysZone?: boolean
}

/** Whether somebody else than the company says it, whom the article may not name again. */
const namesAnother = ({ company }: Incident, standing: readonly Fact[]): boolean =>
  standing.some(({ slots: { by, source } }) => {
    const slot = by ?? source
    return slot?.kind === 'speaker' && slot.speaker.name !== undefined && slot.speaker.name.id !== company?.id
  })

/** Whether it names a service that the article may not name again, and that the file says what it is. */
const namesUnknown = (standing: readonly Fact[]): boolean =>
  standing.some(({ slots: { services } }) => services?.kind === 'names' && services.names.some(isToExplain))

const isToExplain = ({ forms }: Named): boolean => Object.values(forms).some(({ what }) => what !== undefined)

/**
 * What leads and what is added to it, where both fit; what the first says in more words than it needs is left out: how long it
 * has lasted, who answers for a figure, and last where it is.
 */
function inTwoClauses(
  facts: readonly Fact[],
  second: Fact,
  discourse: DiscourseContext,
): { readonly sentence: Sentence; readonly news: readonly Slot[] } | undefined {
  const width =
    findWording(second, discourse, { limit: MAX_TITLE_LENGTH, tried: new Map() })?.sentence.text.length ??
    MAX_TITLE_LENGTH
  for (const { left, limit } of TWO_CLAUSES) {
    const trials = facts.map(fact => ({ fact: without(fact, left), tried: new Map() }))
    const first = mostSaid(trials, discourse, limit - width)
    const sentence = first && withSecondClause(first, second, discourse, limit)
    if (first && sentence) return { sentence, news: [...first.candidate.filled.news, ...Object.values(second.slots)] }
  }
  return undefined
}

const LENGTHS_LEFT = ['elapsed', 'duration', 'source']
const PLACES_LEFT = [...LENGTHS_LEFT, 'places', 'after']
const TWO_CLAUSES: readonly { readonly left: readonly string[]; readonly limit: number }[] = [
  { left: LENGTHS_LEFT, limit: HEADLINE },
  { left: LENGTHS_LEFT, limit: LONG_HEADLINE },
  // No language leaves out for want of room what another tells.
  { left: LENGTHS_LEFT, limit: MAX_TITLE_LENGTH },
  { left: PLACES_LEFT, limit: MAX_TITLE_LENGTH },
]

const isAttributed = (title: Title | undefined): boolean => title?.candidate.filled.attributed === true

/**
 * The shortest way to say all that is planned: within the first limit that has room for as much as the last. So no language
 * leaves out for want of room what another says. What would only be too long by who answers for it says less.
 */
function fullest(
  trials: readonly Trial[],
  discourse: DiscourseContext,
  limits: readonly number[],
  bare: Title | undefined,
): Title | undefined {
  const most = mostSaid(trials, discourse, limits.at(-1) ?? Number.POSITIVE_INFINITY)
  const isForced =
    isAttributed(most) && limits.length > 1 && (most?.candidate.sentence.text.length ?? 0) > LONG_HEADLINE
  if (isForced) return mostSaid(trials, discourse, LONG_HEADLINE) ?? (bare ? undefined : most)
  const length = most?.candidate.sentence.text.length ?? Number.POSITIVE_INFINITY
  for (const limit of limits) {
    // What is best of all that fits is best of what is as short.
    if (length <= limit) return most
    const found = mostSaid(trials, discourse, limit)
    if (found && saidIn(found) >= saidIn(most)) return found
  }
  return most
}

/** The same with less, where a language is too long for all that is planned. */
function fullestOf(
  facts: readonly Fact[] | undefined,
  discourse: DiscourseContext,
  limits: readonly number[],
  bare: Title | undefined,
): Title | undefined {
  for (const left of WAYS) {
    const trials = (facts ?? []).map(fact => ({ fact: without(fact, left), tried: new Map() }))
    const found = fullest(trials, discourse, limits, bare)
    if (found) return found
  }
  return undefined
}

/** What a title leaves out, in this order, where a language is too long for all that is planned. */
const WAYS: readonly (readonly string[])[] = [[], ['elapsed', 'duration'], ['elapsed', 'duration', 'places']]

function without(fact: Fact, left: readonly string[]): Fact {
  if (left.length === 0) return fact
  return { ...fact, slots: Object.fromEntries(Object.entries(fact.slots).filter(([name]) => !left.includes(name))) }
}

/** A fact with the wordings tried for it. */
interface Trial {
  readonly fact: Fact
  readonly tried: LengthLimit['tried']
}

/** Of several facts that say the same, the one whose best wording says most; trying changes no state. */
function mostSaid(trials: readonly Trial[], discourse: DiscourseContext, limit: number): Title | undefined {
  let best: Title | undefined
  for (const { fact, tried } of trials) {
    const candidate = findWording(fact, discourse, { limit, tried })
    const found = candidate && { fact, candidate }
    if (found && saidIn(found) > saidIn(best)) best = found
  }
  return best
}

/** How much a title says: news, and what is wanted. */
const saidIn = (title: Title | undefined): number =>
  title ? title.candidate.filled.news.length + title.candidate.filled.wanted.length : -1

function overrideOf(
  { publication }: Incident,
  { locale }: Realiser,
  move: 'headline' | 'standfirst' | 'alert',
): Sentence | undefined {
  const { language } = locale.edition
  const text = publication[move]?.[language]
  if (text === undefined) return undefined
  const spans = released(typeset(locale, [{ text, fixed: 'typed' }]))
  return { spans, text: spans.map(span => span.text).join(''), wording: 'override', from: [`/${move}/${language}`] }
}

function kickerOf(story: Story, { wordings }: Realiser): string {
  const { incident } = story
  // What is over and was nothing has a label of its own.
  const context = incident.state !== 'unconfirmed' && isSuspicion(incident) ? 'false-alarm' : incident.state
  const segment = wordings('kicker', { context })[0]?.segments[0]
  return segment?.kind === 'words' ? segment.text : ''
}

/** Values meant for readers that no sentence is based on. */
function untold(incident: Incident, sentences: readonly Sentence[]): Pointer[] {
  const told = new Set(sentences.flatMap(({ from }) => from))
  const within = new Set<Pointer>()
  for (const pointer of told) addAncestors(pointer, within)
  // Told itself, or through a part of itself (one language of a text), or as a part of something told.
  const rest = readerValues(incident).filter(
    pointer => !told.has(pointer) && !within.has(pointer) && !isWithin(pointer, told),
  )
  if (rest.length === 0) return rest
  const over = new Set(leftOut(incident).map(pointer => locate(incident.raw, pointer)))
  return rest.filter(pointer => !over.has(pointer) && !isWithin(pointer, over))
}

/** Adds the ancestors of a pointer: `/services/0` and `/services` for `/services/0/impact`. */
function addAncestors(pointer: Pointer, into: Set<Pointer>): void {
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const parent = pointer.slice(0, end)
    if (into.has(parent)) return
    into.add(parent)
  }
}

/** Whether one of these is an ancestor of a pointer. */
function isWithin(pointer: Pointer, these: ReadonlySet<Pointer>): boolean {
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1))
    if (these.has(pointer.slice(0, end))) return true
  return false
}
