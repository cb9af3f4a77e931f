import { lstatSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Refusal } from '../foundation/refusal.ts'

/** Where a build goes, and where it is prepared. */
export interface OutputPlace {
  /** The output folder, real path. */
  readonly out: string
  /** The same, from the workspace, for people. */
  readonly name: string
  /** What the build remembers of this output folder: `.depeche/<name>/` of the workspace. */
  readonly memory: string
}

/** The only folders of the output that a build replaces. */
export const TREES = ['markdown', 'site', 'trace'] as const

/** Folders of a workspace that are nobody's output. */
const SOURCES = [
  'content',
  'locales',
  'templates',
  'schema',
  'src',
  'lib',
  'test',
  'docs',
  'tools',
  'node_modules',
  '.git',
  '.ci',
  '.depeche',
]

/**
 * Checks an output folder: inside the workspace (links followed), not the workspace itself, not a source folder nor in
 * one. Throws a `Refusal`. Creates nothing.
 *
 * @param root the workspace's real path
 * @param asked as typed: relative to the workspace, or absolute
 */
export function outputPlace(root: string, asked: string): OutputPlace {
  const out = realOf(resolve(root, asked))
  const name = relative(root, out).split(sep).join('/')
  if (name === '' || name === '..' || name.startsWith('../') || resolve(name) === name) {
    throw new Refusal('out-outside', { path: asked })
  }
  const [first = ''] = name.split('/')
  if (SOURCES.includes(first)) throw new Refusal('out-source', { path: asked, folder: first })
  if (!isFolderOrAbsent(out)) throw new Refusal('out-file', { path: asked })
  return { out, name, memory: join(root, '.depeche', encodeURIComponent(name)) }
}

/** The real path of something that may not be there yet: of the nearest folder above it that is. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    // A link that leads nowhere is not followed when it is made: refuse to guess.
    if (isLink(path)) throw new Refusal('out-outside', { path }, error)
    const above = dirname(path)
    return above === path ? path : join(realOf(above), path.slice(above.length).replace(/^[\\/]/, ''))
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function isFolderOrAbsent(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true
}
