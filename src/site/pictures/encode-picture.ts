import sharp from 'sharp'
import type { PictureVariant } from './picture-variants.ts'
import type { ShownPicture } from './shown-pictures.ts'

// One thread for each picture: the same picture gives the same bytes, and nothing of it is kept.
sharp.concurrency(1)
sharp.cache(false)

/**
 * One file of a picture: turned as its camera says, cut, made small, in the colours of the web. Nothing goes along that the camera or
 * a program wrote into it: no position, no name, no preview. A picture that is damaged further down is shown as far as it can be read.
 */
export async function encodePicture(
  bytes: Uint8Array,
  { type: written }: Pick<ShownPicture, 'type'>,
  { type, width, height, region }: PictureVariant,
): Promise<Uint8Array> {
  const opened = sharp(bytes, { failOn: 'none', limitInputPixels: 150_000_000 })
  // Only a camera's JPEG was measured as it is turned.
  const turned = written === 'jpeg' ? opened.autoOrient() : opened
  const small = turned.extract(region).resize(width, height, { fit: 'fill' }).toColourspace('srgb')
  if (type === 'avif') return small.avif({ quality: 52, effort: 4 }).toBuffer()
  if (type === 'webp') return small.webp({ quality: 76, effort: 5 }).toBuffer()
  return small.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer()
}
