import { createHash } from 'node:crypto'

/**
 * Digest of what every article rests on beside its own file: directory, locales, templates, settings, program. When it
 * changes, everything is told anew.
 *
 * @param parts texts by path, in any order
 * @param rest whatever else decides what comes out: the editions asked for, the program's version
 */
export function shellDigest(parts: ReadonlyMap<string, Uint8Array>, rest: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of [...parts.keys()].sort())
    hash
      .update(`${path}\0`)
      .update(parts.get(path) ?? '')
      .update('\0')
  for (const part of rest) hash.update(`${part}\0`)
  return hash.digest('base64url')
}
