import type { Locale } from '../language/locale.ts'
import { isSameValue, type Join, type SentencePlan } from '../plan/sentence-plan.ts'
import type { SentenceRules } from '../plan/sentence-rules.ts'
import type { Fact, Slot } from '../story/story.ts'
import type { Sentence } from './article.ts'
import type { DiscourseContext } from './discourse-context.ts'
import { joinedSentence, relativeSentence } from './join-sentences.ts'
import { findWording, type RealisedFact, type RealisedWording, realiseChosen, realiseFact } from './realise-fact.ts'
import { withTyped } from './sentence-by-hand.ts'

/**
 * A planned sentence in words: one; two where it would be too long; none where all of it has been told. An editor's own
 * words stand in its place.
 */
export function realiseSentences(
  plan: SentencePlan,
  discourse: DiscourseContext,
  rules: SentenceRules,
): readonly Sentence[] {
  return withTyped(plan, made(plan, discourse, rules), discourse)
}

/** A fact of a planned sentence that has something to tell, and how it is joined to the one before. */
interface SentencePart {
  readonly fact: Fact
  readonly join?: Pick<Join, 'relation' | 'source'> | undefined
  /** As it would stand alone. */
  readonly alone: RealisedWording
}

function made(plan: SentencePlan, discourse: DiscourseContext, rules: SentenceRules): Sentence[] {
  const chunks = chunksOf(partsOf(plan, discourse), rules, discourse)
  return chunks.flatMap((parts, nth) => together(parts, discourse, nth === 0))
}

function partsOf({ fact, joined }: SentencePlan, discourse: DiscourseContext): SentencePart[] {
  const parts: SentencePart[] = []
  let join: Join | undefined
  for (let one: Fact | undefined = fact; one; one = join?.fact) {
    const alone = findWording(one, discourse)
    if (alone) parts.push({ fact: one, alone, join })
    join = join ? join.then : joined
  }
  return parts
}

/** As many parts in a sentence as it can hold. */
function chunksOf(parts: readonly SentencePart[], rules: SentenceRules, discourse: DiscourseContext): SentencePart[][] {
  const chunks: SentencePart[][] = []
  for (const part of parts) {
    const last = chunks.at(-1)
    if (last && part.join && canJoin(last, part, discourse, rules)) last.push(part)
    else chunks.push([part])
  }
  return chunks
}

function canJoin(
  before: readonly SentencePart[],
  part: SentencePart,
  discourse: DiscourseContext,
  rules: SentenceRules,
): boolean {
  if (!fits([...before, part], connectiveOf(part, discourse.locale), rules)) return false
  if (part.join?.relation !== 'relative') return true
  // « La panne est mondiale. La panne, qui … »: not twice running.
  if (discourse.subject === SUBJECT) return false
  // A clause beside the subject needs the subject in both, and says nothing for which somebody else answers.
  const { relative } = discourse.locale.grammar.join
  const [first] = before
  const wordings = [first, part].map(one => one && findWording(one.fact, discourse, undefined, SUBJECT))
  return relative !== undefined && before.length === 1 && wordings.every(Boolean) && !isAttributed(wordings[0])
}

/** What sentences with a clause beside their subject are about. */
const SUBJECT = 'event'

const isAttributed = (wording: RealisedWording | undefined): boolean =>
  (wording?.filled.speakers.length ?? 0) > 0 || wording?.filled.attributed === true

/** Whether a sentence can hold these: it is short enough, and its parts have no inner ends of their own. */
function fits(parts: readonly SentencePart[], connective: string, { most_words: most }: SentenceRules): boolean {
  const texts = parts.map(({ alone }) => alone.sentence.text)
  const inner = texts.filter(text => /[:;]/u.test(text)).length + (connective.includes(';') ? 1 : 0)
  // Who answers for all is told once.
  const shared = parts.filter(({ join }) => join?.relation === 'both' && join.source !== undefined).length * ANSWER
  const words = texts.reduce((sum, text) => sum + wordsOf(text), 0) - shared
  return words <= most && inner <= 1 && !texts.some(text => INNER_END.test(text))
}

/** « …, ont indiqué les pompiers de Londres ». */
const ANSWER = 5

const INNER_END = /[.!?…] \p{Lu}/u

function connectiveOf({ join }: SentencePart, { grammar }: Locale): string {
  if (!join) return ''
  const relation = join.source === undefined ? join.relation : 'both'
  return relation === 'relative' ? (grammar.join.relative?.open ?? '') : grammar.join[relation]
}

