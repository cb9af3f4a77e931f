/** A clipping rectangle, in units of the drawing. */
export interface Edges {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

/** Buffers of points: x, y, x, y … The two are used in turn, and grow when necessary. */
let [input, output] = [new Float64Array(1 << 14), new Float64Array(1 << 14)]

/**
 * Clips a polygon to a rectangle. The points returned are valid until the next call; `length` is their number of
 * coordinates.
 */
export function clipPolygon({ west, north, east, south }: Edges, points: Float64Array, from: number, to: number) {
  let length = to - from
  ensureCapacity(length)
  input.set(points.subarray(from, to))
  length = clipToSide(length, 0, west, 1)
  length = clipToSide(length, 0, east, -1)
  length = clipToSide(length, 1, north, 1)
  length = clipToSide(length, 1, south, -1)
  return { points: input, length }
}

/** Ensures capacity: clipping leaves at most two points for each. */
function ensureCapacity(length: number): void {
  if (input.length >= length * 2) return
  const larger = new Float64Array(length * 4)
  larger.set(input.subarray(0, length))
  input = larger
  output = new Float64Array(length * 4)
}

/**
 * Clips to one side of a line across an axis (Sutherland and Hodgman, 1974); returns the number of coordinates left.
 */
function clipToSide(length: number, axis: 0 | 1, limit: number, side: 1 | -1): number {
  if (length === 0) return 0
  ensureCapacity(length)
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
