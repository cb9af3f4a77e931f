import { Command, Option } from 'commander'
import type { NewOptions } from './new.ts'
import type { Ending } from './program.ts'
import type { Settings } from './settings.ts'
import { STATES } from './states.ts'
import type { Terminal } from './terminal.ts'

/** The commands that write and follow incident files. */
export function editingCommands(settings: Settings, terminal: Terminal, ended: Ending): Command[] {
  const { say } = terminal
  const now = () => new Option('--now <moment>', say('help.now'))
  const several = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value]
  return [
    new Command('new')
      .description(say('help.new'))
      .option('--service <name>', say('help.new-service'), several)
      .addOption(new Option('--state <state>', say('help.new-state')).choices([...STATES]))
      .option('--kind <kind>', say('help.new-kind'))
      .option('--started <moment>', say('help.new-started'))
      .option('--ended <moment>', say('help.new-ended'))
      .option('--planned-from <moment>', say('help.new-planned-from'))
      .option('--planned-to <moment>', say('help.new-planned-to'))
      .option('--company <name>', say('help.new-company'))
      .option('--place <place>', say('help.new-place'), several)
      .addOption(new Option('--cause <cause>', say('help.new-cause')).choices(['unknown']))
      .option('--source <address>', say('help.new-source'), several)
      .option('--as-of <moment>', say('help.as-of'))
      .option('--name <name>', say('help.new-name'))
      .option('--in-place', say('help.new-in-place'))
      .option('--no-input', say('help.no-input'))
      .addOption(now())
      .action(async (options: NewOptions) => {
        const { newCommand } = await import('./new.ts')
        await ended(newCommand(options, settings, terminal))
      }),
  ]
}
