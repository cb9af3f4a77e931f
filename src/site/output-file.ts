import type { SiteSettings } from '../settings/site-settings.ts'

/** A file of the output: its path below the output folder, with `/`, and its text, or its bytes for a picture. */
export interface OutputFile {
  readonly path: string
  readonly text: string | Uint8Array
}

/** An output file with text. */
export interface TextFile extends OutputFile {
  readonly text: string
}

/**
 * A file that is made only when necessary: the same key gives the same bytes, so a file that exists with that key is
 * kept. A key holds for one fingerprint (templates, messages, program), or for any when `keyIsComplete`, because it
 * covers everything.
 */
export interface GeneratedFile {
  readonly path: string
  readonly key: string
  readonly keyIsComplete?: boolean
  readonly make: () => string | Promise<Uint8Array>
}

/** Path of a page below the site's root, as a folder with a final `/`: `fr/2024-12-11-meta/`. The front page: `fr/`. */
export function pagePath(edition: string, ...steps: readonly string[]): string {
  return [edition, ...steps, ''].join('/')
}

/** Path of a page in links within the site: from the root of the host, with the path of the site's base. */
export function rooted({ base }: SiteSettings, path: string): string {
  return new URL(base).pathname + path
}

/** Full address of a page. */
export function absolute({ base }: SiteSettings, path: string): string {
  return base + path
}

/** The file of a page: a folder with an index, so that addresses have no file extension. */
export function pageFile(path: string, text: string): TextFile {
  return { path: `site/${path}index.html`, text }
}
