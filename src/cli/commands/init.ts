import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sourceOf } from '../../foundation/layered-workspace.ts'
import type { CommandSettings } from '../command-settings.ts'
import { packageFile, packedInto } from '../newsroom-package.ts'
import { callOf, quoted } from '../program-call.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, Usage } from '../usage-error.ts'

/** Folder of the program with the files of a new newsroom. */
const PATTERN = 'templates/newsroom'

/** Names that every newsroom needs, from the program's own directory: public bodies, where things are said, who counts and who reports. */
const NAMES = ['agencies', 'authorities', 'channels', 'counters'].map(name => `content/directory/${name}.yaml`)

/** `init DIR`: a newsroom's folder that builds at once. Existing files are never touched. */
export function init(folder: string, { program, invocation }: CommandSettings, terminal: Terminal): number {
  const target = resolve(invocation.folder, folder)
  if (existsSync(target) && readdirSync(target).some(name => !name.startsWith('.'))) {
    throw new Usage('not-empty', { folder })
  }
  // Where VS Code's tasks find the program: a newsroom may be anywhere.
  const main = join(program.root, 'lib/cli/main.js')
  for (const path of program.list(PATTERN)) {
    // npm leaves out files that begin with a dot.
    const file = join(target, path.slice(PATTERN.length + 1).replace(/(^|\/)dot-/, '$1.'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(
      file,
      (sourceOf(program, path) ?? '').replace('"{{program}}"', () => JSON.stringify(main)),
    )
  }
  for (const path of NAMES) {
    const names = sourceOf(program, path)
    if (names !== undefined) writeFileSync(join(target, path), names)
  }
  // The schema is next to the settings: a folder schema/ would be taken for the newsroom's own.
  writeFileSync(join(target, '.vscode/incident.schema.json'), program.read('schema/incident.schema.json') ?? '')
  writeFileSync(join(target, 'package.json'), packageFile(basename(target), packedInto(target, program.root)))
  const call = callOf(target, invocation.folder)
  terminal.note(`${terminal.say('init.done', { call, folder: quoted(folder) })}\n`)
  return DONE
}
