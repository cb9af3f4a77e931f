import type { Named } from '../fields/directory.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Locale, Noun } from '../language/locale.ts'
import { capital, typeset } from '../language/typeset.ts'
import type { Fact, Slot, Story } from '../story/story.ts'
import type { Sentence, Span } from './article.ts'
import { choose, openingOf } from './choose.ts'
import { type FilledWording, fill, sentenceContextOf } from './fill-wording.ts'
import { formOf, introduced, nounOf, secondMention } from './nouns.ts'
import type { SentenceContext, Wordings, ZoneSaid } from './sentence-context.ts'
import type { Wording } from './wording.ts'

/** One text being told: a body, a headline, a brief. What it has said and whom it has named. */
export interface Realisation {
  readonly locale: Locale
  readonly wordings: Wordings
  readonly asOf: number
  readonly began: number | undefined
  /** Seeds the choice among equals: the incident's id. */
  readonly seed: string
  /** Slots every sentence may use (the story's). */
  readonly shared: Story['shared']
  readonly told: Set<Slot>
  readonly named: Set<string>
  /** The one company or other speaker that the sentence before named in full, and no other beside it. */
  fresh: string | undefined
  /** Wordings taken, and how the last sentences began: the text does not repeat them while it has others. */
  readonly worn: { readonly wordings: Set<string>; readonly slots: Set<Slot>; openings: readonly string[] }
  readonly zone: ZoneSaid
  /** Whether a name that not every reader knows is introduced at its first mention; titles have no room for it. */
  readonly introduces: boolean
  /** Whether somebody just named may be called by the short form; not where sentences may be left out again. */
  readonly shortens: boolean
  /** How a pointer of the full form stands in the file. */
  readonly locate: (pointer: Pointer) => Pointer
}

/** How long a sentence may be, in characters, and the ways tried before at other lengths on a text that stood the same. */
export interface Fit {
  readonly limit: number
  readonly tried: Map<Wording, Way | undefined>
}

/** One way to tell a fact, ready to be taken. */
export interface Way {
  readonly said: FilledWording
  /** Its words, typeset only where their length counts. */
  readonly sentence: Pick<Sentence, 'text' | 'wording'>
  readonly zone: ZoneSaid
}

/**
 * Tells one fact in one sentence, or nothing: when no wording can be filled, or when all it has to tell has been told.
 * What it tells is told from then on.
 */
export function realiseFact(fact: Fact, realisation: Realisation): Sentence | undefined {
  const way = find(fact, realisation)
  if (!way) return undefined
  for (const slot of way.said.news) realisation.told.add(slot)
  Object.assign(realisation.zone, way.zone)
  const sentence = sentenceOf(fact, way, realisation)
  remember(slotsOf(fact, realisation.shared), way.said, sentence, realisation)
  return sentence
}

/** The sentence of a way that is taken: typeset, with the lines it rests on. */
export function sentenceOf(fact: Fact, { said, sentence: { wording } }: Way, realisation: Realisation): Sentence {
  const spans = setOf(said, realisation.locale)
  return { spans, text: textOf(spans), wording, from: linesOf(fact, said, realisation) }
}

/**
 * The best way to tell a fact, and nothing is told yet. Among the wordings it prefers the one with most news in it; among
 * equals the incident's id decides, so that a rebuild takes the same. `fit` is for titles, which have little room.
 */
