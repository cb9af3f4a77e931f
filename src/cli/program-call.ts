import { relative } from 'node:path'

/**
 * How to call the program for a newsroom from the current folder. The program is not on the PATH of a checkout, and a
 * newsroom elsewhere must be named: in its own folder `npx` would not find the program.
 * @example callOf('/news/gazette', '/news') // 'npx depeche -C gazette'
 */
export function callOf(root: string, typedIn: string): string {
  const folder = relative(typedIn, root)
  if (folder === '') return 'npx depeche'
  return `npx depeche -C ${quoted(folder)}`
}

/** A path as it is typed: in quotes where it needs them. */
export const quoted = (path: string): string => (/[^\w./@-]/.test(path) ? `"${path}"` : path)
