/** A seeded random generator: the same seed gives the same values, on every machine. */
export interface Dice {
  /** A number from 0 up to 1. */
  readonly roll: () => number
  /** A whole number between two, both included. */
  readonly between: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** Several different ones. */
  readonly some: <T>(list: readonly T[], count: number) => T[]
  readonly chance: (share: number) => boolean
}

/** Mulberry32 (Tommy Ettinger, public domain): small, and good enough for test data. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(roll() * list.length)]
    if (found === undefined) throw new Error('Nothing to pick from.')
    return found
  }
  const some = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list]
    const found: T[] = []
    while (found.length < count && left.length > 0) found.push(...left.splice(Math.floor(roll() * left.length), 1))
    return found
  }
  return { roll, between, pick, some, chance: share => roll() < share }
}
