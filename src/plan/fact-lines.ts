import type { Pointer } from '../foundation/pointer.ts'
import type { Fact } from '../story/story.ts'

/** Every line a fact may rest on. */
export function pointersOf(fact: Fact): Pointer[] {
  const pointers = [...fact.from]
  for (const name in fact.slots) pointers.push(...(fact.slots[name]?.from ?? []))
  return pointers
}

/** The entry of a list that a fact rests on. */
export function entryOf<T>(list: readonly T[], prefix: string, fact: Fact): T | undefined {
  const own = pointersOf(fact).find(pointer => pointer.startsWith(prefix))
  return own === undefined ? undefined : list[Number(own.slice(prefix.length).split('/')[0])]
}
