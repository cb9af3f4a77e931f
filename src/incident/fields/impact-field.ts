import type { z } from 'zod'
import { choice } from '../../fields/field-types.ts'

/** What is wrong with a service. */
export const impacts = choice({
  down: 'Does not work at all.',
  degraded: 'Works badly.',
  partial: 'Works for some, or in part.',
  slow: 'Works slowly.',
  'login only': 'Only logging in fails.',
  intermittent: 'Comes and goes.',
  unaffected: 'Works: it is named because one might think otherwise.',
})

export type Impact = z.output<typeof impacts>
