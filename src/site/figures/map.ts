import { atlas, COARSE, type Country, FINE, type GeoBox } from './atlas.ts'
import { cutTo } from './clip-polygon.ts'
import { countryNumber } from './country-numbers.ts'
import { openPen } from './svg-path.ts'

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

const pen = openPen()

function draw(codes: readonly string[]): CountryMap | undefined {
  const numbers = new Map(codes.map(code => [countryNumber(code), code]))
  const view = viewOn(atlas(COARSE).filter(({ id }) => numbers.has(id)))
  if (!view) return undefined
  const seen = boxSeen(view)
  const inView = atlas(view.scale > NEAR ? FINE : COARSE).filter(({ box }) => overlaps(box, seen))
  return {
    width: WIDTH,
    height: HEIGHT,
    land: landOf(
      inView.filter(({ id }) => !numbers.has(id)),
      view,
    ),
    marked: inView.flatMap(country => {
      const code = numbers.get(country.id)
      if (code === undefined) return []
      const { points, ends } = outlinesOf([country], view)
      for (const [at, end] of ends.entries()) pen.draw(points, ends[at - 1] ?? 0, end, APART[0])
      const path = pen.lift()
      return path === '' ? [] : [{ code, path }]
    }),
  }
}

/** The outlines of some countries as one path, drawn as finely as a page can bear. */
function landOf(countries: readonly Country[], view: MapView): string {
  const { points, ends } = outlinesOf(countries, view)
  let land = ''
  for (const apart of APART) {
    const isLast = apart === APART.at(-1)
    for (const [at, end] of ends.entries()) {
      pen.draw(points, ends[at - 1] ?? 0, end, apart)
      if (pen.length() > HEAVIEST && !isLast) break
    }
    land = pen.lift()
    if (land.length <= HEAVIEST) break
  }
  return land
}

/** Where the middle of the box lies on the plane, and units to the radian. */
interface MapView {
  readonly x: number
  readonly y: number
  readonly scale: number
}

function viewOn(named: readonly Country[]): MapView | undefined {
  if (named.length === 0) return undefined
  const edge = (at: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...named.map(({ main }) => main[at]))
  const [west, south, east, north] = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]
  const scale = Math.min((WIDTH - 2 * MARGIN) / (east - west), (HEIGHT - 2 * MARGIN) / (north - south), LARGEST)
  return { x: (west + east) / 2, y: (south + north) / 2, scale }
}

/** What the box shows of the plane, and `over` units more on each side. */
function boxSeen({ x, y, scale }: MapView, over = 0): GeoBox {
  const [across, up] = [(WIDTH / 2 + over) / scale, (HEIGHT / 2 + over) / scale]
  return [x - across, y - up, x + across, y + up]
}

function overlaps(one: GeoBox, other: GeoBox): boolean {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1]
}

/**
 * What is seen of some countries: each ring in the units of the box, cut at its edges. `ends`: where each ends
 * in the points, which are good until the next drawing.
 */
function outlinesOf(countries: readonly Country[], view: MapView): { points: Float64Array; ends: readonly number[] } {
  const [west, south, east, north] = boxSeen(view, OVER)
  const ends: number[] = []
  let used = 0
  for (const { rings } of countries) {
    for (const { box, points: ring } of rings) {
      if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) continue
      const start = used
      used = lay(ring, view, start)
      const isWithin = box[0] >= west && box[2] <= east && box[1] >= south && box[3] <= north
      if (!isWithin) {
        const { points, length } = cutTo(EDGES, plan, start, used)
        used = start + length
        hold(used)
        plan.set(points.subarray(0, length), start)
      }
      if (used > start) ends.push(used)
    }
  }
  return { points: plan, ends }
}

const EDGES = { west: -OVER, north: -OVER, east: WIDTH + OVER, south: HEIGHT + OVER }

/** The outlines of one drawing, one after the other: x, y, x, y … Drawn on again and again. */
let plan = new Float64Array(1 << 16)

/** Lays a ring on the plan, in the units of the box; says where it ends. */
function lay(ring: Float64Array, { x, y, scale }: MapView, start: number): number {
  hold(start + ring.length)
  for (let at = 0; at < ring.length; at += 2) {
    plan[start + at] = WIDTH / 2 + ((ring[at] ?? 0) - x) * scale
    plan[start + at + 1] = HEIGHT / 2 - ((ring[at + 1] ?? 0) - y) * scale
  }
  return start + ring.length
}

/** Makes room for so many numbers. */
function hold(length: number): void {
  if (plan.length >= length) return
  const larger = new Float64Array(length * 2)
  larger.set(plan)
  plan = larger
}
