import { roundedFigure } from './about.ts'
import { agree } from './agreement.ts'
import { fillFrame } from './grammar-frame.ts'
import type { Locale } from './locale.ts'
import { areInWords, number, percent, type ReadNumber, readNumber } from './numeral.ts'
import { joinWord } from './phrase.ts'

export { money, number, numberInWords, ordinal, percent, phone } from './numeral.ts'

/** A figure as a source gives it: exact, about, at least, at most, a range, or only its size. */
export type FigureValue =
  | { readonly kind: 'exact' | 'about' | 'over' | 'nearly' | 'under' | 'at least' | 'up to'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'magnitude'; readonly word: string }

/** The noun that is counted, by plural category of the language (`one`, `other`, `many`), and its class. */
export interface NounForms {
  readonly [category: string]: string | undefined
  readonly other: string
  readonly class?: string
}

/**
 * A figure with what it counts: « plus de 1 200 signalements », « 1,5 million d'utilisateurs », « des milliers de
 * signalements », "thousands of reports". The form of the noun is that of the number as it is read. Without noun, the
 * figure alone; with `percent`, « environ 40 % ». `after` a word that contracts with it, « qu'environ 250 », it is never « quelque ».
 */
export function figure(
  locale: Locale,
  figure: FigureValue,
  noun?: NounForms | 'percent',
  { after = false }: { readonly after?: boolean } = {},
): string {
  const { frames, magnitudes } = locale.grammar.numbers
  if (figure.kind === 'magnitude') {
    const magnitude = magnitudes[figure.word]
    if (!magnitude) throw new Error(`the grammar of ${locale.edition.language} has no magnitude "${figure.word}"`)
    return typeof noun === 'object' ? fillFrame(locale, magnitude.noun, { noun: noun.other }) : magnitude.alone
  }
  if (figure.kind === 'range') {
    const { low, high } = rangeOf(locale, figure.low, figure.high, noun)
    return fillFrame(locale, frames.range, { low, high })
  }
  if (figure.kind === 'exact' && figure.value === 0 && typeof noun === 'object') return none(locale, noun)
  const value = figure.kind === 'about' ? roundedFigure(figure.value) : figure.value
  const frame = (after ? undefined : someOf(locale, figure.kind, value, noun)) ?? frames[FRAMES[figure.kind]]
  return fillFrame(locale, frame, { number: counted(locale, value, noun) })
}

/** « Quelque 12 500 abonnés »: only of what is counted, and of many. */
function someOf(
  { grammar }: Locale,
  kind: FigureValue['kind'],
  value: number,
  noun: NounForms | 'percent' | undefined,
) {
  const { some } = grammar.numbers
  return kind === 'about' && typeof noun === 'object' && some && value >= some.from ? some.frame : undefined
}

const FRAMES = {
  exact: 'exact',
  about: 'about',
  over: 'over',
  nearly: 'nearly',
  under: 'under',
  'at least': 'at_least',
  'up to': 'up_to',
} as const

/** The number a verb agrees with: the upper end of a range, any plural number for a magnitude. */
export function figureCount(figure: FigureValue): number {
  if (figure.kind === 'magnitude') return 100
  if (figure.kind === 'about') return roundedFigure(figure.value)
  return figure.kind === 'range' ? figure.high : figure.value
}

function counted(locale: Locale, value: number, noun: NounForms | 'percent' | undefined): string {
  if (noun === 'percent') return percent(locale, value)
  const read = readNumber(locale, value, noun?.class)
  return noun ? withNoun(locale, read, noun, value) : read.text
}

function withNoun(locale: Locale, read: ReadNumber, noun: NounForms, value: number): string {
  const form = (read.scale ? undefined : noun[locale.plural(value)]) ?? noun.other
  return `${read.text} ${read.tie ? joinWord(locale, read.tie, form) : form}`
}

/** « entre 1 et 2 millions d'abonnés », « entre 200 et 300 signalements », « entre 20 et 30 % ». */
function rangeOf(locale: Locale, low: number, high: number, noun: NounForms | 'percent' | undefined) {
  if (noun === 'percent') return { low: number(locale, low), high: percent(locale, high) }
  const inWords = areInWords(locale, low, high)
  const first = readNumber(locale, low, noun?.class, inWords || low >= MILLION)
  const second = readNumber(locale, high, noun?.class, inWords || high >= MILLION)
  const sameScale = first.scale !== undefined && first.scale.from === second.scale?.from
  const lowText = sameScale ? number(locale, low / first.scale.from) : first.text
  return { low: lowText, high: noun ? withNoun(locale, second, noun, high) : second.text }
}

/** What is read with a word of its own, « un million », in a range too. */
const MILLION = 1_000_000

function none(locale: Locale, noun: NounForms): string {
  const { zero } = locale.grammar.numbers
  if (zero === undefined) return counted(locale, 0, noun)
  const word = typeof zero === 'string' ? zero : agree(locale, noun.class ?? locale.grammar.default_class, zero)
  return `${word} ${noun[locale.plural(0)] ?? noun.other}`
}
