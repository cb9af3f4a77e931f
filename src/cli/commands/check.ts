import { basename, dirname, resolve } from 'node:path'
import { type Diagnostic, isError } from '../../foundation/diagnostic.ts'
import { realOf } from '../../foundation/real-path.ts'
import { toJson } from '../../foundation/show-diagnostic.ts'
import { openWorkspace, type Workspace } from '../../foundation/workspace.ts'
import { checkNewsroom } from '../../newsroom/check-newsroom.ts'
import type { CommandSettings } from '../command-settings.ts'
import { annotation } from '../forge-annotations.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from '../usage-error.ts'

export interface CheckOptions {
  readonly json?: boolean
  readonly format?: 'text' | 'github'
  readonly fix?: boolean
  readonly watch?: boolean
}

/** `check [FILE…]`: every diagnostic of the newsroom, or of some files wherever they are. */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const { diagnostics, checked } = await checkNewsroom(workspace, files, invocation.clock())
  const words = terminal.words()
  if (options.json) {
    terminal.print(`${JSON.stringify({ problems: diagnostics.map(one => toJson(one, words)) }, null, 2)}\n`)
  } else {
    if (options.format === 'github') terminal.print(diagnostics.map(one => `${annotation(one, words)}\n`).join(''))
    else terminal.report(diagnostics, anywhere(workspace))
    const count = terminal.say('count.files', { count: checked })
    terminal.note(`${terminal.say('check.done', { files: count, ...tally(diagnostics, terminal) })}\n`)
  }
  return diagnostics.some(isError) ? INPUT_HAS_ERRORS : DONE
}

/** « 2 erreurs, 1 avertissement », each with its plural. */
export function tally(diagnostics: readonly Diagnostic[], { say }: Terminal): { errors: string; warnings: string } {
  const errors = diagnostics.filter(isError).length
  return {
    errors: say('count.errors', { count: errors }),
    warnings: say('count.warnings', { count: diagnostics.length - errors }),
  }
}

/** The workspace, with files outside it for quoting their lines. */
function anywhere(workspace: Workspace): Workspace {
  return {
    ...workspace,
    read: path => {
      const real = realOf(resolve(workspace.root, path))
      return real === undefined ? undefined : openWorkspace(dirname(real)).read(basename(real))
    },
  }
}