/**
 * The parts as one sentence; who answers for several is named after the last.
 *
 * @param isFirst whether nothing has been told since it was asked how each part would stand alone
 */
function together(parts: readonly SentencePart[], discourse: DiscourseContext, isFirst: boolean): Sentence[] {
  if (parts[1]?.join?.relation === 'relative') return besideSubject(parts, discourse)
  const told: RealisedFact[] = []
  const connectives: string[] = []
  for (const [nth, part] of parts.entries()) {
    const next = parts[nth + 1]
    const source = next?.join?.source
    const isKnown = isFirst && nth === 0 && source === undefined && part.join?.source === undefined
    const one = isKnown ? realiseChosen(part.fact, part.alone, discourse) : realisePart(part, next, discourse)
    if (!one) continue
    discourse.speaksAgain ??= speakerIn(one)
    if (told.length > 0) connectives.push(between(parts, nth, discourse.locale))
    told.push(one)
  }
  discourse.speaksAgain = undefined
  const [only, ...others] = told
  if (!only) return []
  return [others.length === 0 ? only.sentence : joinedSentence(told, connectives, discourse)]
}

/**
 * A part without what the next one tells for both, and of the last not beginning with who answers for all: « … et selon
 * Brisemar, … » would be of the last alone.
 */
function realisePart(
  { fact, join }: SentencePart,
  next: SentencePart | undefined,
  discourse: DiscourseContext,
): RealisedFact | undefined {
  const source = next?.join?.source
  discourse.answeredBy = source === undefined ? undefined : fact.slots[source]
  const own = source === undefined ? fact : withoutShared(fact, next?.fact, source)
  discourse.namedLast = join?.source
  const last = realiseFact(own, discourse)
  discourse.namedLast = undefined
  const one = last ?? (join?.source === undefined ? undefined : realiseFact(own, discourse))
  discourse.answeredBy = undefined
  return one
}

/** Two parts about one subject, the first as a clause beside it. */
function besideSubject(parts: readonly SentencePart[], discourse: DiscourseContext): Sentence[] {
  const [first, second] = parts.flatMap(({ fact }) => realiseFact(fact, discourse, SUBJECT) ?? [])
  const { relative } = discourse.locale.grammar.join
  if (!first || !second || !relative) return [first, second].flatMap(one => one?.sentence ?? [])
  return [relativeSentence(first, second, relative, discourse)]
}

/** What stands before a part: of three that one answers for, a comma before the second. */
function between(parts: readonly SentencePart[], nth: number, locale: Locale): string {
  const part = parts[nth]
  const goesOn = parts[nth + 1]?.join !== undefined
  const own = part ? connectiveOf(part, locale) : ''
  return goesOn && own === locale.grammar.join.both ? locale.grammar.list.between : own
}

/** Who says what the sentence says, where it names them. */
const speakerIn = ({ chosen: { filled } }: RealisedFact): Slot | undefined =>
  [...filled.wanted, ...filled.news].find(({ kind }) => kind === 'speaker')

/** A fact without who answers for it, and without the place and the hour of a figure, where the next one tells the same. */
function withoutShared(fact: Fact, next: Fact | undefined, source: string): Fact {
  const isFigure = [fact, next].every(one => one?.slots.figure)
  const names =
    isFigure && !fact.slots.elsewhere && !fact.slots.earlier
      ? COMMON.filter(name => isSameValue(fact.slots[name], next?.slots[name]))
      : []
  const own = [source, ...names].reduce(without, fact)
  // Without who states it, it is worded as what is told plainly: the end of the sentence says who does.
  return fact.keys.includes('claim.stated') ? { ...own, keys: ['claim.bare-confirmed'] } : own
}

const COMMON = ['place', 'at'] as const

function without(fact: Fact, name: string): Fact {
  const { [name]: told, ...slots } = fact.slots
  return { ...fact, slots, from: [...fact.from, ...(told?.from ?? [])] }
}

/** Words of a text, roughly. */
const wordsOf = (text: string): number => text.split(/\s+/u).length

/** Facts without those that say nothing new where they stand: what they would say is told by those before. */
export function withSomethingToTell(facts: readonly Fact[], discourse: DiscourseContext): Fact[] {
  const told = new Set(discourse.told)
  return facts.filter(fact => {
    const found = findWording(fact, { ...discourse, told })
    for (const slot of found?.filled.news ?? []) told.add(slot)
    return found !== undefined
  })
}
