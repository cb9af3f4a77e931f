import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import { BadDocumentPlan } from '../article/document-plan.ts'
import { MissingTemplate } from '../article/realise-article.ts'
import { overridesOf, withDefaults } from '../foundation/layered-workspace.ts'
import { programRoot } from '../foundation/program-root.ts'
import { isFolder } from '../foundation/real-path.ts'
import { type Refusal, systemRefusal } from '../foundation/refusal.ts'
import { openWorkspace, type Workspace } from '../foundation/workspace.ts'
import { GrammarError } from '../language/locale.ts'
import { BadWordings } from '../newsroom/bad-wordings.ts'
import { editorLanguage, messageLanguages } from '../newsroom/editor-language.ts'
import { MissingWord } from '../site/page-messages.ts'
import { BadTemplate } from '../site/templates.ts'
import { near } from './command-settings.ts'
import type { Invocation } from './invocation.ts'
import { programOf } from './program.ts'
import { openTerminal, type Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage, usageOf, WRONG_USAGE } from './usage-error.ts'

/** Runs one command line and gives its exit status: 0 done, 1 the input has errors, 64 wrong usage. */
export async function run(args: readonly string[], invocation: Invocation): Promise<number> {
  const { folder, environment } = invocation
  const defaults = openWorkspace(programRoot)
  try {
    return await runIn(resolve(folder, optionIn(args, '--workspace', '-C') ?? '.'), args, defaults, invocation)
  } catch (error) {
    // The newsroom lacks the messages for its own error: the program's are used.
    const terminal = terminalIn(defaults, editorLanguage(defaults, optionIn(args, '--lang'), environment), invocation)
    return failed(error, defaults, terminal)
  }
}

/** The message about a stream that cannot be written to, in one line. */
export function streamFailed(error: unknown, invocation: Invocation): string {
  const defaults = openWorkspace(programRoot)
  const refusal = systemRefusal(error)
  const { say } = terminalIn(defaults, editorLanguage(defaults, undefined, invocation.environment), invocation)
  return `depeche: ${refusal ? worded(refusal, { say }) : String(error)}\n`
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

/** Reports an error, in one line where one is enough, and returns the exit status. */
function failed(error: unknown, workspace: Workspace, terminal: Terminal): number {
  const line = (text: string, status: number) => {
    terminal.note(`depeche: ${text}\n`)
    return status
  }
  if (error instanceof CommanderError && error.exitCode === 0) return DONE
  const usage = error instanceof CommanderError ? usageOf(error) : error
  if (usage instanceof Usage) return line(terminal.say(`usage.${usage.key}`, usage.slots), WRONG_USAGE)
  if (error instanceof GrammarError || error instanceof BadWordings) {
    // A newsroom's wordings are quoted from its own file, not merged over the program's.
    terminal.report(error.diagnostics, error instanceof BadWordings ? overridesOf(workspace) : workspace)
    return INPUT_HAS_ERRORS
  }
  if (error instanceof MissingTemplate)
    return line(terminal.say('refused.missing-file', { path: error.message }), INPUT_HAS_ERRORS)
  if ([BadDocumentPlan, BadTemplate, MissingWord].some(known => error instanceof known))
    return line((error as Error).message, INPUT_HAS_ERRORS)
  const refusal = systemRefusal(error)
  if (refusal) return line(worded(refusal, terminal), INPUT_HAS_ERRORS)
  // A bug: the stack trace shows where.
  return line(error instanceof Error ? (error.stack ?? error.message) : String(error), INPUT_HAS_ERRORS)
}

function worded({ code, facts }: Refusal, { say }: Pick<Terminal, 'say'>): string {
  return say(`refused.${code}`, facts)
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
