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
