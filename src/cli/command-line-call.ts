import { relative } from 'node:path'

/**
 * What to type before a command about a newsroom, in the folder where this one was typed. The program is nowhere on the
 * path of a checkout, and a newsroom elsewhere must be named: in its own folder `npx` would not find the program.
 * @example callOf('/news/gazette', '/news') // 'npx depeche -C gazette'
 */
export function callOf(root: string, typedIn: string): string {
  const folder = relative(typedIn, root)
  if (folder === '') return 'npx depeche'
  return `npx depeche -C ${/[^\w./@-]/.test(folder) ? `"${folder}"` : folder}`
}
