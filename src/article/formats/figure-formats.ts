import type { Named } from '../../fields/directory.ts'
import type { When } from '../../fields/values.ts'
import { agree } from '../../language/agreement.ts'
import { fillFrame } from '../../language/grammar-frame.ts'
import { list } from '../../language/list.ts'
import type { Locale } from '../../language/locale.ts'
import { hasHour, sameDay } from '../../language/moment.ts'
import {
  type FigureValue,
  figure,
  figureCount,
  type NounForms,
  number,
  numberInWords,
  percent,
} from '../../language/number.ts'
import { joinWord } from '../../language/phrase.ts'
import type { FigurePart, Slot } from '../../story/story.ts'
import { nounOf } from '../noun-phrases.ts'
import type { Format, SentenceContext } from '../sentence-context.ts'
import { words } from '../sentence-context.ts'
import type { Args } from '../wording.ts'
import { inPlaces } from './place-formats.ts'
import { whenFormats } from './time-formats.ts'

type FigureSlot = Slot & { kind: 'figure' }

/**
 * « plus de 1 200 signalements », "thousands of reports", « 95 % des foyers »; `only: number` leaves the unit to the
 * wording; `word` is put before it and contracts with it: « qu'environ 250 ».
 */
const counted: Format<FigureSlot> = (slot, args, sentenceContext) => {
  const filled = bare(slot, args, sentenceContext)
  return args.word && args.upto === undefined && filled ? after(args.word, filled, slot, sentenceContext) : filled
}

const bare: Format<FigureSlot> = (slot, args, sentenceContext) => {
  const { locale } = sentenceContext
  const { figure: value, unit, of } = slot
  if (!value) return undefined
  if (args.upto !== undefined) return words(changeBy(value, args, locale), slot)
  if (args.only === 'number' || !unit) return words(figure(locale, value), slot)
  if (args.zero !== undefined && unit !== 'percent')
    return words(zeroOf(nounForms(unit, sentenceContext), locale), slot)
  if (unit !== 'percent') {
    const forms = nounForms(unit, sentenceContext)
    if (typeof of === 'number') return words(outOf(value, of, forms, locale), slot)
    return words(figure(locale, value, forms, { after: args.word !== undefined }), slot)
  }
  const share = figure(locale, value, 'percent')
  return words(of && typeof of !== 'number' ? `${share} ${wholeOf(of, sentenceContext)}` : share, slot)
}

/** « 5,2 millions de paiements sur 51,2 millions », "5.2 million of 51.2 million payments". */
function outOf(value: FigureValue, of: number, forms: NounForms, locale: Locale): string {
  const total: FigureValue = { kind: 'exact', value: of }
  return fillFrame(locale, locale.grammar.numbers.out_of, {
    number: figure(locale, value),
    counted: figure(locale, value, forms),
    total: figure(locale, total),
    total_counted: figure(locale, total, forms),
  })
}

/** By how much something rose or fell: « de 70 à 80 % », "by about 80%". */
function changeBy(value: FigureValue, { word = '', upto = '' }: Args, locale: Locale): string {
  if (value.kind !== 'range') return joinWord(locale, word, figure(locale, value, 'percent'))
  return `${word} ${number(locale, value.low)} ${upto} ${percent(locale, value.high)}`
}

/** « Zéro signalement », where no verb is negated. */
const zeroOf = (noun: NounForms, locale: Locale): string =>
  `${numberInWords(locale, 0, noun.class)} ${noun[locale.plural(0)] ?? noun.other}`

function after(
  word: string,
  { spans }: { spans: readonly { text: string }[] },
  slot: Slot,
  { locale }: SentenceContext,
) {
  const text = spans.map(span => span.text).join('')
  return words(joinWord(locale, word, { text, class: locale.grammar.default_class }), slot)
}

/** What is counted, in the plural and without a number: « d'appels » after « le nombre ». */
const noun: Format<FigureSlot> = (slot, args, sentenceContext) => {
  const { unit } = slot
  if (!unit || unit === 'percent') return undefined
  const { other } = nounForms(unit, sentenceContext)
  return words(args.word ? joinWord(sentenceContext.locale, args.word, other) : other, { ...slot, from: [] })
}

/** What a percentage is of: « des foyers ». */
const whole: Format<FigureSlot> = (slot, _args, sentenceContext) =>
  slot.of && typeof slot.of !== 'number' ? words(wholeOf(slot.of, sentenceContext), { ...slot, from: [] }) : undefined

function wholeOf(of: Exclude<FigureSlot['of'], number | undefined>, { locale, term }: SentenceContext): string {
  if (typeof of === 'string') return textOf(term(`whole.${of}`))
  return joinWord(locale, textOf(term('terms.of')), nounOf(locale, of))
}

