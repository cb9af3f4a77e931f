import { Command } from 'commander'
import type { CommandSettings } from './command-settings.ts'
import type { DocsOptions, ProgramIn } from './commands/docs.ts'
import type { PlacesOptions } from './commands/places.ts'
import type { Ending } from './shared-options.ts'
import type { Terminal } from './terminal.ts'

/** The commands about what the program knows and the program itself: `places`, `completion`, `docs`. */
export function ownCommands(
  settings: CommandSettings,
  terminal: Terminal,
  ended: Ending,
  programIn: ProgramIn,
): Command[] {
  const { say } = terminal
  return [
    new Command('places')
      .description(say('help.places'))
      .argument('[search]', say('help.places-search'))
      .option('--json', say('help.json'))
      .action(async (search: string | undefined, options: PlacesOptions) => {
        const { places } = await import('./commands/places.ts')
        await ended(places(search, options, settings, terminal))
      }),
    new Command('completion')
      .description(say('help.completion'))
      .argument('<shell>', say('help.completion-shell'))
      .action(async (shell: string, _options: object, command: Command) => {
        const { completion } = await import('./commands/completion.ts')
        await ended(completion(shell, command.parent ?? command, terminal))
      }),
    new Command('docs')
      .description(say('help.docs'))
      .option('--check', say('help.schema-check'))
      .action(async (options: DocsOptions) => {
        const { docs } = await import('./commands/docs.ts')
        await ended(docs(programIn, options, settings, terminal))
      }),
  ]
}
