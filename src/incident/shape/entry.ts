import { z } from 'zod'
import type { Desk } from './desk.ts'
import { form, formsApart, marked, namedKinds, nameFields } from './name.ts'
import { group, isMapping, named, short } from './written.ts'

const desks = new Map<string, Desk>()

/** The desk that reads the directory: it knows the languages and no names yet. */
export function directoryDesk(languages: readonly string[]): Desk {
  const key = languages.join(' ')
  const desk = desks.get(key) ?? { directory: { names: new Map() }, zone: 'UTC', languages, editions: [] }
  desks.set(key, desk)
  return desk
}

/** A file of the directory: id → entry. */
export const entriesShape = (desk: Desk) =>
  named(desk, 'entries', 'Directory', 'Names by id.', () =>
    z.record(
      z.string(),
      short(
        [],
        value => (isMapping(value) ? formsApart(desk, value) : value),
        marked(group(nameFields(desk, namedKinds.optional()))),
      ),
    ),
  )

/** A file of places of one language: code → form. */
export const placesShape = (desk: Desk) =>
  named(desk, 'places', 'Places', 'Forms of places by code.', () => z.record(z.string(), form(desk)))
