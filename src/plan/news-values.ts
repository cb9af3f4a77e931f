import { z } from 'zod'

const weights = z.record(z.string(), z.number().nonnegative())

const newsValuesShape = z.strictObject({
  values: weights,
  share: z.number().min(0).max(1),
  stale_days: z.number().positive(),
  forgotten_days: z.number().positive(),
  later_days: z.number().positive(),
  settled_days: z.number().positive(),
  old: z.number().min(0).max(1),
  states: z.record(z.string(), weights),
  scale: weights,
})

/**
 * What makes a message news, as weights by name: `templates/article/news-values.yaml`. The highest value of a message
 * counts whole, of the others a share.
 */
export type NewsValues = z.output<typeof newsValuesShape>

/** The weights as read from YAML. Throws a `ZodError` for what is no weight: the program's own file is held by a test. */
export function readNewsValues(data: unknown): NewsValues {
  return newsValuesShape.parse(data)
}

/** A rank as the sum that makes it, so that people can read why a message leads. */
export interface Rank {
  readonly total: number
  /** The values of the message with their weights here, the highest first. */
  readonly parts: readonly { readonly value: string; readonly weight: number }[]
}

/**
 * How high a message ranks in a story of some state.
 *
 * @param held names of its values; one that the file does not weigh counts nothing
 * @param isOld known before, in a story that is told again for what is new
 */
export function rankOf(held: readonly string[], state: string, news: NewsValues, isOld = false): Rank {
  const factors = news.states[state] ?? {}
  const parts = [...new Set(held)]
    .map(value => ({ value, weight: (news.values[value] ?? 0) * (factors[value] ?? 1) * (isOld ? news.old : 1) }))
    .sort((one, other) => other.weight - one.weight)
  const [first, ...others] = parts
  const rest = others.reduce((sum, { weight }) => sum + weight, 0)
  return { total: (first?.weight ?? 0) + news.share * rest, parts }
}
