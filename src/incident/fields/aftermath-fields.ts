import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { bare, choice, finish, group, many, named, note, notTold, type Read, told } from '../../fields/field-types.ts'
import { knownMoment, moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { lookUp } from '../../fields/name-lookup.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, plainText, textBeside } from '../../fields/text-field.ts'
import type { LocalText, When } from '../../fields/values.ts'
import { lastedThen } from './lasted-field.ts'
import { isQualified, sureFields } from './sure-field.ts'

/** States an update may report. */
export const states = {
  planned: 'Announced; it has not begun.',
  unconfirmed: 'Only suspected: users report trouble, and nobody confirms a fault.',
  ongoing: 'It is happening.',
  recovering: 'It is getting better.',
  resolved: 'It is over.',
  disputed: 'The company says it is over; users disagree.',
  retracted: 'It was a false alarm.',
}

/** The state of an incident. */
export type State = keyof typeof states

/** What changed, and when. */
export const update = (context: FieldContext) =>
  named(context, 'update', 'Update', 'What changed at one moment.', () =>
    textBeside(context, {
      at: told(knownMoment(context), 'At', 'When it changed, as exactly as it is known.'),
      state: notTold(choice(states).optional(), 'State', 'The state from then on.', { invented: 0.1 }),
      text: told(localText(context), 'Text', 'A sentence, by language; the languages may also stand here directly.'),
      by: told(speaker(context).optional(), 'By', 'Who says so.', { invented: 0.2 }),
    }),
  )

export type Update = Read<typeof update>

/** How sure a remark is, and who says that it is not so. */
function doubtFields(context: FieldContext, invented = 0.1) {
  const { disputed_by, sure } = sureFields(context, invented)
  return { disputed_by, sure }
}

/** A sentence an editor wrote. */
export const remark = (context: FieldContext) =>
  named(context, 'remark', 'Remark', 'A sentence, told as it stands.', () =>
    textBeside(context, {
      text: told(localText(context), 'Text', 'A sentence, by language.'),
      by: told(speaker(context).optional(), 'By', 'Who says so.'),
      ...doubtFields(context),
    }),
  )

/** A sentence an editor wrote, printed as it is. */
export type Remark = Read<typeof remark>

/** What customers get. */
export const compensation = (context: FieldContext) =>
  named(context, 'compensation', 'Compensation', 'What customers get, as a sentence.', () =>
    textBeside(context, {
      text: told(localText(context), 'Text', 'A sentence, by language.'),
      by: told(speaker(context).optional(), 'By', 'Who says so.'),
      replaced: notTold(flag().optional(), 'Replaced', '`true`: another offer has taken its place.'),
    }),
  )

export type Compensation = Read<typeof compensation>

/** How it ended. */
export const resolution = (context: FieldContext) =>
  named(context, 'resolution', 'Resolution', 'How it was mended.', () =>
    finish(
      textBeside(context, {
        text: told(localText(context).optional(), 'Text', 'How, as a noun phrase, by language: `replacing a cable`.'),
        clause: told(
          localText(context).optional(),
          'Clause',
          'What has been done, as a clause of the past with its own subject, by language: `the pipe was repaired`.',
          { words: 'clause', invented: 0.3 },
        ),
        at: told(
          moment(context).optional(),
          'At',
          'When the work was done: it is over then, though service may still be coming back.',
          { invented: 0.3 },
        ),
        by: told(speaker(context).optional(), 'By', 'Who says so.'),
        sure: notTold(
          choice({
            confirmed: 'It is so.',
            stated: 'The one who is named says so.',
            believed: 'They believe that it is mended.',
          }).optional(),
          'Sure',
          'How sure it is that it is mended.',
          { invented: 0.1 },
        ),
      }),
      (written, report) =>
        written.text || written.clause || written.by
          ? written
          : report.diagnose('shape/one-of', { fields: 'text, clause, by' }),
    ),
  )

export type Resolution = Read<typeof resolution>

/** Others affected. */
export const knockOn = (context: FieldContext) =>
  named(context, 'knock-on', 'Knock-on effect', 'Others who suffer from it.', () =>
    finish(
      textBeside(
        context,
        {
          who: told(many(name(context, 'service')), 'Who', 'Services or companies.'),
          text: told(
            localText(context).optional(),
            'Text',
            'What happens to them, as a clause with its own subject, by language.',
          ),
          by: told(speaker(context).optional(), 'By', 'Who says so.'),
          ...doubtFields(context, 0),
          ended: told(moment(context).optional(), 'Ended', 'When it was over for them.'),
          state: notTold(
            choice({ ongoing: 'They still suffer.', resolved: 'It is over for them.' }).optional(),
            'State',
            'Where they stand at `as_of`; as the incident when nothing is said.',
          ),
          link: notTold(
            choice({
              established: 'It comes from this trouble.',
              unknown: 'It happened at the same time; nobody has established a link.',
            }).optional(),
            'Link',
            '`established` when nothing is said.',
          ),
        },
        value => (typeof value === 'string' ? { who: value } : value),
        [{ type: 'string', description: 'Id of a service or company.' }],
      ),
      (written, report) => {
        const { who, text, link } = written
        const isDoubted = isQualified(written)
        if (isDoubted && !text) return report.diagnose('shape/missing', { field: 'text', of: 'knock_on' })
        if (isDoubted && link === 'unknown')
          return report.diagnose('shape/only-one', { field: 'sure', other: 'link' }, { at: ['link'], part: 'key' })
        return who.length > 0 || text ? written : report.diagnose('shape/one-of', { fields: 'who, text' })
      },
    ),
  )

export type KnockOn = Read<typeof knockOn>

/** A company, or that it was nobody's. */
const whoseThen = (context: FieldContext) =>
  bare<'none' | Named>(
    [
      { enum: ['none'], enumDescriptions: ['An event of its own.'] },
      { type: 'string', description: 'Id of a company.' },
    ],
    (id, report) => (id === 'none' ? id : lookUp(context, id, 'company', report)),
    name(context, 'company'),
  )

/** A case as read: one of nobody has no company, and is not the company's. */
interface EarlierCase {
  readonly at: When
  readonly lasted?: Read<typeof lastedThen> | undefined
  readonly text?: LocalText | undefined
  readonly services: readonly Named[]
  readonly company?: Named
  readonly ofNobody?: boolean
  readonly incident?: string | undefined
}

/** An earlier case. */
export const precedent = (context: FieldContext) =>
  named(context, 'precedent', 'Precedent', 'An earlier case.', () =>
    finish(
      textBeside(
        context,
        {
          at: told(moment(context), 'At', 'When it was.'),
          lasted: note(lastedThen(context).optional(), 'Lasted', 'How long: 6h, 45min, 1h30, several days.'),
          text: told(localText(context).optional(), 'Text', 'What happened, by language.'),
          services: told(many(name(context, 'service')), 'Services', 'What failed then.'),
          company: told(
            whoseThen(context).optional(),
            'Company',
            'Whose it was, where not of the company of the incident; `none` for an event of its own.',
          ),
          incident: notTold(incidentName().optional(), 'Incident', 'Id of an incident of this newsroom.'),
        },
        value => (typeof value === 'string' ? { at: value } : value),
        [{ type: 'string', description: 'Its date.' }],
      ),
      ({ company, ...rest }): EarlierCase => ({
        ...rest,
        ...(company === 'none' ? { ofNobody: true } : company && { company }),
      }),
    ),
  )

export type Precedent = Read<typeof precedent>

/** An incident id, not a path. */
const incidentName = () =>
  finish(plainText(), (value, report) => {
    if (/[/\\]|\.\./.test(value)) return report.diagnose('file/leaves-content', { path: value })
    return /^[a-z0-9-]+$/.test(value) ? value : report.diagnose('shape/not-an-id', { value })
  })

/** What was wrong in an earlier version. */
export const correction = (context: FieldContext) =>
  named(context, 'correction', 'Correction', 'What an earlier version said wrongly, and what is right.', () =>
    group({
      at: told(knownMoment(context), 'At', 'When it was corrected; the date is enough.'),
      said: told(localText(context), 'Said', 'What was said, as a clause, by language.'),
      right: told(localText(context), 'Right', 'What is right, as a clause, by language.'),
      by: told(speaker(context).optional(), 'By', 'Who corrects themselves; ours when nothing is said.'),
      severity: notTold(
        choice({ minor: 'Told at the end.', serious: 'Told near the top.' }).default('minor'),
        'Severity',
        '`minor` when nothing is said.',
      ),
    }),
  )

export type Correction = Read<typeof correction>
