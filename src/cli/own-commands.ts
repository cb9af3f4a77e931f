import { Command } from 'commander'
import type { Ending } from './command.ts'
import type { DocsOptions } from './docs.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'

/** The commands by which the program tells of itself: `completion`, `docs`. */
export function ownCommands(settings: Settings, terminal: Terminal, ended: Ending): Command[] {
  const { say } = terminal
  return [
    new Command('completion')
      .description(say('help.completion'))
      .argument('<shell>', say('help.completion-shell'))
      .action(async (shell: string, _options: object, command: Command) => {
        const { completion } = await import('./completion.ts')
        await ended(completion(shell, command.parent ?? command, terminal))
      }),
    new Command('docs')
      .description(say('help.docs'))
      .option('--check', say('help.schema-check'))
      .action(async (options: DocsOptions, command: Command) => {
        const { docs } = await import('./docs.ts')
        await ended(docs(command.parent ?? command, options, settings, terminal))
      }),
  ]
}
