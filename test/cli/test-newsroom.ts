import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { CommandSettings } from '../../src/cli/command-settings.ts'
import { openTerminal, type Terminal } from '../../src/cli/terminal.ts'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { temporaryFolder } from '../machine/temporary-folders.ts'
import { invocationIn } from './heard-invocation.ts'

const project = resolve(import.meta.dirname, '../..')

/** A newsroom of its own with the sample content, and a terminal that listens. */
export interface TestNewsroom {
  readonly root: string
  readonly settings: CommandSettings
  readonly terminal: Terminal
  /** What was printed as a result, and said beside it. */
  readonly heard: { out: string; err: string }
  readonly write: (path: string, text: string) => void
}

export function openTestNewsroom(language = 'en'): TestNewsroom {
  const root = temporaryFolder('file')
  cpSync(join(project, 'content'), join(root, 'content'), { recursive: true })
  const program = openWorkspace(project)
  const workspace = withDefaults(openWorkspace(root), program)
  const { invocation, heard } = invocationIn(root)
  return {
    root,
    settings: { workspace, program, invocation },
    terminal: openTerminal(workspace, language, { ...invocation, plain: true }),
    heard,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
  }
}
