import { agree } from '../../language/agreement.ts'
import { meet, withArticle } from '../../language/phrase.ts'
import { respell } from '../../language/respell.ts'
import type { Noun } from '../../language/tongue.ts'
import type { Slot } from '../../story/story.ts'
import { formOf, introduced, nounOf, phraseNoun } from '../nouns.ts'
import type { Format, Sentencing } from '../telling.ts'
import { words } from '../telling.ts'

type Voice = Slot & { kind: 'speaker' }

/**
 * « Meta », « le centre de crise », « un internaute », « Anne Roy, directrice technique »; `word` meets it. With
 * `titled: only` just for somebody whose part is told with the name, so that a wording can set them after the verb; with
 * `titled: no` just for the others.
 */
const named: Format<Voice> = (slot, args, sentencing) => {
  const noun = voiceNoun(slot, sentencing)
  if (!noun) return undefined
  const { tongue } = sentencing
  const part = args.role === 'none' ? undefined : partOf(slot, sentencing)
  if (args.titled !== undefined && (args.titled === 'only') !== (part !== undefined)) return undefined
  const text = args.word ? meet(tongue, args.word, noun) : withArticle(tongue, noun)
  return words(part ? `${text}, ${part}${args.end ?? ''}` : text, slot)
}

/**
 * What readers must know of a speaker who is named for the first time: the role that the file gives, else what the
 * directory says of a person, of an authority whose article leaves no room for a word before its name (« le CRTC »), or of a
 * counting site, unless the sentence explains that by itself.
 */
function partOf({ speaker: { name, role } }: Voice, { tongue, knows, slots }: Sentencing): string | undefined {
  if (name !== undefined && knows(name.id)) return undefined
  const own = role?.[tongue.edition.language]
  if (own !== undefined || name === undefined) return own
  const { what } = formOf(tongue, name)
  const isBare = introduced(tongue, name) === nounOf(tongue, name)
  const isToTell =
    name.kind === 'person' ||
    (name.kind === 'authority' && isBare && (name.rank ?? UNRANKED) > HOUSEHOLD) ||
    (name.kind === 'counter' && isBare && !slots.explained)
  return what !== undefined && isToTell ? respell(tongue.edition, what) : undefined
}

/** An authority of this rank every reader knows, at home and abroad: the police, the European Commission. */
const HOUSEHOLD = 1
const UNRANKED = 9

/** Only when the text does not name them already: « Rogers créditera ses clients, selon Rogers » would echo. */
const other: Format<Voice> = (slot, args, sentencing) => {
  const { text } = sentencing.slots
  const own = text?.kind === 'text' ? (text.text[sentencing.tongue.edition.language] ?? '') : ''
  const name = slot.speaker.name && nounOf(sentencing.tongue, slot.speaker.name).text
  return name && own.includes(name) ? undefined : named(slot, args, sentencing)
}

/** A second mention: « le groupe »; « il » belongs to the wording. */
const short: Format<Voice> = (slot, args, { tongue }) => {
  const name = slot.speaker.name
  const form = name && formOf(tongue, name)
  const phrase = form?.short ?? form?.called
  if (!form || !phrase) return undefined
  const noun = phraseNoun(tongue, phrase, form.short_class ?? form.called_class)
  if (args.agree) return words(agree(tongue, noun.class, args), { ...slot, from: [] })
  return words(args.word ? meet(tongue, args.word, noun) : withArticle(tongue, noun), slot)
}

/** Only for somebody who can be « il » or « elle »: `pronoun(ms: il; fs: elle)`. */
const pronoun: Format<Voice> = (slot, args, { tongue }) => {
  const { kind, name } = slot.speaker
  if (kind !== 'person' || !name) return undefined
  return words(agree(tongue, nounOf(tongue, name).class, args), { ...slot, from: [] })
}

/** Somebody who cannot: a company, an authority; who has just spoken unnamed is « le porte-parole », not another one. */
const collective: Format<Voice> = (slot, _args, sentencing) => {
  if (slot.speaker.kind === 'person') return undefined
  const again = slot.speaker.name ? undefined : unnamed(slot, sentencing, '-again')
  return again ? words(withArticle(sentencing.tongue, again), slot) : named(slot, { role: 'none' }, sentencing)
}

const what: Format<Voice> = (slot, _args, { tongue }) => {
  const phrase = slot.speaker.name && formOf(tongue, slot.speaker.name).what
  return phrase ? words(phrase, slot) : undefined
}

const agreed: Format<Voice> = (slot, args, sentencing) => {
  const noun = voiceNoun(slot, sentencing)
  return noun && words(agree(sentencing.tongue, noun.class, args), { ...slot, from: [] })
}

function voiceNoun(slot: Voice, sentencing: Sentencing): Noun | undefined {
  const [noun] = sentencing.nouns(slot)
  return noun ?? unnamed(slot, sentencing)
}

/** Somebody without a name, as the editor calls them or as the locale does (`speaker.users`). */
function unnamed({ speaker }: Voice, { tongue, term }: Sentencing, which = ''): Noun | undefined {
  const called = speaker.called?.[tongue.edition.language]
  const key = `speaker.${speaker.kind.replace(' ', '-')}${which}`
  const phrase = called ?? textOf(term(key))
  if (!phrase) return undefined
  return phraseNoun(tongue, phrase, called ? undefined : textOf(term(`${key}-class`)))
}

const textOf = (filled: ReturnType<Sentencing['term']>): string | undefined =>
  filled?.spans.map(({ text }) => text).join('')

export const speakerFormats: Readonly<Record<string, Format<Voice>>> = {
  '': named,
  list: named,
  after: named,
  other,
  short,
  pronoun,
  collective,
  what,
  agree: agreed,
}
