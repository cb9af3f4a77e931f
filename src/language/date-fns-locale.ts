import { createRequire } from 'node:module'
import type { Locale as DateFnsLocale } from 'date-fns'

/**
 * Loads one locale of date-fns by its name (`xx`, `xx-YY`), and no other; `hasDateFnsLocale` says whether it exists.
 */
export async function loadDateFnsLocale(name: string): Promise<DateFnsLocale> {
  const module: { default: DateFnsLocale } = await import(/* @vite-ignore */ `date-fns/locale/${name}`)
  return module.default
}

const need = createRequire(import.meta.url)

/** Has date-fns a locale of this name? */
export function hasDateFnsLocale(name: string): boolean {
  if (!/^[a-z]+(-[a-z]+)*$/i.test(name)) return false
  try {
    need.resolve(`date-fns/locale/${name}`)
    return true
  } catch {
    return false
  }
}

/** Every locale of date-fns by its name: only for hints, since listing them is slower than looking one up. */
export function dateFnsLocaleNames(): string[] {
  const { exports } = need('date-fns/package.json') as { exports: Record<string, unknown> }
  return Object.keys(exports).flatMap(path => /^\.\/locale\/([a-z-]+)$/i.exec(path)?.[1] ?? [])
}
