import type { Named } from '../fields/directory.ts'
import type { LocalText } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { grammarPattern } from '../language/grammar-pattern.ts'
import type { Locale, Noun } from '../language/locale.ts'
import { typeset } from '../language/typeset.ts'
import type { Fact, Slot, SpeakerSlot, Story } from '../story/story.ts'
import type { Sentence } from './article.ts'
import { attributed } from './attribution.ts'
import { choose, openingOf } from './choose-wording.ts'
import type { DiscourseContext, Spoken } from './discourse-context.ts'
import { type FilledWording, fillSegments, sentenceContextOf, untoldSlot } from './fill-wording.ts'
import { textOf, typesetSpans } from './finish-spans.ts'
import { formOf, introduced, nounOf } from './noun-phrases.ts'
import { bear, isClear, isNamedIn, shortMention, surnameMention, unnamedKey } from './second-mention.ts'
import type { SentenceContext, Wordings, ZoneMention } from './sentence-context.ts'
import { smoothed } from './smooth-joints.ts'
import { type Segment, slotsOf, type Wording } from './wording.ts'

/** A maximum length in characters, and the wordings already filled at other lengths in the same state of the text. */
export interface LengthLimit {
  readonly limit: number
  readonly tried: Map<Wording, RealisedWording | undefined>
}

/** A wording filled for a fact, ready to be used. */
export interface RealisedWording {
  readonly filled: FilledWording
  /** Its text, typeset only where its length counts. */
  readonly sentence: Pick<Sentence, 'text' | 'wording'>
  readonly zone: ZoneMention
  readonly wording: Wording
  readonly slots: Readonly<Record<string, Slot>>
  /** The slot it begins with; none where it begins with words. */
  readonly opensWith: string | undefined
}

/** A fact put into words, not yet a sentence: what is joined to another is typeset with it. */
export interface RealisedFact {
  readonly chosen: RealisedWording
  readonly sentence: Sentence
}

/**
 * Realises one fact as one sentence, or not at all: when no wording can be filled, or all its news has been told.
 * Records in the discourse what the sentence tells.
 *
 * @param subject the slot that it must begin with, in full
 */
export function realiseFact(fact: Fact, discourse: DiscourseContext, subject?: string): RealisedFact | undefined {
  const chosen = findWording(fact, discourse, undefined, subject)
  return chosen && realiseChosen(fact, chosen, discourse)
}

/** The same in a wording that was chosen for it with the discourse as it is now. */
export function realiseChosen(fact: Fact, chosen: RealisedWording, discourse: DiscourseContext): RealisedFact {
  for (const slot of chosen.filled.news) discourse.told.add(slot)
  // Of a brief only the first sentence is sure to stay.
  const stays = discourse.usesShortForms || discourse.used.openings.length === 0
  const { news, timed } = chosen.filled
  discourse.justTold = stays ? toldSince(discourse.justTold, [...news, ...timed]) : new Set()
  Object.assign(discourse.zone, chosen.zone)
  const sentence = sentenceOf(fact, chosen, discourse)
  updateDiscourse(factMaterial(fact, discourse), chosen, sentence, discourse)
  discourse.spoke = spokenIn(fact, chosen, sentence, discourse)
  if (isSpeech(fact)) discourse.heard.add(speakerKey(fact.slots.by))
  return { chosen, sentence }
}

const isSpeech = ({ keys }: Fact): boolean => keys.some(key => key.startsWith('statement.'))

/** Who speaks, as far as a text must know it to say that they go on. */
const speakerKey = (by: Slot | undefined): string =>
  by?.kind === 'speaker' ? (by.speaker.name?.id ?? by.speaker.kind) : ''

/** "Then", "later", "also" need words above them in the same text: a standfirst has none, a brief those that it tells. */
function heldHere(held: ReadonlySet<string>, fact: Fact, { heard }: DiscourseContext): ReadonlySet<string> {
  if (!isSpeech(fact)) return held
  const isOpen = (name: string) =>
    (name === 'order' && heard.size === 0) || (name === 'same-speaker' && !heard.has(speakerKey(fact.slots.by)))
  return new Set([...held].filter(name => !isOpen(name)))
}

