import { load } from 'js-yaml'
import { merge } from './merge-data.ts'
import { blocksIn, DEEPEST, depthOf } from './nesting-depth.ts'
import { Refusal, systemRefusal } from './refusal.ts'
import { byCodeUnit, type Workspace } from './workspace.ts'

/** Folders in which the program's files are defaults. */
const DEFAULTS = ['templates', 'locales', 'schema']

/** Messages of a language: the newsroom's own keys are merged over the program's. */
const WORDS = /^locales\/[^/]+\/[^/]+\.json$/

/**
 * The newsroom's files, over those of the program: a template, a style sheet or a grammar of its own overrides the
 * program's; in a file of messages, each key does.
 */
export function withDefaults(own: Workspace, program: Workspace): Workspace | LayeredWorkspace {
  const defaults = (path: string) => DEFAULTS.includes(path.split('/')[0] ?? '')
  if (own.root === program.root) return own
  const read = (path: string) => {
    const bytes = own.read(path)
    if (!defaults(path)) return bytes
    if (bytes === undefined) return program.read(path)
    const words = WORDS.test(path) ? program.read(path) : undefined
    return words === undefined ? bytes : merged(words, bytes)
  }
  return {
    own,
    defaults: program,
    root: own.root,
    list: folder =>
      defaults(folder)
        ? [...new Set([...own.list(folder), ...program.list(folder)])].sort(byCodeUnit)
        : own.list(folder),
    // The program's own files are complete.
    strays: folder => own.strays?.(folder) ?? [],
    read,
    size: path => (defaults(path) ? read(path)?.byteLength : own.size(path)),
  }
}

/** A newsroom's files over the program's, and its own alone. */
interface LayeredWorkspace extends Workspace {
  readonly own: Workspace
  readonly defaults: Workspace
}

/** The files in the newsroom's own folder. */
export const overridesOf = (workspace: Workspace): Workspace =>
  'own' in workspace ? (workspace as LayeredWorkspace).own : workspace

/** The program's files below the newsroom's; `undefined` where both are one folder. */
export const defaultsOf = (workspace: Workspace): Workspace | undefined =>
  'defaults' in workspace ? (workspace as LayeredWorkspace).defaults : undefined

/** Merges two files of messages. One that cannot be parsed is passed on as it is: its reader reports it. */
function merged(below: Uint8Array, above: Uint8Array): Uint8Array {
  try {
    const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
    const own = parse(above)
    if (typeof own !== 'object' || own === null || Array.isArray(own)) return above
    return new TextEncoder().encode(JSON.stringify(merge(parse(below), own)))
  } catch {
    return above
  }
}

/** The text of a required file. Throws a `Refusal` when it does not exist. */
export function textOf(workspace: Workspace, path: string): string {
  const bytes = workspace.read(path)
  if (bytes === undefined) throw new Refusal('missing-file', { path })
  return new TextDecoder().decode(bytes)
}

/** A JSON file with an object. Throws a `Refusal` that names the file. */
export function jsonOf(workspace: Workspace, path: string): object {
  return parsed(path, () => textOf(workspace, path), JSON.parse)
}

/** A YAML file with a mapping. Throws a `Refusal` that names the file. */
export function yamlOf(workspace: Workspace, path: string): object {
  return parsed(
    path,
    () => textOf(workspace, path),
    text => load(text, { filename: path }),
  )
}

/** What a file held when it was last parsed: several commands of a process read the same. Nothing may be changed in it. */
const lastParsed = new Map<string, { readonly text: string; readonly value: object }>()

function parsed(path: string, read: () => string, parse: (text: string) => unknown): object {
  try {
    const text = read()
    const known = lastParsed.get(path)
    if (known?.text === text) return known.value
    const value = objectIn(path, parse(text))
    lastParsed.set(path, { text, value })
    return value
  } catch (error) {
    const refusal = systemRefusal(error)
    if (refusal) throw refusal
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new Refusal('broken-file', { path, reason }, error)
  }
}

function objectIn(path: string, value: unknown): object {
  if (depthOf(value) > DEEPEST) throw new Refusal('too-deep', { path, most: DEEPEST })
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Refusal('keyless-file', { path })
}

/**
 * Sources of the templates in a folder by name, without extension: `article`, `item`. Throws a `Refusal` for one
 * nested too deep.
 */
export function templatesIn(workspace: Workspace, folder: string): Record<string, string> {
  const paths = workspace.list(folder).filter(path => path.endsWith('.hbs'))
  return Object.fromEntries(
    paths.map(path => {
      const source = textOf(workspace, path)
      if (blocksIn(source) > DEEPEST) throw new Refusal('too-deep', { path, most: DEEPEST })
      return [path.slice(folder.length + 1, -4), source]
    }),
  )
}

/** The text of a file, to show a line of it: in the workspace, or nothing. */
export function sourceOf(workspace: Workspace, path: string): string | undefined {
  try {
    const bytes = workspace.read(path)
    return bytes && new TextDecoder().decode(bytes)
  } catch {
    return undefined
  }
}
