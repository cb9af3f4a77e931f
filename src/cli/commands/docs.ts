import type { Command } from 'commander'
import type { CommandSettings } from '../command-settings.ts'
import { keepUpToDate } from '../generated-files.ts'
import { examplesOf } from '../help-examples.ts'
import type { Terminal } from '../terminal.ts'

export interface DocsOptions {
  readonly check?: boolean
}

/** `docs`: writes one page for each command, from its own help; or checks that they are up to date. */
export function docs(
  program: Command,
  { check }: DocsOptions,
  { workspace }: CommandSettings,
  terminal: Terminal,
): number {
  return keepUpToDate(pagesOf(program, terminal), { root: workspace.root, check, stale: 'docs.stale' }, terminal)
}

/** The pages, by path: one for each command, and a list of them. */
export function pagesOf(program: Command, terminal: Terminal): [path: string, text: string][] {
  const commands = program.commands
  const rows = commands.map(
    command => `| [\`${command.name()}\`](${command.name()}.md) | ${cell(command.description())} |`,
  )
  const { say } = terminal
  const list = [
    `# ${say('docs.title')}`,
    program.description(),
    say('docs.typed'),
    ['|  |  |', '|---|---|', ...rows].join('\n'),
    `## ${say('docs.everywhere')}`,
    optionsOf(program),
    say('docs.status'),
  ]
  return [
    ['docs/commands/README.md', `${list.join('\n\n')}\n`],
    ...commands.map((command): [string, string] => [`docs/commands/${command.name()}.md`, pageOf(command, terminal)]),
  ]
}

function pageOf(command: Command, { say }: Terminal): string {
  const usage = `depeche ${command.name()} ${command.usage()}`.trim()
  const args = command.registeredArguments.map(one => `| \`${one.name()}\` | ${cell(one.description)} |`)
  const examples = examplesOf(command.name(), say).map(({ typed, purpose }) => `${purpose}:\n\n    ${typed}`)
  const parts = [
    `# depeche ${command.name()}`,
    sentence(command.description()),
    `    ${usage}`,
    ...(args.length > 0 ? [['|  |  |', '|---|---|', ...args].join('\n')] : []),
    ...(command.options.length > 0 ? [optionsOf(command)] : []),
    ...(examples.length > 0 ? [`## ${say('help.title-examples').replace(/\s?:$/, '')}`, ...examples] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function optionsOf(command: Command): string {
  const rows = command.options.map(({ flags, description, argChoices, defaultValue }) => {
    const choices = argChoices ? ` (${argChoices.join(', ')})` : ''
    const usual = defaultValue === undefined || typeof defaultValue === 'boolean' ? '' : ` [${String(defaultValue)}]`
    return `| \`${flags}\` | ${cell(description + choices + usual)} |`
  })
  return ['|  |  |', '|---|---|', ...rows].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