/** Whose words a fact tells. */
function spokenIn(
  { keys, slots: { by: speaker, source, via, at } }: Fact,
  { opensWith }: RealisedWording,
  { text }: Sentence,
  discourse: DiscourseContext,
): Spoken | undefined {
  const by = speaker ?? source
  if (by?.kind !== 'speaker') return undefined
  // Who opens a sentence by stating something is meant by a pronoun that opens the next.
  const isStated = opensWith === 'by' && keys.includes('claim.stated')
  if (!isStated && !keys.some(key => isSaid(key, by))) return undefined
  const cls = mentionedClass(by, text, discourse)
  return { by, via, at, isNear: true, ...(cls !== undefined && { cls }) }
}

/** What a person claims or counts is said by them, too; of others it may be taken for what somebody else says. */
const isSaid = (key: string, { speaker }: SpeakerSlot): boolean =>
  key.startsWith('statement.') || (speaker.kind === 'person' && /^(?:claim|counts)\./.test(key))

/** The class of the words that name a speaker in a sentence: « les CFF » are many, « la compagnie » is one. */
function mentionedClass(
  { speaker: { name, role } }: SpeakerSlot,
  text: string,
  { locale, bearers, spoke }: DiscourseContext,
): string | undefined {
  if (!name) return undefined
  const ways = [nounOf(locale, name), shortMention(locale, name, role, bearers)]
  return ways.find(noun => noun && text.includes(noun.text))?.class ?? spoke?.cls
}

/** Whether these are other words of whom the sentence before has told; of somebody unnamed, words said there and then. */
function isSpeakingOn({ by, via, at }: Readonly<Record<string, Slot>>, { spoke }: DiscourseContext): boolean {
  if (by?.kind !== 'speaker' || !spoke || by.speaker.and || spoke.by.speaker.and) return false
  if (by.speaker.name) return by.speaker.name.id === spoke.by.speaker.name?.id
  return via !== undefined && via === spoke.via && at === spoke.at && by.speaker.kind === spoke.by.speaker.kind
}

/** Whether « il », "she" can mean somebody: a person is named anew in a new paragraph. */
const isMeant = (by: Slot | undefined, { spoke }: DiscourseContext): boolean =>
  spoke?.isNear === true || by?.kind !== 'speaker' || by.speaker.kind !== 'person'

/** What a sentence tells; where it tells no moment, those of the sentence before it in the paragraph stand on. */
function toldSince(before: ReadonlySet<Slot>, now: readonly Slot[]): ReadonlySet<Slot> {
  const isTimed = now.some(({ kind }) => kind === 'when')
  return new Set(isTimed ? now : [...[...before].filter(({ kind }) => kind === 'when'), ...now])
}

/** A new paragraph refers to nothing in the one before by a short form. */
export function beginParagraph(discourse: DiscourseContext): void {
  discourse.justNamed = undefined
  discourse.justTold = new Set()
  discourse.subject = undefined
  discourse.credited = undefined
  discourse.spoke = discourse.spoke && { ...discourse.spoke, isNear: false }
}

/**
 * Realises a fact in this very wording, whether another would be better or not; `undefined` when it cannot be filled. The
 * discourse stays as it is.
 */
export function realiseWording(wording: Wording, fact: Fact, discourse: DiscourseContext): RealisedWording | undefined {
  const wordings: Wordings = (key, choice) => (key === wording.id ? [wording] : discourse.wordings(key, choice))
  return findWording({ ...fact, keys: [wording.id], always: true }, { ...discourse, wordings })
}

/** The text of a wording that is no sentence: part of one, as it would stand there. */
export function fragmentOf({ filled }: RealisedWording, locale: Locale): string {
  return textOf(typeset(locale, smoothed(filled.spans)))
}

/** The sentence of the wording chosen: typeset, with its source pointers. */
export function sentenceOf(
  fact: Fact,
  { filled, sentence: { wording } }: RealisedWording,
  discourse: DiscourseContext,
): Sentence {
  const spans = typesetSpans(filled, discourse.locale)
  return { spans, text: textOf(spans), wording, from: sourcePointers(fact, filled, discourse) }
}

