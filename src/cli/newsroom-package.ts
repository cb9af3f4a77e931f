import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { slugOf } from '../foundation/slug.ts'

/** `package.json` of a newsroom: `npm install` brings the program, `npx depeche` then finds it. */
export function packageFile(folder: string, program: string): string {
  const scripts = { check: 'depeche check', build: 'depeche build', studio: 'depeche studio' }
  const fields = { name: slugOf(folder) || 'newsroom', private: true, scripts, dependencies: { depeche: program } }
  return `${JSON.stringify(fields, null, 2)}\n`
}

/**
 * Packs the program into a newsroom's folder, and says how its `package.json` names it: a file that goes along to any machine.
 * Where npm is not at hand it is the folder of the program instead.
 */
export function packedInto(target: string, program: string): string {
  const { name, version } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as Record<string, string>
  const packed = `${name}-${version}.tgz`
  // What is compiled is packed as it is: an installed program has no sources.
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', target]
  spawnSync('npm', args, { cwd: program, stdio: 'ignore' })
  return `file:${existsSync(join(target, packed)) ? packed : program}`
}
