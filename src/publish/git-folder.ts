import { appendFileSync, existsSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { GitFailure, type GitRunner, openGit } from '../foundation/git.ts'
import { type FolderOptions, folder } from './folder.ts'
import { conventionOf } from './front-matter-dialect.ts'
import { isUntouched } from './page-file.ts'
import { DestinationRefused, type Publisher, publishDiagnostic, type Receipt } from './publisher.ts'

export interface GitOptions extends FolderOptions {
  /** The work tree: `folder` is it, or lies in it. */
  readonly tree: string
  readonly branch: string
  /** The remote to push to; absent: commits stay local. */
  readonly remote?: string | undefined
  /** `Name <address>` of the commits; absent: git's own configuration. */
  readonly author?: string | undefined
  /** Environment of git. */
  readonly environment: NodeJS.ProcessEnv
  /** Commit message, in the editors' language. Without receipts: an interrupted publish is being finished. */
  readonly message: (receipts: readonly Receipt[]) => string
}

/** Marks our commits: they hold nothing that cannot be generated again. */
const TRAILER = 'Published-by: depeche'

/** The folder of a site generator in a git work tree: one commit per publish, pushed. */
export function git(options: GitOptions): Publisher {
  const files = folder(options)
  const run = openGit(options.tree, options.environment, options.author)
  const sub = relative(options.tree, resolve(options.folder))
  const withdrawn = openWithdrawn(options.tree)
  const ours = oursIn(options, sub, run, withdrawn)
  const upstream = `refs/remotes/${options.remote}/${options.branch}`
  const refuse = (code: string, facts: Diagnostic['facts'], final = true) =>
    new DestinationRefused(publishDiagnostic(code, facts), final)
  const where = { folder: options.place, branch: options.branch, remote: options.remote ?? '' }

  return {
    ...files,
    kind: 'git',
    async verify() {
      const diagnostics = await files.verify()
      if (diagnostics.length > 0) return diagnostics
      return verifyTree(run, options, where, ours)
    },
    async lookUp(posts) {
      const behind = options.remote !== undefined && (await fetchAndCatchUp())
      const { remotes, copies = [], unfinished = false } = await files.lookUp(posts)
      const left = await ours(await dirty(run, sub))
      return { remotes, copies, unfinished: unfinished || behind || left.length > 0 }
    },
    async unpublish(remote) {
      withdrawn.note(join(sub, remote.id))
      await files.unpublish(remote)
    },
    async finish(receipts) {
      await files.finish(receipts)
      const paths = await ours(await dirty(run, sub))
      if (paths.length > 0) {
        await commit(paths, `${options.message(receipts)}\n\n${TRAILER}`)
        withdrawn.forget()
      }
      if (options.remote !== undefined) await push()
      return []
    },
  }

  /** No identity, a hook that refuses, a key that does not sign: what was written stays, and the next publish commits it. */
  async function commit(paths: readonly string[], message: string): Promise<void> {
    try {
      await run(['add', '--', ...paths])
      await run(['commit', '--quiet', '--message', message, '--', ...paths])
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error
      throw new DestinationRefused(publishDiagnostic('git-commit', { ...where, reason: error.reason }), true, true)
    }
  }

  /** Fetches and rebases; returns whether commits of ours are waiting to be pushed. */
  async function fetchAndCatchUp(): Promise<boolean> {
    await fetch()
    if (!(await has(run, upstream))) return await has(run, 'HEAD')
    const [ahead, behind] = await apart()
    if (behind === 0) return ahead > 0
    // Uncommitted files of an interrupted publish would block it, and are planned again in a moment.
    await discard(run, options.tree, await ours(await dirty(run, sub)))
    if (ahead === 0) await run(['merge', '--quiet', '--ff-only', upstream])
    else if (await allOurs(run, upstream)) await run(['reset', '--quiet', '--keep', upstream])
    else await rebase()
    return (await apart())[0] > 0
  }

  /** How many commits we are ahead, and behind. */
  async function apart(): Promise<[number, number]> {
    const counts = await run(['rev-list', '--left-right', '--count', `HEAD...${upstream}`])
    const [ahead = 0, behind = 0] = counts.trim().split(/\s+/).map(Number)
    return [ahead, behind]
  }

  async function fetch(): Promise<void> {
    await run(['fetch', '--quiet', options.remote ?? '']).catch((failure: GitFailure) => {
      throw refuse('git-remote', { ...where, reason: failure.reason })
    })
  }

  async function rebase(): Promise<void> {
    await run(['rebase', '--quiet', upstream]).catch(async () => {
      await run(['rebase', '--abort']).catch(() => {})
      throw refuse('git-conflict', where)
    })
  }

  /** Somebody may push between our fetch and our push: then ours is rebased on theirs, unless both touch one post. */
  async function push(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      if ((await has(run, upstream)) && (await apart())[0] === 0) return
      try {
        await run(['push', '--quiet', options.remote ?? '', `HEAD:refs/heads/${options.branch}`])
        return
      } catch (error) {
        const failure = error as GitFailure
        const moved = /rejected|fetch first|non-fast-forward|cannot lock ref/.test(failure.stderr)
        if (!moved || attempt === 4) throw refuse('git-push', { ...where, reason: failure.reason })
        await fetch()
        await rebase()
      }
    }
  }
}

