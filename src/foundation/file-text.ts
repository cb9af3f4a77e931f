import { readFileSync } from 'node:fs'

/** The text of a file; `undefined` where there is none. Throws what else the file system says. */
export function fileText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
