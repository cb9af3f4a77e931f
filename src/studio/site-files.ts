import { rooted } from '../site/address.ts'
import { fixtures } from '../site/doors.ts'
import type { House } from '../site/house.ts'
import type { Desk } from './desk.ts'

/** What the pages of the preview may ask for; scripts stay out of it. */
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/** An empty page in standards mode, into which the articles are put. */
const BLANK = '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>-</title></head><body></body></html>\n'

type Bytes = Uint8Array | string
const shelves = new WeakMap<House, ReadonlyMap<string, () => Bytes | Promise<Bytes>>>()

/** A file of the site that its pages ask for: the style sheet, the fonts, the logo. */
export async function siteFile({ house }: Desk, path: string): Promise<{ bytes: Bytes; type: string } | undefined> {
  if (path === '/preview') return { bytes: BLANK, type: 'text/html' }
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)]
  const read = type === undefined ? undefined : shelfOf(house).get(path)
  return type === undefined || !read ? undefined : { bytes: await read(), type }
}

function shelfOf(house: House): ReadonlyMap<string, () => Bytes | Promise<Bytes>> {
  const known = shelves.get(house)
  if (known) return known
  const shelf = new Map(
    fixtures(house).map(file => {
      const path = rooted(house.site, file.path.replace(/^site\//, ''))
      return [path, 'text' in file ? () => file.text : file.make] as const
    }),
  )
  shelves.set(house, shelf)
  return shelf
}
