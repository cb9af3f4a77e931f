import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readPictureHeader } from '../../src/incident/picture-header.ts'
import { encodePicture } from '../../src/site/pictures/encode-picture.ts'
import { largestOf, variantsIn, variantsOf } from '../../src/site/pictures/picture-variants.ts'
import type { ShownPicture } from '../../src/site/pictures/shown-pictures.ts'

const mast = readFileSync(resolve(import.meta.dirname, '../../content/pictures/mast.jpg'))
const picture: ShownPicture = {
  path: 'content/pictures/mast.jpg',
  digest: 'abc',
  type: 'jpeg',
  width: 2000,
  height: 1333,
  focus: { x: 50, y: 50 },
  alt: 'A mast',
  credit: 'Anne Roy',
}

describe('the files of a picture', () => {
  test('have its shape, or that of their crop, and are never larger than it is', () => {
    const sizes = (shown: ShownPicture, shape: Parameters<typeof variantsIn>[1]) =>
      variantsIn(shown, shape)
        .filter(({ type }) => type === 'jpeg')
        .map(({ width, height }) => `${width}x${height}`)
    expect(sizes(picture, 'whole')).toEqual(['480x320', '960x640', '1440x960'])
    expect(sizes(picture, '16x9')).toEqual(['480x270', '960x540', '1200x675'])
    expect(sizes(picture, '1x1')).toEqual(['1200x1200'])
    expect(sizes({ ...picture, width: 600, height: 400 }, 'whole')).toEqual(['480x320', '600x400'])
  })

  test('are cut around the focal point, as far as the edges let them', () => {
    const left = (x: number) => largestOf({ ...picture, focus: { x, y: 50 } }, '1x1').region.left
    expect([left(0), left(50), left(100)]).toEqual([0, 334, 667])
  })

  test('have an address of their own for each crop, and for each picture', () => {
    const paths = variantsOf(picture).map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    const other = variantsOf({ ...picture, digest: 'abd' }).map(({ path }) => path)
    expect(paths.filter(path => other.includes(path))).toEqual([])
    const moved = largestOf({ ...picture, focus: { x: 90, y: 50 } }, '1x1').path
    expect(moved).not.toBe(largestOf(picture, '1x1').path)
  })
})

describe('an encoded picture', () => {
  const variant = variantsIn(picture, 'whole')[2]
  if (!variant) throw new Error('no variant')

  test('is the same at every build', async () => {
    for (const one of variantsIn(picture, '16x9').slice(0, 3)) {
      const first = await encodePicture(mast, picture, one)
      expect(Buffer.from(first).equals(Buffer.from(await encodePicture(mast, picture, one)))).toBe(true)
      const { format, width, height } = await sharp(first).metadata()
      expect([format, width, height]).toEqual([one.type === 'avif' ? 'heif' : one.type, one.width, one.height])
    }
  })

  test('holds nothing of where it was taken, with what and by whom, and stands upright', async () => {
    const exif = {
      IFD0: { Artist: 'Secret Name', Model: 'Camera 7', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' },
    }
    const private_ = await sharp(mast).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(readPictureHeader(private_)).toEqual({ type: 'jpeg', width: 1333, height: 2000 })
    const turned = { ...picture, width: 1333, height: 2000 }
    for (const one of variantsIn(turned, 'whole').slice(0, 3)) {
      const bytes = Buffer.from(await encodePicture(private_, turned, one))
      const { exif: left, xmp, icc, orientation, width = 0, height = 0 } = await sharp(bytes).metadata()
      expect([left, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined])
      expect(bytes.includes('Secret Name') || bytes.includes('Camera 7')).toBe(false)
      expect(height).toBeGreaterThan(width)
    }
  })

  test('is shown as far as it can be read when it is damaged further down', async () => {
    const spoilt = Buffer.from(mast)
    spoilt.fill(0, 20_000, 30_000)
    await expect(encodePicture(spoilt, picture, variant)).resolves.toBeInstanceOf(Uint8Array)
  })

  test.each(['png', 'webp'] as const)('of a %s is made in the same way', async type => {
    const other = await sharp(mast).toFormat(type).toBuffer()
    expect(readPictureHeader(other)).toEqual({ type, width: 2000, height: 1333 })
    await expect(encodePicture(other, { type }, variant)).resolves.toBeInstanceOf(Uint8Array)
  })
})
