import { atlas, type Box, COARSE, type Country, FINE } from './atlas.ts'
import { countryNumber } from './countries.ts'

/** A map cut to the countries it is about, in the units of its own box. */
export interface CountryMap {
  readonly width: number
  readonly height: number
  /** Outlines of all other countries in view, as one path. */
  readonly land: string
  /** Outline of each country named. */
  readonly marked: readonly { readonly code: string; readonly path: string }[]
}

/** Units of the box; the page scales it. */
const WIDTH = 480
const HEIGHT = 300
const MARGIN = 60

/** Greatest scale, in units to the radian: about 2,000 km from side to side. A small country alone would show nothing of where it lies. */
const LARGEST = 1500

/** Scale from which the finer outlines are drawn: from near, the coarse ones would be caricatures. */
const NEAR = 500

/** Outlines go this far over the edge, so that no line is seen along it. */
const OVER = 4

/** Points nearer than this to the one before are left out, in units; the more, the heavier the map would be. */
const APART = [1, 2, 4] as const

/** Characters that the land around may take of a page, which is to stay light. */
const HEAVIEST = 20_000

const drawn = new Map<string, CountryMap | undefined>()

/**
 * Draws the countries of some ISO codes and what lies around them. `undefined` when none of them can be drawn. The same
 * codes give the same map, which is kept: hundreds of articles are about few countries.
 */
export function mapOf(codes: readonly string[]): CountryMap | undefined {
  const key = [...new Set(codes)].sort().join(' ')
  if (!drawn.has(key)) {
    if (drawn.size > 300) drawn.clear()
    drawn.set(key, draw(key.split(' ')))
  }
  return drawn.get(key)
}

function draw(codes: readonly string[]): CountryMap | undefined {
  const numbers = new Map(codes.map(code => [countryNumber(code), code]))
  const view = viewOn(atlas(COARSE).filter(({ id }) => numbers.has(id)))
  if (!view) return undefined
  const seen = boxSeen(view)
  const inView = atlas(view.scale > NEAR ? FINE : COARSE).filter(({ box }) => overlaps(box, seen))
  return {
    width: WIDTH,
    height: HEIGHT,
    land: landOf(inView.filter(({ id }) => !numbers.has(id)).flatMap(country => outlinesOf(country, view))),
    marked: inView.flatMap(country => {
      const code = numbers.get(country.id)
      if (code === undefined) return []
      const path = outlinesOf(country, view)
        .map(outline => written(outline, APART[0]))
        .join('')
      return path === '' ? [] : [{ code, path }]
    }),
  }
}

/** The outlines as one path, drawn as finely as a page can bear. */
function landOf(outlines: readonly (readonly number[])[]): string {
  let land = ''
  for (const apart of APART) {
    land = ''
    for (const outline of outlines) {
      land += written(outline, apart)
      if (land.length > HEAVIEST && apart !== APART.at(-1)) break
    }
    if (land.length <= HEAVIEST) break
  }
  return land
}

/** Where the middle of the box lies on the plane, and units to the radian. */
interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

function viewOn(named: readonly Country[]): View | undefined {
  if (named.length === 0) return undefined
  const edge = (at: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...named.map(({ main }) => main[at]))
  const [west, south, east, north] = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]
  const scale = Math.min((WIDTH - 2 * MARGIN) / (east - west), (HEIGHT - 2 * MARGIN) / (north - south), LARGEST)
  return { x: (west + east) / 2, y: (south + north) / 2, scale }
}

/** What the box shows of the plane, and `over` units more on each side. */
function boxSeen({ x, y, scale }: View, over = 0): Box {
  const [across, up] = [(WIDTH / 2 + over) / scale, (HEIGHT / 2 + over) / scale]
  return [x - across, y - up, x + across, y + up]
}

function overlaps(one: Box, other: Box): boolean {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1]
}

