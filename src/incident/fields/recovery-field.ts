import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { finish, many, named, notTold, told } from '../../fields/field-types.ts'
import { figurePrecision, share } from '../../fields/figure-field.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, textBeside, wordOrText } from '../../fields/text-field.ts'
import type { Figure, LocalText, Speaker, When } from '../../fields/values.ts'
import { reserveSteps, type SureStep } from './sure-field.ts'

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