export function find(fact: Fact, realisation: Realisation, fit?: Fit): Way | undefined {
  const { locale, wordings, asOf, began, told, seed, worn } = realisation
  const { slots, hasNews } = slotsOf(fact, realisation.shared)
  const needsNews = !fact.always && hasNews
  const zone = { ...realisation.zone }
  let sentenceContext: SentenceContext | undefined
  const knows = (id: string) => realisation.named.has(id)
  const way = (wording: Wording): Way | undefined => {
    sentenceContext ??= sentenceContextOf({ locale, wordings, asOf, began, zone, told, knows, slots }, slot =>
      nounsOf(slot, realisation, slots.explained),
    )
    zone.open = realisation.zone.open
    zone.named = realisation.zone.named
    sentenceContext.here.clear()
    const said = fill(wording.segments, sentenceContext, told)
    if (!said || (needsNews && said.news.length === 0)) return undefined
    // Typography is costly and changes no choice: where there is room, only the sentence taken is typeset.
    const isTight = fit !== undefined && fit.limit < Number.POSITIVE_INFINITY
    const text = textOf(isTight ? setOf(said, locale) : said.spans)
    return { said, sentence: { text, wording: wording.id }, zone: { ...zone } }
  }
  const fitting = (wording: Wording): Way | undefined => {
    if (!fit) return way(wording)
    if (!fit.tried.has(wording)) fit.tried.set(wording, way(wording))
    const found = fit.tried.get(wording)
    return found && found.sentence.text.length <= fit.limit ? found : undefined
  }
  const matter = { seed, worn, slots, told, needsNews }
  const choice = choiceOf(fact)
  for (const key of fact.keys) {
    const chosen = choose(wordings(key, choice), matter, fitting)
    if (chosen) return chosen
  }
  return undefined
}

/** The slots of a fact, those of the story beneath them. */
interface FactSlots {
  readonly slots: Readonly<Record<string, Slot>>
  /** Everybody and everything they name, and who of them speaks. */
  readonly named: ReadonlySet<Named>
  readonly voices: ReadonlySet<Named>
  readonly hasNews: boolean
}

/** Of each story by its shared slots: every edition and every length asks for the same. */
const factSlots = new WeakMap<Story['shared'], Map<Fact, FactSlots>>()

function slotsOf(fact: Fact, shared: Story['shared']): FactSlots {
  const ofStory = factSlots.get(shared) ?? new Map<Fact, FactSlots>()
  if (ofStory.size === 0) factSlots.set(shared, ofStory)
  const known = ofStory.get(fact)
  if (known) return known
  const slots = { ...shared, ...fact.slots }
  const named = new Set<Named>()
  const voices = new Set<Named>()
  for (const name in slots) {
    for (const one of namesIn(slots[name])) {
      named.add(one)
      if (SPEAKERS.has(one.kind) || slots[name]?.kind === 'speaker') voices.add(one)
    }
  }
  let hasNews = false
  for (const name in fact.slots) hasNews ||= fact.slots[name]?.once === true
  const made = { slots, named, voices, hasNews }
  ofStory.set(fact, made)
  return made
}

const choiceOf = ({ context, count }: Fact) => ({
  ...(context !== undefined && { context }),
  ...(count !== undefined && { count }),
})

/** The words as they will be read. */
function setOf({ spans }: FilledWording, locale: Locale): Span[] {
  return typeset(locale, capitalised(locale, opened(locale, oneStop(joined(spans)))))
}

function textOf(spans: readonly Span[]): string {
  let text = ''
  for (const span of spans) text += span.text
  return text
}

/** The lines a sentence rests on, as they stand in the file. */
function linesOf(fact: Fact, said: FilledWording, { locate }: Realisation): Pointer[] {
  return [...new Set([...fact.from, ...said.from].map(locate))].filter(pointer => pointer !== '')
}

/** What a sentence cannot begin with gets the word that leads it there: "On Tuesday, …" */
function opened({ grammar: { opening } }: Locale, spans: readonly Span[]): readonly Span[] {
  const [first, ...others] = spans
  if (!first || first.verbatim) return spans
  const rule = opening.find(({ match }) => patternOf(match).test(first.text))
  return rule ? [{ ...first, text: rule.put + first.text }, ...others] : spans
}

