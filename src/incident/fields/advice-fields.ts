import type { FieldContext } from '../../fields/field-context.ts'
import {
  choice,
  finish,
  group,
  type JsonSchema,
  many,
  named,
  note,
  notTold,
  type Read,
  short,
  told,
} from '../../fields/field-types.ts'
import { knownMoment, moment } from '../../fields/moment-field.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { isLanguage, localText, plainText, textByLanguage } from '../../fields/text-field.ts'
import { isMapping } from '../../foundation/value-kind.ts'

const oneStep: JsonSchema = { ...textByLanguage, description: 'One step alone, by language.' }

/** What users should do. */
export const advice = (context: FieldContext) =>
  named(context, 'advice', 'Advice', 'What to do, on whose authority, for which case, and until when.', () =>
    finish(
      short(
        [oneStep],
        value =>
          isMapping(value) && Object.keys(value).every(key => isLanguage(context, key) && !OWN.has(key))
            ? { steps: value }
            : value,
        group({
          by: told(speaker(context).optional(), 'By', 'Who gives the advice.'),
          at: told(knownMoment(context).optional(), 'At', 'When it was given.'),
          for: told(
            localText(context).optional(),
            'For',
            'In which case, or for whom, as a sentence begins, by language: "if 112 does not answer", "without a car".',
          ),
          urgent: notTold(
            flag().optional(),
            'Urgent',
            '`true`: it is for emergencies. Only then is it told under "In an emergency".',
          ),
          steps: told(many(localText(context)), 'Steps', 'One action each, imperative, by language.'),
          numbers: note(many(number(context)), 'Telephone numbers', 'As they are dialled, in quotes.'),
          valid_until: told(
            moment(context).optional(),
            'Valid until',
            'When the advice ends; without it, it ends with the trouble. Advice that has ended is not told.',
          ),
          replaced: notTold(flag().optional(), 'Replaced', '`true`: other advice has taken its place; it is not told.'),
        }),
      ),
      (written, report) =>
        written.steps.length + written.numbers.length > 0
          ? written
          : report.diagnose('shape/one-of', { fields: 'steps, numbers' }),
    ),
  )

/** Fields whose names look like a language. */
const OWN: ReadonlySet<string> = new Set(['by', 'at'])

export type Advice = Read<typeof advice>

const number = (context: FieldContext) =>
  named(context, 'number', 'Telephone number', 'A number, for what or whom, and how it can be used.', () =>
    short(
      [{ type: 'string', description: 'A telephone number.' }],
      value => (typeof value === 'string' ? { number: value } : value),
      group({
        number: told(dialled(), 'Number', 'As it is dialled.'),
        for: told(localText(context).optional(), 'For', 'For what or whom, by language.'),
        what: told(
          localText(context).optional(),
          'What',
          'Whose number it is, as a noun phrase, by language: "the health ministry\'s line".',
        ),
        by: notTold(
          many(choice(ways)),
          'By',
          'How it can be used, one or several. Without it no sentence says "call".',
        ),
        urgent: notTold(
          flag().optional(),
          'Urgent',
          '`true`: it is for emergencies; `false`: it is for what is not urgent. As the advice when nothing is said.',
        ),
      }),
    ),
  )

const ways = {
  call: 'It takes calls.',
  text: 'It takes text messages.',
  chat: 'It takes written conversations.',
}

const dialled = () =>
  finish(plainText(), (value, report) =>
    /\p{N}/u.test(value) ? value : report.diagnose('shape/not-a-telephone-number', { value }),
  )
