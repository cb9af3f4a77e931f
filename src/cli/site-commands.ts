import { Command } from 'commander'
import type { CommandSettings } from './command-settings.ts'
import type { ValidateOptions } from './commands/validate.ts'
import { type Ending, nowOption } from './shared-options.ts'
import type { Terminal } from './terminal.ts'

/** The commands about the site as a whole: `validate`, `init`. */
export function siteCommands(settings: CommandSettings, terminal: Terminal, ended: Ending): Command[] {
  const { say } = terminal
  return [
    new Command('validate')
      .description(say('help.validate'))
      .option('--out <dir>', say('help.validate-out'), 'dist')
      .option('--json', say('help.json'))
      .addOption(nowOption(terminal))
      .action(async (options: ValidateOptions) => {
        const { validate } = await import('./commands/validate.ts')
        await ended(validate(options, settings, terminal))
      }),
    new Command('init')
      .description(say('help.init'))
      .argument('<dir>', say('help.init-dir'))
      .action(async (folder: string) => {
        const { newFolder } = await import('./make-folder.ts')
        newFolder(folder, settings.invocation.folder)
        const { init } = await import('./commands/init.ts')
        await ended(init(folder, settings, terminal))
      }),
  ]
}
