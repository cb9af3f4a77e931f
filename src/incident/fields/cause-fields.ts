import type { FieldContext } from '../../fields/field-context.ts'
import { choice, finish, group, named, notTold, type Read, short, told } from '../../fields/field-types.ts'
import { moment } from '../../fields/moment-field.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, textBeside } from '../../fields/text-field.ts'
import { step } from './sure-field.ts'

/** The cause, as far as it is known. */
export const cause = (context: FieldContext) =>
  named(
    context,
    'cause',
    'Cause',
    'Why it happened, who says so, and how sure that is. `unknown` says that nobody has said.',
    () =>
      finish(
        textBeside(
          context,
          {
            status: told(
              choice({
                official: 'Given by the company or an authority.',
                provisional: 'What they think for now, and have not settled.',
                supposed: 'Supposed: told with a hedge.',
                denied: 'Denied.',
                unknown: 'No cause has been given.',
                undisclosed: 'Found by the company, which does not say what it is.',
              }).default('supposed'),
              'Status',
              '`supposed` when nothing is said.',
              // An unknown cause is news; certainty shows in the wording.
              { only: status => status === 'unknown' || status === 'undisclosed' },
            ),
            text: told(localText(context).optional(), 'Text', 'The cause as a noun phrase, by language.'),
            sure: notTold(step.optional(), 'Sure', 'How sure they are, told just so strong, instead of a status.'),
            by: told(speaker(context).optional(), 'By', 'Who says so.'),
            disputed_by: told(speaker(context).optional(), 'Disputed by', 'Who says that it is another.'),
            not_confirmed_by: told(
              speaker(context).optional(),
              'Not confirmed by',
              'Who was expected to confirm it, and does not.',
            ),
            why: told(
              whyOf(context).optional(),
              'Why',
              'The cause of the cause, as a noun phrase; `unknown` where only that is not known: why a cable broke.',
            ),
            at: told(moment(context).optional(), 'At', 'When it was said.'),
            replaced: notTold(flag().optional(), 'Replaced', 'It was given first and has been given up.'),
          },
          value => (typeof value === 'string' ? { status: value } : value),
          [{ const: 'unknown', description: 'No cause has been given.' }],
        ),
        (written, report) =>
          written.status === 'unknown' || written.status === 'undisclosed' || written.text
            ? written
            : report.diagnose('shape/missing', { field: 'text', of: 'cause' }),
      ),
  )

export type Cause = Read<typeof cause>

/** The cause of a cause. */
const whyOf = (context: FieldContext) =>
  named(context, 'deeper-cause', 'Cause of the cause', 'What brought about the cause itself.', () =>
    textBeside(
      context,
      {
        text: told(
          localText(context).optional(),
          'Text',
          'As a noun phrase, by language; nothing where it is unknown.',
          {
            words: 'noun phrase',
          },
        ),
        by: told(speaker(context).optional(), 'By', 'Who says so.'),
        sure: notTold(
          choice({
            stated: 'The one who is named says so.',
            believed: 'They believe so.',
            possible: 'Perhaps.',
            unknown: 'It is not known.',
          }).optional(),
          'Sure',
          'How sure it is; `stated` when nothing is said.',
        ),
      },
      value => (value === 'unknown' ? { sure: value } : value),
      [{ const: 'unknown', description: 'It is not known.' }],
    ),
  )

export type DeeperCause = Read<typeof whyOf>

const attackStatus = {
  confirmed: 'Confirmed.',
  alleged: 'Somebody says that there was one; nobody confirms it.',
  claimed: 'Somebody says that they carried it out: `author`.',
  denied: 'Said not to be an attack.',
  'no sign': 'Nothing points to one.',
  'not excluded': 'Nobody rules one out.',
  unknown: 'Not known.',
}

/** Whether it was an attack. */
export const attack = (context: FieldContext) =>
  named(context, 'attack', 'Attack', 'Whether it was an attack, and who says so.', () =>
    short(
      [{ enum: Object.keys(attackStatus), enumDescriptions: Object.values(attackStatus) }],
      value => (typeof value === 'string' ? { status: value } : value),
      finish(
        group({
          status: told(choice(attackStatus), 'Status'),
          by: told(speaker(context).optional(), 'By', 'Who says so; never who carried it out.'),
          author: told(
            speaker(context).optional(),
            'Author',
            'Who claims to have carried it out: only with `claimed`.',
          ),
        }),
        (written, report) => {
          if ((written.status === 'claimed') === (written.author !== undefined)) return written
          const context = written.author ? 'author' : 'claimed'
          return report.diagnose('state/attack-author', { context, status: written.status }, { at: ['status'] })
        },
      ),
    ),
  )

export type Attack = Read<typeof attack>

const dataStatus = {
  none: 'No data is said to be lost or stolen.',
  'no sign': 'Nothing points to data being lost or stolen.',
  possible: 'Data may be concerned.',
  confirmed: 'Data is concerned.',
  unknown: 'Not known.',
}

/** What happened to users' data. */
export const dataImpact = (context: FieldContext) =>
  named(context, 'data-impact', 'Data', "What happened to users' data.", () =>
    textBeside(
      context,
      {
        status: told(choice(dataStatus), 'Status'),
        text: told(localText(context).optional(), 'Text', 'What happened, by language.'),
        by: told(speaker(context).optional(), 'By', 'Who says so.'),
      },
      value => (typeof value === 'string' ? { status: value } : value),
      [{ enum: Object.keys(dataStatus), enumDescriptions: Object.values(dataStatus) }],
    ),
  )

export type DataImpact = Read<typeof dataImpact>
