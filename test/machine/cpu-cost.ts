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
 * costs sixteen times as much. What costs next to nothing, measured by the yardstick, is not looked at closer. A measure
 * into which a collection of all memory of the process falls is taken twice again, and both must hold.
 *
 * @param work does it in a size: 1, then 4
 */
export async function expectLinear(work: (size: 1 | 4) => unknown): Promise<void> {
  // The first time, code is read and compiled.
  await work(1)
  if (!(await grows(work)).isLinear)
    for (const { small, large, most } of [await grows(work), await grows(work)])
      expect(large, `four times as much as what costs ${small} ms`).toBeLessThan(most)
}

/** What a size and four times as much of it cost, and the most that this may cost. */
async function grows(work: (size: 1 | 4) => unknown) {
  const [small, large, measure] = [await costOf(() => work(1)), await costOf(() => work(4)), await costOf(yardstick)]
  const most = 8 * small + measure
  return { small, large, most, isLinear: large < most }
}
