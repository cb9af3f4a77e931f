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
const APART = [1, 2, 4]

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
  const path = ({ rings }: Country, apart = APART[0] ?? 1) => rings.map(ring => ringPath(ring, view, apart)).join('')
  const others = inView.filter(({ id }) => !numbers.has(id))
  let land = ''
  for (const apart of APART) {
    land = others.map(one => path(one, apart)).join('')
    if (land.length <= HEAVIEST) break
  }
  return {
    width: WIDTH,
    height: HEIGHT,
    land,
    marked: inView.flatMap(country => {
      const code = numbers.get(country.id)
      const outline = code === undefined ? '' : path(country)
      return code === undefined || outline === '' ? [] : [{ code, path: outline }]
    }),
  }
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

function boxSeen({ x, y, scale }: View): Box {
  const [across, up] = [WIDTH / 2 / scale, HEIGHT / 2 / scale]
  return [x - across, y - up, x + across, y + up]
}

function overlaps(one: Box, other: Box): boolean {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1]
}

/** A ring in the units of the box, cut at its edges, as a closed path; empty when nothing of it is seen. */
function ringPath(ring: Float64Array, { x, y, scale }: View, apart: number): string {
  let points: number[] = []
  for (let at = 0; at < ring.length; at += 2) {
    points.push(WIDTH / 2 + ((ring[at] ?? 0) - x) * scale, HEIGHT / 2 - ((ring[at + 1] ?? 0) - y) * scale)
  }
  for (const [axis, limit, side] of EDGES) {
    points = cut(points, axis, limit, side)
    if (points.length === 0) return ''
  }
  return written(points, apart)
}

/** Each edge: which coordinate, its limit, and on which side of it one stays. */
const EDGES: readonly (readonly [axis: 0 | 1, limit: number, side: 1 | -1])[] = [
  [0, -OVER, 1],
  [0, WIDTH + OVER, -1],
  [1, -OVER, 1],
  [1, HEIGHT + OVER, -1],
]

/** What of a polygon lies on one side of a line (Sutherland and Hodgman, 1974). */
function cut(points: readonly number[], axis: 0 | 1, limit: number, side: 1 | -1): number[] {
  const kept: number[] = []
  const inside = (at: number) => ((points[at + axis] ?? 0) - limit) * side >= 0
  for (let at = 0; at < points.length; at += 2) {
    const before = at === 0 ? points.length - 2 : at - 2
    if (inside(at) !== inside(before)) kept.push(...crossing(points, before, at, axis, limit))
    if (inside(at)) kept.push(points[at] ?? 0, points[at + 1] ?? 0)
  }
  return kept
}

function crossing(points: readonly number[], from: number, to: number, axis: 0 | 1, limit: number): [number, number] {
  const [a, b] = [points[from + axis] ?? 0, points[to + axis] ?? 0]
  const part = (limit - a) / (b - a)
  const other = 1 - axis
  const along = (points[from + other] ?? 0) + part * ((points[to + other] ?? 0) - (points[from + other] ?? 0))
  return axis === 0 ? [limit, along] : [along, limit]
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
    path += count === 0 ? `M${x / 10},${y / 10}` : `${count === 1 ? 'l' : ' '}${(x - lastX) / 10},${(y - lastY) / 10}`
    count += 1
    lastX = x
    lastY = y
  }
  return count < 3 ? '' : `${path}z`
}
