/** Where the edges lie that one looks through, in units of the drawing. */
export interface Edges {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

/** Points that are being cut: x, y, x, y … The two are used in turn, and grow when they must. */
let [input, output] = [new Float64Array(1 << 14), new Float64Array(1 << 14)]

/**
 * What of a closed outline lies within some edges. The points given back are good until the next cut; `length` says how many
 * numbers there are.
 */
export function cutTo({ west, north, east, south }: Edges, points: Float64Array, from: number, to: number) {
  let length = to - from
  hold(length)
  input.set(points.subarray(from, to))
  length = cut(length, 0, west, 1)
  length = cut(length, 0, east, -1)
  length = cut(length, 1, north, 1)
  length = cut(length, 1, south, -1)
  return { points: input, length }
}

/** Makes room: a cut leaves at most two points for each. */
function hold(length: number): void {
  if (input.length >= length * 2) return
  const larger = new Float64Array(length * 4)
  larger.set(input.subarray(0, length))
  input = larger
  output = new Float64Array(length * 4)
}

/** What of the points lies on one side of a line across an axis (Sutherland and Hodgman, 1974); gives how many numbers are left. */
function cut(length: number, axis: 0 | 1, limit: number, side: 1 | -1): number {
  if (length === 0) return 0
  hold(length)
  let kept = 0
  let before = length - 2
  let wasInside = ((input[before + axis] ?? 0) - limit) * side >= 0
  for (let at = 0; at < length; at += 2) {
    const isInside = ((input[at + axis] ?? 0) - limit) * side >= 0
    if (isInside !== wasInside) {
      const [a, b] = [input[before + axis] ?? 0, input[at + axis] ?? 0]
      const [c, d] = [input[before + 1 - axis] ?? 0, input[at + 1 - axis] ?? 0]
      const along = c + ((limit - a) / (b - a)) * (d - c)
      output[kept + axis] = limit
      output[kept + 1 - axis] = along
      kept += 2
    }
    if (isInside) {
      output[kept] = input[at] ?? 0
      output[kept + 1] = input[at + 1] ?? 0
      kept += 2
    }
    before = at
    wasInside = isInside
  }
  ;[input, output] = [output, input]
  return kept
}
