import type { FieldContext } from '../../fields/field-context.ts'
import { choice, finish, group, named, notTold, type Read, told } from '../../fields/field-types.ts'
import { figureOf, figurePrecision, figureRange, figureValue, fits } from '../../fields/figure-field.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText } from '../../fields/text-field.ts'

/** What a figure counts. */
export const countUnit = choice({
  reports: 'Reports of users to a counting site.',
  complaints: 'Complaints.',
  users: 'Users hit.',
  customers: 'Customers hit.',
  calls: 'Calls.',
  posts: 'Posts on social networks.',
  sites: 'Sites hit.',
  services: 'Services hit.',
  trains: 'Trains hit.',
  flights: 'Flights hit.',
  households: 'Households hit.',
  'cash machines': 'Cash machines hit.',
  workspaces: 'Workspaces hit.',
  messages: 'Messages hit.',
  orders: 'Orders hit.',
  payments: 'Payments hit.',
  patients: 'Patients hit.',
  percent: 'Percent of the users, hit.',
})

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
        unit: notTold(countUnit, 'Unit', 'What is counted.'),
        service: told(name(context, 'service').optional(), 'Service', 'The service it is about.'),
        place: told(name(context, 'place').optional(), 'Place', 'The place it is about.'),
        at: told(moment(context).optional(), 'At', 'When it was counted.'),
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
        caveat: told(localText(context).optional(), 'Caveat', 'What limits the figure, as a clause, by language.'),
      }),
      ({ value, range, precision, ...rest }, report) => {
        if (!fits({ value, range, unit: rest.unit }, report)) return undefined
        const figure = figureOf({ value, range, precision }, report)
        return figure && { ...rest, figure }
      },
    ),
  )

/** A figure about the incident; without a source, the newsroom counted itself. */
export type Count = Read<typeof count>
