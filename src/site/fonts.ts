import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { GeneratedFile } from './output-file.ts'

const load = createRequire(import.meta.url)

/** Source Serif 4 (SIL Open Font License 1.1), the western European subset: what the style sheet names. */
const FACES = ['400-normal', '400-italic', '700-normal'] as const

const PACKAGE = '@fontsource/source-serif-4'

/** The fonts that the site serves itself, with their licence. */
export function fontFiles(): GeneratedFile[] {
  const folder = folderOf(PACKAGE)
  const { version } = load(`${PACKAGE}/package.json`) as { version: string }
  const served = (from: string, to: string): GeneratedFile => ({
    path: `site/fonts/${to}`,
    key: `${version} ${from}`,
    keyIsComplete: true,
    make: async () => readFileSync(join(folder, from)),
  })
  return [
    ...FACES.map(face => served(`files/source-serif-4-latin-${face}.woff2`, `source-serif-4-${face}.woff2`)),
    served('LICENSE', 'LICENSE.txt'),
  ]
}

/**
 * A face as WOFF, which more programs read than WOFF2.
 *
 * @param family `source-serif-4`, `source-sans-3`
 */
export function faceBytes(family: string, weight: 400 | 600 | 700, subset: 'latin' | 'latin-ext'): Uint8Array {
  return readFileSync(join(folderOf(`@fontsource/${family}`), `files/${family}-${subset}-${weight}-normal.woff`))
}

function folderOf(name: string): string {
  return dirname(load.resolve(`${name}/package.json`))
}
