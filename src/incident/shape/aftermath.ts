import type { Advice, Correction, KnockOn, Precedent, Remark, Resolution, Update } from '../incident.ts'
import type { Desk } from './desk.ts'
import { instant, moment } from './moment.ts'
import { name } from './name.ts'
import { duration } from './number.ts'
import { speaker } from './speaker.ts'
import { isLanguage, localText, plainText, textBeside, textByLanguage } from './text.ts'
import { choice, finish, group, isMapping, type Json, many, named, note, short } from './written.ts'

const byLanguage: Json = { ...textByLanguage, description: 'The text alone, by language.' }

/** States an update may tell of. */
export const states = {
  planned: 'Announced; it has not begun.',
  ongoing: 'It is happening.',
  recovering: 'It is getting better.',
  resolved: 'It is over.',
  disputed: 'The company says it is over; users disagree.',
  retracted: 'It was a false alarm.',
}

/** What changed, and when. */
export const update = (desk: Desk) =>
  named(desk, 'update', 'Update', 'What changed at one moment.', () =>
    finish(
      textBeside(desk, {
        at: note(instant(desk), 'At', 'When it changed.'),
        state: note(choice(states).optional(), 'State', 'The state from then on.'),
        text: note(localText(desk), 'Text', 'A sentence, by language; the languages may also stand here directly.'),
        by: note(speaker(desk).optional(), 'By', 'Who says so.'),
      }),
      (written): Update => written,
    ),
  )

/** A sentence an editor wrote. */
export const remark = (desk: Desk) =>
  named(desk, 'remark', 'Remark', 'A sentence, told as it stands.', () =>
    finish(
      textBeside(desk, {
        text: note(localText(desk), 'Text', 'A sentence, by language.'),
        by: note(speaker(desk).optional(), 'By', 'Who says so.'),
      }),
      (written): Remark => written,
    ),
  )

/** How it ended. */
export const resolution = (desk: Desk) =>
  named(desk, 'resolution', 'Resolution', 'How it was mended.', () =>
    finish(
      textBeside(desk, {
        text: note(localText(desk).optional(), 'Text', 'How, as a noun phrase, by language.'),
        by: note(speaker(desk).optional(), 'By', 'Who says so.'),
      }),
      (written, report): Resolution | undefined =>
        written.text || written.by ? written : report.complain('shape/one-of', { fields: 'text, by' }),
    ),
  )

/** What users should do. */
export const advice = (desk: Desk) =>
  named(desk, 'advice', 'Advice', 'What to do, on whose authority, and until when.', () =>
    finish(
      short(
        [byLanguage, { type: 'array', items: byLanguage }],
        value => {
          if (Array.isArray(value)) return { steps: value }
          return isMapping(value) && Object.keys(value).every(key => isLanguage(desk, key) && key !== 'by')
            ? { steps: value }
            : value
        },
        group({
          by: note(speaker(desk).optional(), 'By', 'Who gives the advice.'),
          steps: note(many(localText(desk)), 'Steps', 'One action each, imperative, by language.'),
          numbers: note(many(number(desk)), 'Telephone numbers', 'As they are dialled, in quotes.'),
          valid_until: note(moment(desk).optional(), 'Valid until', 'When the advice ends.'),
        }),
      ),
      (written, report): Advice | undefined =>
        written.steps.length + written.numbers.length > 0
          ? written
          : report.complain('shape/one-of', { fields: 'steps, numbers' }),
    ),
  )

const number = (desk: Desk) =>
  named(desk, 'number', 'Telephone number', 'A number, and for what or whom.', () =>
    short(
      [{ type: 'string', description: 'A telephone number.' }],
      value => (typeof value === 'string' ? { number: value } : value),
      group({
        number: note(dialled(), 'Number', 'As it is dialled.'),
        for: note(localText(desk).optional(), 'For', 'For what or whom, by language.'),
      }),
    ),
  )

const dialled = () =>
  finish(plainText(), (value, report) =>
    /\p{N}/u.test(value) ? value : report.complain('shape/not-a-telephone-number', { value }),
  )

/** Others who suffer. */
export const knockOn = (desk: Desk) =>
  named(desk, 'knock-on', 'Knock-on effect', 'Others who suffer from it.', () =>
    finish(
      textBeside(
        desk,
        {
          who: note(many(name(desk, 'service')), 'Who', 'Services or companies.'),
          text: note(
            localText(desk).optional(),
            'Text',
            'What happens to them, as a clause with its own subject, by language.',
          ),
          by: note(speaker(desk).optional(), 'By', 'Who says so.'),
        },
        value => (typeof value === 'string' ? { who: value } : value),
        [{ type: 'string', description: 'Id of a service or company.' }],
      ),
      (written, report): KnockOn | undefined =>
        written.who.length > 0 || written.text ? written : report.complain('shape/one-of', { fields: 'who, text' }),
    ),
  )

/** An earlier case. */
export const precedent = (desk: Desk) =>
  named(desk, 'precedent', 'Precedent', 'An earlier case.', () =>
    finish(
      textBeside(
        desk,
        {
          at: note(moment(desk), 'At', 'When it was.'),
          lasted: note(duration().optional(), 'Lasted', 'How long: 6h, 45min, 1h30.'),
          text: note(localText(desk).optional(), 'Text', 'What happened, by language.'),
          services: note(many(name(desk, 'service')), 'Services', 'What failed then.'),
          incident: note(incidentName().optional(), 'Incident', 'Id of an incident of this newsroom.'),
        },
        value => (typeof value === 'string' ? { at: value } : value),
        [{ type: 'string', description: 'Its date.' }],
      ),
      (written): Precedent => written,
    ),
  )

/** The id of an incident is no path. */
const incidentName = () =>
  finish(plainText(), (value, report) => {
    if (/[/\\]|\.\./.test(value)) return report.complain('file/leaves-content', { path: value })
    return /^[a-z0-9-]+$/.test(value) ? value : report.complain('shape/not-an-id', { value })
  })

/** What was wrong in an earlier version. */
export const correction = (desk: Desk) =>
  named(desk, 'correction', 'Correction', 'What an earlier version said wrongly, and what is right.', () =>
    finish(
      group({
        at: note(instant(desk), 'At', 'When it was corrected.'),
        said: note(localText(desk), 'Said', 'What was said, as a clause, by language.'),
        right: note(localText(desk), 'Right', 'What is right, as a clause, by language.'),
        severity: note(
          choice({ minor: 'Told at the end.', serious: 'Told near the top.' }).optional(),
          'Severity',
          '`minor` when nothing is said.',
        ),
      }),
      (written): Correction => ({ ...written, severity: written.severity ?? 'minor' }),
    ),
  )
