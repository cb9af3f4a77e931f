import { address } from '../../fields/address-field.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { choice, finish, group, named, note, type ReportDiagnostic, short } from '../../fields/field-types.ts'
import { moment } from '../../fields/moment-field.ts'
import { defined, name } from '../../fields/name-field.ts'
import { flag } from '../../fields/number-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText } from '../../fields/text-field.ts'
import type { Speaker } from '../../fields/values.ts'
import type { Quote, Reaction, Statement, ThirdParty } from '../incident.ts'
import { original, quote, translations } from './quote-fields.ts'

const silences = {
  'no answer': 'Asked, and did not answer.',
  declined: 'Declined to comment.',
  'none asked': 'Has not been asked yet.',
}

/** A statement whose speaker may still be missing: then the company of the incident speaks. */
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
        group({
          by: note(speaker(context).optional(), 'By', 'Who speaks; the company of the incident when nothing is said.'),
          kind: note(choice({ said: 'There are words to quote.', ...silences }).optional(), 'Kind'),
          via: note(name(context, 'channel').optional(), 'Via', 'Where it was said: a channel of the directory.'),
          url: note(address().optional(), 'Address', 'Where it can be read.'),
          at: note(moment(context).optional(), 'At', 'When it was said, or when the company was asked.'),
          phase: note(
            choice({
              first: 'The first reaction.',
              progress: 'How the repair goes.',
              resolution: 'That it is over.',
              explanation: 'Why it happened.',
            }).optional(),
            'Phase',
          ),
          ...quoteFields(context),
          highlight: note(
            localText(context).optional(),
            'Words for the headline',
            'A few words, letter for letter from the text or its translation, by language.',
          ),
        }),
      ),
      statementOf,
    ),
  )

const quoteFields = (context: FieldContext) => ({
  original: note(original(context).optional(), 'Original', 'The words as they were said.'),
  quote: note(quote(context).optional(), 'Quote', 'The words, their translations and who said them, together.'),
  translations: note(translations(context), 'Translations', 'By language, with who made them.'),
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

function statementOf(
  written: WrittenQuote & { by?: Speaker | undefined; kind?: string | undefined; [other: string]: unknown },
  report: ReportDiagnostic,
): OpenStatement | undefined {
  const { original: _original, quote: inner, translations: _translations, by: own, kind, ...rest } = written
  const by = own ?? inner?.who
  const whole = quoteOf(written, report)
  if (kind !== undefined && kind !== 'said') {
    if (whole) return report.diagnose('shape/only-one', { field: kind, other: 'original' }, { at: ['kind'] })
    return defined({ kind, by, at: rest.at }) as OpenStatement
  }
  if (!whole)
    return written.original || written.quote
      ? undefined
      : report.diagnose('shape/missing', { field: 'original', of: 'statement' })
  return { ...defined(rest), ...(by && { by }), kind: 'said', quote: whole } as OpenStatement
}

/** What users do and say elsewhere. */
export const reaction = (context: FieldContext) =>
  named(context, 'reaction', 'Reaction', 'What users do or say elsewhere.', () =>
    finish(
      group({
        on: note(name(context, 'channel').optional(), 'On', 'Where: a channel of the directory.'),
        tone: note(
          choice({ humour: 'Jokes.', anger: 'Anger.', worry: 'Worry.', patience: 'Patience.' }).optional(),
          'Tone',
        ),
        moved: note(flag().optional(), 'Moved', 'Users go there because the service is down.'),
        shares: note(
          localText(context).optional(),
          'Shares',
          'What they post there, as a noun phrase: "jokes and memes".',
        ),
        ...quoteFields(context),
        who: note(speaker(context).optional(), 'Who', 'Who is quoted. May also stand inside `quote`.'),
        url: note(address().optional(), 'Address', 'Where it can be read.'),
      }),
      ({ original: a, quote: b, translations: c, who: own, ...rest }, report): Reaction | undefined => {
        const whole = quoteOf({ original: a, quote: b, translations: c }, report)
        if (!whole && (a || b)) return undefined
        const who = own ?? b?.who
        return { ...defined(rest), ...(whole && { quote: whole }), ...(who && { who }) }
      },
    ),
  )

/** A minister, a regulator, a rival, an expert. */
export const thirdParty = (context: FieldContext) =>
  named(context, 'third-party', 'Third party', 'A minister, a regulator, a rival, an expert, and what they say.', () =>
    finish(
      group({
        who: note(speaker(context).optional(), 'Who', 'Who speaks; needed, here or inside `quote`.'),
        ...quoteFields(context),
        says: note(
          localText(context).optional(),
          'Says',
          'What they announce, as a noun phrase, by language: `an inquiry`.',
        ),
        via: note(name(context, 'channel').optional(), 'Via', 'Where it was said.'),
        at: note(moment(context).optional(), 'At', 'When it was said.'),
        url: note(address().optional(), 'Address', 'Where it can be read.'),
      }),
      ({ original: a, quote: b, translations: c, who: own, ...rest }, report): ThirdParty | undefined => {
        const who = own ?? b?.who
        if (!who) return report.diagnose('shape/missing', { field: 'who', of: 'third_parties' })
        const whole = quoteOf({ original: a, quote: b, translations: c }, report)
        if (!whole && (a || b)) return undefined
        if (!whole && !rest.says) return report.diagnose('shape/one-of', { fields: 'quote, says' })
        return { ...defined(rest), who, ...(whole && { quote: whole }) }
      },
    ),
  )
