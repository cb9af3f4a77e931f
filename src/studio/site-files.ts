import { rooted } from '../site/output-file.ts'
import type { SiteContext } from '../site/site-context.ts'
import { staticFiles } from '../site/static-files.ts'
import type { StudioContext } from './studio-context.ts'

/** Files that pages of the preview may load; scripts are excluded. */
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/** An empty page in standards mode, into which articles are put. */
const BLANK = '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>-</title></head><body></body></html>\n'

type Bytes = Uint8Array | string
const editionIndexes = new WeakMap<SiteContext, ReadonlyMap<string, () => Bytes | Promise<Bytes>>>()

/** A file of the site that its pages load: the style sheet, the fonts, the logo. */
export async function siteFile(
  { published }: StudioContext,
  path: string,
): Promise<{ bytes: Bytes; type: string } | undefined> {
  if (path === '/preview') return { bytes: BLANK, type: 'text/html' }
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)]
  const read = type === undefined ? undefined : editionIndexOf(published.siteContext()).get(path)
  return type === undefined || !read ? undefined : { bytes: await read(), type }
}

function editionIndexOf(siteContext: SiteContext): ReadonlyMap<string, () => Bytes | Promise<Bytes>> {
  const known = editionIndexes.get(siteContext)
  if (known) return known
  const editionIndex = new Map(
    staticFiles(siteContext).map(file => {
      const path = rooted(siteContext.site, file.path.replace(/^site\//, ''))
      return [path, 'text' in file ? () => file.text : file.make] as const
    }),
  )
  editionIndexes.set(siteContext, editionIndex)
  return editionIndex
}
