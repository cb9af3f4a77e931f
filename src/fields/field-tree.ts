import type { z } from 'zod'
import { type FieldTraits, marks, notes, traits } from './field-types.ts'

/** A field as it is described, with the fields below it. */
export interface DescribedField {
  /** As an editor writes it. */
  readonly written: string
  /** As the full form has it. */
  readonly name: string
  /** Several may stand there. */
  readonly list: boolean
  /** Name of the part that its value is: `text`, `moment`, `speaker`, `name-company`, `cause`. */
  readonly part: string | undefined
  /** Its shape, without what makes it optional, a list or short. */
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

/** Whether its value is worded by language: a text, or a name, which may be written in place with its forms. */
export function isWorded({ part = '' }: DescribedField): boolean {
  return part === 'text' || part === 'speaker' || part.startsWith('name-')
}

function fieldOf(written: string, shape: z.ZodType): DescribedField {
  const { core, list, part } = coreOf(shape)
  const own = traits.get(shape) ?? {}
  return { written, name: own.as ?? written, list, part, shape: core, traits: own, fields: fieldsOf(core) }
}

/** What the tree reads of a shape, whichever it is. */
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

/** Takes off a shape what is around its core. */
function coreOf(shape: z.ZodType, list = false, part?: string): Core {
  const id = part ?? idOf(shape)
  const { def } = (shape as unknown as AnyShape)._zod
  if (def.type === 'optional' || def.type === 'default') return coreOf(def.innerType, list, id)
  if (def.type === 'array') return coreOf(def.element, true, id)
  const inner = def.type === 'pipe' && innerOf(shape, def)
  return inner ? coreOf(inner, list, id) : { core: shape, list, part: id }
}

/** What a value is read by after its short form, or before it is finished; nothing where we read it ourselves. */
function innerOf(shape: z.ZodType, pipe: { readonly in: z.ZodType; readonly out: z.ZodType }): z.ZodType | undefined {
  const full = marks.get(shape)?.full as z.ZodType | undefined
  if (full) return full
  const [before, after] = [pipe.in, pipe.out].map(each => (each as unknown as AnyShape)._zod.def.type)
  if (before === 'transform') return pipe.out
  return after === 'transform' && before !== 'unknown' ? pipe.in : undefined
}

/** The name of a part; a copy of it that bears a note of its own has none itself. */
function idOf(shape: z.ZodType): string | undefined {
  const { parent } = (shape as unknown as AnyShape)._zod
  return notes.get(shape)?.id ?? (parent && idOf(parent))
}
