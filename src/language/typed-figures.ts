import { grammarPattern } from './grammar-pattern.ts'
import type { Grammar, Locale } from './locale.ts'
import { money, number, ordinal } from './numeral.ts'

type FigureRules = NonNullable<Grammar['numbers']['typed']>

/**
 * A text that somebody typed, with its figures as the edition writes them: « 12000 clients » and « 12.000 clients » are « 12 000
 * clients », "€1.2 million" is "€1.2m" in one edition and stays in another, « 3ème » is « 3e ». What may be a label stays: codes,
 * years, addresses, versions, numbers that one calls, and whatever stands in quotation marks.
 */
export function typedFigures(locale: Locale, text: string): string {
  const { typed } = locale.grammar.numbers
  if (typed === undefined || !/\d/.test(text)) return text
  const known = remembered(locale)
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= KEPT) known.clear()
  const written = outside(text, part =>
    withOrdinals(locale, typed, withFigures(locale, typed, withMoney(locale, part))),
  )
  known.set(text, written)
  return written
}

const texts = new WeakMap<Locale, Map<string, string>>()
const KEPT = 200

function remembered(locale: Locale): Map<string, string> {
  const known = texts.get(locale) ?? new Map<string, string>()
  if (known.size === 0) texts.set(locale, known)
  return known
}

/** Quotations, code and addresses. */
const APART = /«[^»]*»|“[^”]*”|"[^"]*"|`[^`]*`|(?:https?:\/\/|www\.)\S+|\S+@\S+/gu

function outside(text: string, written: (part: string) => string): string {
  let result = ''
  let from = 0
  for (const { index, 0: found } of text.matchAll(APART)) {
    result += written(text.slice(from, index)) + found
    from = index + found.length
  }
  return result + written(text.slice(from))
}

