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
import { moment } from '../../fields/moment-field.ts'
import { defined, name } from '../../fields/name-field.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText } from '../../fields/text-field.ts'
import type { Speaker } from '../../fields/values.ts'
import { original, type Quote, quote, translations } from './quote-fields.ts'

const silences = {
  'no answer': 'Asked, and did not answer.',
  declined: 'Declined to comment.',
  'none asked': 'Has not been asked yet.',
}

const phases = {
  first: 'The first reaction.',
  progress: 'How the repair goes.',
  resolution: 'That it is over.',
  explanation: 'Why it happened.',
}

export type Phase = keyof typeof phases

const statementFields = (context: FieldContext) =>
  group({
    by: told(speaker(context).optional(), 'By', 'Who speaks; the company of the incident when nothing is said.'),
    kind: told(choice({ said: 'There are words to quote.', ...silences }).optional(), 'Kind', undefined, {
      only: kind => kind !== 'said',
    }),
    via: told(name(context, 'channel').optional(), 'Via', 'Where it was said: a channel of the directory.'),
    url: notTold(address().optional(), 'Address', 'Where it can be read.', { invented: 0.1 }),
    at: told(moment(context).optional(), 'At', 'When it was said, or when the company was asked.'),
    phase: notTold(choice(phases).optional(), 'Phase'),
    ...quoteFields(context),
    highlight: told(
      localText(context).optional(),
      'Words for the headline',
      'A few words, letter for letter from the text or its translation, by language.',
      { lacking: 'allowed' },
    ),
  })

type WrittenStatement = Read<typeof statementFields>

/** Words of the company, with the few that a headline may quote (`highlight`). */
type Said = Omit<WrittenStatement, 'by' | 'kind' | keyof WrittenQuote> & {
  readonly kind: 'said'
  readonly by: Speaker
  readonly quote: Quote
}

/** What the company says, or that it says nothing. */
export type Statement =
  | Said
  | { readonly kind: keyof typeof silences; readonly by: Speaker; readonly at?: WrittenStatement['at'] }

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

const quoteFields = (context: FieldContext) => ({
  original: told(original(context).optional(), 'Original', 'The words as they were said.', { as: 'quote' }),
  quote: told(quote(context).optional(), 'Quote', 'The words, their translations and who said them, together.'),
  translations: told(translations(context), 'Translations', 'By language, with who made them.', { as: 'quote' }),
})

interface WrittenQuote {
  original?: { lang: string; text: string } | undefined
  quote?: (Quote & { who?: Speaker | undefined }) | undefined
  translations: Quote['translations']
}

function quoteOf(written: WrittenQuote, report: ReportDiagnostic): Quote | undefined {
  const { original: words, quote: whole, translations: translated } = written
  if (words && whole) {
    return report.diagnose('shape/only-one', { field: 'original', other: 'quote' }, { at: ['quote'], part: 'key' })
  }
  if (words) return { ...words, translations: translated }
  return whole && { lang: whole.lang, text: whole.text, translations: { ...whole.translations, ...translated } }
}

function statementOf(written: WrittenStatement, report: ReportDiagnostic): OpenStatement | undefined {
  const { original: _original, quote: inner, translations: _translations, by: own, kind, ...rest } = written
  const by = own ?? inner?.who
  const whole = quoteOf(written, report)
  if (kind !== undefined && kind !== 'said') {
    if (whole) return report.diagnose('shape/only-one', { field: kind, other: 'original' }, { at: ['kind'] })
    return { kind, ...defined({ by, at: rest.at }) }
  }
  if (!whole)
    return written.original || written.quote
      ? undefined
      : report.diagnose('shape/missing', { field: 'original', of: 'statement' })
  return { ...rest, ...(by && { by }), kind: 'said', quote: whole }
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
      ({ original: a, quote: b, translations: c, who: own, ...rest }, report) => {
        const whole = quoteOf({ original: a, quote: b, translations: c }, report)
        if (!whole && (a || b)) return undefined
        const who = own ?? b?.who
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
        ...quoteFields(context),
        says: told(
          localText(context).optional(),
          'Says',
          'What they announce, as a noun phrase, by language: `an inquiry`.',
        ),
        via: told(name(context, 'channel').optional(), 'Via', 'Where it was said.'),
        at: told(moment(context).optional(), 'At', 'When it was said.'),
        url: notTold(address().optional(), 'Address', 'Where it can be read.', { invented: 0.1 }),
      }),
      ({ original: a, quote: b, translations: c, who: own, ...rest }, report) => {
        const who = own ?? b?.who
        if (!who) return report.diagnose('shape/missing', { field: 'who', of: 'third_parties' })
        const whole = quoteOf({ original: a, quote: b, translations: c }, report)
        if (!whole && (a || b)) return undefined
        if (!whole && !rest.says) return report.diagnose('shape/one-of', { fields: 'quote, says' })
        return { ...rest, who, ...(whole && { quote: whole }) }
      },
    ),
  )

export type ThirdParty = Read<typeof thirdParty>
