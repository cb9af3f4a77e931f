import type { z } from 'zod'
import { type FieldTraits, marks, notes, traits } from './field-types.ts'

/** A described field, with the fields below it. */
export interface DescribedField {
  /** Its name in the file. */
  readonly written: string
  /** Its name in the full form. */
  readonly name: string
  /** Whether it is a list. */
  readonly list: boolean
  /** Name of the shape of its value: `text`, `moment`, `speaker`, `name-company`, `cause`. */
  readonly part: string | undefined
  /** Its shape, unwrapped from optional, list and short form. */
  readonly shape: z.ZodType
  readonly traits: FieldTraits
  readonly fields: readonly DescribedField[]
}

/** The fields of a mapping, as its shape describes them. */
export function fieldsOf(shape: z.ZodType): readonly DescribedField[] {
  const { core } = coreOf(shape)
  const { def } = (core as unknown as AnyShape)._zod
  return def.type === 'object' ? Object.entries(def.shape).map(([written, field]) => fieldOf(written, field)) : []
}

/** Whether its value is written by language: a text, or a name, which may be defined in place with its forms. */
export function isWorded({ part = '' }: DescribedField): boolean {
  return part === 'text' || part === 'speaker' || part.startsWith('name-')
}

function fieldOf(written: string, shape: z.ZodType): DescribedField {
  const { core, list, part } = coreOf(shape)
  const own = traits.get(shape) ?? {}
  return { written, name: own.as ?? written, list, part, shape: core, traits: own, fields: fieldsOf(core) }
}

/** The parts of a zod shape that the tree reads. */
interface AnyShape {
  readonly _zod: {
    readonly parent?: z.ZodType
    readonly def:
      | { readonly type: 'object'; readonly shape: Readonly<Record<string, z.ZodType>> }
      | { readonly type: 'array'; readonly element: z.ZodType }
      | { readonly type: 'optional' | 'default'; readonly innerType: z.ZodType }
      | { readonly type: 'pipe'; readonly in: z.ZodType; readonly out: z.ZodType }
      | { readonly type: 'transform' | 'unknown' | 'enum' | 'record' }
  }
}

interface Core {
  readonly core: z.ZodType
  readonly list: boolean
  readonly part: string | undefined
}

/** Unwraps a shape. */
function coreOf(shape: z.ZodType, list = false, part?: string): Core {
  const id = part ?? idOf(shape)
  const { def } = (shape as unknown as AnyShape)._zod
  if (def.type === 'optional' || def.type === 'default') return coreOf(def.innerType, list, id)
  if (def.type === 'array') return coreOf(def.element, true, id)
  const inner = def.type === 'pipe' && innerOf(shape, def)
  return inner ? coreOf(inner, list, id) : { core: shape, list, part: id }
}

/** The shape inside a transformation, before or after it; `undefined` where we read the value ourselves. */
function innerOf(shape: z.ZodType, pipe: { readonly in: z.ZodType; readonly out: z.ZodType }): z.ZodType | undefined {
  const full = marks.get(shape)?.full as z.ZodType | undefined
  if (full) return full
  const [before, after] = [pipe.in, pipe.out].map(each => (each as unknown as AnyShape)._zod.def.type)
  if (before === 'transform') return pipe.out
  return after === 'transform' && before !== 'unknown' ? pipe.in : undefined
}

/** The id of a shape; a copy with a note of its own has none itself. */
function idOf(shape: z.ZodType): string | undefined {
  const { parent } = (shape as unknown as AnyShape)._zod
  return notes.get(shape)?.id ?? (parent && idOf(parent))
}
