import { choice } from '../../fields/field-types.ts'

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
