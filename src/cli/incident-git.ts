import { execFileSync } from 'node:child_process'

/** What git knows of a folder. Every call reads; nothing is ever changed. */
export interface IncidentGit {
  /** A file as it was in a revision; `undefined` when it was not there. Throws `GitFailure` when there is no such revision. */
  readonly show: (revision: string, path: string) => string | undefined
  readonly history: (folder: string) => Changes
}

/** Who changed what below a folder, newest first. */
export interface Changes {
  readonly revisions: readonly string[]
  /** Revisions that changed a file, by its path from the workspace. */
  readonly of: ReadonlyMap<string, readonly string[]>
}

/** Git is not there, or the folder is no work tree, or there is no such revision. */
export class IncidentGitFailure extends Error {}

export function openGit(root: string): IncidentGit {
  const run = (args: readonly string[]): string => {
    try {
      return execFileSync('git', ['-C', root, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 512 * 1024 * 1024,
        env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      })
    } catch (error) {
      const { stderr, code } = error as { stderr?: string; code?: string }
      throw new IncidentGitFailure((stderr || code || String(error)).trim().split('\n')[0])
    }
  }
  return {
    show(revision, path) {
      const commit = run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).trim()
      if (run(['ls-tree', '--name-only', commit, '--', path]).trim() === '') return undefined
      return run(['show', `${commit}:./${path}`])
    },
    history(folder) {
      const found = new Map<string, string[]>()
      const revisions: string[] = []
      for (const line of run(['log', '--format=@%h', '--name-only', '--relative', '--', folder]).split('\n')) {
        if (line.startsWith('@')) revisions.push(line.slice(1))
        else if (line !== '') found.set(line, [...(found.get(line) ?? []), revisions.at(-1) ?? ''])
      }
      return { revisions, of: found }
    },
  }
}