function patternOf(match: string): RegExp {
  const pattern = patterns.get(match) ?? new RegExp(match, 'u')
  patterns.set(match, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()

function capitalised(locale: Locale, spans: readonly Span[]): Span[] {
  const [first, ...others] = spans
  if (!first || first.verbatim) return [...spans]
  return [{ ...first, text: capital(locale, first.text) }, ...others]
}

/** Neighbours of the same kind become one span. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (span.text === '') continue
    if (last && last.lang === span.lang && last.href === span.href && last.verbatim === span.verbatim) {
      result[result.length - 1] = { ...last, text: last.text + span.text }
    } else result.push(span)
  }
  return result.map(span => {
    const text = span.verbatim ? span.text : smoothed(span.text)
    return text === span.text ? span : { ...span, text }
  })
}

/** Marks that meet where slots were filled. */
function smoothed(text: string): string {
  const yielded = text.includes(',') || text.includes('..') ? text.replace(YIELDING, '') : text
  return yielded.includes(') (') ? yielded.replace(BRACKETS, ', $1 (') : yielded
}

/** A sentence that ends with a quoted text which has its own point needs no second one. */
function oneStop(spans: readonly Span[]): Span[] {
  const last = spans.at(-1)
  if (!last || last.verbatim || !last.text.endsWith('.')) return [...spans]
  const text = textOf(spans)
  if (!/[.!?…]\s*[»”’"]\.$/u.test(text)) return [...spans]
  return [...spans.slice(0, -1), { ...last, text: last.text.slice(0, -1) }]
}

/** The comma that closes an apposition gives way to the mark that follows it, and a final point to an abbreviation's. */
const YIELDING = /,(?=\s*[,;:()])|,\s*(?=\.(?!\.))|(?<=\p{L}\.)\.(?!\.)/gu

/** Of two brackets side by side the first becomes an apposition: « à 15h45, heure de Bruxelles (traduit de l'anglais) ». */
const BRACKETS = / \(([^()]*)\) \(/gu

/** The word groups of a slot: what it is at a first mention, the short form right after a full one, else the names. */
function nounsOf(slot: Slot, realisation: Realisation, explained: Slot | undefined): readonly Noun[] {
  const named = namesIn(slot)
  const [only] = named
  if (only && named.length === 1) {
    // « Le site, un site qui recense les pannes » would explain the short way back.
    if (explains(explained, only, realisation)) return [nounOf(realisation.locale, only)]
    if (realisation.introduces && !realisation.named.has(only.id)) return [introduced(realisation.locale, only)]
    const isFull = slot.kind === 'names' && slot.full
    const again = realisation.fresh === only.id && !isFull ? secondMention(realisation.locale, only) : undefined
    if (again) return [again]
  }
  return named.map(name => nounOf(realisation.locale, name))
}

/** Does the sentence say at length what it is? « Le site IsDown, un site qui … » would say it twice. */
function explains(explained: Slot | undefined, { id }: Named, { told, named, locale }: Realisation): boolean {
  if (!explained || told.has(explained) || named.has(id)) return false
  return namesIn(explained).some(name => name.id === id && formOf(locale, name).what !== undefined)
}

function namesIn(slot: Slot | undefined): readonly Named[] {
  if (slot === undefined) return []
  if (slot.kind === 'names') return slot.names
  return slot.kind === 'speaker' && slot.speaker.name ? [slot.speaker.name] : []
}

/** What the next sentence must know of this one: who is introduced, who was named last, what is worn. */
function remember({ named, voices }: FactSlots, said: FilledWording, sentence: Sentence, realisation: Realisation) {
  const text = textOf(said.spans)
  const speakers = new Set<string>()
  for (const name of named) {
    if (!text.includes(nounOf(realisation.locale, name).text)) continue
    // Only named in passing (« Cobaltpay's terminals »), somebody whom few readers know is still to be introduced.
    const { what } = formOf(realisation.locale, name)
    const isExplained = what !== undefined && text.includes(what)
    if (isExplained || text.includes(introduced(realisation.locale, name).text)) realisation.named.add(name.id)
    if (voices.has(name)) speakers.add(name.id)
  }
  realisation.fresh = realisation.shortens && speakers.size === 1 ? [...speakers][0] : undefined
  realisation.worn.wordings.add(sentence.wording)
  for (const slot of said.sparing) realisation.worn.slots.add(slot)
  realisation.worn.openings = [openingOf(sentence), ...realisation.worn.openings].slice(0, REMEMBERED_OPENINGS)
}

/** Kinds of names that a second mention may call « l'entreprise », « le site »; others only where they speak. */
const SPEAKERS: ReadonlySet<string> = new Set(['company', 'authority', 'agency', 'counter', 'person'])
const REMEMBERED_OPENINGS = 2
