import { Command } from 'commander'
import type { CommandSettings } from './command-settings.ts'
import type { PlanOptions } from './commands/plan.ts'
import type { PublishingOptions } from './publishing-context.ts'
import { type Ending, nowOption } from './shared-options.ts'
import type { Terminal } from './terminal.ts'

/** `plan`, `publish`, `status`: the commands that access destinations. */
export function publishingCommands(settings: CommandSettings, terminal: Terminal, ended: Ending): Command[] {
  const { say } = terminal
  const command = (name: string) =>
    new Command(name)
      .description(say(`help.${name}`))
      .option('--to <names>', say('help.to'))
      .option('--only <ids>', say('help.only'))
      .option('--edition <ids>', say('help.edition'))
      .addOption(nowOption(terminal))
      .option('--json', say('help.json'))
  const writing = (name: string) =>
    command(name)
      .option('--overwrite <ids>', say('help.overwrite'))
      .option('--wording', say('help.wording'))
      .option('--allow-removals <number>', say('help.allow-removals'))
  return [
    writing('plan')
      .option('--save <file>', say('help.save'))
      .action(async (options: PlanOptions) => {
        const { planCommand } = await import('./commands/plan.ts')
        await ended(planCommand(options, settings, terminal))
      }),
    writing('publish')
      .argument('[plan]', say('help.publish-plan'))
      .action(async (plan: string | undefined, options: PublishingOptions) => {
        const { publishCommand } = await import('./commands/publish.ts')
        await ended(publishCommand(plan, options, settings, terminal))
      }),
    command('status').action(async (options: PublishingOptions) => {
      const { statusCommand } = await import('./commands/status.ts')
      await ended(statusCommand(options, settings, terminal))
    }),
  ]
}