const SPACE = '[ \\u00A0\\u202F]'
const FIGURE =
  /(?<![\p{L}\p{N}_#@/\\:.,+\-–'’=&?])(\d{1,3}(?:[ \u00A0\u202F.,]\d{3})+|\d{4,})(?:([.,])(\d{1,2}))?(?![\p{L}\p{N}_/\\:@#=\-–]|[.,]\d)/gu
const WORD_BEFORE = new RegExp(`([\\p{L}'’°.]+|[€£$¥])${SPACE}?$`, 'u')
const WORD_AFTER = new RegExp(`^${SPACE}([\\p{L}'’-]+|[€£$¥%])`, 'u')

function withFigures(locale: Locale, rules: FigureRules, text: string): string {
  const { decimal } = locale.grammar.numbers
  const grouped = text.replace(FIGURE, (found: string, whole: string, mark?: string, cents?: string, at = 0) => {
    const value = amountTyped(whole, mark, cents, decimal)
    const context = { before: text.slice(0, at), after: text.slice(at + found.length), whole }
    if (value === undefined || !isAmount(rules, context)) return found
    return number(locale, value) + (cents?.length === 2 && cents.endsWith('0') ? '0' : '')
  })
  return withDecimals(locale, withRanges(locale, rules, grouped))
}

/** « 10000 à 12 000 »: the first is of the sort of the second. */
function withRanges(locale: Locale, { between }: FigureRules, text: string): string {
  const { group } = locale.grammar.numbers
  const pattern = grammarPattern(
    `(?<![\\p{L}\\p{N}.,:/-])(\\d{4,})(?= (?:${between.join('|')}) \\d{1,3}[${group}]\\d{3}(?!\\d))`,
  )
  return text.replace(new RegExp(pattern, 'gu'), found => (YEAR.test(found) ? found : number(locale, Number(found))))
}

/** Its value; none of what no edition would group so, and none where its points may be decimal marks. */
function amountTyped(
  whole: string,
  mark: string | undefined,
  cents: string | undefined,
  decimal: string,
): number | undefined {
  const separators = new Set(whole.replace(/\d/g, ''))
  const [separator, another] = separators
  if (another !== undefined || separator === decimal || /^0/.test(whole)) return undefined
  if (mark !== undefined && mark !== decimal) return undefined
  return Number(`${whole.replace(/\D/g, '')}.${cents ?? 0}`)
}

interface Around {
  readonly before: string
  readonly after: string
  readonly whole: string
}

function isAmount(rules: FigureRules, { before, after, whole }: Around): boolean {
  // Numbers side by side are those that one calls.
  if (/\d[ \u00A0\u202F]$/.test(before) || /^[ \u00A0\u202F]\d/.test(after)) return false
  const previous = WORD_BEFORE.exec(before)?.[1]
  const next = WORD_AFTER.exec(after)?.[1]
  const small = previous?.toLowerCase().replaceAll('’', "'")
  if (small !== undefined && isListed(rules.labels, before, small)) return false
  if (MONEY.test(previous ?? '') || MONEY.test(next ?? '') || next === '%') return true
  if (small !== undefined && isListed(rules.amounts, before, small)) return true
  if (next !== undefined && /^\p{Lu}/u.test(next)) return false
  // « Windows 12000 rencontre »: a name before a number may be part of it.
  const isNamed = previous !== undefined && /^\p{Lu}/u.test(previous)
  if (isNamed && !isWord(rules, small)) return false
  const isOfYear = YEAR.test(whole) && !whole.endsWith('00') && small !== undefined && rules.plurals.includes(small)
  // "Its 2021 accounts", but "its 2,100 customers".
  if (isOfYear) return false
  if (next !== undefined && rules.counted.includes(next)) return true
  if (YEAR.test(whole)) return false
  if (small !== undefined && isListed(rules.plurals, before, small)) return true
  if (next === undefined) return /[ \u00A0\u202F]/.test(whole)
  return /^\p{Ll}{2}/u.test(next) && !rules.not_counted.includes(next)
}

const isWord = ({ plurals, not_counted }: FigureRules, word = ''): boolean =>
  plurals.includes(word) || not_counted.includes(word)

const MONEY = /^[€£$¥]$/u
const YEAR = /^(?:1[89]|20|21)\d\d$/

/** Whether the words before end with one of these, of one word or several. */
const isListed = (words: readonly string[], before: string, last: string): boolean => {
  const end = before.trimEnd().toLowerCase().replaceAll('’', "'")
  return words.some(word => (word.includes(' ') ? end === word || end.endsWith(` ${word}`) : word === last))
}

/** « 1.5 million » is « 1,5 million » in French: only before words that no version has. */
function withDecimals({ grammar: { numbers } }: Locale, text: string): string {
  const other = numbers.decimal === ',' ? '\\.' : ','
  const scales = numbers.large.flatMap(({ one, other: many }) => [one, many]).join('|')
  const pattern = grammarPattern(
    `(?<![\\p{L}\\p{N}.,])(\\d{1,3})${other}(\\d{1,2})(?=${SPACE}?(?:%|(?:${scales})(?!\\p{L})))`,
  )
  return text.replace(new RegExp(pattern, 'gu'), `$1${numbers.decimal}$2`)
}

const withOrdinals = (locale: Locale, { ordinal: suffix }: FigureRules, text: string): string =>
  suffix === undefined
    ? text
    : text.replace(
        new RegExp(grammarPattern(`(?<![\\p{L}\\p{N}.,-])(\\d{1,3})(?:${suffix})(?![\\p{L}\\p{N}])`), 'gu'),
        (_, value: string) => ordinal(locale, Number(value)),
      )

/** An amount of money that is written otherwise here: with its symbol on the other side, or with its code. */
function withMoney(locale: Locale, text: string): string {
  const { money: rules, numbers } = locale.grammar
  if (!/[€£$¥]|(?<!\p{L})[A-Z]{3}(?!\p{L})/u.test(text)) return text
  const patterns = moneyPatterns(locale)
  const isBefore = rules.plain.indexOf('{symbol}') === 0
  const written = (found: string, amount: string, scale: string | undefined, currency: string): string => {
    const value = amountOf(amount, numbers.decimal)
    const times = scale === undefined ? 1 : scaleOf(locale, scale)
    const code = Object.hasOwn(rules.currencies, currency) ? currency : codeOf(locale, currency)
    return value === undefined || times === undefined || code === undefined
      ? found
      : money(locale, rounded(value * times), code)
  }
  const ahead = text.replace(patterns.before, (found: string, currency: string, amount: string, scale?: string) =>
    isBefore && currency.length === 1 && scale === undefined ? found : written(found, amount, scale, currency),
  )
  return ahead.replace(patterns.behind, (found: string, amount: string, scale: string | undefined, currency: string) =>
    !isBefore && scale === undefined && /^[€£$¥]$/u.test(currency) ? found : written(found, amount, scale, currency),
  )
}

const rounded = (value: number): number => Math.round(value * 100) / 100

const patternsOf = new WeakMap<Locale, { readonly before: RegExp; readonly behind: RegExp }>()

function moneyPatterns(locale: Locale) {
  const known = patternsOf.get(locale)
  if (known) return known
  const { money: rules, numbers } = locale.grammar
  const symbols = [...Object.keys(rules.currencies), '€', '£', '$', '¥'].map(one => one.replace(/\$/g, '\\$')).join('|')
  const amount = '(\\d{1,3}(?:[ \\u00A0\\u202F.,]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)'
  const scales = [
    ...numbers.large.flatMap(({ one, other, short }) => [other, one, ...(short ? [short] : [])]),
    'm',
    'bn',
    'tn',
  ]
  const scale = `(?:${SPACE}?(${scales.join('|')})(?!\\p{L}))?`
  const patterns = {
    before: new RegExp(`(?<![\\p{L}\\p{N}$])(${symbols})${SPACE}?${amount}${scale}(?![\\p{L}\\p{N}])(?![.,]\\d)`, 'gu'),
    behind: new RegExp(`(?<![\\p{L}\\p{N}.,€£$¥])${amount}${scale}${SPACE}?(${symbols})(?![\\p{L}\\p{N}])`, 'gu'),
  }
  patternsOf.set(locale, patterns)
  return patterns
}

/** « 1.200,50 », "1,200.50": what groups is what the language's decimal mark is not, unless it cannot. */
function amountOf(text: string, decimal: string): number | undefined {
  const plain = text.replace(/[ \u00A0\u202F]/g, '')
  const [, last = '', digits = ''] = /([.,])(\d+)$/.exec(plain) ?? []
  // Three digits after the mark are a group, but after the language's own decimal mark nobody knows.
  if (digits.length === 3 && last === decimal) return undefined
  const isFraction = last !== '' && digits.length < 3
  const whole = isFraction ? plain.slice(0, plain.length - digits.length - 1) : plain
  const value = Number(`${whole.replace(/[.,]/g, '')}.${isFraction ? digits : 0}`)
  return Number.isFinite(value) ? value : undefined
}

function scaleOf({ grammar: { numbers } }: Locale, word: string): number | undefined {
  const known = numbers.large.find(({ one, other, short }) => [one, other, short].includes(word))
  return known?.from ?? SHORT[word]
}

/** Abbreviations that newspapers of several languages share. */
const SHORT: Readonly<Record<string, number>> = { m: 1e6, bn: 1e9, tn: 1e12 }

const codeOf = ({ grammar: { money: rules } }: Locale, symbol: string): string | undefined =>
  Object.entries(rules.currencies).find(([, names]) => names.symbol === symbol)?.[0]
