import type { Length, LengthPrecision } from '../foundation/length.ts'
import type { Grammar, Shade } from './grammar.ts'
import { fillFrame } from './grammar-frame.ts'
import type { Locale } from './locale.ts'
import { areInWords, number, numberInWords } from './numeral.ts'

type Rules = Grammar['duration']
type Anchor = Rules['anchors'][number]
type FrameSet = Rules['frames'][string]

/** A round duration with its approximation: « un peu plus de » 210 minutes. */
interface Rounded {
  readonly minutes: number
  readonly shade: Shade
  readonly anchor?: Anchor | undefined
}

/**
 * Elapsed time, in minutes, in the style of news: « près d'une heure », « un peu plus de trois heures et demie »,
 * "just over three and a half hours". `exact` says that both its ends are known to the minute; otherwise it gets «
 * environ » or a round word (« une vingtaine de minutes »), never more exact than the source. `as` is a frame of the
 * grammar (`duration.frames`): `plain`, or `compound` for « (une panne) de six heures », "(a) six-hour (outage)".
 */
export function duration(
  locale: Locale,
  minutes: number,
  { exact = false, as = 'plain' }: { readonly exact?: boolean; readonly as?: string } = {},
): string {
  const { grammar } = locale
  const frames = framesOf(locale, as)
  if (!(minutes >= 0)) throw new Error(`a duration of ${minutes} minutes`)
  const whole = Math.round(minutes)
  const short = shortLength(grammar.duration, whole, exact, frames.compound)
  if (short !== undefined) return fillFrame(locale, frames.around, { duration: short })
  if (exact && whole < grammar.duration.exact_below) {
    return fillFrame(locale, frames.around, {
      duration: lengthIn(locale, whole, firstUnit(grammar.duration), frames.compound),
    })
  }
  const { anchor, shade, minutes: round } = roundOff(grammar.duration, whole, exact)
  return fillFrame(locale, frames.around, { duration: shaded(locale, frames, shade, round, anchor) })
}

function framesOf({ grammar, edition }: Locale, as: string): FrameSet {
  const frames = grammar.duration.frames[as]
  if (!frames) throw new Error(`the grammar of ${edition.language} has no duration frame "${as}"`)
  return frames
}

/**
 * Whether a duration needs no « plus de » or « près de »: only then does it make a good adjective, "a six-hour
 * outage"; "a more than six-hour outage" is better rephrased, and "about" is not left out.
 */
export function isRound(locale: Locale, minutes: number, exact: boolean): boolean {
  const { duration: rules } = locale.grammar
  const whole = Math.round(minutes)
  if (shortLength(rules, whole, exact, true) !== undefined || (exact && whole < rules.exact_below)) return true
  const { shade } = roundOff(rules, whole, exact)
  return shade === 'plain'
}

/**
 * A length as somebody gave it, in the unit in which they gave it: « 48 heures », « deux à trois semaines », « plusieurs
 * jours », « au moins deux heures ».
 */
export function givenLength(
  locale: Locale,
  given: Length,
  { precision = 'exact', as = 'plain' }: { readonly precision?: LengthPrecision; readonly as?: string } = {},
): string {
  const frames = framesOf(locale, as)
  const shade = SHADE_OF[precision]
  if (given.kind === 'one' && given.unit === undefined && shade === 'plain') {
    return duration(locale, given.minutes, { exact: true, as })
  }
  const frame = frames.shades[shade]
  if (frame === undefined) throw new Error(`${locale.edition.language}: no duration frame for "${shade}"`)
  const text = fillFrame(locale, frame, { duration: givenWords(locale, given, shade, frames.compound) })
  return fillFrame(locale, frames.around, { duration: text })
}

const SHADE_OF: Readonly<Record<LengthPrecision, Shade>> = {
  exact: 'plain',
  about: 'about',
  over: 'over',
  nearly: 'nearly',
  'at least': 'at_least',
  'up to': 'up_to',
  under: 'under',
}

function givenWords(locale: Locale, given: Length, shade: Shade, compound: boolean): string {
  const { duration: rules } = locale.grammar
  if (given.kind === 'several') return amountOf(locale, 2, given.unit, compound, rules.several)
  if (given.kind === 'range') return rangeWords(locale, given)
  const isWhole = given.unit !== undefined
  return isWhole ? unitLength(locale, given.minutes, given.unit, compound) : roundWords(locale, given.minutes, shade)
}

/** A length of several units, as round as can be told without saying more than « au moins » or « moins de » allows. */
function roundWords(locale: Locale, minutes: number, shade: Shade): string {
  const { low, high } = neighbours(locale.grammar.duration, minutes)
  const isUpwards = shade === 'up_to' || shade === 'under' || shade === 'nearly'
  const round = low === minutes || !isUpwards ? low : high
  return anchorAt(locale.grammar.duration, round)?.plain ?? length(locale, round, false)
}

/** The number alone stands before « à » where both are of one unit. */
function rangeWords(locale: Locale, { low, high, unit }: Extract<Length, { kind: 'range' }>): string {
  const { range, units } = locale.grammar.duration
  const of = unit && units[unit]
  if (!of || unit === undefined) {
    const [from, to] = [low, high].map(minutes => duration(locale, minutes, { exact: true }))
    return fillFrame(locale, range.apart, { low: from ?? '', high: to ?? '' })
  }
  const [from, to] = [low / of.minutes, high / of.minutes]
  const inWords = areInWords(locale, from, to)
  const first = inWords ? numberInWords(locale, from, of.class) : number(locale, from)
  const second = inWords ? unitLength(locale, high, unit, false) : amountOf(locale, to, unit, false, number(locale, to))
  return fillFrame(locale, range.same, { low: first, high: second })
}

