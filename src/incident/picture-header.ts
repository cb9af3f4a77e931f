import type { PictureHeader } from './placed-picture.ts'
/** Endings of files that are pictures, whether they can be shown or not: none of them is an incident. */
export const PICTURE_ENDING = /\.(?:jpe?g|png|webp|svgz?|gif|avif|heic|heif|tiff?|bmp|psd|raw|dng|cr2|nef)$/i

/** Reads the head of a JPEG, a PNG or a WebP, and looks whether its end is there; nothing of any other file. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = jpegHeader(file) ?? pngHeader(file) ?? webpHeader(file)
  return header && header.width > 0 && header.height > 0 ? header : undefined
}

/** Whether it is an SVG, whatever its name says: a picture that can hold a script is never served. */
export function isSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 4_000)).toString('utf8'))
}

function jpegHeader(file: Buffer): PictureHeader | undefined {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return undefined
  let turned = false
  for (let at = 2; at + 9 < file.length; ) {
    const marker = file.readUInt16BE(at)
    if (marker === 0xffff) {
      at += 1
      continue
    }
    if (marker < 0xff00) return undefined
    if (marker === 0xffe1) turned = isTurned(file.subarray(at + 4, at + 2 + file.readUInt16BE(at + 2))) ?? turned
    if (isFrame(marker)) {
      const [height, width] = [file.readUInt16BE(at + 5), file.readUInt16BE(at + 7)]
      if (file.lastIndexOf(JPEG_END) < at) return undefined
      return { type: 'jpeg', ...(turned ? { width: height, height: width } : { width, height }) }
    }
    at += 2 + file.readUInt16BE(at + 2)
  }
  return undefined
}

const JPEG_END = Buffer.from('ffd9', 'hex')

/** The marker of a frame, with its size; the three others of its range are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)

/** Whether the EXIF of a camera says that it stood upright; nothing where it says nothing. */
function isTurned(segment: Buffer): boolean | undefined {
  if (segment.length < 20 || segment.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let nth = 0; nth < Math.min(short(start), 200); nth += 1) {
    const entry = start + 2 + nth * 12
    if (short(entry) === 0x0112) return short(entry + 8) >= 5 && short(entry + 8) <= 8
  }
  return undefined
}

function pngHeader(file: Buffer): PictureHeader | undefined {
  const isPng = file.length > 33 && file.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'
  if (!isPng || !file.includes('IEND', 33, 'latin1')) return undefined
  return { type: 'png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}

function webpHeader(file: Buffer): PictureHeader | undefined {
  const isWebp =
    file.length > 30 && file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP'
  if (!isWebp || file.readUInt32LE(4) + 8 > file.length + 1) return undefined
  const form = file.toString('latin1', 12, 16)
  if (form === 'VP8X') return { type: 'webp', width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
  if (form === 'VP8 ')
    return { type: 'webp', width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
  const bits = file.readUInt32LE(21)
  return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}
