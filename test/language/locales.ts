import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { loadDateFnsLocale } from '../../src/language/date-fns-locale.ts'
import { type Edition, readEdition } from '../../src/language/edition.ts'
import { compileLocale, type Locale } from '../../src/language/locale.ts'
import { clockInOwnZone, type Moment, withProvider } from '../../src/language/moment.ts'

const locales = new URL('../../locales/', import.meta.url)

/** Parsed YAML of a file under `locales/`. */
export function localeData(path: string): unknown {
  return load(readFileSync(new URL(path, locales), 'utf8'))
}

/** An edition, from the file that readers are served with. */
export function editionOf(id: string): Edition {
  const { edition, diagnostics } = readEdition(localeData(`editions/${id}.yaml`), id)
  if (!edition) throw new Error(`${id}: ${JSON.stringify(diagnostics)}`)
  return edition
}

/** The locale of an edition, from the files that readers are served with. */
export async function localeOf(id: string): Promise<Locale> {
  const edition = editionOf(id)
  return compileLocale(
    localeData(`${edition.language}/grammar.yaml`),
    edition,
    await loadDateFnsLocale(edition.date_fns),
  )
}

export const EDITIONS = ['fr', 'fr-fr', 'fr-ca', 'en', 'en-gb', 'en-us']

/** Every sample edition, by id. */
export async function allLocales(): Promise<Record<string, Locale>> {
  return Object.fromEntries(await Promise.all(EDITIONS.map(async id => [id, await localeOf(id)])))
}

/** The hour with its zone named, and the provider's after it: « 15h10, heure de Bruxelles (9h10, heure de l'Est) ». */
export const clockWithZone = (locale: Locale, moment: Moment, as?: string): string =>
  withProvider(locale, moment, clockInOwnZone(locale, moment, as))