/** The best wording for a fact; the discourse stays as it is. `lengthLimit` is for titles, which have little room. */
export function findWording(
  fact: Fact,
  discourse: DiscourseContext,
  lengthLimit?: LengthLimit,
  subject?: string,
): RealisedWording | undefined {
  const { locale, wordings, asOf, spoken, began, told, justTold, seed, used } = discourse
  const { slots, holds: held, hasNews } = factMaterial(fact, discourse)
  const isRunning = isSpeakingOn(fact.slots, discourse) && isMeant(fact.slots.by, discourse)
  const holds: ReadonlySet<string> = isRunning ? heldOn(held, fact, discourse) : heldHere(held, fact, discourse)
  const needsNews = !fact.always && hasNews
  const zone = { ...discourse.zone }
  let sentenceContext: SentenceContext | undefined
  const knows = (id: string) => discourse.named.has(id)
  const isListed = (slot: Slot) => discourse.listed.has(listOf(slot) ?? '')
  // A title has no room for it.
  const explains = (id: string) => !discourse.introducesNames || discourse.explained.has(id)
  const isBorne = (text: string) => discourse.bearers.has(text)
  const means = (text: string, named: Named) => isClear(discourse.bearers, text, named)
  const realise = (wording: Wording): RealisedWording | undefined => {
    sentenceContext ??= sentenceContextOf(
      {
        locale,
        wordings,
        asOf,
        spoken,
        began,
        zone,
        told,
        justTold,
        knows,
        explains,
        isListed,
        means,
        isBorne,
        slots,
        holds,
      },
      slot => nounsOf(slot, discourse, slots.explained),
    )
    zone.open = discourse.zone.open
    zone.named = discourse.zone.named
    sentenceContext.filledHere.clear()
    if (subject !== undefined && !beginsWith(wording, subject)) return undefined
    if (discourse.namedLast !== undefined && firstSlotOf(wording.segments) === discourse.namedLast) return undefined
    const segments = subject === undefined ? segmentsFor(wording, slots, discourse) : wording.segments
    const own = fillSegments(segments, sentenceContext, told)
    const isTitle = !discourse.introducesNames
    const place = { isTitle, seed, answeredBy: discourse.answeredBy, segments }
    const filled = own && attributed(own, sentenceContext, place)
    if (!filled || (needsNews && filled.news.length === 0)) return undefined
    // Typesetting is expensive and changes no choice: without a length limit only the sentence used is typeset.
    const isTight = lengthLimit !== undefined && lengthLimit.limit < Number.POSITIVE_INFINITY
    const text = textOf(isTight ? typesetSpans(filled, locale) : filled.spans)
    return {
      filled,
      sentence: { text, wording: wording.id },
      zone: { ...zone },
      wording,
      slots,
      opensWith: openingSlotOf(segments),
    }
  }
  const withinLimit = (wording: Wording): RealisedWording | undefined => {
    if (!lengthLimit) return realise(wording)
    if (!lengthLimit.tried.has(wording)) lengthLimit.tried.set(wording, realise(wording))
    const found = lengthLimit.tried.get(wording)
    return found && found.sentence.text.length <= lengthLimit.limit ? found : undefined
  }
  const choiceContext = { seed, used, slots, holds, told, needsNews }
  const choice = choiceOf(fact)
  for (const key of keysHere(fact, discourse)) {
    if (!isRunning && ON.has(key)) continue
    const chosen = choose(wordings(key, choice), choiceContext, withinLimit)
    if (chosen) return chosen
  }
  return undefined
}

/** Words that go on are of the same speaker; said there and then, they follow on those before. */
function heldOn(held: ReadonlySet<string>, { slots: { at } }: Fact, { spoke }: DiscourseContext): ReadonlySet<string> {
  return new Set([...held, 'same-speaker', ...(at !== undefined && at === spoke?.at ? ['order'] : [])])
}

/** The keys of a fact, before them what whoever answers for the sentence before adds to it. */
function keysHere(fact: Fact, { credited }: DiscourseContext): readonly string[] {
  const added = credited !== undefined && isSameSpeaker(fact.slots.by, credited) ? addedKey(fact) : undefined
  return added === undefined ? fact.keys : [added, ...fact.keys]
}

function addedKey({ keys, context }: Fact): string | undefined {
  const key = keys.at(-1) ?? ''
  return context === undefined || key === 'attack.denied' ? ADDED[key] : undefined
}

