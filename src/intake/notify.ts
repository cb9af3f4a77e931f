import { spawn } from 'node:child_process'
import type { IntakeEntry } from './run-intake.ts'

/** A command of the newsroom, as it was typed: its words, of which none is ever text of a feed. */
export function commandWords(typed: string): readonly string[] {
  const words = typed.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  return words.map(word => word.replace(/^(["'])(.*)\1$/s, '$2'))
}

/**
 * Runs a command for one draft, with what came as JSON on its standard input. It is started directly, so that nothing is expanded. Resolves to its status;
 * -1 where it cannot be started or does not end in time.
 */
export function notify(typed: string, entry: IntakeEntry, folder: string, timeout = 30_000): Promise<number> {
  const [program = '', ...args] = commandWords(typed)
  return new Promise(done => {
    const child = spawn(program, args, { cwd: folder, stdio: ['pipe', 'ignore', 'inherit'], timeout })
    child.on('error', () => done(-1))
    child.on('close', status => done(status ?? -1))
    // A command that does not read what it is told is none of our business.
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${JSON.stringify(entry)}\n`)
  })
}
