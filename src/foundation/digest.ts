import { createHash, hash } from 'node:crypto'

/** A short digest: tells two versions of one file apart. A build remembers it of each. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha1', content, 'base64url').slice(0, 16)
}

/** 64 bits of SHA-256 in hexadecimal: tells two versions of a text apart. It stands in posts at their destinations, for good. */
export function hexDigestOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex').slice(0, 16)
}

/** One digest of many pieces, which are never held together. */
export function digestOfAll(pieces: Iterable<string | Uint8Array>, algorithm: 'sha256' | 'sha1' = 'sha256'): string {
  const all = createHash(algorithm)
  for (const piece of pieces) all.update(piece)
  return all.digest('base64url')
}

/**
 * A 32-bit FNV-1a hash of the text's UTF-16 units, the same on every machine. It spreads choices, it protects nothing.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hash32(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index)
    value = Math.imul(value, 0x01000193)
  }
  // One round of mixing: neighbouring ids must not make neighbouring choices.
  value ^= value >>> 16
  value = Math.imul(value, 0x45d9f3b)
  return (value ^ (value >>> 16)) >>> 0
}
