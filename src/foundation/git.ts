import { execFile } from 'node:child_process'

/** Runs git in a work tree and returns its output. Throws `GitFailure`. */
export type GitRunner = (args: readonly string[]) => Promise<string>

/** git is not there, or the folder is no work tree, or git refuses: `stderr` says why. */
export class GitFailure extends Error {
  readonly stderr: string
  /** git itself is not installed. */
  readonly missing: boolean

  constructor(args: readonly string[], stderr: string, missing: boolean) {
    super(`git ${args[0] ?? ''}: ${unsecret(stderr.trim())}`)
    this.name = 'GitFailure'
    this.stderr = stderr
    this.missing = missing
  }

  /** The line of `stderr` that says why. */
  get reason(): string {
    const lines = this.stderr.trim().split('\n')
    return unsecret((lines.find(line => /^(?:fatal|error|remote|!)/.test(line.trim())) ?? lines[0] ?? '').trim())
  }
}

/**
 * git in one work tree: never prompts, answers in English (its output is parsed), opens no editor.
 *
 * @param environment environment of git, including keys for its transports
 * @param author `Name <address>`; absent: as git is set up
 */
export function openGit(tree: string, environment: NodeJS.ProcessEnv, author?: string): GitRunner {
  const [, name, address] = /^(.*?)\s*<([^>]+)>$/.exec(author ?? '') ?? []
  const env: NodeJS.ProcessEnv = { ...environment, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true' }
  if (name !== undefined && address !== undefined) {
    Object.assign(env, { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: address })
    Object.assign(env, { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: address })
  }
  return args =>
    new Promise((done, fail) => {
      const options = { cwd: tree, env, maxBuffer: 512 << 20, timeout: 120_000 }
      execFile('git', ['-c', 'core.quotePath=false', ...args], options, (error, stdout, stderr) => {
        if (!error) return done(stdout)
        fail(new GitFailure(args, stderr || error.message, (error as NodeJS.ErrnoException).code === 'ENOENT'))
      })
    })
}

/** An address without the user and password that it may contain. */
export function unsecret(text: string): string {
  return text.replace(/(\w+:\/\/)[^\s/@]+@/g, '$1')
}
