import type { Command } from 'commander'
import { near } from '../command-settings.ts'
import { DONE, Usage } from '../usage-error.ts'

/** `help [COMMAND]`: what `--help` prints, of the program or of one command. Throws `Usage` for an unknown command. */
export function help(name: string | undefined, program: Command): number {
  const names = program.commands.map(command => command.name())
  const asked = name === undefined ? program : program.commands.find(command => command.name() === name)
  if (!asked) throw new Usage('unknownCommand', { name: name ?? '', ...near(name ?? '', names) })
  asked.outputHelp()
  return DONE
}
