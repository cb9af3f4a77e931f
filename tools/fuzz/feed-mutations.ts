/** A payload of a feed with something changed. */
export interface MutatedFeed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Values that stand where feeds promise others. */
const ODD: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  '12',
  1_772_445_600,
  '1772445600',
  1_772_445_600_000,
  true,
  [],
  {},
  [null],
  'March 2, 2026 9:00 AM PST',
  '2026-13-45T99:99:99Z',
  '9'.repeat(400),
  'x'.repeat(5000),
  '<b>&nbsp;</b>\u202E\u0000',
  '__proto__',
  'constructor',
  Array.from({ length: 60 }, (_, at) => ({ id: `${at}`, name: `Component ${at}` })),
]

/** Payloads changed in their bytes, cut off, or, where they are JSON, in their values; the same ones for a seed. */
export function* mutatedFeeds(
  samples: readonly MutatedFeed[],
  count: number,
  seed: number,
): Generator<MutatedFeed, void, void> {
  const random = randomFrom(seed)
  for (let times = 0; times < count; times++) {
    const sample = samples[random(samples.length)]
    if (!sample) return
    const changed = random(2) === 0 ? withOddValues(sample, random) : undefined
    yield { name: sample.name, bytes: changed ?? withOddBytes(sample, random) }
  }
}

type Random = (below: number) => number

function randomFrom(seed: number): Random {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff
    return (state >>> 8) % Math.max(1, below)
  }
}

function withOddBytes({ bytes }: MutatedFeed, random: Random): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (let changes = random(6); changes >= 0; changes--) changed[random(changed.length)] = random(256)
  return random(3) === 0 ? changed.subarray(0, random(changed.length)) : changed
}

/** Some values of JSON replaced or left out; nothing for what is no JSON. */
function withOddValues({ bytes }: MutatedFeed, random: Random): Uint8Array | undefined {
  const value = parsed(bytes)
  if (value === undefined) return undefined
  for (let changes = random(8); changes >= 0; changes--) {
    const holders: Record<string, unknown>[] = []
    gather(value, holders)
    const holder = holders[random(holders.length)]
    if (!holder) break
    const keys = Object.keys(holder)
    const key = keys[random(keys.length)]
    if (key === undefined) continue
    if (random(4) === 0 && !Array.isArray(holder)) delete holder[key]
    else holder[key] = structuredClone(ODD[random(ODD.length)])
  }
  return new TextEncoder().encode(JSON.stringify(value))
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function gather(value: unknown, found: Record<string, unknown>[]): void {
  if (typeof value !== 'object' || value === null || found.length > 500) return
  found.push(value as Record<string, unknown>)
  for (const one of Object.values(value)) gather(one, found)
}
