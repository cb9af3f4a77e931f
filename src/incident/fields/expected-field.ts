import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import {
  choice,
  finish,
  group,
  many,
  named,
  notTold,
  type ReportDiagnostic,
  short,
  told,
} from '../../fields/field-types.ts'
import { length } from '../../fields/length-field.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText } from '../../fields/text-field.ts'
import type { LocalText, Speaker, When } from '../../fields/values.ts'
import type { Length } from '../../foundation/length.ts'
import { isMapping } from '../../foundation/value-kind.ts'

const sureness = choice({
  expected: 'Expected: what is said when nothing is typed.',
  possible: 'It could be then.',
  hoped: 'Hoped for.',
  'at least': 'Not before then; it will take at least that long.',
  'possibly at least': 'It could take at least that long; perhaps not before then.',
  promised: 'Promised.',
})

type Sureness = 'expected' | 'possible' | 'hoped' | 'at least' | 'possibly at least' | 'promised'

/** When the end is expected, how long that takes, or that no estimate is given. */
export type Expected = Estimate | { readonly kind: 'none'; readonly by?: Speaker }

/** An estimate of the end: its moment, or how long it takes from when it was given. */
export type Estimate = EstimateParts &
  ({ readonly kind: 'at'; readonly when: When } | { readonly kind: 'in'; readonly in: Length })

interface EstimateParts {
  readonly sure: Sureness
  readonly by?: Speaker
  readonly at?: When
  readonly replaced?: boolean
  readonly kept?: boolean
  readonly for?: LocalText
  readonly services: readonly Named[]
  readonly of?: 'outage' | 'repair'
}

const MOMENT = ['at', 'precision', 'until', 'part', 'season', 'zone']

/** When the end is expected, and by whom. */
export const expected = (context: FieldContext) =>
  named(context, 'expected', 'Expected end', 'A moment, a length, or `none` when no estimate is given.', () =>
    finish(
      short(
        [{ const: 'none', description: 'No estimate is given.' }, { $ref: '#/$defs/moment' }],
        expandExpected,
        group({
          kind: told(
            choice({ none: 'No estimate is given.', at: 'A moment.', in: 'A length.' }).optional(),
            'Kind',
            'Needed for `none` with `by` only.',
            { only: value => value === 'none' },
          ),
          when: told(moment(context).optional(), 'When', 'The estimate; its fields may also stand here directly.'),
          in: told(length(context).optional(), 'In', 'How long it takes, instead of a moment.'),
          sure: notTold(sureness.default('expected'), 'Sure', 'How sure that is.'),
          of: notTold(
            choice({
              outage: 'The end of the trouble for users: what is said when nothing is typed.',
              repair: 'The end of the repair; service may come back later.',
            }).optional(),
            'Of',
            'What is expected to end.',
            { invented: 0.2 },
          ),
          by: told(speaker(context).optional(), 'By', 'Who gives the estimate, or gives none.'),
          source: told(speaker(context).optional(), 'Source', 'The same as `by`.', { as: 'by' }),
          at: told(moment(context).optional(), 'At', 'With `when` or `in`: when it was given.'),
          replaced: notTold(
            flag().optional(),
            'Replaced',
            'It was given up since, by whoever gave it or by somebody else with an estimate of their own: told as what was expected before.',
          ),
          kept: notTold(
            flag().optional(),
            'Kept',
            'It came true: what was expected was over by then, or took no longer.',
            { invented: 0.1 },
          ),
          for: told(
            localText(context).optional(),
            'For',
            'For whom or what, as a noun phrase, by language: `business customers`.',
          ),
          services: told(many(name(context, 'service')), 'Services', 'Those it is about, where it is not about all.'),
        }),
      ),
      expectedOf,
    ),
  )

function expandExpected(value: unknown): unknown {
  if (value === 'none') return { kind: 'none' }
  if (typeof value === 'string') return { when: value }
  if (!isMapping(value) || Object.hasOwn(value, 'when') || Object.hasOwn(value, 'in') || value.kind === 'none')
    return value
  const entries = Object.entries(value)
  const isOfMoment = ([key]: [string, unknown]) => MOMENT.includes(key)
  return {
    ...Object.fromEntries(entries.filter(entry => !isOfMoment(entry))),
    when: Object.fromEntries(entries.filter(isOfMoment)),
  }
}

interface TypedExpected {
  kind?: 'none' | 'at' | 'in' | undefined
  when?: When | undefined
  in?: Length | undefined
  sure: Sureness
  by?: Speaker | undefined
  source?: Speaker | undefined
  at?: When | undefined
  replaced?: boolean | undefined
  kept?: boolean | undefined
  for?: LocalText | undefined
  services: readonly Named[]
  of?: 'outage' | 'repair' | undefined
}

function expectedOf(typed: TypedExpected, report: ReportDiagnostic): Expected | undefined {
  const { kind, when, in: takes, source, by = source ?? when?.source, ...rest } = typed
  const both = (field: string, other: string) =>
    report.diagnose('shape/only-one', { field, other }, { at: [other], part: 'key' })
  if (typed.by && source) return both('by', 'source')
  if (kind === 'none') {
    if (when) return both('none', 'when')
    return takes ? both('none', 'in') : { kind: 'none', ...(by && { by }) }
  }
  if (when && takes) return both('when', 'in')
  const parts = { ...rest, ...(by && { by }) } as EstimateParts
  if (when) return { ...parts, kind: 'at', when: by ? { ...when, source: by } : when }
  if (takes) return { ...parts, kind: 'in', in: takes }
  return report.diagnose('shape/missing', { field: 'when', of: 'expected' })
}
