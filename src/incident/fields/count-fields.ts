import { z } from 'zod'
import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import {
  bare,
  choice,
  finish,
  group,
  marks,
  named,
  notTold,
  type Read,
  type ReportDiagnostic,
  told,
} from '../../fields/field-types.ts'
import { figureOf, figurePrecision, figureRange, figureValue, fits, shareOrRange } from '../../fields/figure-field.ts'
import { length } from '../../fields/length-field.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { flag, plainNumber } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, wordOrText } from '../../fields/text-field.ts'
import type { CountOutcome, CountUnit, CountWhole, LocalText } from '../../fields/values.ts'
import { nearest } from '../../foundation/nearest-word.ts'
import { reserveSteps } from './sure-field.ts'

/** What a figure counts. */
export const countUnit = choice({
  reports: 'Reports of users to a counting site.',
  complaints: 'Complaints.',
  users: 'Users hit.',
  customers: 'Customers hit.',
  calls: 'Calls: `outcome` says what became of them.',
  posts: 'Posts on social networks.',
  sites: 'Sites hit.',
  services: 'Services hit.',
  trains: 'Trains hit.',
  flights: 'Flights hit.',
  households: 'Households hit.',
  premises: 'Homes and businesses hit, together.',
  homes: 'Homes hit.',
  businesses: 'Businesses hit.',
  'cash machines': 'Cash machines hit.',
  workspaces: 'Workspaces hit.',
  messages: 'Messages hit.',
  orders: 'Orders hit.',
  payments: 'Payments hit.',
  patients: 'Patients hit.',
  megawatts: 'Megawatts of load or of power, hit.',
  departments: 'Départements hit.',
  percent: 'Percent: `of` says of what, `outcome` what became of it.',
})

/** What a percentage can be of. */
export const countWhole = choice({
  users: 'Of users.',
  customers: 'Of customers.',
  households: 'Of households.',
  reports: 'Of the reports: `service` says which it concerns.',
  network: 'Of the network.',
  sites: 'Of the sites.',
})

/** What became of what is counted. */
const outcomes: Readonly<Record<CountOutcome, string>> = {
  hit: 'Hit: what is said of users, customers and the like when no outcome is entered.',
  blocked: 'They were stopped.',
  failed: 'They were tried, and did not go through.',
  attempted: 'They were tried, whatever became of them.',
  delayed: 'They came late.',
  lost: 'They are lost.',
  unanswered: 'Nobody answered.',
  cancelled: 'They were called off.',
  made: 'They were made, or sent.',
  restored: 'They have service again.',
  working: 'They work, or have service.',
}

/** The same as words of the schema. */
export const countOutcome = choice(outcomes)

/** A word of these, or what is meant as a name written in place, by language. */
const wordOrNoun = <W extends string>(context: FieldContext, field: string, words: z.ZodEnum<{ [K in W]: K }>) =>
  bare<W | Named>(
    [{ enum: words.options }],
    (text, report) => wordIn(text, field, words.options as readonly W[], report),
    name(context, 'service'),
  )

/** A number, or what else it may be. */
function numberOr<T>(other: z.ZodType<T>): z.ZodType<T | number> {
  const shape = z.unknown().transform((value, ctx): T | number => {
    const number = typeof value === 'string' ? plainNumber(value) : undefined
    if (number !== undefined) return number
    const read = other.safeParse(value)
    ctx.issues.push(...((read.error?.issues ?? []) as never[]))
    return read.data as T
  })
  const { short: forms = [], full } = marks.get(other) ?? {}
  marks.add(shape, { short: [...forms, { type: 'number', exclusiveMinimum: 0 }], full })
  return shape
}

function wordIn<W extends string>(
  text: string,
  field: string,
  words: readonly W[],
  report: ReportDiagnostic,
): W | undefined {
  const known = words.find(word => word === text)
  if (known) return known
  const near = nearest(text, [...words]) ?? ''
  const facts = { field, value: text, known: words.join(', '), nearest: near }
  return report.diagnose('shape/not-a-known-value', facts, near ? { replace: near } : {})
}

