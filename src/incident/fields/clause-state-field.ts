import { choice, notTold } from '../../fields/field-types.ts'

/** Whether what a clause says is still so: a clause in the present that is over is told as one of then. */
export const clauseState = (invented = 0.05) =>
  notTold(
    choice({
      ongoing: 'It is still so.',
      resolved: 'It is over: the words stay, and are told as those of then.',
    }).optional(),
    'State',
    'Whether that is still so; a clause in the present goes with the trouble when nothing is said.',
    { invented },
  )
