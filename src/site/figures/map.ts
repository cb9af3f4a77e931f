import { atlas, COARSE, type Country, FINE, type GeoBox, type Ring } from './atlas.ts'
import { clipPolygon } from './clip-polygon.ts'
import { countryNumber } from './country-numbers.ts'
import { positionLabels } from './map-labels.ts'
import type { PlacePosition } from './place-positions.ts'
import { openPen } from './svg-path.ts'

/** A country to fill, and how it stands: a class of the drawing. */
export interface MapCountry {
  readonly code: string
  readonly standing: string
  /** Written on it; nothing where the map has no room. */
  readonly name: string
}

/** A point to mark, in degrees, with how far around it surely belongs to it, in kilometres. */
export interface MapPoint extends PlacePosition {
  readonly standing: string
  readonly name: string
  /** The country it lies in, which is shown whole where it is small. */
  readonly country?: string | undefined
}

/** What a map is about. */
export interface MapContent {
  readonly countries: readonly MapCountry[]
  readonly points: readonly MapPoint[]
}

/** A map clipped to what it is about, in the units of its own box. */
export interface DrawnMap {
  readonly width: number
  readonly height: number
  /** Outlines of all other countries in view, as one path. */
  readonly land: string
  /** Outline of each country named. */
  readonly marked: readonly { readonly code: string; readonly standing: string; readonly path: string }[]
  /** Towns as points, regions as circles that stay within them. */
  readonly points: readonly {
    readonly standing: string
    readonly x: number
    readonly y: number
    readonly r: number
    readonly isRegion: boolean
  }[]
  readonly labels: readonly { readonly x: number; readonly y: number; readonly anchor: string; readonly text: string }[]
}

/** Units of the box; the page scales it. */
const WIDTH = 480
const HEIGHT = 300
const MARGIN = 36

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

/** The same where no country is filled: 500 km from side to side. */
const LARGEST_OF_POINTS = 6000

/** A country wider than this, in radians (some 750 km), is not shown whole for a point in it. */
const WIDE = 0.12

/** Around a point in a wide country, in radians: some 300 km. */
const AROUND = 0.05

const drawn = new Map<string, DrawnMap | undefined>()

/**
 * Draws countries and points with their surroundings. `undefined` when none of them can be drawn. Maps are cached by what
 * they show: hundreds of articles are about few places.
 */
export function mapOf(content: MapContent): DrawnMap | undefined {
  const key = JSON.stringify(content)
  if (!drawn.has(key)) {
    if (drawn.size > 300) drawn.clear()
    drawn.set(key, draw(content))
  }
  return drawn.get(key)
}

const pen = openPen()

function draw({ countries, points }: MapContent): DrawnMap | undefined {
  const filled = new Map(countries.map(country => [countryNumber(country.code), country]))
  const coarse = atlas(COARSE)
  const named = coarse.filter(({ id }) => filled.has(id))
  const view = viewOn(
    [...named.map(({ main }) => main), ...points.map(point => boxAround(point, coarse))],
    named.length > 0,
  )
  if (!view) return undefined
  const seen = boxSeen(view)
  const inView = atlas(view.scale > NEAR ? FINE : COARSE).filter(({ box }) => overlaps(box, seen))
  const marks = points.map(point => markOf(point, view))
  const spared = points.filter(({ standing }) => standing === 'spared').map(projected)
  return {
    width: WIDTH,
    height: HEIGHT,
    land: landOf(
      inView.map(country => (filled.has(country.id) ? islandsOf(country, spared) : country)),
      view,
    ),
    marked: inView.flatMap(whole => {
      const shown = filled.get(whole.id)
      if (shown === undefined) return []
      const country = withoutIslands(whole, spared)
      const { points: outline, ends } = outlinesOf([country], view)
      for (const [at, end] of ends.entries()) pen.draw(outline, ends[at - 1] ?? 0, end, APART[0])
      const path = pen.lift()
      return path === '' ? [] : [{ code: shown.code, standing: shown.standing, path }]
    }),
    points: marks.map(({ name: _, ...mark }) => mark),
    labels: positionLabels([
      ...marks.map(({ x, y, r, name }) => ({ x, y, name, away: r + 4 })),
      // The largest first: a small country has its name in the list below.
      ...[...named]
        .sort((one, other) => area(other.main) - area(one.main))
        .map(({ id, main }) => ({ ...middleOf(main, view), name: filled.get(id)?.name ?? '', away: 0 })),
    ]),
  }
}

