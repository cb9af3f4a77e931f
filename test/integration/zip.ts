import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'

/**
 * Unpacks a ZIP file with Node alone: entries that are stored or deflated, as npm packages hold them.
 *
 * @param strip how many folders of each name to leave out
 */
export function unzip(file: string, folder: string, strip = 0): void {
  const bytes = readFileSync(file)
  let end = bytes.length - 22
  while (bytes.readUInt32LE(end) !== 0x06054b50) end--
  let entry = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const method = bytes.readUInt16LE(entry + 10)
    const size = bytes.readUInt32LE(entry + 20)
    const nameLength = bytes.readUInt16LE(entry + 28)
    const extraLength = bytes.readUInt16LE(entry + 30)
    const commentLength = bytes.readUInt16LE(entry + 32)
    const local = bytes.readUInt32LE(entry + 42)
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength)
    entry += 46 + nameLength + extraLength + commentLength
    const path = name.split('/').slice(strip).join('/')
    if (path === '' || path.endsWith('/') || path.includes('..')) continue
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), method === 0 ? packed : inflateRawSync(packed))
  }
}