/** What one speaker says after something else: « …, ajoute Brisemar », « il écarte l'hypothèse d'une cyberattaque ». */
const ADDED: Readonly<Record<string, string>> = {
  'claim.stated': 'claim.added',
  remark: 'remark-added',
  'attack.denied': 'attack.ruled-out',
}

/** What one speaker may say after something else, whether or not they do: what wordings must be there for. */
export function everyAdded(facts: readonly Fact[]): Fact[] {
  return facts.flatMap(fact => {
    const key = addedKey(fact)
    return key === undefined || fact.slots.by?.kind !== 'speaker' ? [] : [{ ...fact, keys: [key] }]
  })
}

/** What is said of words that go on. */
const ON: ReadonlySet<string> = new Set(['statement.on', 'statement.earlier-on'])

/** Whether a wording begins with a slot as it is: « {{event}} … ». */
const beginsWith = ({ segments: [first] }: Wording, name: string): boolean =>
  first?.kind === 'slot' && first.name === name && first.format === ''

/** The slot that a wording begins with, in a group or not; none where it begins with words. */
function openingSlotOf([first]: readonly Segment[]): string | undefined {
  if (first?.kind === 'group') return openingSlotOf(first.segments)
  return first?.kind === 'slot' ? first.name : undefined
}

/** The first slot of a wording, after words or not. */
const firstSlotOf = (segments: readonly Segment[]): string | undefined =>
  slotsOf(segments.filter(({ kind }) => kind !== 'words').slice(0, 1))[0]?.name

/** A wording's segments, with a pronoun for what the sentence before was about, or for who speaks on. */
function segmentsFor(
  wording: Wording,
  slots: Readonly<Record<string, Slot>>,
  discourse: DiscourseContext,
): readonly Segment[] {
  const segments = opening(wording, slots, discourse)
  const { spoke, locale } = discourse
  const { subject } = locale.grammar.persons
  const isPerson = spoke?.isNear && spoke.by.speaker.kind === 'person'
  return isPerson && subject !== undefined ? withSubject(segments, slots, spoke.by, subject) : segments
}

/** The same with "she" for who speaks on where they stand before the words that say so: "…, she said". */
function withSubject(
  segments: readonly Segment[],
  slots: Readonly<Record<string, Slot>>,
  speaker: Slot,
  subject: string,
): readonly Segment[] {
  return segments.map((one, nth) => {
    if (one.kind === 'group') return { ...one, segments: withSubject(one.segments, slots, speaker, subject) }
    const next = segments[nth + 1]
    const isSubject = next?.kind === 'words' && grammarPattern(subject).test(next.text)
    if (
      one.kind !== 'slot' ||
      one.format === 'other' ||
      !SAYING.has(one.name) ||
      !isSubject ||
      !isSameSpeaker(slots[one.name], speaker)
    )
      return one
    return { ...one, format: 'personal' }
  })
}

function opening(
  wording: Wording,
  slots: Readonly<Record<string, Slot>>,
  { subject, speaksAgain, spoke, told }: DiscourseContext,
): readonly Segment[] {
  const [first, next, ...others] = wording.segments
  // « Interrogée à 9h, la banque … »: a word that agrees with somebody does not name them.
  if (first?.kind !== 'slot' || first.format === 'agree' || next === undefined) return wording.segments
  const speaker = speaksAgain ?? (spoke?.isNear && SAYING.has(first.name) ? spoke.by : undefined)
  if (speaker && isSameSpeaker(slots[first.name], speaker)) return [{ ...first, format: 'personal' }, next, ...others]
  if (subject !== 'event' || first.name !== 'event' || first.format !== '') return wording.segments
  // « Elle » for the event, where nothing is said of it but a verb.
  const [own, ...rest] = [next, ...others].filter(segment => segment.kind !== 'group' || isOpen(segment, slots, told))
  const isAlone = own?.kind === 'words' && VERB.test(own.text)
  return isAlone ? [{ ...first, name: 'event_again' }, own, ...rest] : wording.segments
}

/** Slots that hold who says what a sentence tells. */
const SAYING: ReadonlySet<string> = new Set(['by', 'source'])

/** Whether a group can say anything, by its own slots. */
const isOpen = (
  { segments }: Segment & { kind: 'group' },
  slots: Readonly<Record<string, Slot>>,
  told: ReadonlySet<Slot>,
) => segments.every(segment => segment.kind !== 'slot' || untoldSlot(slots, segment.name, told) !== undefined)

