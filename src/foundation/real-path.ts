import { realpathSync } from 'node:fs'

/** Where a path really leads; nothing when it leads nowhere. */
export function realOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
