import type { Command } from 'commander'
import { MissingWord, type Say } from '../site/page-messages.ts'

/** One example: what is typed, and its purpose. */
export interface Example {
  readonly typed: string
  readonly purpose: string
}

/** The examples of a command, one per line of `examples.<command>` in `edit.json`: `typed # purpose`. */
export function examplesOf(command: string, say: Say): Example[] {
  return textOf(command, say)
    .split('\n')
    .flatMap(line => {
      const [typed = '', purpose = ''] = line.split(/ +# +/)
      return typed === '' ? [] : [{ typed, purpose }]
    })
}

function textOf(command: string, say: Say): string {
  try {
    return say(`examples.${command}`)
  } catch (error) {
    if (error instanceof MissingWord) return ''
    throw error
  }
}

/** Adds the examples to the help of each command; they are looked up only when the help is printed. */
export function showExamples(commands: readonly Command[], say: Say): void {
  for (const command of commands) {
    command.addHelpText('after', () => {
      const examples = examplesOf(command.name(), say)
      if (examples.length === 0) return ''
      const lines = examples.map(({ typed, purpose }) => `  ${purpose}\n    ${typed}`)
      return `\n${say('help.title-examples')}\n${lines.join('\n')}`
    })
  }
}
