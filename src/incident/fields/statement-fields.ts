import { address } from '../../fields/address-field.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import {
  choice,
  finish,
  group,
  named,
  notTold,
  type Read,
  type ReportDiagnostic,
  short,
  told,
} from '../../fields/field-types.ts'
import { defined, name } from '../../fields/name-field.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText } from '../../fields/text-field.ts'
import type { Speaker } from '../../fields/values.ts'
import { isQuoted, quoteFields, quoteOf, type Speech, speechFields } from './speech-fields.ts'

const silences = {
  silent: 'Has said nothing in public; whether they were asked is not told.',
  'no answer': 'Asked, and did not answer.',
  declined: 'Declined to comment.',
  'none asked': 'Has not been asked yet.',
}

const subjects = {
  cause: 'Why it happened.',
  attack: 'Whether it was an attack.',
  data: 'Whether data was touched.',
}

/** What somebody's words are about, beside which they stand. */
type WordsAbout = keyof typeof subjects

const statementFields = (context: FieldContext) =>
  group({
    by: told(speaker(context).optional(), 'By', 'Who speaks; the company of the incident when nothing is said.'),
    kind: told(choice({ said: 'There are words to tell.', ...silences }).optional(), 'Kind', undefined, {
      only: kind => kind !== 'said',
    }),
    ...speechFields(context),
    about: notTold(
      choice(subjects).optional(),
      'About',
      'What the words are about, where they belong to it: they then stand beside the cause, or beside what is said of an attack or of data.',
      { invented: 0.3 },
    ),
    highlight: told(
      localText(context).optional(),
      'Words for the headline',
      'A few words, letter for letter from the text or its translation, by language.',
      { lacking: 'allowed' },
    ),
  })

type WrittenStatement = Read<typeof statementFields>

/** What the company says, with the few words of it that a headline may quote (`highlight`). */
interface Said extends Speech {
  readonly kind: 'said'
  readonly by: Speaker
  readonly via: WrittenStatement['via']
  readonly url?: WrittenStatement['url']
  readonly about?: WordsAbout | undefined
  readonly highlight?: WrittenStatement['highlight']
}

/** What the company says, or that it says nothing. */
export type Statement =
  | Said
  | {
      readonly kind: keyof typeof silences
      readonly by: Speaker
      readonly at?: WrittenStatement['at']
      readonly via?: WrittenStatement['via']
    }

/** A statement whose speaker may still be missing: the default is the company of the incident. */
export type OpenStatement = Statement extends infer S
  ? S extends { by: Speaker }
    ? Omit<S, 'by'> & { by?: Speaker }
    : never
  : never

/** What the company says, or that it says nothing. */
export const statement = (context: FieldContext) =>
  named(context, 'statement', 'Statement', 'What the company says, or that it says nothing.', () =>
    finish(
      short(
        [{ enum: Object.keys(silences), enumDescriptions: Object.values(silences) }],
        value => (typeof value === 'string' ? { kind: value } : value),
        statementFields(context),
      ),
      statementOf,
    ),
  )

function statementOf(written: WrittenStatement, report: ReportDiagnostic): OpenStatement | undefined {
  const { original: _original, quote: inner, translations: _translations, by: own, kind, ...rest } = written
  const by = own ?? inner?.who
  const whole = quoteOf(written, report)
  if (kind !== undefined && kind !== 'said') {
    if (whole) return report.diagnose('shape/only-one', { field: kind, other: 'original' }, { at: ['kind'] })
    if (rest.clause) return report.diagnose('shape/only-one', { field: kind, other: 'clause' }, { at: ['kind'] })
    return { kind, ...defined({ by, at: rest.at }), ...(rest.via.length > 0 && { via: rest.via }) }
  }
  if (!whole && isQuoted(written)) return undefined
  if (!whole && !rest.clause) return report.diagnose('shape/missing', { field: 'original', of: 'statement' })
  return { ...rest, ...(by && { by }), kind: 'said', ...(whole && { quote: whole }) }
}

/** What users do and say elsewhere. */
export const reaction = (context: FieldContext) =>
  named(context, 'reaction', 'Reaction', 'What users do or say elsewhere.', () =>
    finish(
      group({
        on: told(name(context, 'channel').optional(), 'On', 'Where: a channel of the directory.'),
        tone: told(
          choice({ humour: 'Jokes.', anger: 'Anger.', worry: 'Worry.', patience: 'Patience.' }).optional(),
          'Tone',
        ),
        moved: told(flag().optional(), 'Moved', 'Users go there because the service is down.'),
        shares: told(
          localText(context).optional(),
          'Shares',
          'What they post there, as a noun phrase: "jokes and memes".',
        ),
        ...quoteFields(context),
        who: told(speaker(context).optional(), 'Who', 'Who is quoted. May also stand inside `quote`.'),
        url: notTold(address().optional(), 'Address', 'Where it can be read.', { invented: 0.1 }),
      }),
      (written, report) => {
        const { original: _original, quote: inner, translations: _translations, who: own, ...rest } = written
        const whole = quoteOf(written, report)
        if (!whole && isQuoted(written)) return undefined
        if (rest.verb && !whole && !rest.clause)
          return report.diagnose('shape/missing', { field: 'clause', of: 'verb' }, { at: ['verb'], part: 'key' })
        const who = own ?? inner?.who
        return { ...rest, ...(whole && { quote: whole }), ...(who && { who }) }
      },
    ),
  )

/** Without words of their own, users may still post (`shares`) or go there (`moved`). */
export type Reaction = Read<typeof reaction>

/** A minister, a regulator, a rival, an expert. */
export const thirdParty = (context: FieldContext) =>
  named(context, 'third-party', 'Third party', 'A minister, a regulator, a rival, an expert, and what they say.', () =>
    finish(
      group({
        who: told(speaker(context).optional(), 'Who', 'Who speaks; needed, here or inside `quote`.'),
        ...speechFields(context),
        says: told(
          localText(context).optional(),
          'Says',
          'What they announce, as a noun phrase, by language: `an inquiry`. What they only say is a `clause`.',
        ),
      }),
      (written, report) => {
        const { original: _original, quote: inner, translations: _translations, who: own, ...rest } = written
        const who = own ?? inner?.who
        if (!who) return report.diagnose('shape/missing', { field: 'who', of: 'third_parties' })
        const whole = quoteOf(written, report)
        if (!whole && isQuoted(written)) return undefined
        if (!whole && !rest.says && !rest.clause)
          return report.diagnose('shape/one-of', { fields: 'quote, clause, says' })
        return { ...rest, who, ...(whole && { quote: whole }) }
      },
    ),
  )

export type ThirdParty = Read<typeof thirdParty>
