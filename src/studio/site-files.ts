import { rooted } from '../site/address.ts'
import { fixtures } from '../site/doors.ts'
import type { Desk } from './desk.ts'

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

/** A file of the site that its pages ask for: the style sheet, the logo. Scripts stay out of the preview. */
export function siteFile({ house }: Desk, path: string): { bytes: Uint8Array | string; type: string } | undefined {
  if (path === '/preview') return { bytes: BLANK, type: 'text/html' }
  for (const file of fixtures(house)) {
    if (!('text' in file) || rooted(house.site, file.path.replace(/^site\//, '')) !== path) continue
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)]
    return type === undefined ? undefined : { bytes: file.text, type }
  }
  return undefined
}
