import type { Named } from '../../fields/directory.ts'
import type { LocalText, Speaker } from '../../fields/values.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import type { Quote, Speech } from '../../incident/incident.ts'
import { saidWhen } from '../../incident/said-when.ts'
import { isSuspicion } from '../../incident/suspicion.ts'
import type { Known } from '../presupposed.ts'
import { fact, listOf, names, once, quote, speaker, tenseAt, term, text, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isCompanys } from '../story-holds.ts'
import { occasionOf } from './said-where.ts'

/** Somebody who speaks, at a place of the file. */
interface Speaking extends Speech {
  readonly by: Speaker
  readonly at?: Speech['at']
}

/** Where a speech stands in the file, and what is known of it. */
interface SpeechPlace {
  readonly pointer: Pointer
  /** Where who speaks is entered. */
  readonly byFrom: Pointer | readonly Pointer[]
  /** Where the channel is entered, unless among the others of the speech. */
  readonly viaFrom?: Pointer
  readonly holds?: Known
  /** Somebody has spoken above. */
  readonly isLater?: boolean
  readonly opens?: boolean
  /** A quotation is told whole: nobody is named for its rest. */
  readonly isWhole?: boolean
  readonly from?: readonly Pointer[]
}

/** What somebody says, whoever it is: in our words, in theirs within a sentence of ours, or quoted. */
export function speechFacts(storyContext: StoryContext, speech: Speaking, place: SpeechPlace): Fact[] {
  const { pointer, opens = false } = place
  const facts = [
    ...(speech.clause ? [clauseFact(storyContext, speech, place)] : []),
    ...(speech.quote ? quoteFacts(storyContext, speech, place) : []),
  ]
  return facts.map((one, nth) =>
    nth === 0 && opens ? { ...one, opens, from: [...one.from, `${pointer}/phase`] } : one,
  )
}

function clauseFact(storyContext: StoryContext, speech: Speaking, place: SpeechPlace): Fact {
  const pointer = `${place.pointer}/clause`
  const told = saidWhen(storyContext.incident, speech)
  const key = `${told ? 'earlier-' : ''}${speech.verb ? 'verb-' : ''}clause`
  const slots = {
    ...slotsOf(storyContext, speech, place),
    ...(speech.verb && { verb: verbSlot('that', speech, place, told !== undefined) }),
    clause: once(text(speech.clause, pointer)),
  }
  const context = told && tenseAt(storyContext.incident, pointer, 'past')
  return fact(`statement.${key}`, slots, {
    holds: holdsOf(storyContext, speech, place),
    ...(context === 'then' && { context }),
  })
}

function quoteFacts(storyContext: StoryContext, speech: Speaking, place: SpeechPlace): Fact[] {
  const { pointer, from = [] } = place
  const said = saidAt(pointer)
  const common = slotsOf(storyContext, speech, place)
  const holds = { ...holdsOf(storyContext, speech, place), 'spoken-language': speech.quote?.text !== undefined }
  const told = saidWhen(storyContext.incident, speech)
  const note = translationNote(storyContext, speech.quote)
  const isFragment = storyContext.incident.fragments?.includes(pointer) === true
  if (speech.frame || isFragment) {
    const whole = { ...common, note, quote: quote(speech.quote, 'whole', said), frame: frameSlot(speech, place) }
    const context = told && tenseAt(storyContext.incident, `${pointer}/frame`, 'past')
    const keys = speech.frame ? ['statement.framed', 'statement.words'] : ['statement.words']
    // The sentence around the words says who speaks and what they do.
    const typed = [
      ...from,
      ...(speech.frame ? [...listOf(place.byFrom), `${pointer}/frame`, ...channelsIn(speech, pointer)] : []),
      `${pointer}/verb`,
    ]
    return [fact(keys, whole, { holds, from: typed, ...(context === 'then' && { context }) })]
  }
  const slots = {
    ...common,
    note,
    quote: quote(speech.quote, place.isWhole ? 'whole' : 'first', said),
    ...(speech.verb && { verb: verbSlot('quote', speech, place, told !== undefined) }),
  }
  const context = speech.phase === 'explanation' ? { context: 'explanation' } : {}
  const first = fact(keysOf(speech, place, told !== undefined), slots, { holds, from, ...context })
  if (place.isWhole) return [first]
  const rest = { by: common.by, company: common.company, quote: quote(speech.quote, 'rest', said) }
  return [first, fact(told ? 'statement.earlier-rest' : 'statement.rest', rest, { holds })]
}

