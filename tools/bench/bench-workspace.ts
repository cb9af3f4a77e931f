import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import { readDirectory } from '../../src/directory/read-directory.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { type InventedFile, incidentsOf } from './invented-incidents.ts'
import { type SuppliedTexts, suppliesOf } from './names-and-texts.ts'

/**
 * Makes a newsroom of generated incidents in a folder: the sample newsroom's settings and names, incidents from a
 * seed.
 *
 * @param program the program's folder, with the sample newsroom and `tools/bench/texts.yaml`
 */
export function makeNewsroom(program: string, root: string, seed: number, count: number): InventedFile[] {
  for (const path of ['content/site.yaml', 'content/directory']) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(join(program, path), join(root, path), { recursive: true })
  }
  // Share cards are optional and drawn once: no part of the comparison with other generators.
  const settings = readFileSync(join(root, 'content/site.yaml'), 'utf8')
  writeFileSync(join(root, 'content/site.yaml'), settings.replace(/^share_cards:.*$/m, ''))
  const texts = load(readFileSync(join(program, 'tools/bench/texts.yaml'), 'utf8')) as SuppliedTexts
  const languages = Object.keys(texts.symptoms[0] ?? {})
  const { directory } = readDirectory(openWorkspace(program), { languages })
  const made = [...incidentsOf(seed, count, suppliesOf(directory, texts))]
  for (const { path, text } of made) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return made
}
