import { agree } from './agreement.ts'
import { fillFrame } from './grammar-frame.ts'
import type { Locale } from './locale.ts'

/**
 * A number in digits, grouped and with the decimal mark of the edition: « 1 200 » (thin no-break space), « 1,5 »,
 * "1,200".
 */
export function number(locale: Locale, value: number): string {
  const { group, group_from, decimal } = locale.grammar.numbers
  const [whole = '', fraction] = String(Math.round(Math.abs(value) * 100) / 100).split('.')
  const grouped = Math.abs(value) < group_from ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group)
  return (value < 0 ? '−' : '') + grouped + (fraction ? decimal + fraction : '')
}

/**
 * A whole number in words where the style asks for words (« trois », "three"), else in digits. `cls` is the class of
 * what is counted (« une heure »).
 */
export function numberInWords(locale: Locale, value: number, cls?: string): string {
  const word = locale.grammar.numbers.words[value]
  if (word === undefined) return number(locale, value)
  return typeof word === 'string' ? word : agree(locale, cls ?? locale.grammar.default_class, word)
}

/** The two ends of a range are both in words or both in digits: « entre 2 et 12 », « entre deux et huit ». */
export const areInWords = ({ grammar }: Locale, low: number, high: number): boolean =>
  [low, high].every(value => grammar.numbers.words[value] !== undefined)

/** A large number as it is read: « 1,5 million », with the word between it and a noun. */
export interface ReadNumber {
  readonly text: string
  /** « de » between « million » and its noun. */
  readonly tie?: string | undefined
  readonly scale?: { readonly from: number; readonly word: string; readonly short?: string | undefined } | undefined
}

/**
 * A number as it is read in a text: large ones that are round in their unit in words (« 1,2 million », "3 million"),
 * those below ten in words, the others in digits.
 */
export function readNumber(locale: Locale, value: number, cls?: string, inWords = true): ReadNumber {
  const scale = locale.grammar.numbers.large.findLast(({ from }) => value >= from && value % (from / 100) === 0)
  if (scale) {
    const share = value / scale.from
    const word = locale.plural(share) === 'one' ? scale.one : scale.other
    const read = { tie: scale.noun, scale: { from: scale.from, word, short: scale.short } }
    const isSingle = share === 1 && scale.single !== undefined && inWords
    return { text: isSingle ? (scale.single ?? '') : `${number(locale, share)} ${word}`, ...read }
  }
  return { text: inWords ? numberInWords(locale, value, cls) : number(locale, value) }
}

/** « 40 % », "40%". */
export function percent(locale: Locale, value: number): string {
  return fillFrame(locale, locale.grammar.numbers.percent, { number: number(locale, value) })
}

/** An ordinal in digits: « 2e », "3rd". */
export function ordinal(locale: Locale, value: number): string {
  const category = new Intl.PluralRules(locale.edition.tag, { type: 'ordinal' }).select(value)
  const frames = locale.grammar.numbers.ordinals
  const frame = frames[category] ?? frames.other
  if (frame === undefined) throw new Error(`${locale.edition.language} has no ordinal for ${value}`)
  return fillFrame(locale, frame, { number: number(locale, value) })
}

/** A telephone number in the groups in which it was typed, with no line break inside. */
export function phone(typed: string): string {
  return typed.trim().replace(/\s+/g, '\u00A0')
}

/**
 * An amount of money: « 1 200 euros », « 3 millions d'euros », "€3m". `currency` is an ISO 4217 code; one the grammar does not
 * know is written as its code.
 */
export function money(locale: Locale, amount: number, currency: string): string {
  const { currencies, large, plain } = locale.grammar.money
  const names = currencies[currency] ?? { symbol: `${currency}\u00A0`, one: currency, other: currency }
  const { text, tie, scale } = readNumber(locale, amount, undefined, false)
  const name = !tie && !scale && locale.plural(amount) === 'one' ? names.one : names.other
  const digits = number(locale, amount / (scale?.from ?? 1))
  const forms = { digits, short: scale?.short ?? '', symbol: names.symbol, name }
  return fillFrame(locale, scale ? large : plain, { ...forms, number: scale ? text : withCents(locale, digits) })
}

/** « 9,50 euros »: of cents both digits. */
const withCents = (locale: Locale, digits: string): string =>
  digits.at(-2) === locale.grammar.numbers.decimal ? `${digits}0` : digits
