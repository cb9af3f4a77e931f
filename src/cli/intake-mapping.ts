import { MAPPED } from '../intake/formats/mapped-list.ts'
import { near } from './command-settings.ts'
import { Usage } from './usage-error.ts'

/** `--map title=Title,start=Begin`: which column or field is what. Throws `Usage`. */
export function mappingOf(typed: string | undefined): { mapping?: Readonly<Record<string, string>> } {
  if (typed === undefined) return {}
  const pairs = typed.split(',').map(pair => pair.split('=').map(part => part.trim()))
  const known: readonly string[] = MAPPED
  for (const [key = '', field] of pairs)
    if (!field || !known.includes(key))
      throw new Usage('feed-map', { value: key, known: known.join(', '), ...near(key, known) })
  return { mapping: Object.fromEntries(pairs.map(([key = '', field = '']) => [key, field])) }
}
