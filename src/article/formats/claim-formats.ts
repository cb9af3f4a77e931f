import { isInPresent } from '../../language/clause-tense.ts'
import { joinWord } from '../../language/phrase.ts'
import { inOwnStyle } from '../../language/typed-text.ts'
import type { Slot } from '../../story/story.ts'
import { nounOf, phraseNoun } from '../noun-phrases.ts'
import type { Filled, Format, SentenceContext } from '../sentence-context.ts'
import type { Args } from '../wording.ts'
import { clause, withoutCapital, withoutPoint, withoutWord } from './text-formats.ts'

type TypedClause = Slot & { kind: 'text' }

/** What ends a sentence or a part of one, typed at the end of a clause. */
const FINAL_MARK = /(?:\s*[?!;,:…]|\.{2,})+$/u

/** A clause as it was typed, without the mark at its end: the wording ends the sentence. */
const claim: Format<TypedClause> = (slot, args, context) => {
  const own = slot.text[context.locale.edition.language]
  return own === undefined
    ? clause(slot, args, context)
    : filled(slot, withoutWord(context.locale, withoutMark(own, context), args.typed), context)
}

/**
 * The same as part of a sentence of ours, after a word (`word: que`) or without it: not where its capital may be that of a
 * noun. With `is: present` or `is: past` just for a clause in that tense.
 */
const within: Format<TypedClause> = (slot, args, context) => {
  const { locale } = context
  const text = partOfSentence(slot, args, context)
  if (text === undefined || !isInTense(text, args.is, context)) return undefined
  // A clause is one, whatever it joins: « tout pour maintenir les soins et les consultations ».
  return filled(slot, args.word ? joinWord(locale, args.word, phraseNoun(locale, text, undefined)) : text, context)
}

/** Only a text that cannot be part of a sentence of ours: by its capital, or in another language. */
const apart: Format<TypedClause> = (slot, args, context) =>
  partOfSentence(slot, args, context) === undefined ? claim(slot, args, context) : undefined

export const claimFormats: Readonly<Record<string, Format<TypedClause>>> = { claim, within, apart }

function filled(slot: TypedClause, text: string, { locale }: SentenceContext): Filled {
  const { edition } = locale
  const from = slot.from.map((pointer, index) => (index === 0 ? `${pointer}/${edition.language}` : pointer))
  return { spans: [{ text: inOwnStyle(locale, text) }], from }
}

const withoutMark = (text: string, { locale }: SentenceContext): string =>
  withoutPoint(text.trim().replace(FINAL_MARK, ''), locale).trimEnd()

const FIRST_WORD = /^\p{L}+/u

/** `undefined` where the edition's language lacks the text, or its capital is none of a word or a name that we know. */
function partOfSentence(slot: TypedClause, args: Args, context: SentenceContext): string | undefined {
  const { locale } = context
  const own = slot.text[locale.edition.language]
  if (own === undefined) return undefined
  const bare = withoutWord(locale, withoutMark(own, context), args.typed ?? args.word)
  const text = withoutCapital(locale, bare)
  return /^\p{Lu}\p{Ll}/u.test(text) && !beginsWithName(text, context) ? undefined : text
}

/** Whether it begins with a name of the sentence, who says so, who is hit, or with one of a place. */
function beginsWithName(text: string, { slots, locale }: SentenceContext): boolean {
  if (locale.properWords?.().has(FIRST_WORD.exec(text)?.[0] ?? '')) return true
  const named = Object.values(slots).flatMap(slot =>
    slot.kind === 'names' ? slot.names : slot.kind === 'speaker' ? (slot.speaker.name ?? []) : [],
  )
  return named.some(name => text.startsWith(nounOf(locale, name).text))
}

function isInTense(text: string, tense: string | undefined, { locale: { grammar } }: SentenceContext): boolean {
  if (tense === undefined) return true
  return (grammar.clauses !== undefined && isInPresent(grammar.clauses, text)) === (tense === 'present')
}
