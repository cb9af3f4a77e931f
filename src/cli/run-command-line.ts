import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import { withDefaults } from '../foundation/layered-workspace.ts'
import { programRoot } from '../foundation/program-root.ts'
import { isFolder } from '../foundation/real-path.ts'
import { openWorkspace, type Workspace } from '../foundation/workspace.ts'
import { editorLanguage, messageLanguages } from '../newsroom/editor-language.ts'
import { near } from './command-settings.ts'
import type { Invocation } from './invocation.ts'
import { programOf } from './program.ts'
import { openTerminal, type Terminal } from './terminal.ts'
import { DONE, Usage } from './usage-error.ts'

/** Runs one command line and gives its exit status: 0 done, 1 the input has errors, 64 wrong usage. */
export async function run(args: readonly string[], invocation: Invocation): Promise<number> {
  const { folder, environment } = invocation
  const defaults = openWorkspace(programRoot)
  try {
    return await runIn(resolve(folder, optionIn(args, '--workspace', '-C') ?? '.'), args, defaults, invocation)
  } catch (error) {
    // The newsroom lacks the messages for its own error: the program's are used.
    const language = editorLanguage(defaults, optionIn(args, '--lang'), environment)
    const terminal = terminalIn(defaults, language, invocation)
    return failed(error, defaults, terminal)
  }
}

/** The message about a stream that cannot be written to, in one line. */
export async function streamFailed(error: unknown, invocation: Invocation): Promise<string> {
  const { failureLine } = await import('./report-failure.ts')
  return `depeche: ${failureLine(error, terminalIn(openWorkspace(programRoot), undefined, invocation))}\n`
}

/** Reports an error and gives the exit status. What knows the errors is loaded when there is one; help is none. */
async function failed(error: unknown, workspace: Workspace, terminal: Terminal): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return DONE
  const { reportFailure } = await import('./report-failure.ts')
  return reportFailure(error, workspace, terminal)
}

/** The terminal in a language; in the first one available when there are no messages in it. */
function terminalIn(workspace: Workspace, language: string | undefined, called: Invocation): Terminal {
  const { out, err, environment } = called
  const spoken = language ?? editorLanguage(workspace, undefined, environment) ?? ''
  return openTerminal(workspace, spoken, { out, err, plain: Boolean(environment.NO_COLOR) })
}

async function runIn(
  folder: string,
  args: readonly string[],
  defaults: Workspace,
  invocation: Invocation,
): Promise<number> {
  const workspace = isFolder(folder) ? withDefaults(openWorkspace(folder), defaults) : defaults
  const asked = optionIn(args, '--lang')
  const language = editorLanguage(workspace, asked, invocation.environment)
  const terminal = terminalIn(workspace, language, invocation)
  let status = DONE
  try {
    if (!isFolder(folder)) throw new Usage('workspace', { folder })
    if (language === undefined) throw unknownLanguage(asked ?? '', workspace)
    const program = programOf({ workspace, program: defaults, invocation }, terminal, async ended => {
      status = await ended
    })
    if (args.length === 0) throw new Usage('no-command', {})
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    return failed(error, workspace, terminal)
  }
}

function unknownLanguage(language: string, workspace: Workspace): Usage {
  const known = messageLanguages(workspace)
  return new Usage('lang', { language, known: known.join(', '), ...near(language, known) })
}

/** The value of an option that is needed before the others are parsed. */
function optionIn(args: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [at, arg] of args.entries()) {
    if (arg === '--') return undefined
    for (const name of names) {
      if (arg === name) return args[at + 1]
      if (name.startsWith('--') && arg.startsWith(`${name}=`)) return arg.slice(name.length + 1)
      if (!name.startsWith('--') && arg.startsWith(name) && arg.length > name.length) return arg.slice(name.length)
    }
  }
  return undefined
}
