/**
 * A 32-bit FNV-1a hash of the text's UTF-16 units, the same on every machine. It spreads choices, it protects nothing.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hash(text: string): number {
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
