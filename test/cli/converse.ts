import { spawn, spawnSync } from 'node:child_process'
import { cli } from './depeche.ts'

/** Whether a terminal can be had for a command. */
export const hasTerminal = spawnSync('script', ['--version']).status === 0

/** Answers the questions of a command on a terminal of its own, each when it is asked. */
export function converse(
  root: string,
  args: string,
  answers: readonly [question: RegExp, answer: string][],
): Promise<string> {
  const child = spawn('script', ['-qec', `${process.execPath} ${cli} ${args}`, '/dev/null'], { cwd: root })
  const left = [...answers]
  let heard = ''
  let since = 0
  child.stdout.on('data', part => {
    heard += part
    const [next] = left
    if (!next?.[0].test(heard.slice(since))) return
    since = heard.length
    left.shift()
    child.stdin.write(next[1])
  })
  return new Promise(done => child.on('close', () => done(heard)))
}
