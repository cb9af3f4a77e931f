import type { SiteSettings } from '../settings/site-settings.ts'

/** A file of the output: its path below the output folder, with `/`, and its text, or its bytes for a picture. */
export interface OutputFile {
  readonly path: string
  readonly text: string | Uint8Array
}

/** A file of words. */
export interface TextFile extends OutputFile {
  readonly text: string
}

/**
 * A file that is made only when it must be: the same key gives the same bytes, so one that stands with that key is left.
 * A key holds for one shell (templates, words, program); `lasting` for every one, because it says all by itself.
 */
export interface GeneratedFile {
  readonly path: string
  readonly key: string
  readonly lasting?: boolean
  readonly make: () => string | Promise<Uint8Array>
}

/** Path of a page below the site's root, as a folder with a final `/`: `fr/2024-12-11-meta/`. The front page: `fr/`. */
export function pagePath(edition: string, ...steps: readonly string[]): string {
  return [edition, ...steps, ''].join('/')
}

/** Path of a page as links within the site write it: from the root of the host, with the path the site's base has. */
export function rooted({ base }: SiteSettings, path: string): string {
  return new URL(base).pathname + path
}

/** Full address of a page. */
export function absolute({ base }: SiteSettings, path: string): string {
  return base + path
}

/** The page itself: every page is a folder with an index, so that no address shows how it was made. */
export function pageFile(path: string, text: string): TextFile {
  return { path: `site/${path}index.html`, text }
}
