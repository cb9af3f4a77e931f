import type { FieldContext } from '../../fields/field-context.ts'
import { choice, finish, many, named, notTold, type Read, short, told } from '../../fields/field-types.ts'
import { figurePrecision } from '../../fields/figure-field.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { flag, wholeNumber } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, textBeside } from '../../fields/text-field.ts'

const happenings = choice({
  fire: 'A fire.',
  explosion: 'An explosion.',
  flood: 'A flood.',
  storm: 'A storm.',
  crash: 'A road, train or plane crash.',
  earthquake: 'An earthquake.',
  works: 'Work that was done.',
  incident: 'What has none of these names.',
})

/** What happened itself, with its own hour and place: never told as the hour of the outage. */
export const event = (context: FieldContext) =>
  named(
    context,
    'event',
    'Event',
    'What happened apart from the outage: a fire, a storm, a crash. Its hour is never that of the outage.',
    () =>
      textBeside(context, {
        kind: notTold(happenings.default('incident'), 'Kind', 'What it was; “an incident” when nothing is said.'),
        name: told(
          name(context, 'service').optional(),
          'Name',
          'What it is called, as a noun with its definite article, by language: `the ice storm`. Told instead of the word of its kind, in headlines too.',
          { invented: 0.1 },
        ),
        at: told(many(moment(context)), 'At', 'When it happened or began; several when sources disagree.'),
        controlled: told(moment(context).optional(), 'Controlled', 'When it was under control.'),
        ended: told(moment(context).optional(), 'Ended', 'When it was over.'),
        place: told(name(context, 'place').optional(), 'Place', 'Where it happened, which may be far from users.'),
        by: told(speaker(context).optional(), 'By', 'Who says so.'),
        text: told(localText(context).optional(), 'Text', 'What happened, as a clause, by language.', {
          words: 'clause',
        }),
      }),
  )

export type Event = Read<typeof event>

const MOST = 10_000_000

const people = (label: string, note: string) => told(wholeNumber(0, MOST).optional(), label, note)

/** The dead, the injured and the missing. */
export const casualties = (context: FieldContext) =>
  named(context, 'casualties', 'Casualties', 'The dead, the injured and the missing, or `none`.', () =>
    finish(
      short(
        [{ const: 'none', description: 'Nobody died and nobody was hurt.' }],
        value => (value === 'none' ? { none: 'true' } : value),
        textBeside(context, {
          none: notTold(flag().optional(), 'None', '`true`: nobody died and nobody was hurt.'),
          dead: people('Dead', 'How many died.'),
          injured: people('Injured', 'How many were hurt.'),
          missing: people('Missing', 'How many are missing.'),
          poisoned: people('Poisoned', 'How many were poisoned: by smoke, by carbon monoxide, by water.'),
          hospitalised: people('Hospitalised', 'How many were taken to hospital.'),
          place: told(
            name(context, 'place').optional(),
            'Place',
            'Where that is the toll. Without it the place of the event is told with it only where that is no storm, flood or earthquake.',
            { invented: 0.1 },
          ),
          precision: notTold(
            figurePrecision().optional(),
            'Precision',
            'How to read the numbers; exact when nothing is said.',
          ),
          link: notTold(
            choice({
              established: 'It comes from this trouble.',
              possible: 'It may come from it: nobody has established a link.',
            }).optional(),
            'Link',
            'Needed where the file has no `event`; with one, `established` when nothing is said.',
          ),
          at: told(moment(context).optional(), 'At', 'When that was the toll.'),
          by: told(speaker(context).optional(), 'By', 'Who says so.'),
          replaced: notTold(flag().optional(), 'Replaced', '`true`: a later toll has taken its place.'),
          text: told(localText(context).optional(), 'Text', 'Who they are, as a clause, by language.', {
            words: 'clause',
          }),
        }),
      ),
      (written, report) => {
        const { none, dead, injured, missing, poisoned, hospitalised, text } = written
        return none || text || [dead, injured, missing, poisoned, hospitalised].some(number => number !== undefined)
          ? written
          : report.diagnose('shape/one-of', { fields: 'dead, injured, missing, poisoned, hospitalised, none' })
      },
    ),
  )

export type Casualties = Read<typeof casualties>
