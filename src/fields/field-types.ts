import { z } from 'zod'
import type { DiagnosticCode, FactsByCode } from '../foundation/diagnostic-codes.ts'
import type { FieldContext } from './field-context.ts'

/** A piece of JSON Schema. */
export type JsonSchema = { readonly [key: string]: unknown }

/** What the schema needs to know of a shape beyond zod: its short forms, and keys that are languages. */
interface FieldMark {
  /** Other notations of the same value. */
  readonly short?: readonly JsonSchema[]
  /** The full form, when zod reads only that. */
  readonly full?: unknown
  /** A single item may replace the list. */
  readonly single?: boolean
  /** The property `text` may be written by language at the same level: `{ at: …, fr: …, en: … }`. */
  readonly beside?: boolean
  /** The keys of this mapping are editions. */
  readonly editions?: boolean
  /** The keys of this mapping are languages. */
  readonly languages?: boolean
  /** The property of this name is written by language at the same level: `fr: …, en: …`. */
  readonly byLanguage?: string
}

/** Marks of shapes, for the JSON Schema and the reference page. */
export const marks = z.registry<FieldMark>()

/** Titles and descriptions, for hover in an editor and the reference page. */
export const notes = z.registry<{ id?: string; title?: string; description?: string; [key: string]: unknown }>()

/** Metadata of a field beyond its shape and its notes, for the stages after reading. */
export interface FieldTraits {
  /** Whether articles tell its value. A group leaves it to its fields. */
  readonly told?: boolean
  /** Only these values are told: « unknown » of a cause, and none of the others. */
  readonly only?: (value: unknown) => boolean
  /** Its name in the full form where it differs: `cause` is `causes`. */
  readonly as?: string
  /**
   * What articles do in a language that the text lacks (made, left out, or it may be missing); otherwise it is quoted.
   */
  readonly lacking?: 'made' | 'left' | 'allowed'
  /** An update replaces the value, though it is a list. */
  readonly replaced?: boolean
  /**
   * The share of generated incidents with a value generated from the shape; without it, `tools/bench` generates it by
   * hand.
   */
  readonly invented?: number
  /** What an invented text is: `tools/bench` has words of each kind. */
  readonly words?: 'clause' | 'noun phrase' | 'sentence' | 'title' | 'name' | 'error text'
}

/** Traits of fields. */
export const traits = z.registry<FieldTraits>()

/** Collects the diagnostics of one value. */
export interface ReportDiagnostic {
  /** `at`: path below the value; `part: 'key'` means the name before the colon. */
  diagnose<C extends DiagnosticCode>(code: C, facts: FactsByCode[C], more?: More): undefined
}

export interface More {
  readonly at?: readonly PropertyKey[]
  readonly part?: 'key' | 'value'
  readonly replace?: string
  readonly rewrite?: string
  readonly words?: string
}

/** What a custom issue carries through zod to the diagnostic. */
export interface Carried extends More {
  readonly code: DiagnosticCode
  readonly facts: FactsByCode[DiagnosticCode]
}

/** A value that we read ourselves, because its diagnostics must be better than "invalid input". */
export function readBy<T>(
  json: JsonSchema,
  read: (value: unknown, report: ReportDiagnostic) => T | undefined,
): z.ZodType<T> {
  const shape = z.unknown().transform((value, ctx): T => {
    const before = ctx.issues.length
    const report = reportTo(ctx, value)
    const result = isBlank(value) ? report.diagnose(missingOrEmpty(value), nowhere) : read(value, report)
    if (result === undefined && ctx.issues.length === before)
      throw new Error('A reader gave nothing and did not say why')
    return result as T
  })
  marks.add(shape, { short: [json] })
  return shape
}

/** The reader of the issue fills in the names. */
const nowhere = { field: '', of: '' }

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function missingOrEmpty(value: unknown): 'shape/missing' | 'shape/empty' {
  return value === undefined ? 'shape/missing' : 'shape/empty'
}

/** Validates and transforms a value whose fields are valid; what the shape refused already is nothing to `done`. */
export function finish<S extends z.ZodType, T>(
  shape: S,
  done: (value: z.output<S>, report: ReportDiagnostic) => T | undefined,
): z.ZodType<T> {
  return shape.transform(
    (value, ctx): T =>
      value === undefined && ctx.issues.length > 0 ? (undefined as T) : (done(value, reportTo(ctx, value)) as T),
  )
}

