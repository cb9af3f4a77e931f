import type { z } from 'zod'
import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import {
  bare,
  choice,
  finish,
  group,
  many,
  named,
  note,
  notTold,
  type Read,
  type ReportDiagnostic,
  short,
  told,
} from '../../fields/field-types.ts'
import { figurePrecision, share } from '../../fields/figure-field.ts'
import { whenOf } from '../../fields/known-moment.ts'
import { length } from '../../fields/length-field.ts'
import { moment, momentFields, momentIn } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, textBeside, wordOrText } from '../../fields/text-field.ts'
import type { Figure, LocalText, Speaker, When } from '../../fields/values.ts'
import type { Length } from '../../foundation/length.ts'
import { isMapping } from '../../foundation/value-kind.ts'
import { reserveSteps, type SureStep } from './sure-field.ts'

/** What is said of announced work, of all services or of one. */
const windowFields = (context: FieldContext) => ({
  from: told(moment(context), 'From', 'When it begins.'),
  to: told(moment(context).optional(), 'To', 'When it ends.'),
  impact: notTold(
    choice({
      none: 'Users should notice nothing.',
      interruption: 'It will not work.',
      possible: 'It may not work, at moments.',
      unsaid: 'Nobody says what they will notice.',
    }).optional(),
    'Impact',
    'What users will notice; when nothing is said, what the services and the kind imply.',
  ),
  what: told(localText(context).optional(), 'What', 'The work, as a noun phrase, by language: `moving a cable`.', {
    words: 'noun phrase',
  }),
  by: told(speaker(context).optional(), 'By', 'Who announces it.'),
})

/** A span of time announced beforehand. */
export const window = (context: FieldContext) =>
  named(context, 'window', 'Window', 'A span of time announced beforehand.', () =>
    group({
      ...windowFields(context),
      services: told(many(name(context, 'service')), 'Services', 'Those it is about, where it is not about all.'),
    }),
  )

/** The same, of the service beside which it stands. */
export const ownWindow = (context: FieldContext) =>
  named(context, 'ownWindow', 'Own window', 'A span of time announced beforehand for one service.', () =>
    group(windowFields(context)),
  )

/** An announced time window. */
export type Window = Read<typeof window>

/** The announced time window of one service. */
export type OwnWindow = Read<typeof ownWindow>

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

/** A moment of the end; `for` says whose trouble is over, where it is not over for all. */
export interface End extends When {
  readonly for?: 'all' | 'most' | LocalText
}

const whom = { all: 'Everybody.', most: 'Most of those it had hit.' }

/** When it ended, and for whom. */
export const end = (context: FieldContext) =>
  named(context, 'end', 'End', 'When it ended; for some only, where `for` says so.', () =>
    bare<End>(
      [{ $ref: '#/$defs/moment' }],
      (text, report) => momentIn(text, context.zone, report),
      finish(
        group({
          ...momentFields(context),
          for: note(
            wordOrText(context, 'for', whom).optional(),
            'For',
            'Whose trouble is over: `all`, `most`, or a noun phrase by language. Of some only it is not the end of the story.',
          ),
        }),
        ({ for: whose, ...written }, report): End | undefined => {
          const when = whenOf(written, context.zone, report)
          return when && { ...when, ...(whose !== undefined && { for: whose }) }
        },
      ),
    ),
  )

const wholes = {
  users: 'Of users.',
  customers: 'Of customers.',
  households: 'Of households.',
  network: 'Of the network.',
  sites: 'Of the sites.',
}

/** How far it came back, and when. */
export const recovery = (context: FieldContext) =>
  named(context, 'recovery', 'Recovery', 'When and how far it came back; what is over is `ended`.', () =>
    finish(
      textBeside(
        context,
        {
          at: told(moment(context).optional(), 'At', 'When it was so.'),
          share: told(share().optional(), 'Share', 'How much was back, in percent: `60%`.'),
          precision: notTold(
            figurePrecision().optional(),
            'Precision',
            'How to read the share; exact when nothing is said.',
            {
              as: 'share',
            },
          ),
          of: told(
            wordOrText(context, 'of', wholes).optional(),
            'Of',
            'What the share is of: a word, or a noun phrase by language.',
          ),
          services: told(
            many(name(context, 'service')),
            'Services',
            'Those that came back, where it is not about all.',
          ),
          text: told(
            localText(context).optional(),
            'Text',
            'What worked again, as a clause, by language: `calls went through`.',
            {
              words: 'clause',
            },
          ),
          by: told(speaker(context).optional(), 'By', 'Who says so.'),
          sure: notTold(
            reserveSteps.optional(),
            'Sure',
            'How sure it is, told just so strong; `stated` where somebody says it, otherwise `confirmed`.',
            { invented: 0.4 },
          ),
        },
        value => (typeof value === 'string' ? { at: value } : value),
        [{ type: 'string', description: 'The moment at which it began to come back.' }],
      ),
      ({ share: value, precision, ...rest }, report): Recovery | undefined => {
        if (value === undefined && rest.of !== undefined)
          return report.diagnose('shape/missing', { field: 'share', of: 'recovery' })
        if (value !== undefined) return { ...rest, share: { kind: precision ?? 'exact', value } } as Recovery
        return rest.at || rest.text
          ? (rest as Recovery)
          : report.diagnose('shape/one-of', { fields: 'at, share, text' })
      },
    ),
  )

/** A step of the recovery. */
export interface Recovery {
  readonly at?: When
  readonly share?: Figure
  readonly of?: keyof typeof wholes | LocalText
  readonly services: readonly Named[]
  readonly text?: LocalText
  readonly by?: Speaker
  readonly sure?: SureStep
}

/** A span in which it failed, of a story of several. */
export const interval = (context: FieldContext) =>
  named(context, 'interval', 'Interval', 'One of several spans in which it failed.', () =>
    group({
      from: told(moment(context), 'From', 'When it began.'),
      to: told(moment(context).optional(), 'To', 'When it ended; absent while it lasts.'),
      services: told(many(name(context, 'service')), 'Services', 'Those that failed then, where it was not all.'),
      by: told(speaker(context).optional(), 'By', 'Who says so.'),
    }),
  )

export type Interval = Read<typeof interval>

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
