import { format } from 'date-fns/format'
import { z } from 'zod'

/** Slots of a frame: « près {de duration} » has the slot `duration`, which contracts with the word `de`. */
export function slotsOf(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(found => found[1]?.trim().split(' ').at(-1) ?? '')
}

/** A text with slots in braces; any slot that is not among `slots` is an error that names those that are. */
export function frame(...slots: string[]) {
  return z.string().superRefine((text, context) => {
    for (const slot of slotsOf(text)) {
      if (!slots.includes(slot)) {
        const message = `{${slot}} is unknown here; there are ${slots.map(known => `{${known}}`).join(', ')}`
        context.addIssue({ code: 'custom', message })
      }
    }
    const bare = text.replace(/\{[^{}]*\}/g, '')
    if (/[{}]/.test(bare)) context.addIssue({ code: 'custom', message: 'a brace is not closed' })
  })
}

/** A regular expression (Unicode, ignoring case). */
export const regex = z.string().superRefine((text, context) => {
  try {
    new RegExp(text.replaceAll('~', ' '), 'iu')
  } catch (error) {
    context.addIssue({ code: 'custom', message: `not a regular expression: ${(error as Error).message}` })
  }
})

/** A date-fns pattern, tried once. */
export const pattern = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    try {
      format(new Date(0), text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: `not a date-fns pattern: ${(error as Error).message}` })
    }
  })

/** `18:00`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 18:00')