/** A country without those of its islands that are spared: what is filled is what is hit. */
function withoutIslands(country: Country, spared: readonly Position[]): Country {
  return { ...country, rings: country.rings.filter(ring => !isSparedIsland(ring, country, spared)) }
}

/** Only these. */
function islandsOf(country: Country, spared: readonly Position[]): Country {
  return { ...country, rings: country.rings.filter(ring => isSparedIsland(ring, country, spared)) }
}

type Position = ReturnType<typeof projected>

/** An island much smaller than its country, not far from the point of a place that is spared. */
function isSparedIsland({ box }: Ring, { main }: Country, spared: readonly Position[]): boolean {
  if (area(box) > area(main) / 5) return false
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return spared.some(point => Math.hypot(point.x - x, point.y - y) < ISLANDS)
}

/** How far an archipelago reaches from its middle, in radians: some 250 km. */
const ISLANDS = 0.045

/** What a point needs to be seen with: its country where that is small and holds it, else its surroundings. */
function boxAround(point: MapPoint, countries: readonly Country[]): GeoBox {
  const { x, y } = projected(point)
  const home = countries.find(({ id }) => point.country !== undefined && id === countryNumber(point.country))?.main
  const isHome = home && x > home[0] && x < home[2] && y > home[1] && y < home[3] && home[2] - home[0] < WIDE
  return isHome ? home : [x - AROUND, y - AROUND, x + AROUND, y + AROUND]
}

/** Of a region its inner circle, of a town a point that can be seen. */
function markOf({ standing, name, reach, ...position }: MapPoint, view: MapView) {
  const { x, y } = projected(position)
  const isRegion = reach > 0
  const r = isRegion ? Math.max(6, (reach / EARTH / Math.cos((position.latitude * Math.PI) / 180)) * view.scale) : 4.5
  return { standing, name, isRegion, r: tenth(r), ...onPaper(x, y, view) }
}

/** Kilometres of a radian. */
const EARTH = 6371

/** Mercator in radians, y upwards, as the atlas has it. */
function projected({ latitude, longitude }: Pick<PlacePosition, 'latitude' | 'longitude'>): { x: number; y: number } {
  const angle = (latitude * Math.PI) / 180
  return { x: (longitude * Math.PI) / 180, y: Math.log(Math.tan(Math.PI / 4 + angle / 2)) }
}

function onPaper(x: number, y: number, view: MapView): { x: number; y: number } {
  return { x: tenth(WIDTH / 2 + (x - view.x) * view.scale), y: tenth(HEIGHT / 2 - (y - view.y) * view.scale) }
}

const middleOf = ([west, south, east, north]: GeoBox, view: MapView) =>
  onPaper((west + east) / 2, (south + north) / 2, view)

const area = ([west, south, east, north]: GeoBox): number => (east - west) * (north - south)

const tenth = (value: number): number => Math.round(value * 10) / 10

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

function viewOn(boxes: readonly GeoBox[], isOfCountries: boolean): MapView | undefined {
  if (boxes.length === 0) return undefined
  const edge = (at: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...boxes.map(box => box[at]))
  const [west, south, east, north] = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]
  const largest = isOfCountries ? LARGEST : LARGEST_OF_POINTS
  const scale = Math.min((WIDTH - 2 * MARGIN) / (east - west), (HEIGHT - 2 * MARGIN) / (north - south), largest)
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
