/**
 * The known word that an editor most likely meant, or nothing when none is similar: a word with the same beginning, or
 * with at most a third of its letters wrong. Capitals, accents and punctuation do not count.
 * @example nearest('instagarm', ['facebook', 'instagram']) // 'instagram'
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plain(word)
  if (wanted === '') return undefined
  let best: { word: string; score: number } | undefined
  for (const candidate of known) {
    const score = distanceOf(wanted, plainOf(candidate))
    if (score !== undefined && (best === undefined || score < best.score)) best = { word: candidate, score }
  }
  return best?.word
}

/**
 * Known words that differ from the typed one by a slip, the nearest first: one letter in a word of up to seven, two in a
 * longer one, or one goes on where the other ends. Stricter than `nearest`: for names that are alike without being near.
 */
export function slipsOf(word: string, known: Iterable<string>): string[] {
  const wanted = plain(word)
  const near: { word: string; score: number }[] = []
  for (const candidate of known) {
    const score = slipOf(wanted, plainOf(candidate))
    if (score !== undefined) near.push({ word: candidate, score })
  }
  return near.sort((a, b) => a.score - b.score).map(({ word }) => word)
}

function slipOf(wanted: string, candidate: string): number | undefined {
  const [shorter, longer] = [wanted, candidate].sort((a, b) => a.length - b.length)
  if (shorter === undefined || longer === undefined || shorter.length < 3) return undefined
  if (shorter.length > 3 && longer.startsWith(shorter)) return 0.5 + (longer.length - shorter.length) / 100
  const most = longer.length > 7 ? 2 : 1
  if (longer.length - shorter.length > most) return undefined
  const distance = editsBetween(wanted, candidate, most)
  return distance <= most ? distance : undefined
}

const plains = new Map<string, string>()

/** Cached, since known words are asked for again and again. */
function plainOf(word: string): string {
  let found = plains.get(word)
  if (found === undefined) {
    if (plains.size > 20_000) plains.clear()
    found = plain(word)
    plains.set(word, found)
  }
  return found
}

/** Without capitals, accents, spaces and punctuation: the form in which names are compared. */
export function plain(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function distanceOf(wanted: string, candidate: string): number | undefined {
  if (candidate === wanted) return 0
  if (candidate === '') return undefined
  const shorter = Math.min(wanted.length, candidate.length)
  const longer = Math.max(wanted.length, candidate.length)
  if (shorter >= 3 && (candidate.startsWith(wanted) || wanted.startsWith(candidate)))
    return 0.5 + (longer - shorter) / 100
  const most = Math.max(1, Math.floor(longer / 3))
  if (longer - shorter > most) return undefined
  const distance = editsBetween(wanted, candidate, most)
  // A word of two letters with one wrong is another word.
  return distance <= most && shorter > 2 ? distance : undefined
}

/**
 * Number of letters inserted, deleted, replaced, or swapped with their neighbour (optimal string alignment). Stops,
 * with more than `most`, as soon as two rows of the table exceed it.
 */
function editsBetween(a: string, b: string, most: number): number {
  let before: number[] = []
  let leastBefore = 0
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > most && leastBefore > most) return Number.POSITIVE_INFINITY
    leastBefore = least
    before = previous
    previous = current
  }
  return previous[b.length] ?? Number.POSITIVE_INFINITY
}
