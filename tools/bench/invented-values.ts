import type { z } from 'zod'
import type { DescribedField } from '../../src/fields/field-tree.ts'
import { marks } from '../../src/fields/field-types.ts'
import { isMapping } from '../../src/foundation/value-kind.ts'
import { iso } from './generation-context.ts'
import type { SuppliedTexts, Supplies } from './names-and-texts.ts'
import type { Dice } from './random.ts'

/** What values after a shape are made with. */
export interface Invention {
  readonly dice: Dice
  readonly supplies: Supplies
  /** The moment from which the incident speaks. */
  readonly asOf: number
}

const MINUTE = 60_000

/**
 * A mapping of an incident file with the fields added whose description says how often they are invented (`invented`),
 * there and in the mappings below: nobody makes them by hand.
 */
export function withInvented(
  holder: Readonly<Record<string, unknown>>,
  fields: readonly DescribedField[],
  invention: Invention,
): Record<string, unknown> {
  const made = { ...holder }
  for (const field of fields) {
    const { written, traits } = field
    if (made[written] !== undefined) made[written] = below(made[written], field, invention)
    else if (invention.dice.chance(traits.invented ?? 0)) made[written] = inventedValue(field, invention)
  }
  return made
}

function below(value: unknown, field: DescribedField, invention: Invention): unknown {
  if (Array.isArray(value)) return value.map(item => below(item, field, invention))
  return isMapping(value) ? withInvented(value, field.fields, invention) : value
}

/** A value made after the shape of its field. */
export function inventedValue(field: DescribedField, invention: Invention): unknown {
  const { part = '', fields } = field
  const maker = PARTS[part] ?? (part.startsWith('name-') ? nameOf : undefined)
  if (maker) return maker(field, invention)
  if (fields.length === 0) return bareValue(field, invention)
  // Of several ways to write a value one will do.
  const each = fields.filter(({ name }, index) => fields.findIndex(other => other.name === name) === index)
  return Object.fromEntries(each.map(one => [one.written, inventedValue(one, invention)]))
}

type Maker = (field: DescribedField, invention: Invention) => unknown

const momentBefore: Maker = (_, { asOf }) => iso(asOf - 2 * MINUTE)

/** How the parts are made that many fields share. */
const PARTS: Readonly<Record<string, Maker>> = {
  text: (field, { dice, supplies }) => dice.pick(wordsOf(field, supplies.texts)),
  moment: momentBefore,
  instant: momentBefore,
  date: momentBefore,
  speaker: (_, { dice, supplies }) => dice.pick(supplies.authorities),
}

const NAMES: Readonly<Record<string, (supplies: Supplies) => readonly string[]>> = {
  'name-company': ({ companies }) => companies.map(({ id }) => id),
  'name-service': ({ services }) => services,
  'name-channel': ({ channels }) => channels,
  'name-place': ({ places }) => places,
}

const nameOf: Maker = ({ written, part = '' }, { dice, supplies }) =>
  dice.pick(NAMES[part]?.(supplies) ?? lacking(written, `no names of ${part} in tools/bench/invented-values.ts`))

/** Lists of `texts.yaml` by what kind of words they hold. */
const WORDS: Readonly<Record<string, (texts: SuppliedTexts) => SuppliedTexts['symptoms']>> = {
  clause: ({ symptoms }) => symptoms,
  'noun phrase': ({ causes }) => causes,
  sentence: ({ sentences }) => sentences,
  title: ({ headlines }) => headlines,
}

function wordsOf({ written, traits }: DescribedField, texts: SuppliedTexts): SuppliedTexts['symptoms'] {
  return WORDS[traits.words ?? '']?.(texts) ?? lacking(written, 'its description does not say what words it is')
}

/** A word out of a few, a flag, an address, a text letter for letter. */
function bareValue(field: DescribedField, { dice, supplies }: Invention): unknown {
  const { def } = (field.shape as z.ZodType & { _zod: { def: { type: string; entries?: Record<string, string> } } })
    ._zod
  if (def.type === 'enum') return dice.pick(Object.values(def.entries ?? {}))
  const [json = {}] = marks.get(field.shape)?.short ?? []
  if (json.type === 'boolean') return true
  if (json.format === 'uri') return `https://status.example/${dice.between(1, 9999)}`
  if (Array.isArray(json.examples)) return dice.pick(json.examples)
  if (field.traits.words === 'error text') return dice.pick(supplies.texts.errors)
  if (field.traits.words === 'name') return 'Duty editor'
  return Object.values(dice.pick(wordsOf(field, supplies.texts)))[0]
}

function lacking(field: string, reason: string): never {
  throw new Error(`Nothing can be invented for the field ${field}: ${reason}`)
}
