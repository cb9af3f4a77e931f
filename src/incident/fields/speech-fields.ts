import { address } from '../../fields/address-field.ts'
import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { choice, many, notTold, type ReportDiagnostic, told } from '../../fields/field-types.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { localText } from '../../fields/text-field.ts'
import type { LocalText, Speaker, When } from '../../fields/values.ts'
import { clauseState } from './clause-state-field.ts'
import { original, type Quote, quote, translations, UNKNOWN_LANGUAGE } from './quote-fields.ts'

const phases = {
  announcement: 'Before it began: what was announced.',
  first: 'The first reaction.',
  progress: 'How the repair goes.',
  resolution: 'That it is over.',
  explanation: 'Why it happened.',
}

/** What a statement is about, in the course of the event. */
export type Phase = keyof typeof phases

const verbs = {
  announces: 'Something new is made known.',
  warns: 'A warning.',
  assures: 'An assurance.',
  admits: 'An admission.',
  denies: 'A denial; a `clause` is then what is denied.',
  promises: 'A promise.',
  apologises: 'An apology.',
  confirms: 'A confirmation.',
  explains: 'A reason.',
  believes: 'A belief, which the speaker does not vouch for.',
  hopes: 'A hope.',
  asks: 'A request.',
  recalls: 'A reminder.',
}

/** Every verb that an editor may give to somebody's words. */
export const speechVerb = choice(verbs)

/** What somebody does with their words, where an editor says so: otherwise they only say them. */
export type SpeechVerb = keyof typeof verbs

/** The place of the words in a sentence of ours. */
export const PLACE_OF_WORDS = /…|\.{3}/u

/** The words of somebody, as they were said, or what they say in ours. */
export const quoteFields = (context: FieldContext) => ({
  original: told(
    original(context).optional(),
    'Original',
    'The words as they were said; only `lang` where they are known in translation alone.',
    { as: 'quote' },
  ),
  quote: told(quote(context).optional(), 'Quote', 'The words, their translations and who said them, together.'),
  translations: told(translations(context), 'Translations', 'By language, with who made them.', { as: 'quote' }),
  clause: told(
    localText(context).optional(),
    'Clause',
    'What they say, in our words, as a clause after "that": `its network was holding`.',
    { words: 'clause' },
  ),
  frame: told(
    localText(context).optional(),
    'Frame',
    'A sentence of ours around the words, with `…` in their place: `Brisemar put it down …`. For words that are no sentence. Articles put quotation marks around the words, and at the end the channel, the hour and, where the sentence does not name them, who says so; a role is told only where you write it in the sentence.',
    { lacking: 'left' },
  ),
  state: clauseState(0.08),
  verb: told(
    speechVerb.optional(),
    'Verb',
    'What they do with these words, only where they did just that; they say them when nothing is said.',
  ),
})

/** What a company and others have in common when they speak. */
export const speechFields = (context: FieldContext) => ({
  via: told(many(name(context, 'channel')), 'Via', 'Where it was said: channels of the directory.'),
  url: notTold(address().optional(), 'Address', 'Where it can be read.', { invented: 0.1 }),
  at: told(moment(context).optional(), 'At', 'When it was said, or when they were asked.'),
  phase: notTold(choice(phases).optional(), 'Phase', 'What it is about, in the course of the event.', {
    invented: 0.1,
  }),
  ...quoteFields(context),
})

/** What somebody says, in their words or in ours. */
export interface Speech {
  readonly quote?: Quote | undefined
  readonly clause?: LocalText | undefined
  readonly frame?: LocalText | undefined
  readonly state?: 'ongoing' | 'resolved' | undefined
  readonly verb?: SpeechVerb | undefined
  readonly via?: readonly Named[] | undefined
  readonly at?: When | undefined
  readonly phase?: Phase | undefined
}

/** The fields of a quotation as an editor may write them. */
export interface WrittenQuote {
  readonly original?: { readonly lang?: string | undefined; readonly text?: string | undefined } | undefined
  readonly quote?: (Quote & { readonly who?: Speaker | undefined }) | undefined
  readonly translations: Quote['translations']
  readonly frame?: LocalText | undefined
}

/** Whether there are words to quote. */
export const isQuoted = ({ original: words, quote: whole }: WrittenQuote): boolean =>
  words !== undefined || whole !== undefined

/** The quotation, from either way to write it; `undefined` with a diagnostic where the fields do not go together. */
export function quoteOf(written: WrittenQuote, report: ReportDiagnostic): Quote | undefined {
  const { original: words, quote: whole, translations: translated, frame } = written
  if (words && whole) {
    return report.diagnose('shape/only-one', { field: 'original', other: 'quote' }, { at: ['quote'], part: 'key' })
  }
  const one = words ?? whole
  if (!one) {
    if (frame) report.diagnose('shape/missing', { field: 'original', of: 'frame' }, { at: ['frame'], part: 'key' })
    return undefined
  }
  const all = { ...whole?.translations, ...translated }
  if (one.text === undefined && Object.keys(all).length === 0)
    return report.diagnose('shape/missing', { field: 'text', of: 'original' }, { at: [words ? 'original' : 'quote'] })
  if (one.text !== undefined && one.lang === undefined)
    return report.diagnose('shape/missing', { field: 'lang', of: 'original' }, { at: [words ? 'original' : 'quote'] })
  const lang = one.lang ?? UNKNOWN_LANGUAGE
  return { lang, ...(one.text !== undefined && { text: one.text }), translations: madeBy(one.text, all) }
}

/** Words that are known were translated by the newsroom, where nothing is said; those that are lost by others. */
function madeBy(text: string | undefined, all: Quote['translations']): Quote['translations'] {
  if (text === undefined) return all
  return Object.fromEntries(Object.entries(all).map(([language, one]) => [language, { by: 'desk', ...one }]))
}
