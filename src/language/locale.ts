import type { Locale } from 'date-fns'

/**
 * Loads one locale of date-fns by the name of its folder (`xx`, `xx-YY`), and nothing of the others.
 *
 * Throws when date-fns has no such locale: an edition file names one that does not exist.
 */
export async function loadLocale(name: string): Promise<Locale> {
  try {
    const module: { default: Locale } = await import(/* @vite-ignore */ `date-fns/locale/${name}`)
    return module.default
  } catch (cause) {
    throw new Error(`date-fns has no locale named "${name}" (date_fns: in an edition file)`, { cause })
  }
}
