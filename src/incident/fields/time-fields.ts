import type { FieldContext } from '../../fields/field-context.ts'
import { bare, choice, finish, group, many, named, note, notTold, type Read, told } from '../../fields/field-types.ts'
import { whenOf } from '../../fields/known-moment.ts'
import { moment, momentFields, momentIn } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, wordOrText } from '../../fields/text-field.ts'
import type { LocalText, When } from '../../fields/values.ts'

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
