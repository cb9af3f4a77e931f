import type { CheckOptions } from './check.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'

/** `check`, with its corrections and its watching, each loaded when it is asked for. */
export async function checking(
  files: readonly string[],
  options: CheckOptions,
  settings: Settings,
  terminal: Terminal,
): Promise<number> {
  const { check } = await import('./check.ts')
  if (options.fix) (await import('./fix.ts')).fix(files, settings, terminal)
  if (!options.watch) return check(files, options, settings, terminal)
  const { watch } = await import('./watch.ts')
  return watch(settings.workspace.root, () => check(files, options, settings, terminal), terminal)
}