const isSameSpeaker = (one: Slot | undefined, other: Slot): boolean =>
  one?.kind === 'speaker' &&
  other.kind === 'speaker' &&
  !one.speaker.and &&
  !other.speaker.and &&
  one.speaker.name !== undefined &&
  one.speaker.name.id === other.speaker.name?.id

const VERB = /^ [\p{L}']/u

/** The slots of a fact over those of its story, and what it holds with its story. */
interface FactMaterial {
  readonly slots: Readonly<Record<string, Slot>>
  readonly holds: ReadonlySet<string>
  /** Every name they hold, and which of them can be speakers. */
  readonly named: ReadonlySet<Named>
  readonly speakers: ReadonlySet<Named>
  /** What its speakers are, by who they are. */
  readonly roles: ReadonlyMap<Named, LocalText>
  readonly hasNews: boolean
}

/** Cached per story, by its shared slots: every edition and every length asks for the same. */
const materials = new WeakMap<Story['shared'], Map<Fact, FactMaterial>>()

function factMaterial(fact: Fact, { shared, holds }: Pick<Story, 'shared' | 'holds'>): FactMaterial {
  const ofStory = materials.get(shared) ?? new Map<Fact, FactMaterial>()
  if (ofStory.size === 0) materials.set(shared, ofStory)
  const known = ofStory.get(fact)
  if (known) return known
  const slots = { ...shared, ...fact.slots }
  const named = new Set<Named>()
  const speakers = new Set<Named>()
  for (const name in slots) {
    for (const one of [...namesIn(slots[name]), ...namesIn(slots[name]?.source)]) {
      named.add(one)
      if (SPEAKERS.has(one.kind) || slots[name]?.kind === 'speaker' || slots[name]?.source) speakers.add(one)
    }
  }
  let hasNews = false
  for (const name in fact.slots) hasNews ||= fact.slots[name]?.once === true
  const result = { slots, holds: new Set([...holds, ...fact.holds]), named, speakers, roles: rolesOf(slots), hasNews }
  ofStory.set(fact, result)
  return result
}

const choiceOf = ({ context, count }: Fact) => ({
  ...(context !== undefined && { context }),
  ...(count !== undefined && { count }),
})

/** The pointers a sentence is based on, as the editor typed them. */
function sourcePointers(fact: Fact, filled: FilledWording, { locate }: DiscourseContext): Pointer[] {
  return [...new Set([...fact.from, ...filled.from].map(locate))].filter(pointer => pointer !== '')
}

/** The noun phrases of a slot: introduced at a first mention, the short form right after a full one, else the names. */
function nounsOf(slot: Slot, discourse: DiscourseContext, explained: Slot | undefined): readonly Noun[] {
  const named = namesIn(slot)
  const [only] = named
  if (only && named.length === 1) {
    // « Le site, un site qui recense les pannes » would explain the short form.
    if (explains(explained, only, discourse)) return [nounOf(discourse.locale, only)]
    if (discourse.introducesNames && !discourse.named.has(only.id)) return [introduced(discourse.locale, only)]
    const again = slot.kind === 'names' && slot.full ? undefined : mentionAgain(slot, only, discourse)
    if (again) return [again]
  }
  // Of several, those that only the file explains.
  return named.map(name =>
    name.here && discourse.introducesNames && !discourse.named.has(name.id)
      ? introduced(discourse.locale, name)
      : nounOf(discourse.locale, name),
  )
}

/** The short form right after a full one; somebody whom the text has introduced by their surname. */
function mentionAgain(slot: Slot, named: Named, discourse: DiscourseContext): Noun | undefined {
  const { locale, bearers, justNamed, spoke, introducesNames } = discourse
  const role = slot.kind === 'speaker' ? slot.speaker.role : undefined
  // A pronoun agrees with the words before it: « les CFF … ils », « la compagnie … elle ».
  const cls = spoke?.isNear && spoke.by.speaker.name?.id === named.id ? spoke.cls : undefined
  const isDue = justNamed === named.id || (cls !== undefined && cls !== nounOf(locale, named).class)
  const short = isDue ? shortMention(locale, named, role, bearers) : undefined
  if (short && (cls === undefined || cls === short.class)) return short
  return introducesNames ? surnameMention(locale, named, bearers) : undefined
}

/** Whether the sentence describes it at length anyway: « Le site IsDown, un site qui … » would say it twice. */
function explains(explained: Slot | undefined, { id }: Named, { told, named, locale }: DiscourseContext): boolean {
  if (!explained || told.has(explained) || named.has(id)) return false
  return namesIn(explained).some(name => name.id === id && formOf(locale, name).what !== undefined)
}

function namesIn(slot: Slot | undefined): readonly Named[] {
  if (slot === undefined) return []
  if (slot.kind === 'names') return slot.names
  return slot.kind === 'speaker' ? speakersOf(slot).flatMap(({ name }) => name ?? []) : []
}

/** Somebody, and who says the same. */
const speakersOf = ({ speaker }: SpeakerSlot) => [speaker, ...(speaker.and ?? [])]

/** A list too long for a sentence, by its names; none of a short one. */
const listOf = (slot: Slot): string | undefined =>
  slot.kind === 'names' && slot.more ? slot.names.map(({ id }) => id).join(' ') : undefined

/** Whether a sentence gives a long list. */
const isIn = (slot: Slot, text: string, locale: Locale): boolean =>
  listOf(slot) !== undefined && namesIn(slot).every(name => text.includes(nounOf(locale, name).text))

/** Records what later sentences depend on: who has been introduced, who was named last, what has been used. */
function updateDiscourse(
  { named, speakers, roles, slots }: FactMaterial,
  { filled, opensWith, wording }: RealisedWording,
  sentence: Sentence,
  discourse: DiscourseContext,
) {
  const text = textOf(filled.spans)
  const speakersNamed = new Set<string>()
  // Who answers for its moments may be named beside what it tells.
  const answering = filled.wanted.flatMap(slot => (slot.kind === 'speaker' ? namesIn(slot) : []))
  const met = answering.length > 0 ? new Set([...named, ...answering]) : named
  for (const name of met) {
    if (!isNamedIn(text, discourse.locale, name)) continue
    // Named only in passing (« Cobaltpay's terminals »), a little-known name has still to be introduced.
    const { what } = formOf(discourse.locale, name)
    const isExplained = what !== undefined && text.includes(what)
    if (isExplained) discourse.explained.add(name.id)
    if (isExplained || text.includes(introduced(discourse.locale, name).text)) discourse.named.add(name.id)
    if (speakers.has(name) || answering.includes(name)) {
      speakersNamed.add(name.id)
      bear(discourse.bearers, discourse.locale, name, roles.get(name))
    }
  }
  for (const { speaker } of filled.speakers)
    if (!speaker.name && !speaker.called) discourse.named.add(unnamedKey(speaker))
  discourse.credited = creditedIn(filled)
  discourse.justNamed = discourse.usesShortForms && speakersNamed.size === 1 ? [...speakersNamed][0] : undefined
  discourse.subject = opensWith
  for (const slot of Object.values(slots))
    if (isIn(slot, text, discourse.locale)) discourse.listed.add(listOf(slot) ?? '')
  discourse.used.wordings.add(sentence.wording)
  discourse.used.echo = wording.own
  for (const slot of filled.preferOnce) discourse.used.slots.add(slot)
  discourse.used.openings = [openingOf(sentence), ...discourse.used.openings].slice(0, REMEMBERED_OPENINGS)
}

/** The one who answers for a sentence. */
function creditedIn({ speakers: [one, ...others] }: FilledWording): SpeakerSlot | undefined {
  return one && others.every(other => isSameSpeaker(other, one)) ? one : undefined
}

/** What the speakers of a fact are, by who they are. */
function rolesOf(slots: Readonly<Record<string, Slot>>): ReadonlyMap<Named, LocalText> {
  return new Map(
    Object.values(slots).flatMap(slot =>
      slot.kind === 'speaker' && slot.speaker.name && slot.speaker.role ? [[slot.speaker.name, slot.speaker.role]] : [],
    ),
  )
}

/** Kinds of names that a second mention may call « l'entreprise », « le site »; others only where they speak. */
const SPEAKERS: ReadonlySet<string> = new Set(['company', 'authority', 'agency', 'counter', 'person'])
const REMEMBERED_OPENINGS = 2
