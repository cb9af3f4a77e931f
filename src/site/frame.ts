import { isoLocal, stamp } from '../language/moment.ts'
import { absolute, type File, pageFile, pagePath, rooted } from './address.ts'
import type { House, Voice } from './house.ts'
import { plain } from './plain.ts'
import { html, type Stamped } from './templates.ts'

/** Where a page stands, and where the same page stands in other editions. */
export interface Setting {
  /** Path below the root: `fr/2024-12/`. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** The same page in every edition that has it, this one included; none for a page that search engines leave out. */
  readonly versions: readonly Version[]
  /** Address for readers of no edition's language: x-default. */
  readonly fallback: string
  /** JSON-LD of the page, as text that cannot end its element; empty when it has none. */
  readonly data?: string
}

export interface Version {
  readonly voice: Voice
  readonly path: string
}

/** A page in the layout, as the file it is written to. */
export function framedPage(house: House, voice: Voice, name: string, setting: Setting, body: object): File {
  const { site } = house
  const { edition } = voice.tongue
  const view = {
    words: voice.html,
    page: {
      lang: edition.tag,
      title: plain(setting.title),
      description: plain(setting.description),
      canonical: absolute(site, setting.path),
      indexed: setting.versions.length > 0,
      data: setting.data === undefined ? false : html(setting.data),
      fallback: absolute(site, setting.fallback),
    },
    site: {
      name: site.name,
      description: site.description[edition.language] ?? '',
      home: rooted(site, pagePath(edition.id)),
      style: rooted(site, 'style.css'),
    },
    versions: setting.versions.map(({ voice: { name: called, tongue, html: words }, path }) => ({
      name: called,
      lang: tongue.edition.tag,
      address: absolute(site, path),
      link: rooted(site, path),
      here: tongue.edition.id === edition.id,
      read: html(words('switch')),
    })),
    ...body,
  }
  return pageFile(setting.path, house.templates(name, view))
}

/** A moment for the page: ISO 8601 with the edition's offset, and in words. `zoned` names the zone. */
export function stamped({ tongue }: Voice, instant: number, zoned = false): Stamped {
  return { iso: isoLocal(tongue, instant), text: stamp(tongue, instant, { zone: zoned }) }
}
