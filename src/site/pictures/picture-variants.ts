import { hexDigestOf } from '../../foundation/digest.ts'
import type { ShownPicture } from './shown-pictures.ts'

/** The whole picture, or a crop of it. */
export type PictureShape = 'whole' | '16x9' | '4x3' | '1x1'

const RATIOS = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const

/** A part of a picture, in its pixels. */
interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** One file that is made of a picture. */
export interface PictureVariant {
  /** Path below the site's root; it holds all that its bytes depend on. */
  readonly path: string
  readonly shape: PictureShape
  readonly type: 'avif' | 'webp' | 'jpeg'
  readonly width: number
  readonly height: number
  readonly region: Region
}

/** Version of the encoding: pictures encoded by another one are made again, under other addresses. */
const ENCODING = 1

/** Widths of each shape, in pixels: those a page chooses from, and the one that search engines and networks are given. */
const WIDTHS: Readonly<Record<PictureShape, readonly number[]>> = {
  whole: [480, 960, 1440],
  '16x9': [480, 960, 1200],
  '4x3': [1200],
  '1x1': [1200],
}

const MODERN: Readonly<Record<PictureShape, readonly PictureVariant['type'][]>> = {
  whole: ['avif', 'webp', 'jpeg'],
  '16x9': ['avif', 'webp', 'jpeg'],
  '4x3': ['jpeg'],
  '1x1': ['jpeg'],
}

/** Every file that is made of a picture. */
export function variantsOf(picture: ShownPicture): PictureVariant[] {
  return (Object.keys(WIDTHS) as PictureShape[]).flatMap(shape => variantsIn(picture, shape))
}

/** Those of one shape, the smallest first, each in the most modern format first. Nothing is made larger than it is. */
export function variantsIn(picture: ShownPicture, shape: PictureShape): PictureVariant[] {
  const region = regionOf(picture, shape)
  const widths = [...new Set(WIDTHS[shape].map(width => Math.min(width, region.width)))]
  return widths.flatMap(width => MODERN[shape].map(type => variantOf(picture, shape, type, width, region)))
}

/** The largest JPEG of a shape: for who takes one picture and no choice. */
export function largestOf(picture: ShownPicture, shape: PictureShape): PictureVariant {
  return variantsIn(picture, shape).findLast(({ type }) => type === 'jpeg') as PictureVariant
}

function variantOf(
  picture: ShownPicture,
  shape: PictureShape,
  type: PictureVariant['type'],
  width: number,
  region: Region,
): PictureVariant {
  const height = Math.max(1, Math.round((width * region.height) / region.width))
  const id = hexDigestOf(`${ENCODING} ${picture.digest} ${shape === 'whole' ? '' : JSON.stringify(region)}`)
  const ending = type === 'jpeg' ? 'jpg' : type
  return { path: `pictures/${id}-${shape}-${width}.${ending}`, shape, type, width, height, region }
}

/** The largest part of a shape that has the focal point in its middle, as far as the edges let it. */
function regionOf({ width, height, focus }: ShownPicture, shape: PictureShape): Region {
  if (shape === 'whole') return { left: 0, top: 0, width, height }
  const ratio = RATIOS[shape]
  const across = Math.min(width, Math.round(height * ratio))
  const down = Math.min(height, Math.round(width / ratio))
  return {
    left: kept((width * focus.x) / 100 - across / 2, width - across),
    top: kept((height * focus.y) / 100 - down / 2, height - down),
    width: across,
    height: down,
  }
}

const kept = (start: number, most: number): number => Math.round(Math.min(Math.max(start, 0), most))
