import { expect } from 'vitest'

/**
 * Milliseconds of processor that work takes. A machine that is busy with something else makes it no dearer, a slow one
 * does: compare it with the cost of other work, never with a number.
 */
export async function costOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Some work that is always the same: about a tenth of a second on a machine of its own. */
export function yardstick(): void {
  const words = Array.from({ length: 60_000 }, (_, nth) => `${(nth * 7919) % 60_013} ${nth}`)
  JSON.parse(JSON.stringify(words.sort().map(word => ({ word, parts: word.split(' ') }))))
}

/**
 * Holds that work grows with its size: four times as much costs about four times as much, where what grows as the square
 * costs sixteen times as much. What costs next to nothing, measured by the yardstick, is not looked at closer. A measure into
 * which a collection of all memory of the process falls is taken again: what grows too fast does so every time.
 *
 * @param work does it in a size: 1, then 4
 */
export async function expectLinear(work: (size: 1 | 4) => unknown): Promise<void> {
  // The first time, code is read and compiled.
  await work(1)
  for (let tries = 1; ; tries += 1) {
    const [small, large, measure] = [await costOf(() => work(1)), await costOf(() => work(4)), await costOf(yardstick)]
    if (large >= 8 * small + measure && tries < TRIES) continue
    expect(large, `four times as much as what costs ${small} ms`).toBeLessThan(8 * small + measure)
    return
  }
}

const TRIES = 3
