import { lstatSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Refusal } from '../foundation/refusal.ts'

/** The output folder of a build, and its working folder. */
export interface OutputPlace {
  /** The output folder, real path. */
  readonly out: string
  /** The same, from the workspace, for messages. */
  readonly name: string
  /** What is kept of this output folder between builds: `.depeche/<name>/` of the workspace. */
  readonly stateFolder: string
}

/** The only folders of the output that a build replaces. */
export const TREES = ['markdown', 'site', 'trace'] as const

/** Folders of a workspace that cannot be an output. */
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
  return { out, name, stateFolder: join(root, '.depeche', encodeURIComponent(name)) }
}

/** The real path of something that may not exist yet: of the nearest folder above it that does. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    // A dangling link would be followed when the folder is made: refuse to guess.
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
