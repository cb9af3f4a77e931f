import type { Command, Option } from 'commander'
import type { Terminal } from '../terminal.ts'
import { DONE, Usage } from '../usage-error.ts'

const SHELLS: Readonly<Record<string, (program: Command) => string>> = { bash, zsh, fish }

/** `completion SHELL`: prints a script that completes commands, options, their values, and the ids of incidents. */
export function completion(shell: string, program: Command, terminal: Terminal): number {
  const write = SHELLS[shell]
  if (!write) throw new Usage('shell', { shell, known: Object.keys(SHELLS).join(', ') })
  terminal.print(write(program))
  return DONE
}

/** Where the script looks for ids: the current folder. */
const IDS = "find content/incidents -name '*.yaml' 2>/dev/null | sed 's|.*/||; s|\\.yaml$||'"

function takesId(command: Command): boolean {
  return command.registeredArguments.some(one => one.name() === 'id')
}

/** Possible values of an argument, where the program knows them: the commands for `help`. */
function wordsOf({ registeredArguments }: Command, program: Command): string[] {
  return registeredArguments.flatMap(one =>
    one.name() === 'command' ? program.commands.map(command => command.name()) : (one.argChoices ?? []),
  )
}

function flagsOf(options: readonly Option[]): string[] {
  return options.flatMap(({ short, long }) => [short, long].flatMap(flag => flag ?? []))
}

function bash(program: Command): string {
  const words = program.commands.map(command => command.name()).join(' ')
  const choices = new Map<string, string>()
  for (const command of program.commands) {
    for (const { long, argChoices } of command.options) {
      if (long && argChoices) choices.set(`${command.name()}:${long}`, argChoices.join(' '))
    }
  }
  const perCommand = program.commands.map(command => {
    const flags = [...flagsOf(command.options), '--help'].join(' ')
    const ids = takesId(command) ? ` $(${IDS})` : ''
    const arms = wordsOf(command, program).join(' ')
    return `    ${command.name()}) COMPREPLY=($(compgen -W "${flags}${arms && ` ${arms}`}${ids}" -- "$word")) ;;`
  })
  const values = [...choices].map(
    ([key, list]) => `    ${key}) COMPREPLY=($(compgen -W "${list}" -- "$word")); return ;;`,
  )
  return `# depeche completion for bash: eval "$(depeche completion bash)"
_depeche() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in -*) ;; *) command="\${COMP_WORDS[at]}"; break ;; esac
  done
  case "$command:$before" in
${values.join('\n')}
  esac
  case "$command" in
${perCommand.join('\n')}
    *) COMPREPLY=($(compgen -W "${words} ${flagsOf(program.options).join(' ')} --help" -- "$word")) ;;
  esac
  if [ \${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _depeche depeche
`
}

function zsh(program: Command): string {
  const quoted = (text: string) =>
    text.replaceAll("'", "'\\''").replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', '\\:')
  const optionLine = ({ short, long, description, argChoices, required }: Option) => {
    const value = argChoices ? `:value:(${argChoices.join(' ')})` : required ? ':value:_files' : ''
    return [short, long].flatMap(flag => (flag ? [`'${flag}[${quoted(description)}]${value}'`] : []))
  }
  const commands = program.commands.map(command => `    '${command.name()}:${quoted(command.description())}'`)
  const cases = program.commands.map(command => {
    const options = command.options.flatMap(optionLine)
    const words = wordsOf(command, program).join(' ')
    const others = words === '' ? `'*:file:_files'` : `'*:word:(${words})'`
    const args = takesId(command) ? [`'*:id:($(${IDS.replaceAll("'", "'\\''")}))'`] : [others]
    return `    ${command.name()}) _arguments ${[...options, ...args].join(' ')} ;;`
  })
  return `#compdef depeche
# depeche completion for zsh: eval "$(depeche completion zsh)"
_depeche() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _depeche depeche
`
}

function fish(program: Command): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const lines = program.commands.flatMap(command => {
    const name = command.name()
    const within = `-n '__fish_seen_subcommand_from ${name}'`
    const words = wordsOf(command, program).join(' ')
    return [
      `complete -c depeche -f -n __fish_use_subcommand -a ${name} -d ${quoted(command.description())}`,
      ...command.options.map(({ short, long, description, argChoices, required }) => {
        const flag = `${short ? ` -s ${short.slice(1)}` : ''}${long ? ` -l ${long.slice(2)}` : ''}`
        const value = argChoices ? ` -x -a ${quoted(argChoices.join(' '))}` : required ? ' -r' : ''
        return `complete -c depeche ${within}${flag}${value} -d ${quoted(description)}`
      }),
      ...(words === '' ? [] : [`complete -c depeche ${within} -f -a ${quoted(words)}`]),
      ...(takesId(command) ? [`complete -c depeche ${within} -f -a "(${IDS.replaceAll('$', '\\$')})"`] : []),
    ]
  })
  return `# depeche completion for fish: depeche completion fish | source\n${lines.join('\n')}\n`
}