/** What is seen of a country: each ring in the units of the box, cut at its edges. */
function outlinesOf({ rings }: Country, view: View): (readonly number[])[] {
  const [west, south, east, north] = boxSeen(view, OVER)
  const outlines: (readonly number[])[] = []
  for (const { box, points: ring } of rings) {
    if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) continue
    const within = box[0] >= west && box[2] <= east && box[1] >= south && box[3] <= north
    const points = within ? laid(ring, view) : cutToBox(laid(ring, view))
    if (points.length > 0) outlines.push(points)
  }
  return outlines
}

/** A ring in the units of the box. */
function laid(ring: Float64Array, { x, y, scale }: View): number[] {
  const points = new Array<number>(ring.length)
  for (let at = 0; at < ring.length; at += 2) {
    points[at] = WIDTH / 2 + ((ring[at] ?? 0) - x) * scale
    points[at + 1] = HEIGHT / 2 - ((ring[at + 1] ?? 0) - y) * scale
  }
  return points
}

function cutToBox(points: readonly number[]): readonly number[] {
  let kept = points
  for (const edge of EDGES) {
    kept = cut(kept, edge)
    if (kept.length === 0) break
  }
  return kept
}

interface Edge {
  readonly axis: 0 | 1
  readonly limit: number
  /** On which side of the limit one stays. */
  readonly side: 1 | -1
}

const EDGES: readonly Edge[] = [
  { axis: 0, limit: -OVER, side: 1 },
  { axis: 0, limit: WIDTH + OVER, side: -1 },
  { axis: 1, limit: -OVER, side: 1 },
  { axis: 1, limit: HEIGHT + OVER, side: -1 },
]

/** What of a polygon lies on one side of a line (Sutherland and Hodgman, 1974). */
function cut(points: readonly number[], { axis, limit, side }: Edge): number[] {
  const kept: number[] = []
  let before = points.length - 2
  let wasInside = ((points[before + axis] ?? 0) - limit) * side >= 0
  for (let at = 0; at < points.length; at += 2) {
    const isInside = ((points[at + axis] ?? 0) - limit) * side >= 0
    if (isInside !== wasInside) cross(kept, points, before, at, axis, limit)
    if (isInside) kept.push(points[at] ?? 0, points[at + 1] ?? 0)
    before = at
    wasInside = isInside
  }
  return kept
}

/** Adds the point where the line from one point to another meets the limit. */
function cross(kept: number[], points: readonly number[], from: number, to: number, axis: 0 | 1, limit: number): void {
  const [a, b] = [points[from + axis] ?? 0, points[to + axis] ?? 0]
  const part = (limit - a) / (b - a)
  const other = 1 - axis
  const along = (points[from + other] ?? 0) + part * ((points[to + other] ?? 0) - (points[from + other] ?? 0))
  if (axis === 0) kept.push(limit, along)
  else kept.push(along, limit)
}

/** Points as a path, each from the one before; what would be less than a dot is left out. */
function written(points: readonly number[], apart: number): string {
  let path = ''
  let count = 0
  let [lastX, lastY] = [Infinity, Infinity]
  for (let at = 0; at < points.length; at += 2) {
    const x = Math.round((points[at] ?? 0) * 10)
    const y = Math.round((points[at + 1] ?? 0) * 10)
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < apart * 10) continue
    if (count === 0) path = `M${tenths(x)},${tenths(y)}`
    else path += `${count === 1 ? 'l' : ' '}${tenths(x - lastX)},${tenths(y - lastY)}`
    count += 1
    lastX = x
    lastY = y
  }
  return count < 3 ? '' : `${path}z`
}

/** A length given in tenths of a unit, as a path writes it. Turning fractions into text is what takes the time of a map. */
function tenths(length: number): string {
  return WRITTEN[length + REACH] ?? String(length / 10)
}

const REACH = (WIDTH + 2 * OVER) * 10
const WRITTEN = Array.from({ length: 2 * REACH + 1 }, (_, at) => String((at - REACH) / 10))
