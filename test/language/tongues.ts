import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { type Edition, readEdition } from '../../src/language/edition.ts'
import { loadLocale } from '../../src/language/locale.ts'
import { compileTongue, type Tongue } from '../../src/language/tongue.ts'

const locales = new URL('../../locales/', import.meta.url)

/** Parsed YAML of a file under `locales/`. */
export function localeData(path: string): unknown {
  return load(readFileSync(new URL(path, locales), 'utf8'))
}

/** An edition, from the file that readers are served with. */
export function editionOf(id: string): Edition {
  const { edition, faults } = readEdition(localeData(`editions/${id}.yaml`), id)
  if (!edition) throw new Error(`${id}: ${JSON.stringify(faults)}`)
  return edition
}

/** The tongue of an edition, from the files that readers are served with. */
export async function tongueOf(id: string): Promise<Tongue> {
  const edition = editionOf(id)
  return compileTongue(localeData(`${edition.language}/grammar.yaml`), edition, await loadLocale(edition.date_fns))
}

export const EDITIONS = ['fr', 'fr-fr', 'fr-ca', 'en', 'en-gb', 'en-us']

/** Every sample edition, by id. */
export async function allTongues(): Promise<Record<string, Tongue>> {
  return Object.fromEntries(await Promise.all(EDITIONS.map(async id => [id, await tongueOf(id)])))
}