/** The channels that the typed sentence names itself. */
const channelsIn = (speech: Speaking, pointer: Pointer): Pointer[] =>
  (speech.via ?? []).flatMap((channel, nth) => (isInFrame(channel, speech) ? [`${pointer}/via/${nth}`] : []))

function keysOf({ by, via, verb }: Speaking, { isLater = false }: SpeechPlace, isEarlier: boolean): string[] {
  if (isEarlier) return verb ? ['statement.earlier-verb'] : ['statement.earlier-on', 'statement.earlier']
  if (verb) return ['statement.verb']
  // A page does not speak: its statement is read there.
  const isPosted = by.kind === 'status page' && (via ?? []).length === 0
  return [
    ...(isPosted ? ['statement.posted'] : ['statement.on']),
    ...(isLater ? ['statement.later'] : []),
    'statement.said',
  ]
}

function slotsOf(storyContext: StoryContext, speech: Speaking, { pointer, byFrom, viaFrom }: SpeechPlace) {
  const { all, company, incident } = storyContext
  const via = speech.via ?? []
  const isNamed = via.some(channel => isInFrame(channel, speech))
  const isOwn = speech.by !== undefined && incident.company !== undefined && isCompanys(speech.by, incident.company)
  return {
    // Readers are told there whose company it is, too.
    by: speaker(speech.by, isOwn ? [...listOf(byFrom), '/company'] : byFrom),
    ...(viaFrom === undefined
      ? occasionOf(storyContext, speech, pointer)
      : {
          via: once(
            names(
              via,
              via.map(() => viaFrom),
            ),
          ),
          at: once(when(speech.at, `${pointer}/at`)),
        }),
    ...(isNamed && { via: undefined }),
    services: all,
    company,
  }
}

/** Whether the sentence around the words names the channel itself: « sur Twitter » would be said twice. */
function isInFrame({ name, forms }: Named, { frame }: Speech): boolean {
  const spelled = [
    name,
    ...Object.values(forms).flatMap(form => [form.name ?? [], form.formerly?.split(' ').at(-1) ?? []].flat()),
  ]
    .filter(one => one.length > 1)
    .map(one => one.toLowerCase())
  return Object.values(frame ?? {}).some(text => spelled.some(one => text.toLowerCase().includes(one)))
}

function holdsOf({ incident }: StoryContext, speech: Speaking, { holds = {} }: SpeechPlace): Known {
  const told = saidWhen(incident, speech)
  // Where nothing is established there is no trouble that words could be of.
  const isEstablished = !isSuspicion(incident)
  return {
    ...holds,
    earlier: told !== undefined,
    during: isEstablished && told === 'during',
    beforehand: isEstablished && told === 'before',
    announced: speech.verb === 'announces',
    'company-said': speech.verb === 'apologises',
  }
}

const verbSlot = (form: 'quote' | 'that', { verb }: Speaking, { pointer }: SpeechPlace, isEarlier: boolean): Slot =>
  term(`saying.${form}${isEarlier ? '-earlier' : ''}-${verb}`, `${pointer}/verb`)

const frameSlot = ({ frame, quote: words }: Speaking, { pointer }: SpeechPlace): Slot | undefined =>
  frame &&
  words && {
    kind: 'frame',
    frame: withoutMarks(frame),
    quote: words,
    from: [`${pointer}/frame`, ...saidAt(pointer)],
    once: true,
  }

/** A sentence around somebody's words without the marks that were typed around their place, and without a space before its end. */
const withoutMarks = (frame: LocalText): LocalText =>
  Object.fromEntries(
    Object.entries(frame).map(([language, typed]) => [
      language,
      typed.replace(/[«“„"]\s*(…|\.{3})\s*[»”“"]/u, '$1').replace(/\s+\.$/u, '.'),
    ]),
  )

const saidAt = (pointer: Pointer): Pointer[] =>
  ['text', 'lang', 'translations'].map(field => `${pointer}/quote/${field}` as Pointer)

/** That words are translated, and by whom: told once of all that were by the same hand. */
export function translationNote(storyContext: StoryContext, words: Quote | undefined): Slot | undefined {
  if (!words || Object.keys(words.translations).length === 0) return undefined
  const hands = Object.entries(words.translations).map(([language, { by }]) => [language, by])
  const key = JSON.stringify([words.lang, words.text === undefined, hands])
  const known = notes.get(storyContext) ?? new Map<string, Slot>()
  notes.set(storyContext, known)
  const note = known.get(key) ?? once(term('translation.note'))
  known.set(key, note)
  return note
}

/** One for each story, so that a text knows what it has told. */
const notes = new WeakMap<StoryContext, Map<string, Slot>>()
