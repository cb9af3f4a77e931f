import type { BuiltSite, SiteDiagnostic } from './built-site.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const WIDTH = 1200
const HEIGHT = 630

/** Share cards are PNG pictures of the size that their pages state. */
export function cardDiagnostics(file: string, built: BuiltSite): SiteDiagnostic[] {
  const size = pngSize(built.bytes(file))
  if (size?.width === WIDTH && size.height === HEIGHT) return []
  return [{ file, rule: 'card-size', detail: size ? `${size.width} × ${size.height}` : 'PNG' }]
}

/** Pixels of a PNG, from its header; `undefined` for anything else. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.byteLength < 24 || SIGNATURE.some((byte, at) => bytes[at] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