/** A shape with a short form: `expand` turns it into the full one. */
export function short<S extends z.ZodType>(forms: readonly JsonSchema[], expand: (value: unknown) => unknown, full: S) {
  const shape = z.preprocess(expand, full)
  marks.add(shape, { short: forms })
  return shape
}

/**
 * A value that is mostly a plain text (a name, a moment): the text is read directly, without expanding it to the many
 * fields of the full form first. Anything else is the full form.
 */
export function bare<T>(
  forms: readonly JsonSchema[],
  read: (text: string, report: ReportDiagnostic) => NoInfer<T> | undefined,
  full: z.ZodType<T>,
): z.ZodType<T> {
  const shape: z.ZodType<unknown> = z.unknown().transform((value, ctx): unknown => {
    if (typeof value === 'string' && !isBlank(value)) return read(value, reportTo(ctx, value))
    const whole = full.safeParse(value)
    if (!whole.success) ctx.issues.push(...(whole.error.issues as never[]))
    return whole.data
  })
  marks.add(shape, { short: forms, full })
  return shape as z.ZodType<T>
}

/** A list; a single item may be written without its dash. Absent is empty. */
export function many<S extends z.ZodType>(item: S) {
  return oneOrMore(item).default([] as never) as unknown as z.ZodDefault<z.ZodType<readonly z.output<S>[]>>
}

/** The same where absent is absent. */
export function oneOrMore<S extends z.ZodType>(item: S) {
  const list = z.preprocess(
    value => (Array.isArray(value) || value === null || value === undefined ? value : [value]),
    z.array(item).min(1),
  )
  marks.add(list, { single: true })
  return list
}

/** One of a few words, each with a note about its meaning. */
export function choice<const W extends string>(words: Readonly<Record<W, string>>): z.ZodEnum<{ [K in W]: K }> {
  const shape = z.enum(Object.keys(words) as [W, ...W[]])
  notes.add(shape, { enumDescriptions: Object.values(words) })
  return shape as unknown as z.ZodEnum<{ [K in W]: K }>
}

/** A mapping with exactly these fields. */
export function group<S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  // The message passes the known names to the diagnostic of an unknown one.
  const known = Object.keys(shape).join(' ')
  return z.strictObject(shape, { error: issue => (issue.code === 'unrecognized_keys' ? known : undefined) })
}

/** Adds the note that an editor shows for a field, and its traits, to a copy of the shape. */
export function note<S extends z.ZodType>(shape: S, title: string, description?: string, of?: FieldTraits): S {
  const copy = shape.clone(undefined, { parent: true })
  notes.add(copy, { title, ...(description && { description }) })
  if (of) traits.add(copy, of)
  return copy
}

/** A field that articles tell: without a sentence based on it, it is reported as untold. */
export function told<S extends z.ZodType>(shape: S, title: string, description?: string, of: FieldTraits = {}): S {
  return note(shape, title, description, { ...of, told: true })
}

/** A field that articles do not tell: it affects how the others are told, or is for colleagues. */
export function notTold<S extends z.ZodType>(shape: S, title: string, description?: string, of: FieldTraits = {}): S {
  return note(shape, title, description, { ...of, told: false })
}

/** The type of a shape's value once it is read. */
export type Read<F extends (context: FieldContext) => z.ZodType> = Readonly<z.output<ReturnType<F>>>

/**
 * Gives a shape an id in the schema (`$defs`) and a section in the reference page. Created once per field context,
 * however often it is asked for.
 */
export function named<S extends z.ZodType>(
  context: FieldContext,
  id: string,
  title: string,
  description: string,
  make: () => S,
): S {
  const shapes = made.get(context) ?? new Map<string, z.ZodType>()
  made.set(context, shapes)
  const known = shapes.get(id)
  if (known) return known as S
  const shape = make()
  notes.add(shape, { ...notes.get(shape), id, title, description })
  shapes.set(id, shape)
  return shape
}

const made = new WeakMap<FieldContext, Map<string, z.ZodType>>()

function reportTo(ctx: { issues: unknown[] }, input: unknown): ReportDiagnostic {
  return {
    diagnose(code, facts, more) {
      const params: Carried = { code, facts, ...more }
      ctx.issues.push({ code: 'custom', input, params, path: [...(more?.at ?? [])], message: code, continue: false })
      return undefined
    },
  }
}
