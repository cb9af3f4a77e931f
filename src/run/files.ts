import { load } from 'js-yaml'
import type { Workspace } from '../incident/workspace.ts'
import { Refusal } from '../site/output/refusal.ts'

/** Folders that come from the program where the newsroom has none of its own. */
const LENT = ['templates', 'locales', 'schema']

/** The newsroom's files, with templates and locales of the program where it has no such folder. */
export function withLent(own: Workspace, program: Workspace): Workspace {
  const lent = new Set(LENT.filter(folder => own.list(folder).length === 0))
  const holder = (path: string) => (lent.has(path.split('/')[0] ?? '') ? program : own)
  return {
    root: own.root,
    list: folder => holder(folder).list(folder),
    read: path => holder(path).read(path),
    size: path => holder(path).size(path),
  }
}

/** A file that the program needs as text. Throws a `Refusal` when it is not there. */
export function textOf(workspace: Workspace, path: string): string {
  const bytes = workspace.read(path)
  if (bytes === undefined) throw new Refusal('missing-file', { path })
  return new TextDecoder().decode(bytes)
}

/** A JSON file of the program's or of a translator's. Throws a `Refusal` that names the file. */
export function jsonOf(workspace: Workspace, path: string): object {
  return parsed(path, () => JSON.parse(textOf(workspace, path)))
}

/** A YAML file of a linguist's. Throws a `Refusal` that names the file. */
export function yamlOf(workspace: Workspace, path: string): object {
  return parsed(path, () => load(textOf(workspace, path), { filename: path }))
}

function parsed(path: string, read: () => unknown): object {
  try {
    const value = read()
    if (typeof value === 'object' && value !== null) return value
    throw new Refusal('broken-file', { path, reason: 'empty' })
  } catch (error) {
    if (error instanceof Refusal) throw error
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new Refusal('broken-file', { path, reason }, error)
  }
}

/** Sources of the templates in a folder by name, without ending: `article`, `item`. */
export function templatesIn(workspace: Workspace, folder: string): Record<string, string> {
  const paths = workspace.list(folder).filter(path => path.endsWith('.hbs'))
  return Object.fromEntries(paths.map(path => [path.slice(folder.length + 1, -4), textOf(workspace, path)]))
}

/** The text of a file for showing a line of it: in the workspace, or nothing. */
export function sourceOf(workspace: Workspace, path: string): string | undefined {
  try {
    const bytes = workspace.read(path)
    return bytes && new TextDecoder().decode(bytes)
  } catch {
    return undefined
  }
}
