import { openGit } from '../foundation/git.ts'

/** What git knows of a folder. Every call reads; nothing is ever changed. Throws `GitFailure`. */
export interface IncidentGit {
  /** A file as it was in a revision; `undefined` when it was not there. Throws when there is no such revision. */
  readonly show: (revision: string, path: string) => Promise<string | undefined>
  readonly history: (folder: string) => Promise<Changes>
}

/** Who changed what below a folder, newest first. */
export interface Changes {
  readonly revisions: readonly string[]
  /** Revisions that changed a file, by its path from the workspace. */
  readonly of: ReadonlyMap<string, readonly string[]>
}

/** Opens the git of a workspace. */
export function openIncidentGit(root: string, environment: NodeJS.ProcessEnv): IncidentGit {
  const run = openGit(root, { ...environment, GIT_OPTIONAL_LOCKS: '0' })
  return {
    async show(revision, path) {
      const commit = (await run(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])).trim()
      if ((await run(['ls-tree', '--name-only', commit, '--', path])).trim() === '') return undefined
      return run(['show', `${commit}:./${path}`])
    },
    async history(folder) {
      const found = new Map<string, string[]>()
      const revisions: string[] = []
      const log = await run(['log', '--format=@%h', '--name-only', '--relative', '--', folder])
      for (const line of log.split('\n')) {
        if (line.startsWith('@')) revisions.push(line.slice(1))
        else if (line !== '') found.set(line, [...(found.get(line) ?? []), revisions.at(-1) ?? ''])
      }
      return { revisions, of: found }
    },
  }
}
