import type { Named, NamedKind } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import {
  bare,
  choice,
  finish,
  many,
  named,
  note,
  notTold,
  type Read,
  type ReportDiagnostic,
  told,
} from '../../fields/field-types.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { lookUpAny } from '../../fields/name-lookup.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, textBeside } from '../../fields/text-field.ts'
import type { LocalText, Speaker, When } from '../../fields/values.ts'
import { type SureStep, step, sureOf } from './sure-field.ts'

/** Why a claim is news, by names of `templates/article/news-values.yaml`: where it ranks, and whether it may lead. */
export const claimValues = {
  danger: 'Lives are at stake.',
  duty: 'What people must do.',
  finding: 'What an authority has found or decided.',
  scale: 'How many are hit, where that is a great many.',
  new: 'It is what is new since the last version.',
  cause: 'Why it happened.',
  money: 'What it costs, or what customers get.',
  world: 'What stopped elsewhere.',
  data: 'Data lost or stolen.',
  act: 'What people can do.',
  record: 'The first, the biggest, once again.',
  works: 'What still works.',
  why: 'What explains it.',
  words: 'What was said: when nothing is said.',
  apology: 'An apology.',
  recall: 'Background.',
}

type ClaimValue = keyof typeof claimValues

/** Groups of fields beside which a claim may stand. */
export const claimGroups = {
  scope: 'Where it happens.',
  symptoms: 'What users see.',
  counts: 'The figures.',
  statements: 'What the company says.',
  cause: 'Why.',
  attack: 'Whether it was an attack.',
  data: "What happened to users' data.",
  expected: 'When the end is expected.',
  resolution: 'How it was mended.',
  knock_on: 'Others who suffer.',
  economy: 'Money.',
  background: 'What helps to understand.',
}

type ClaimGroup = keyof typeof claimGroups

const NAMED: readonly NamedKind[] = ['service', 'company', 'channel', 'authority', 'agency', 'counter', 'place']

/** A claim as read: how sure it is follows from whether somebody says it, where nothing is said. */
interface GeneralClaim {
  readonly text: LocalText
  readonly title?: LocalText
  readonly by?: Speaker
  readonly disputed_by?: Speaker
  readonly otherwise?: OtherAccount
  readonly via: readonly Named[]
  readonly at?: When
  readonly sure: SureStep
  readonly since?: When
  readonly until?: When
  readonly about?: ClaimGroup | Named
  readonly state?: 'ongoing' | 'resolved'
  readonly value?: ClaimValue
}

/** Another account of the same, which answers nobody. */
interface OtherAccount {
  readonly text: LocalText
  readonly by: Speaker
}

const otherAccount = (context: FieldContext) =>
  named(
    context,
    'other-account',
    'Other account',
    'What somebody else says of the same, as a clause, by language.',
    () =>
      finish(
        textBeside(context, {
          text: told(localText(context), 'Text', 'As a clause, by language.', { words: 'clause' }),
          by: told(speaker(context).optional(), 'By', 'Who says so.', { invented: 1 }),
        }),
        ({ text, by }, report): OtherAccount | undefined =>
          by ? { text, by } : report.diagnose('shape/missing', { field: 'by', of: 'otherwise' }),
      ),
  )

/** What no other field has a place for. */
export const claim = (context: FieldContext) =>
  named(
    context,
    'claim',
    'Fact',
    'What no other field has a place for, as a clause: a subject, a verb, and what is said of it.',
    () =>
      finish(
        textBeside(context, {
          text: told(
            localText(context).optional(),
            'Text',
            'One clause with its own subject, by language: `the tunnel was closed to lorries`; the languages may also stand here directly.',
            { words: 'clause' },
          ),
          clause: told(localText(context).optional(), 'Clause', 'The same as `text`.', { as: 'text' }),
          title: notTold(
            localText(context).optional(),
            'Title',
            'The same in fewer words, at most 80 characters in each language, for headline and alert where this leads.',
            { lacking: 'made', words: 'clause' },
          ),
          by: told(
            speaker(context).optional(),
            'By',
            'Who says so; with `denied` who denies it. Named wherever it is told.',
          ),
          disputed_by: told(speaker(context).optional(), 'Disputed by', 'Who says that it is not so.'),
          otherwise: note(
            otherAccount(context).optional(),
            'Otherwise',
            'What somebody else says of the same, where the two differ and neither answers the other: both are told, and neither denies.',
          ),
          via: told(many(name(context, 'channel')), 'Via', 'Where it was said: channels of the directory.'),
          at: told(moment(context).optional(), 'At', 'When it was said; when it happened, where nobody says it.'),
          sure: notTold(
            step.optional(),
            'Sure',
            'How sure it is, told just so strong; `stated` where somebody says it, otherwise `confirmed`.',
          ),
          since: told(moment(context).optional(), 'Since', 'Since when it has been so.'),
          until: told(moment(context).optional(), 'Until', 'Until when it is or was so.'),
          about: notTold(
            about(context).optional(),
            'About',
            'What it stands beside: a service, a company, a place, or a group of fields.',
          ),
          state: notTold(
            choice({ ongoing: 'It is still so.', resolved: 'It is over.' }).optional(),
            'State',
            'Whether it is so at `as_of`; a clause in the present goes with the trouble when nothing is said.',
          ),
          value: notTold(
            choice(claimValues).optional(),
            'Value',
            'Why it is news: where it ranks among the other messages, and whether it may lead.',
          ),
        }),
        claimOf,
      ),
  )

/** What no other field has a place for, who says it, and how sure it is. */
export type Claim = Read<typeof claim>

type TypedClaim = Omit<GeneralClaim, 'text' | 'sure'> & {
  readonly text?: LocalText | undefined
  readonly clause?: LocalText | undefined
  readonly sure?: SureStep | undefined
}

function claimOf(typed: unknown, report: ReportDiagnostic): GeneralClaim | undefined {
  const { text, clause, sure, ...rest } = typed as TypedClaim
  if (text && clause)
    return report.diagnose('shape/only-one', { field: 'text', other: 'clause' }, { at: ['clause'], part: 'key' })
  const own = text ?? clause
  if (!own) return report.diagnose('shape/missing', { field: 'text', of: 'facts' })
  const isDoubtful = rest.disputed_by !== undefined || (sure !== undefined && sure !== 'stated')
  if (rest.otherwise && isDoubtful) {
    const other = rest.disputed_by ? 'disputed_by' : 'sure'
    return report.diagnose('shape/only-one', { field: 'otherwise', other }, { at: ['otherwise'], part: 'key' })
  }
  const lacksSpeaker = !rest.by && (sure === 'stated' || rest.via.length > 0 || rest.otherwise !== undefined)
  if (lacksSpeaker) return report.diagnose('shape/missing', { field: 'by', of: 'facts' })
  return { ...rest, text: own, sure: sureOf({ ...rest, sure }) }
}

function about(context: FieldContext) {
  const words = { enum: Object.keys(claimGroups), enumDescriptions: Object.values(claimGroups) }
  return bare<ClaimGroup | Named>(
    [words, { type: 'string', description: 'Id of a service, a company or a place.' }],
    (text, report) =>
      Object.hasOwn(claimGroups, text) ? (text as ClaimGroup) : lookUpAny(context, text, NAMED, report),
    name(context, 'service'),
  )
}
