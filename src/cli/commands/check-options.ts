import type { CommandSettings } from '../command-settings.ts'
import type { Terminal } from '../terminal.ts'
import type { CheckOptions } from './check.ts'

/** `check`, with its fixes and its watch mode, each loaded on demand. */
export async function checking(
  files: readonly string[],
  options: CheckOptions,
  settings: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const { check } = await import('./check.ts')
  if (options.fix) (await import('./check-fix.ts')).fix(files, settings, terminal)
  if (!options.watch) return check(files, options, settings, terminal)
  const { watch } = await import('./check-watch.ts')
  return watch(
    settings.workspace.root,
    () => check(files, options, settings, terminal),
    terminal,
    settings.invocation.interrupted(),
  )
}
