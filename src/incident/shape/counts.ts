import type { Count } from '../incident.ts'
import type { Desk } from './desk.ts'
import { figureOf, figurePrecision, figureRange, figureValue, fits } from './figure.ts'
import { moment } from './moment.ts'
import { defined, name } from './name.ts'
import { speaker } from './speaker.ts'
import { localText } from './text.ts'
import { choice, finish, group, named, note } from './written.ts'

const unit = choice({
  reports: 'Reports of users to a counting site.',
  complaints: 'Complaints.',
  users: 'Users hit.',
  customers: 'Customers hit.',
  calls: 'Calls.',
  posts: 'Posts on social networks.',
  sites: 'Sites.',
  percent: 'Percent.',
})

/** A figure about the trouble, and who counted. */
export const count = (desk: Desk) =>
  named(desk, 'count', 'Count', 'A figure, who counted, what, where and when.', () =>
    finish(
      group({
        source: note(speaker(desk).optional(), 'Source', 'Who counted; absent when the newsroom did.'),
        value: note(figureValue().optional(), 'Value', 'The number, or its size in a word: thousands.'),
        range: note(figureRange(), 'Range', 'Lowest and highest number, instead of a value.'),
        precision: note(
          figurePrecision().optional(),
          'Precision',
          'How to read the number; exact when nothing is said.',
        ),
        unit: note(unit, 'Unit', 'What is counted.'),
        service: note(name(desk, 'service').optional(), 'Service', 'The service it is about.'),
        place: note(name(desk, 'place').optional(), 'Place', 'The place it is about.'),
        at: note(moment(desk).optional(), 'At', 'When it was counted.'),
        phase: note(
          choice({ peak: 'The highest figure.', now: 'The latest figure.', total: 'All together.' }).optional(),
          'Phase',
        ),
        caveat: note(localText(desk).optional(), 'Caveat', 'What limits the figure, as a clause, by language.'),
      }),
      ({ value, range, precision, ...rest }, report): Count | undefined => {
        if (!fits({ value, range, unit: rest.unit }, report)) return undefined
        const figure = figureOf({ value, range, precision }, report)
        return figure && { ...defined(rest), figure }
      },
    ),
  )
