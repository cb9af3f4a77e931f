import { Command } from 'commander'
import type { CommandSettings } from './command-settings.ts'
import type { SayOptions } from './commands/say.ts'
import type { Ending } from './shared-options.ts'
import type { Terminal } from './terminal.ts'

/** The command for linguists: `say`. */
export function linguistCommands(settings: CommandSettings, terminal: Terminal, ended: Ending): Command[] {
  const { say } = terminal
  const several = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value]
  return [
    new Command('say')
      .description(say('help.say'))
      .argument('<wording>', say('help.say-wording'))
      .option('--edition <id>', say('help.show-edition'))
      .option('--slot <slot>', say('help.slot'), several)
      .option('--context <context>', say('help.context'))
      .option('--count <number>', say('help.count'))
      .option('--holds <conditions>', say('help.holds'))
      .option('--known', say('help.known'))
      .option('--as-of <moment>', say('help.say-as-of'))
      .option('--json', say('help.json'))
      .action(async (wording: string, options: SayOptions) => {
        const { say } = await import('./commands/say.ts')
        await ended(say(wording, options, settings, terminal))
      }),
  ]
}