/** A figure about the incident, and its source. */
export const count = (context: FieldContext) =>
  named(context, 'count', 'Count', 'A figure, who counted, what, where and when.', () =>
    finish(
      group({
        source: told(speaker(context).optional(), 'Source', 'Who counted; absent when the newsroom did.'),
        value: told(figureValue().optional(), 'Value', 'The number, or its size in a word: thousands.', {
          as: 'figure',
        }),
        range: told(figureRange(), 'Range', 'Lowest and highest number, instead of a value.', { as: 'figure' }),
        precision: notTold(
          figurePrecision().optional(),
          'Precision',
          'How to read the number; exact when nothing is said.',
          { as: 'figure' },
        ),
        unit: notTold(
          wordOrNoun<CountUnit>(context, 'unit', countUnit),
          'Unit',
          'What is counted: a word, or a noun by language, in the plural and with its article. Of a noun nothing is said but that it was counted, unless `outcome` says what became of it.',
        ),
        outcome: told(
          wordOrText(context, 'outcome', outcomes).optional(),
          'Outcome',
          'What became of what is counted: a word, or a verb with what follows it, by language: `were taken to hospital`.',
        ),
        of: told(
          numberOr(wordOrNoun<CountWhole>(context, 'of', countWhole)).optional(),
          'Of',
          'With `percent`: what the share is of. Otherwise how many there are in all, as a number: "5.2 million of 51.2 million payments".',
        ),
        trend: told(
          choice({ rising: 'It rises.', falling: 'It falls.', high: 'It is high.' }).optional(),
          'Trend',
          'How it moves, with a figure or without one.',
        ),
        change: told(
          shareOrRange().optional(),
          'Change',
          'With `trend`: by how much it rose or fell, in percent: `80%`, or `[70%, 80%]`.',
        ),
        service: told(
          name(context, 'service').optional(),
          'Service',
          'The service it is about: "reports about Instagram".',
        ),
        to: told(name(context, 'service').optional(), 'To', 'The service that is called: "calls to 112".'),
        place: told(name(context, 'place').optional(), 'Place', 'The place it is about.'),
        at: told(moment(context).optional(), 'At', 'When it was counted.'),
        from: told(
          moment(context).optional(),
          'From',
          'When the counting began; it goes on until `at`, where that is known.',
        ),
        during: told(length(context).optional(), 'During', 'How long was counted: `30min`.'),
        usual: told(figureValue().optional(), 'Usual', 'The ordinary number.'),
        phase: notTold(
          choice({ peak: 'The highest figure.', now: 'The latest figure.', total: 'All together.' }).optional(),
          'Phase',
        ),
        part_of: notTold(
          flag().optional(),
          'Part of',
          '`true`: it is part of the count before; "including" is said of no other.',
          { invented: 0.2 },
        ),
        via: told(
          speaker(context).optional(),
          'Via',
          'Who passes the figure on, where the newsroom has it second hand.',
        ),
        sure: notTold(
          reserveSteps.optional(),
          'Sure',
          'How sure it is, told just so strong: a count that is not certain makes no headline; `stated` where somebody says it, otherwise `confirmed`.',
          { invented: 0.1 },
        ),
        caveat: told(localText(context).optional(), 'Caveat', 'What limits the figure, as a clause, by language.'),
      }),
      ({ value, range, precision, usual, ...rest }, report) => {
        const { unit, trend, change } = rest
        if (change && (trend === undefined || trend === 'high'))
          return report.diagnose(
            'shape/only-with',
            { field: 'change', other: 'trend: falling' },
            { at: ['change'], part: 'key' },
          )
        const whole = typeof unit === 'string' ? unit : 'other'
        if (!isSaid(rest, report) || !fits({ value, range, unit: whole }, report)) return undefined
        const isTrendAlone = value === undefined && range.length === 0 && trend !== undefined
        const figure = isTrendAlone ? undefined : figureOf({ value, range, precision }, report)
        const ordinary = usual === undefined ? undefined : figureOf({ value: usual, range: [] }, report)
        if (!figure && !isTrendAlone) return undefined
        return { ...rest, ...(figure && { figure }), ...(ordinary && { usual: ordinary }) }
      },
    ),
  )

/** Whether a figure says what it is of and what became of it: calls and shares are nothing by themselves. */
function isSaid(
  {
    unit,
    of,
    outcome,
    service,
    place,
  }: {
    readonly unit: CountUnit | Named
    readonly of?: CountWhole | Named | number | undefined
    readonly outcome?: CountOutcome | LocalText | undefined
    readonly service?: Named | undefined
    readonly place?: Named | undefined
  },
  report: ReportDiagnostic,
): boolean {
  if (of !== undefined && typeof of !== 'number' && unit !== 'percent') {
    report.diagnose('shape/only-with', { field: 'of', other: 'unit: percent' }, { at: ['of'], part: 'key' })
    return false
  }
  if (unit === 'percent' && (of === undefined || typeof of === 'number')) {
    report.diagnose('shape/missing', { field: 'of', of: 'counts', right: 'of: customers', context: 'near' })
    return false
  }
  const isPart = unit === 'percent' && of === 'reports' && (service ?? place) !== undefined
  if ((unit !== 'calls' && unit !== 'percent') || isPart || outcome !== undefined) return true
  const right = of === 'reports' ? 'service: instagram' : unit === 'calls' ? 'outcome: blocked' : 'outcome: hit'
  report.diagnose('shape/missing', {
    field: of === 'reports' ? 'service' : 'outcome',
    of: 'counts',
    right,
    context: 'near',
  })
  return false
}

/** A figure about the incident; without a source, the newsroom counted itself. */
export type Count = Read<typeof count>
