import { z } from 'zod'

/** What two facts of one sentence have to do with each other; each is a connective of the grammar (`join`). */
export const relations = ['addition', 'both', 'contrast', 'sequence', 'relative'] as const

export type Relation = (typeof relations)[number]

const keys = z.array(z.string()).min(1)

const sentenceRulesShape = z.strictObject({
  merge: z.array(z.strictObject({ keys, list: z.array(z.string()).min(1) })),
  exclude: z.strictObject({ keys, as: z.string(), also: z.record(z.string(), z.string()) }),
  join: z.array(
    z.strictObject({
      first: keys,
      second: keys,
      by: z.enum(relations),
      source: z.string().optional(),
      /** Only where one answers for both. */
      shared: z.boolean().optional(),
      /** Only where the slot of this name is the same in both, or in neither. */
      alike: z.string().optional(),
    }),
  ),
  most_words: z.number().positive(),
  paragraphs: z.strictObject({ most: z.number().positive(), together: z.array(keys) }),
})

/** What becomes one sentence: `templates/article/sentences.yaml`. */
export type SentenceRules = z.output<typeof sentenceRulesShape>

/** The rules as read from YAML. Throws a `ZodError` for what is no rule: the program's own file is held by a test. */
export function readSentenceRules(data: unknown): SentenceRules {
  return sentenceRulesShape.parse(data)
}
