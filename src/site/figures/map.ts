import { createRequire } from 'node:module'
import { geoBounds, geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import { countryNumber } from './countries.ts'

type Countries = ReturnType<typeof loadCountries>
type Country = Countries[number]

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

const atlases = new Map<string, Countries>()
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
  const coarse = atlas(COARSE)
  const projection = viewOn(coarse.filter(({ id }) => numbers.has(id)))
  if (!projection) return undefined
  const view = boxOf(projection)
  // From near, the coarse outlines would be caricatures; but a page is to stay light.
  const tries: [Countries, number][] = [
    ...(projection.scale() > NEAR ? [[atlas(FINE), 1] as [Countries, number]] : []),
    [coarse, 1],
    [coarse, 0],
  ]
  let map: CountryMap | undefined
  for (const [all, digits] of tries) {
    map = outlined(all, digits)
    if (map.land.length <= HEAVIEST) break
  }
  return map

  function outlined(all: Countries, digits: number): CountryMap {
    const path = geoPath(projection).digits(digits)
    const inView = all.filter(one => overlaps(one, view))
    return {
      width: WIDTH,
      height: HEIGHT,
      land: inView
        .filter(({ id }) => !numbers.has(id))
        .map(({ shape }) => path(shape) ?? '')
        .join(''),
      marked: inView.flatMap(({ id, shape }) => {
        const outline = numbers.has(id) && path(shape)
        return outline ? [{ code: numbers.get(id) ?? '', path: outline }] : []
      }),
    }
  }
}

/** Characters that what lies around may take of a page. */
const HEAVIEST = 22_000

/** A projection that shows these countries in the middle, with what lies around them. */
function viewOn(named: readonly Country[]) {
  if (named.length === 0) return undefined
  const inner: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, HEIGHT - MARGIN],
  ]
  const projection = geoMercator().fitExtent(inner, {
    type: 'FeatureCollection',
    features: named.map(({ main }) => main),
  })
  // A small country alone would fill the map and show nothing of where it lies.
  return projection
    .scale(Math.min(projection.scale(), LARGEST))
    .translate([WIDTH / 2, HEIGHT / 2])
    .center(centreOf(named))
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ])
}

/** Natural Earth at 1:110 and at 1:50 million. */
const COARSE = 'world-atlas/countries-110m.json'
const FINE = 'world-atlas/countries-50m.json'

/** Scale from which the finer outlines are drawn. */
const NEAR = 700

function atlas(name: string): Countries {
  const known = atlases.get(name)
  if (known) return known
  const loaded = loadCountries(name)
  atlases.set(name, loaded)
  return loaded
}

/** Greatest scale: about 2,000 km from side to side. */
const LARGEST = 1500

type Box = readonly [west: number, south: number, east: number, north: number]

/** Middle of the box around the countries, on the map's own scale of latitudes. */
function centreOf(named: readonly Country[]): [number, number] {
  const west = Math.min(...named.map(({ box }) => box[0]))
  const south = Math.min(...named.map(({ box }) => box[1]))
  const east = Math.max(...named.map(({ box }) => box[2]))
  const north = Math.max(...named.map(({ box }) => box[3]))
  const up = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360))
  const middle = (2 * Math.atan(Math.exp((up(south) + up(north)) / 2)) - Math.PI / 2) * (180 / Math.PI)
  return [(west + east) / 2, middle]
}

function boxOf(projection: ReturnType<typeof geoMercator>): Box {
  const corner = (point: [number, number]) => projection.invert?.(point) ?? [0, 0]
  const [west, north] = corner([0, 0])
  const [east, south] = corner([WIDTH, HEIGHT])
  return [west, south, east, north]
}

/** A country across the date line has a box that ends before it begins: it is always drawn. */
function overlaps({ box }: Country, [west, south, east, north]: Box): boolean {
  const across = box[2] < box[0] || east < west
  return box[3] >= south && box[1] <= north && (across || (box[2] >= west && box[0] <= east))
}

/** Natural Earth's countries (public domain), each with its largest piece: what lies far overseas does not widen a map. */
function loadCountries(name: string) {
  const topology = createRequire(import.meta.url)(name) as Parameters<typeof feature>[0]
  const object = topology.objects.countries
  if (!object) throw new Error('world-atlas holds no countries')
  const found = feature(topology, object)
  const features = found.type === 'FeatureCollection' ? found.features : [found]
  return features.map(shape => {
    const main = { ...shape, geometry: largest(shape.geometry) }
    const [[west, south], [east, north]] = geoBounds(main)
    return { id: String(shape.id ?? ''), shape, main, box: [west, south, east, north] as Box }
  })
}

type Geometry = GeoJSON.Geometry

function largest(geometry: Geometry): Geometry {
  if (geometry.type !== 'MultiPolygon') return geometry
  const size = (ring: readonly GeoJSON.Position[] | undefined) => ring?.length ?? 0
  const [first, ...rest] = geometry.coordinates
  const coordinates = rest.reduce((best, one) => (size(one[0]) > size(best[0]) ? one : best), first ?? [])
  return { type: 'Polygon', coordinates }
}
