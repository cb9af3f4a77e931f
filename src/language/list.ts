import type { Tongue } from './tongue.ts'

/** Items joined as the edition writes a list: « A, B et C », "A, B and C". An empty list gives an empty text. */
export function list(tongue: Tongue, items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const { between, [conjunction]: words } = tongue.grammar.list
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  if (items.length === 2) return items.join(words.two)
  return items.slice(0, -1).join(between) + words.last + last
}
