import { atlas, COARSE, type Country, FINE, type GeoBox } from './atlas.ts'
import { clipPolygon } from './clip-polygon.ts'
import { countryNumber } from './country-numbers.ts'
import { openPen } from './svg-path.ts'

/** A map clipped to the countries it is about, in the units of its own box. */
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

/**
 * Maximum scale, in units per radian: about 2,000 km from side to side. Closer in, a small country would fill the map.
 */
const LARGEST = 1500

/** Scale from which the finer outlines are used: close up, the coarse ones look wrong. */
const NEAR = 500

/** Outlines extend this far beyond the edge, so that no stroke shows along it. */
const OVER = 4

/** Points closer than this to the previous one are dropped, in units; the value grows with the size of the map. */
const APART = [1, 2, 4] as const

/** Maximum characters for the surrounding land, to keep the page small. */
const HEAVIEST = 20_000

const drawn = new Map<string, CountryMap | undefined>()

/**
 * Draws the countries of some ISO codes and their surroundings. `undefined` when none of them can be drawn. Maps are
 * cached by their codes: hundreds of articles are about few countries.
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

/** The outlines of some countries as one path, as detailed as the size limit allows. */
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

/** The centre of the box in the projection, and units per radian. */
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

/** The part of the projection that the box shows, with `over` units more on each side. */
function boxSeen({ x, y, scale }: MapView, over = 0): GeoBox {
  const [across, up] = [(WIDTH / 2 + over) / scale, (HEIGHT / 2 + over) / scale]
  return [x - across, y - up, x + across, y + up]
}

function overlaps(one: GeoBox, other: GeoBox): boolean {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1]
}

/**
 * The visible part of some countries: each ring in the units of the box, clipped at its edges. `ends`: the end of each
 * in the points, which are valid until the next call.
 */
function outlinesOf(countries: readonly Country[], view: MapView): { points: Float64Array; ends: readonly number[] } {
  const [west, south, east, north] = boxSeen(view, OVER)
  const ends: number[] = []
  let used = 0
  for (const { rings } of countries) {
    for (const { box, points: ring } of rings) {
      if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) continue
      const start = used
      used = addRing(ring, view, start)
      const isWithin = box[0] >= west && box[2] <= east && box[1] >= south && box[3] <= north
      if (!isWithin) {
        const { points, length } = clipPolygon(EDGES, buffer, start, used)
        used = start + length
        ensureCapacity(used)
        buffer.set(points.subarray(0, length), start)
      }
      if (used > start) ends.push(used)
    }
  }
  return { points: buffer, ends }
}

const EDGES = { west: -OVER, north: -OVER, east: WIDTH + OVER, south: HEIGHT + OVER }

/** The outlines of one drawing, one after the other: x, y, x, y … A reused buffer. */
let buffer = new Float64Array(1 << 16)

/** Writes a ring into the buffer, in the units of the box; returns its end. */
function addRing(ring: Float64Array, { x, y, scale }: MapView, start: number): number {
  ensureCapacity(start + ring.length)
  for (let at = 0; at < ring.length; at += 2) {
    buffer[start + at] = WIDTH / 2 + ((ring[at] ?? 0) - x) * scale
    buffer[start + at + 1] = HEIGHT / 2 - ((ring[at + 1] ?? 0) - y) * scale
  }
  return start + ring.length
}

/** Ensures capacity for so many numbers. */
function ensureCapacity(length: number): void {
  if (buffer.length >= length) return
  const larger = new Float64Array(length * 2)
  larger.set(buffer)
  buffer = larger
}