/** Whole units as they are: « 48 heures », not « deux jours ». */
const unitLength = (locale: Locale, minutes: number, unit: string, compound: boolean): string => {
  const amount = Math.round(minutes / (locale.grammar.duration.units[unit]?.minutes ?? 1))
  return amountOf(locale, amount, unit, compound)
}

/** Too short to count: « quelques minutes », « moins d'une minute ». */
function shortLength({ few }: Rules, minutes: number, exact: boolean, compound: boolean): string | undefined {
  if (exact ? minutes >= 1 : minutes >= few.below) return undefined
  if (compound) return few.compound
  return exact ? few.none : few.rough
}

const isAnchored = (shade: Shade): shade is Exclude<Shade, 'at_least' | 'up_to' | 'under'> =>
  shade !== 'at_least' && shade !== 'up_to' && shade !== 'under'

function shaded(locale: Locale, frames: FrameSet, shade: Shade, minutes: number, anchor: Anchor | undefined): string {
  const own = frames.compound || !isAnchored(shade) ? undefined : anchor?.[shade]
  if (own !== undefined) return own
  const plain = (frames.compound ? anchor?.compound : anchor?.plain) ?? length(locale, minutes, frames.compound)
  const frame = frames.shades[shade]
  if (frame === undefined) throw new Error(`${locale.edition.language}: no duration frame for "${shade}"`)
  return fillFrame(locale, frame, { duration: plain })
}

/** The nearest round duration below or above, and its distance from the true one. */
function roundOff(rules: Rules, minutes: number, exact: boolean): Rounded {
  const { low, high } = neighbours(rules, minutes)
  const above = anchorAt(rules, high)
  if (above?.nearly_from !== undefined && minutes >= above.nearly_from) {
    return { minutes: high, shade: 'nearly', anchor: above }
  }
  const share = (minutes - low) / (high - low)
  const shading = exact ? rules.shading.exact : rules.shading.rough
  const justOver = above === undefined ? scaleAt(rules, low).just_over : undefined
  const limit = (upto: number, as: Shade) => (as === 'just_over' && justOver !== undefined ? justOver : upto)
  const shade = (shading.find(({ upto, as }) => share <= limit(upto, as)) ?? shading.at(-1))?.as ?? 'about'
  const round = shade === 'nearly' ? high : low
  return { minutes: round, shade, anchor: anchorAt(rules, round) }
}

function neighbours(rules: Rules, minutes: number): { low: number; high: number } {
  const anchors = rules.anchors.map(({ at }) => at)
  const high = anchors.find(at => at > minutes)
  const low = anchors.findLast(at => at <= minutes)
  if (high !== undefined) return { low: low ?? 0, high }
  const step = stepAt(rules, minutes)
  const below = Math.floor(minutes / step) * step
  return { low: Math.max(below, low ?? 0), high: below + step }
}

function anchorAt({ anchors }: Rules, minutes: number): Anchor | undefined {
  return anchors.find(({ at }) => at === minutes)
}

function scaleAt({ scales }: Rules, minutes: number): Rules['scales'][number] {
  const scale = scales.find(({ below }) => below === undefined || minutes < below) ?? scales.at(-1)
  if (!scale) throw new Error('the grammar has no scale of durations')
  return scale
}

function stepAt(rules: Rules, minutes: number): number {
  return scaleAt(rules, minutes).step
}

function firstUnit({ scales }: Rules): string {
  return scales[0]?.unit ?? ''
}

/** A round duration in the unit of its scale: « trois heures et demie », "two days". */
function length(locale: Locale, minutes: number, compound: boolean): string {
  const { duration } = locale.grammar
  const scale = scaleAt(duration, minutes)
  return lengthIn(locale, minutes, scale.unit, compound)
}

function lengthIn(locale: Locale, minutes: number, unitName: string, compound: boolean): string {
  const { minutes: each } = unitForms(locale, unitName)
  return amountOf(locale, Math.round((minutes / each) * 2) / 2, unitName, compound)
}

function unitForms({ grammar, edition }: Locale, name: string): Rules['units'][string] {
  const unit = grammar.duration.units[name]
  if (!unit) throw new Error(`the grammar of ${edition.language} has no unit "${name}"`)
  return unit
}

/** So many of a unit; `inWords` stands for the number where nobody gives one. */
function amountOf(locale: Locale, amount: number, unitName: string, compound: boolean, inWords?: string): string {
  const unit = unitForms(locale, unitName)
  const whole = Math.floor(amount)
  const isHalf = amount !== whole
  const one = locale.plural(whole) === 'one' || whole === 0
  const forms = compound ? (unit.compound ?? unit) : unit
  const frame = isHalf ? halfFrame(forms.half, whole, one) : one ? forms.one : forms.other
  if (frame === undefined) throw new Error(`${locale.edition.language}: "${unitName}" has no halves`)
  return fillFrame(locale, frame, { number: inWords ?? numberInWords(locale, whole, unit.class) })
}

type Half = Readonly<Record<string, string>> | undefined

/** The form for this number, else for none, else for its plural category. */
function halfFrame(half: Half, whole: number, one: boolean): string | undefined {
  if (half === undefined) return undefined
  const category = whole === 0 ? 'zero' : one ? 'one' : 'other'
  return half[String(whole)] ?? half[category] ?? half.other
}