/** Of these paths, those that we wrote and nobody touched since. */
function oursIn(
  options: GitOptions,
  sub: string,
  run: GitRunner,
  withdrawn: Withdrawn,
): (paths: readonly string[]) => Promise<string[]> {
  const convention = conventionOf(options.dialect, options)
  const images = join(sub, convention.images)
  const isOurs = async (path: string): Promise<boolean> => {
    if (path.startsWith(`${images}/`)) return /\/depeche-[\da-f]{16}\.\w+$/.test(path)
    if (!path.endsWith('.md')) return false
    const file = join(options.tree, path)
    const place = relative(sub, path)
    const before = await run(['show', `HEAD:${path}`]).catch(() => undefined)
    if (existsSync(file)) return isUntouched(readFileSync(file, 'utf8'), before, convention, place)
    if (withdrawn.has(path)) return true
    // Deleted: by us, unless foreign content was deleted with it.
    return before !== undefined && isUntouched(before, undefined, convention, place)
  }
  return async paths => {
    const found: string[] = []
    for (const path of paths) if (await isOurs(path)) found.push(path)
    return found
  }
}

/** The pages that we delete, noted before and until they are committed: an interrupted withdrawal is known for ours. */
interface Withdrawn {
  readonly note: (path: string) => void
  readonly has: (path: string) => boolean
  readonly forget: () => void
}

function openWithdrawn(tree: string): Withdrawn {
  // A work tree of a submodule has a file there; it is known by what we wrote alone.
  const folder = join(tree, '.git')
  const file = join(folder, 'depeche-withdrawn')
  const isFolder = existsSync(folder) && statSync(folder).isDirectory()
  return {
    note: path => isFolder && appendFileSync(file, `${path}\n`),
    has: path => isFolder && existsSync(file) && readFileSync(file, 'utf8').split('\n').includes(path),
    forget: () => isFolder && rmSync(file, { force: true }),
  }
}

/** Folders of ours that lead out of the work tree: git would commit nothing of what is written there. */
function linkOut({ tree, folder, dialect, posts, images }: GitOptions): string | undefined {
  const convention = conventionOf(dialect, { posts, images })
  const home = realpathSync(tree)
  const paths = [convention.posts.split('{edition}')[0] ?? '', convention.images, '']
  const lead = paths.flatMap(path => path.split('/').map((_, nth, steps) => join(folder, ...steps.slice(0, nth + 1))))
  return lead.find(path => existsSync(path) && !`${realpathSync(path)}/`.startsWith(`${home}/`))
}

async function verifyTree(
  run: GitRunner,
  options: GitOptions,
  where: Diagnostic['facts'],
  ours: (paths: readonly string[]) => Promise<string[]>,
): Promise<Diagnostic[]> {
  const { tree, branch, remote } = options
  try {
    const top = (await run(['rev-parse', '--show-toplevel'])).trim()
    if (resolve(top) !== resolve(tree)) return [publishDiagnostic('git-no-tree', where)]
  } catch (error) {
    return [publishDiagnostic((error as GitFailure).missing ? 'git-missing' : 'git-no-tree', where)]
  }
  const out = linkOut(options)
  if (out !== undefined) return [publishDiagnostic('git-link', { ...where, path: relative(options.tree, out) || out })]
  const nobody = await run(['var', 'GIT_COMMITTER_IDENT']).then(
    () => undefined,
    (failure: GitFailure) => publishDiagnostic('git-commit', { ...where, reason: failure.reason }),
  )
  if (nobody) return [nobody]
  const on = (await run(['symbolic-ref', '--quiet', '--short', 'HEAD']).catch(() => '')).trim()
  if (on !== branch) return [publishDiagnostic('git-branch', { ...where, on: on === '' ? '–' : on })]
  const folder = (await run(['rev-parse', '--absolute-git-dir'])).trim()
  const busy = ['rebase-merge', 'rebase-apply', 'MERGE_HEAD', 'index.lock'].find(name => existsSync(join(folder, name)))
  if (busy) return [publishDiagnostic('git-busy', { ...where, file: `.git/${busy}` })]
  const changed = (await dirty(run, '.')).filter(path => path.endsWith('.md'))
  const own = await ours(changed)
  const foreign = changed.filter(path => !own.includes(path))
  if (foreign[0] !== undefined)
    return [publishDiagnostic('git-dirty', { ...where, file: foreign[0], count: foreign.length })]
  if (remote === undefined) return []
  return run(['ls-remote', '--quiet', remote]).then(
    () => [],
    (failure: GitFailure) => [publishDiagnostic('git-remote', { ...where, reason: failure.reason })],
  )
}

/** Paths that differ from the last commit, untracked ones too, from the top of the tree. */
async function dirty(run: GitRunner, under: string): Promise<string[]> {
  const out = await run(['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--', under || '.'])
  return out
    .split('\0')
    .filter(line => line !== '')
    .map(line => line.slice(3))
}

/** Restores what the last commit holds, and removes what it does not. */
async function discard(run: GitRunner, tree: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const known = await run(['ls-files', '--error-unmatch', '--', path]).then(
      () => true,
      () => false,
    )
    if (known)
      await run(['checkout', '--quiet', 'HEAD', '--', path]).catch(() => run(['rm', '--quiet', '--force', '--', path]))
    else rmSync(join(tree, path), { force: true })
  }
}

function has(run: GitRunner, ref: string): Promise<boolean> {
  return run(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).then(
    () => true,
    () => false,
  )
}

async function allOurs(run: GitRunner, upstream: string): Promise<boolean> {
  const bodies = await run(['log', '--format=%B%x00', `${upstream}..HEAD`])
  return bodies
    .split('\0')
    .filter(body => body.trim() !== '')
    .every(body => body.includes(TRAILER))
}