const textOf = (filled: { spans: readonly { text: string }[] } | undefined): string =>
  filled?.spans.map(({ text }) => text).join('') ?? ''

/** The forms of a unit, which a noun typed in the plural has but one of. */
function nounForms(unit: string | Named, { locale, term }: SentenceContext): NounForms & { class: string } {
  if (typeof unit !== 'string') {
    const { text, class: cls } = nounOf(locale, unit)
    return { one: text, other: text, class: cls }
  }
  const form = (name: string) => textOf(term(`units.${unit}-${name}`))
  return { one: form('one'), other: form('other'), class: form('class') }
}

/** The form that agrees with the figure and what it counts: `agree(s: est; p: sont)`. */
const agreed: Format<FigureSlot> = (slot, args, sentenceContext) => {
  const { locale } = sentenceContext
  return words(agree(locale, classOf(slot, sentenceContext), args), { ...slot, from: [] })
}

/** « 95 % du réseau est », « 95 % des foyers sont », « un foyer est ». */
function classOf({ figure: value, unit, of }: FigureSlot, sentenceContext: SentenceContext): string {
  const { locale, term } = sentenceContext
  if (unit === 'percent' && of && typeof of !== 'number')
    return typeof of === 'string' ? textOf(term(`whole.${of}-class`)) : nounOf(locale, of).class
  const own = unit && unit !== 'percent' ? nounForms(unit, sentenceContext).class : locale.grammar.default_class
  const isOne = unit !== 'percent' && value !== undefined && locale.plural(figureCount(value)) === 'one'
  return inNumber(locale, own, isOne ? 's' : 'p')
}

/** The class of the same gender in that number. */
function inNumber({ grammar: { classes } }: Locale, cls: string, number: 's' | 'p'): string {
  const gender = (classes[cls] ?? []).filter(name => name !== 's' && name !== 'p')
  const found = Object.entries(classes).find(
    ([name, broader]) => [name, ...broader].includes(number) && gender.every(one => broader.includes(one)),
  )
  return found?.[0] ?? number
}

type Parts = Slot & { kind: 'parts' }

/** « plus de 1,4 million aux États-Unis et plus de 800 000 au Royaume-Uni »; « plus de 410 vers le 112 ». */
const apart: Format<Parts> = (slot, _args, sentenceContext) =>
  words(list(sentenceContext.locale, itemsOf(slot, sentenceContext)), slot)

/** What goes on a list that the sentence has begun: « , 198 386 en Montérégie et 102 471 à Laval ». */
const further: Format<Parts> = (slot, _args, sentenceContext) =>
  words(list(sentenceContext.locale, ['', ...itemsOf(slot, sentenceContext)]), slot)

/** The same at one time after another: "from 220,000 on Wednesday to 877,580 on Thursday and 1 million on Friday". */
const course: Format<Parts> = (slot, { from = '', upto = '' }, sentenceContext) => {
  const { locale } = sentenceContext
  const [first = '', ...others] = itemsOf(slot, sentenceContext)
  return words(`${from} ${first} ${upto} ${list(locale, others)}`, slot)
}

function itemsOf({ parts }: Parts, sentenceContext: SentenceContext): string[] {
  const days = isOfSeveralDays(parts, sentenceContext.locale)
  return parts.map(
    part => `${figure(sentenceContext.locale, part.figure)}${partOf(part, days ? '' : 'near', sentenceContext)}`,
  )
}

/** Whether hours of a list need their days. */
function isOfSeveralDays(parts: readonly FigurePart[], locale: Locale): boolean {
  const [first, ...others] = parts.flatMap(({ at }) => at?.at ?? [])
  return first !== undefined && others.some(other => !sameDay(locale, first, other))
}

/** @param format in which its hour is told */
function partOf({ place, to, at, isPeak }: FigurePart, format: string, sentenceContext: SentenceContext): string {
  const { locale, term } = sentenceContext
  const whom = to && joinWord(locale, textOf(term('terms.to')), nounOf(locale, to))
  const peak = isPeak && textOf(term('terms.at-peak'))
  // A list of hours keeps to the clock of its readers.
  const when = at && hasHour(at) ? withoutZone(at) : at
  const told = when && textOf(whenFormats[format]?.({ kind: 'when', when, from: [] }, {}, sentenceContext))
  return [whom, place && inPlaces(locale, [place]), peak, told].flatMap(one => (one ? [` ${one}`] : [])).join('')
}

const withoutZone = ({ zone: _, ...when }: When): When => when

export const partsFormats: Readonly<Record<string, Format<Parts>>> = { '': apart, further, course }

export const figureFormats: Readonly<Record<string, Format<FigureSlot>>> = {
  '': counted,
  figure: counted,
  agree: agreed,
  noun,
  whole,
}
