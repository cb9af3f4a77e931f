import { Command, Option } from 'commander'
import type { CommandSettings } from './command-settings.ts'
import type { BuildOptions } from './commands/build.ts'
import type { CheckOptions } from './commands/check.ts'
import { checking } from './commands/check-options.ts'
import type { SchemaOptions } from './commands/schema.ts'
import type { ShowOptions } from './commands/show.ts'
import { editingCommands } from './editing-commands.ts'
import { showExamples } from './help-examples.ts'
import { linguistCommands } from './linguist-commands.ts'
import { ownCommands } from './program-commands.ts'
import { programVersion } from './program-version.ts'
import { publishingCommands } from './publishing-commands.ts'
import { type Ending, nowOption } from './shared-options.ts'
import { siteCommands } from './site-commands.ts'
import type { Terminal } from './terminal.ts'

/**
 * The commands and their options, described in the editor's language. Each command's code is loaded when it is called.
 *
 * @param ended receives each command's exit status
 */
export function programOf(settings: CommandSettings, terminal: Terminal, ended: Ending): Command {
  const { say } = terminal
  const program = new Command('depeche')
    .description(say('help.depeche'))
    .version(programVersion(), '-V, --version', say('help.version'))
    .option('-C, --workspace <dir>', say('help.workspace'))
    .option('--lang <language>', say('help.lang'))
    .helpCommand(false)
  const commands = [
    new Command('check')
      .description(say('help.check'))
      .argument('[file...]', say('help.check-file'))
      .option('--json', say('help.json'))
      .addOption(new Option('--format <format>', say('help.format')).choices(['text', 'github']))
      .option('--fix', say('help.fix'))
      .option('--watch', say('help.watch'))
      .action(async (files: string[], options: CheckOptions) => {
        await ended(checking(files, options, settings, terminal))
      }),
    new Command('build')
      .description(say('help.build'))
      .option('--out <dir>', say('help.out'), 'dist')
      .option('--edition <ids>', say('help.edition'))
      .addOption(new Option('--threads <count>', say('help.threads')).choices(['1', '2', '3', '4', '5', '6', '7', '8']))
      .addOption(nowOption(terminal))
      .action(async (options: BuildOptions) => {
        const { buildCommand } = await import('./commands/build.ts')
        await ended(buildCommand(options, settings, terminal))
      }),
    new Command('show')
      .description(say('help.show'))
      .argument('<id>', say('help.show-id'))
      .option('--edition <id>', say('help.show-edition'))
      .addOption(
        new Option('--length <length>', say('help.length')).choices(['alert', 'brief', 'article']).default('article'),
      )
      .option('--trace', say('help.trace'))
      .option('--plan', say('help.show-plan'))
      .option('--markdown', say('help.show-markdown'))
      .option('--json', say('help.json'))
      .action(async (id: string, options: ShowOptions) => {
        const { show } = await import('./commands/show.ts')
        await ended(show(id, options, settings, terminal))
      }),
    new Command('schema')
      .description(say('help.schema'))
      .option('--check', say('help.schema-check'))
      .action(async (options: SchemaOptions) => {
        const { schema } = await import('./commands/schema.ts')
        await ended(schema(options, settings, terminal))
      }),
    ...publishingCommands(settings, terminal, ended),
    ...siteCommands(settings, terminal, ended),
    ...editingCommands(settings, terminal, ended),
    ...linguistCommands(settings, terminal, ended),
    ...ownCommands(settings, terminal, ended, other => programOf(settings, other, ended)),
    new Command('help')
      .description(say('help.help-command'))
      .argument('[command]', say('help.help-name'))
      .action(async (name: string | undefined) => {
        const { help } = await import('./commands/help.ts')
        await ended(help(name, program))
      }),
  ]
  for (const command of commands) program.addCommand(command)
  showExamples(commands, say)
  for (const command of [program, ...commands]) localiseHelp(command, terminal)
  return program
}

/** Titles and help in the editor's language; mistakes are thrown, not printed. */
function localiseHelp(command: Command, { say, print }: Terminal): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('help.title-usage'),
    'Arguments:': say('help.title-arguments'),
    'Options:': say('help.title-options'),
    'Commands:': say('help.title-commands'),
  }
  command
    .exitOverride()
    .helpOption('-h, --help', say('help.help'))
    .allowExcessArguments(false)
    .configureHelp({ styleTitle: title => titles[title] ?? title })
    .configureOutput({ writeOut: print, writeErr: () => undefined, outputError: () => undefined })
}
