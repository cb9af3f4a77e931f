import { Command, Option } from 'commander'
import { STATES } from '../incident/states.ts'
import type { CommandSettings } from './command-settings.ts'
import type { DiffOptions } from './commands/diff.ts'
import type { MigrateOptions } from './commands/migrate.ts'
import type { StudioOptions } from './commands/studio.ts'
import type { TranslationsOptions } from './commands/translations.ts'
import type { UpdateOptions } from './commands/update.ts'
import type { NewOptions } from './new-options.ts'
import type { IntakeCommandOptions } from './report-intake.ts'
import { type Ending, nowOption } from './shared-options.ts'
import type { Terminal } from './terminal.ts'

/** The commands for incident files. */
export function editingCommands(settings: CommandSettings, terminal: Terminal, ended: Ending): Command[] {
  return [
    ...writingCommands(settings, terminal, ended),
    ...intakeCommands(settings, terminal, ended),
    ...followingCommands(settings, terminal, ended),
  ]
}

/** `new`, `update`. */
function writingCommands(settings: CommandSettings, terminal: Terminal, ended: Ending): Command[] {
  const { say } = terminal
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
      .addOption(nowOption(terminal))
      .action(async (options: NewOptions) => {
        const { newCommand } = await import('./commands/new.ts')
        await ended(newCommand(options, settings, terminal))
      }),
    new Command('update')
      .description(say('help.update'))
      .argument('<id>', say('help.show-id'))
      .addOption(new Option('--state <state>', say('help.update-state')).choices([...STATES]))
      .option('--ended <moment>', say('help.update-ended'))
      .option('--as-of <moment>', say('help.as-of'))
      .option('--statement <file>', say('help.update-statement'))
      .option('--statement-lang <language>', say('help.update-statement-lang'))
      .option('--translation <text>', say('help.update-translation'), several)
      .option('--by <name>', say('help.update-by'))
      .option('--via <channel>', say('help.update-via'))
      .addOption(
        new Option('--phase <phase>', say('help.update-phase')).choices([
          'first',
          'progress',
          'resolution',
          'explanation',
        ]),
      )
      .option('--text <text>', say('help.update-text'), several)
      .option('--source <address>', say('help.new-source'), several)
      .option('--leftover <answer>', say('help.update-leftover'), several)
      .option('--no-input', say('help.no-input'))
      .addOption(nowOption(terminal))
      .action(async (id: string, options: UpdateOptions) => {
        const { update } = await import('./commands/update.ts')
        await ended(update(id, options, settings, terminal))
      }),
  ]
}

/** `intake`. */
function intakeCommands(settings: CommandSettings, terminal: Terminal, ended: Ending): Command[] {
  const { say } = terminal
  return [
    new Command('intake')
      .description(say('help.intake'))
      .argument('[source]', say('help.intake-source'))
      .option('--format <format>', say('help.intake-format'))
      .option('--provider <name>', say('help.intake-provider'))
      .option('--map <fields>', say('help.intake-map'))
      .option('--since <moment>', say('help.intake-since'))
      .option('--open', say('help.intake-open'))
      .option('--service <name>', say('help.intake-service'))
      .addOption(
        new Option('--min-impact <impact>', say('help.intake-min-impact')).choices([
          'none',
          'minor',
          'major',
          'critical',
        ]),
      )
      .option('--every <span>', say('help.intake-every'))
      .option('--notify <command>', say('help.intake-notify'))
      .option('--dry-run', say('help.intake-dry-run'))
      .option('--json', say('help.json'))
      .action(async (source: string | undefined, options: IntakeCommandOptions) => {
        const { intakeCommand } = await import('./commands/intake.ts')
        await ended(intakeCommand(source, options, settings, terminal))
      }),
  ]
}

/** `migrate`, `diff`, `translations`, `studio`. */
function followingCommands(settings: CommandSettings, terminal: Terminal, ended: Ending): Command[] {
  const { say } = terminal
  return [
    new Command('migrate')
      .description(say('help.migrate'))
      .argument('[file...]', say('help.migrate-file'))
      .option('--dry-run', say('help.migrate-dry-run'))
      .action(async (files: string[], options: MigrateOptions) => {
        const { migrate } = await import('./commands/migrate.ts')
        await ended(migrate(files, options, settings, terminal))
      }),
    new Command('diff')
      .description(say('help.diff'))
      .argument('<id>', say('help.show-id'))
      .option('--from <revision>', say('help.diff-from'), 'HEAD')
      .option('--edition <ids>', say('help.edition'))
      .option('--json', say('help.json'))
      .action(async (id: string, options: DiffOptions) => {
        const { diff } = await import('./commands/diff.ts')
        await ended(diff(id, options, settings, terminal))
      }),
    new Command('translations')
      .description(say('help.translations'))
      .argument('[id]', say('help.show-id'))
      .option('--xliff <folder>', say('help.xliff'))
      .option('--import <file>', say('help.xliff-import'))
      .option('--json', say('help.json'))
      .action(async (id: string | undefined, options: TranslationsOptions) => {
        const { translations } = await import('./commands/translations.ts')
        await ended(translations(id, options, settings, terminal))
      }),
    new Command('studio')
      .description(say('help.studio'))
      .argument('[id]', say('help.show-id'))
      .option('--port <port>', say('help.studio-port'))
      .addOption(nowOption(terminal))
      .action(async (id: string | undefined, options: StudioOptions) => {
        const { studio } = await import('./commands/studio.ts')
        await ended(studio(id, options, settings, terminal))
      }),
  ]
}
