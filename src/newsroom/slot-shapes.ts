import type { z } from 'zod'
import type { NamedKind } from '../fields/directory.ts'
import type { FieldContext } from '../fields/field-context.ts'
import { bare, choice, finish, group, many, type ReportDiagnostic, readBy, short } from '../fields/field-types.ts'
import { figureOf, figurePrecision, figureRange, figureValue, fits } from '../fields/figure-field.ts'
import { minutesOf } from '../fields/length-field.ts'
import { moment } from '../fields/moment-field.ts'
import { name } from '../fields/name-field.ts'
import { lookUp } from '../fields/name-lookup.ts'
import { speaker } from '../fields/speaker-field.ts'
import { localText, plainText } from '../fields/text-field.ts'
import type { CountUnit, Figure, LocalText } from '../fields/values.ts'
import { isMapping, kindOf } from '../foundation/value-kind.ts'
import { countUnit, countWhole } from '../incident/fields/count-fields.ts'
import { quote } from '../incident/fields/quote-fields.ts'
import type { Slot, SlotValue } from '../story/story.ts'

/** What the values of slots are read against. */
export interface SlotContext {
  readonly fields: FieldContext
  /** Language of a text that is typed without one: the edition's. */
  readonly language: string
  /** The kind of a name that the directory does not know. */
  readonly named: NamedKind
}

/** Kinds of slots that are typed as values; a term is a key of the wordings. */
export type ValueKind = Exclude<Slot['kind'], 'term'>

/** How the value of each kind of slot is typed: as in an incident file, or shorter. */
export const slotShapes: Readonly<Record<ValueKind, (context: SlotContext) => z.ZodType<SlotValue | undefined>>> = {
  names: context => finish(many(anyName(context)), names => ({ kind: 'names', names })),
  speaker: ({ fields }) => finish(speaker(fields), speaker => speaker && { kind: 'speaker', speaker }),
  when: ({ fields }) => finish(moment(fields), when => ({ kind: 'when', when })),
  duration,
  figure: () =>
    finish(figure({}), ({ unit, of, figure }) => ({
      kind: 'figure',
      figure,
      ...(unit && { unit }),
      ...(of && { of }),
    })),
  parts: context => finish(many(figure({ place: anyName(context) })), partsSlot),
  text: context => finish(textIn(context), text => ({ kind: 'text', text })),
  quote: context => finish(quoted(context), ({ part, quote }) => ({ kind: 'quote', quote, part })),
  highlight: context => finish(highlighted(context), value => highlightSlot(value, context)),
  frame: context => finish(framed(context), value => ({ kind: 'frame', ...value })),
  verbatim: () => finish(plainText(), text => ({ kind: 'verbatim', text })),
  texts: context => finish(many(textIn(context)), texts => ({ kind: 'texts', texts })),
  verbatims: () => finish(many(plainText()), texts => ({ kind: 'verbatims', texts })),
}

/** A sentence of ours and the words that stand in it. */
const framed = (context: SlotContext) => group({ frame: textIn(context), quote: quote(context.fields) })

/** A name of any kind: an id of the directory, or the name in full. */
const anyName = ({ fields, named }: SlotContext) =>
  bare([], (id, report) => fields.directory.names.get(id) ?? lookUp(fields, id, named, report), name(fields, named))

/** `90 min`, `2h05`; `about 90 min` for a length that is not known to the minute. */
function duration(): z.ZodType<SlotValue> {
  return readBy<SlotValue>({ type: 'string' }, (value, report) => {
    if (typeof value !== 'string')
      return report.diagnose('shape/wrong-type', { field: '', expected: 'duration', found: kindOf(value) })
    const [, about, length = ''] = /^(about |~ ?)?(.*)$/s.exec(value.trim()) ?? []
    const minutes = minutesOf(length)
    if (minutes === undefined) return report.diagnose('shape/not-a-duration', { value })
    return { kind: 'duration', minutes, exact: about === undefined }
  })
}

/** `1200`, `about 1200 reports`, `thousands of reports`; `{ low: 5, high: 7 }` or the fields of `counts` in full. */
const figure = <S extends z.core.$ZodLooseShape>(more: S) =>
  finish(
    short(
      [],
      figureApart,
      group({
        value: figureValue().optional(),
        range: figureRange(),
        precision: figurePrecision().optional(),
        unit: countUnit.optional(),
        of: countWhole.optional(),
        ...more,
      }),
    ),
    (fields, report) => figureWithin(fields as never, report),
  ) as unknown as z.ZodType<z.output<z.ZodObject<S>> & TypedFigure>

type TypedFigure = Extract<SlotValue, { kind: 'figure' }> & { readonly figure: Figure }

const UNITS = Object.keys(countUnit.enum).join('|')
const SHORT_FIGURE = new RegExp(
  `^(?:(exact|about|over|nearly|under|at least|up to) )?(.+?)(?:(?: of)? (${UNITS})|( ?%))?$`,
)

function figureApart(typed: unknown): unknown {
  if (typeof typed === 'string') {
    const [, precision, value, unit, percent] = SHORT_FIGURE.exec(typed.trim()) ?? []
    return { value, ...(precision && { precision }), ...((unit || percent) && { unit: unit ?? 'percent' }) }
  }
  if (!isMapping(typed) || (typed.low === undefined && typed.high === undefined)) return typed
  const { low, high, ...rest } = typed
  return { ...rest, range: [low, high] }
}

function figureWithin(
  { value, range, precision, ...rest }: Parameters<typeof figureOf>[0] & { readonly unit?: CountUnit },
  report: ReportDiagnostic,
) {
  const { unit } = rest
  if (unit && !fits({ value, range, unit }, report)) return undefined
  const figure = figureOf({ value, range, precision }, report)
  return figure && { ...rest, figure }
}

const partsSlot = (parts: Extract<SlotValue, { kind: 'parts' }>['parts']): SlotValue => ({
  kind: 'parts',
  parts: parts.map(({ figure, place }) => ({ figure, ...(place && { place }) })),
})

/** A text by language; a bare text is in the edition's. */
const textIn = ({ fields, language }: SlotContext) =>
  short([], value => (typeof value === 'string' ? { [language]: value } : value), localText(fields))

const quotePart = choice({ whole: 'All of it.', first: 'Its first sentence.', rest: 'What follows the first.' })

/** A quote as in an incident file, and which part of it is meant; a bare text is in the edition's language. */
const quoted = (context: SlotContext) =>
  short(
    [],
    value => quoteApart(value, context),
    group({ part: quotePart.default('whole'), quote: quote(context.fields) }),
  )

function quoteApart(value: unknown, { language }: SlotContext): unknown {
  if (typeof value === 'string') return { quote: { lang: language, text: value } }
  if (!isMapping(value)) return { quote: value }
  const { part, ...quote } = value
  return { ...(part !== undefined && { part }), quote }
}

/** The words of a headline by language, and the quote they are from; without one, they are the quote. */
const highlighted = (context: SlotContext) =>
  short(
    [],
    value => (isMapping(value) && Object.hasOwn(value, 'words') ? value : { words: value }),
    group({ words: textIn(context), quote: quote(context.fields).optional() }),
  )

function highlightSlot(
  { words, quote }: { words: LocalText; quote?: Extract<SlotValue, { kind: 'quote' }>['quote'] | undefined },
  { language }: SlotContext,
): SlotValue {
  const own = { lang: language, text: words[language] ?? Object.values(words)[0] ?? '', translations: {} }
  return { kind: 'highlight', words, quote: quote ?? own }
}
