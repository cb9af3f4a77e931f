import { createRequire } from 'node:module'
import { geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

/** West, south, east, north: in the map projection, in radians, y upwards. */
export type GeoBox = readonly [west: number, south: number, east: number, north: number]

/** A projected country, computed once for all maps. */
export interface Country {
  /** ISO 3166-1 number, as the map data has it: `056`. */
  readonly id: string
  readonly box: GeoBox
  /** Bounding box of its largest polygon: overseas territories do not widen a map. */
  readonly main: GeoBox
  readonly rings: readonly Ring[]
}

export interface Ring {
  readonly box: GeoBox
  /** x, y, x, y … */
  readonly points: Float64Array
}

/** Natural Earth (public domain) at 1:110 and at 1:50 million. */
export const COARSE = 'world-atlas/countries-110m.json'
export const FINE = 'world-atlas/countries-50m.json'

const atlases = new Map<string, readonly Country[]>()

/** The countries of one atlas, read and projected on first use. */
export function atlas(name: typeof COARSE | typeof FINE): readonly Country[] {
  const known = atlases.get(name)
  if (known) return known
  const loaded = load(name)
  atlases.set(name, loaded)
  return loaded
}

function load(name: string): Country[] {
  const topology = createRequire(import.meta.url)(name) as Parameters<typeof feature>[0]
  const object = topology.objects.countries
  if (!object) throw new Error(`${name} holds no countries`)
  const found = feature(topology, object)
  const features = found.type === 'FeatureCollection' ? found.features : [found]
  return features.map(shape => {
    const rings = ringsOf(shape).map(points => ({ box: boxOf([points]), points }))
    const main = rings.reduce((best, { box }) => (area(box) > area(best) ? box : best), [0, 0, 0, 0] as GeoBox)
    return { id: String(shape.id ?? ''), box: boxOf(rings.map(({ points }) => points)), main, rings }
  })
}

/** Mercator in radians, cut at the edges of the world (at 180° and near the poles), with no point added. */
const projection = geoMercator().scale(1).translate([0, 0]).precision(0)

/** The projected rings of a country. */
function ringsOf(shape: GeoJSON.Feature): Float64Array[] {
  const rings: Float64Array[] = []
  let points: number[] = []
  // A drawing context that records what is drawn on it, with y upwards.
  const drawingContext = {
    beginPath() {},
    moveTo: (x: number, y: number) => {
      points = [x, -y]
    },
    lineTo: (x: number, y: number) => {
      points.push(x, -y)
    },
    closePath: () => {
      rings.push(Float64Array.from(points))
    },
    arc() {},
  }
  geoPath(projection, drawingContext)(shape)
  return rings
}

function boxOf(rings: readonly Float64Array[]): GeoBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const x = ring[at] ?? 0
      const y = ring[at + 1] ?? 0
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
  }
  return [west, south, east, north]
}

function area([west, south, east, north]: GeoBox): number {
  return (east - west) * (north - south)
}
