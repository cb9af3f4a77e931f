import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { choice, many, notTold, told } from '../../fields/field-types.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import type { Speaker, When } from '../../fields/values.ts'

/** How sure a claim is, in the order of sureness; every claim is told exactly so strong. */
export const steps = {
  confirmed: 'It is so.',
  stated: 'The one who is named says so.',
  believed: 'They believe so.',
  likely: 'Probably.',
  possible: 'Perhaps.',
  'not excluded': 'It cannot be ruled out.',
  unconfirmed: 'Somebody has heard so; nobody confirms it.',
  disputed: 'Somebody says so, and somebody else says that it is not so: `disputed_by`.',
  denied: 'It is said not to be so.',
}

/** How sure a claim is. */
export type SureStep = keyof typeof steps

/** The scale as an editor may write it. */
export const step = choice(steps)

/** The steps of what is told as it was counted or seen, with a reserve where it is not certain. */
export const reserveSteps = choice({
  confirmed: steps.confirmed,
  stated: steps.stated,
  believed: steps.believed,
  likely: steps.likely,
  possible: steps.possible,
  unconfirmed: steps.unconfirmed,
})

const CERTAIN: ReadonlySet<SureStep | undefined> = new Set([undefined, 'confirmed', 'stated'])

/** The step that is told as a reserve: none of what is certain, or of one who says so. */
export const reserveOf = ({ sure }: { readonly sure?: SureStep | undefined }): SureStep | undefined =>
  CERTAIN.has(sure) ? undefined : sure

/** What may be said of a claim besides who makes it. */
export const sureFields = (context: FieldContext, invented = 0.1) => ({
  disputed_by: told(speaker(context).optional(), 'Disputed by', 'Who says that it is not so.', { invented }),
  via: told(many(name(context, 'channel')), 'Via', 'Where it was said: channels of the directory.', { invented }),
  at: told(moment(context).optional(), 'At', 'When it was said.', { invented }),
  sure: notTold(
    step.optional(),
    'Sure',
    'How sure it is, told just so strong; `stated` where somebody says it, otherwise `confirmed`.',
    { invented },
  ),
})

/** A claim as it is told: who makes it, who says that it is not so, and how sure it is. */
export interface SureClaim {
  readonly by?: Speaker | undefined
  readonly disputed_by?: Speaker | undefined
  readonly via?: readonly Named[] | undefined
  readonly at?: When | undefined
  readonly sure?: SureStep | undefined
}

/** How sure a claim is, also where nothing is said of it. What somebody disputes is disputed, however sure another may be. */
export const sureOf = ({ sure, disputed_by, by }: SureClaim): SureStep =>
  disputed_by && sure !== 'denied' ? 'disputed' : (sure ?? (by ? 'stated' : 'confirmed'))

/** Whether more is said of a claim than who makes it. */
export const isQualified = ({ sure, disputed_by, via, at }: SureClaim): boolean =>
  (via ?? []).length > 0 || (sure !== undefined && sure !== 'stated') || disputed_by !== undefined || at !== undefined
