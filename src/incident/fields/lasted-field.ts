import type { z } from 'zod'
import type { FieldContext } from '../../fields/field-context.ts'
import { choice, group, named, notTold, type Read, short, told } from '../../fields/field-types.ts'
import { length } from '../../fields/length-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText } from '../../fields/text-field.ts'
import { isMapping } from '../../foundation/value-kind.ts'

/** How well a length is known. */
export const lengthPrecisions = {
  exact: 'As it is.',
  about: 'Around that.',
  over: 'More than that.',
  nearly: 'Slightly less than that.',
  'at least': 'That or more.',
  'up to': 'That or less.',
  under: 'Less than that.',
}

/** How long it lasted, as somebody claims. */
export const lasted = (context: FieldContext) =>
  named(context, 'lasted', 'Length', 'How long it lasted, where somebody says so: `2h`, or with who says it.', () =>
    lengthWith(context, {
      by: told(speaker(context).optional(), 'By', 'Who says so.'),
      for: told(localText(context).optional(), 'For', 'For whom, where it is not for all: a noun phrase, by language.'),
    }),
  )

/** How long an earlier case lasted, as exactly as it was entered. */
export const lastedThen = (context: FieldContext) =>
  named(context, 'lasted-then', 'Length then', 'How long it lasted then: `6h`, or with how well that is known.', () =>
    lengthWith(context, {}),
  )

/** A length alone, or with how well it is known and what else is said of it. */
const lengthWith = <T extends z.core.$ZodLooseShape>(context: FieldContext, more: T) =>
  short(
    [{ $ref: '#/$defs/length' }],
    value => (typeof value === 'string' || (isMapping(value) && Object.hasOwn(value, 'from')) ? { of: value } : value),
    group({
      of: told(length(context), 'Of', 'The length.'),
      precision: notTold(
        choice(lengthPrecisions).optional(),
        'Precision',
        'How well it is known; exact when nothing is said.',
      ),
      ...more,
    }),
  )

export type Lasted = Read<typeof lasted>
