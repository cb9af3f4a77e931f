import { MINUTE } from '../foundation/time-units.ts'
import type { Locale } from './locale.ts'
import type { Moment } from './moment-type.ts'

/**
 * A moment that is only about, as people say it: 18:28 is "around 6:30pm", 12:02 "around noon". Where that would put it
 * past a limit that it lies before (`limit`, mostly the moment at which the text speaks), it is rounded down. Others stay.
 */
export function roundedAbout<M extends Moment>({ grammar }: Locale, moment: M, limit?: number): M {
  const { precision, at } = moment
  if (precision !== 'about' || at === undefined || moment.grain !== undefined) return moment
  const step = grammar.clock.about_step * MINUTE
  const nearest = Math.round(at / step) * step
  const isPast = limit !== undefined && at <= limit && nearest > limit
  const rounded = isPast ? Math.floor(at / step) * step : nearest
  return rounded === at ? moment : { ...moment, at: rounded }
}

/**
 * A number that is only about, to the digits that people say: 12,480 is "about 12,500", 487 "about 490". What ends in a
 * digit that matters below a hundred stays.
 */
export function roundedFigure(value: number): number {
  if (!Number.isInteger(value) || value < 100) return value
  const step = 10 ** Math.max(1, Math.floor(Math.log10(value)) - 2)
  return Math.round(value / step) * step
}
