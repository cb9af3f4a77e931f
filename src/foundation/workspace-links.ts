import type { Diagnostic } from './diagnostic.ts'
import { diagnostic } from './diagnostic-codes.ts'
import type { Workspace } from './workspace.ts'

/** Diagnostics of links in a folder that are not followed; of the folder itself, when it is none. */
export function linkDiagnostics(ws: Workspace, folder: string): Diagnostic[] {
  const strays = (ws.strays?.(folder) ?? []).filter(({ path }) => !isAside(path))
  return strays.map(({ path, why }) => diagnostic('file/link', { name: lastOf(path), context: why }, { file: path }))
}

/** System files (`.DS_Store`, an editor's swap file or lock), and a folder's notes for people. */
export function isAside(path: string): boolean {
  const name = lastOf(path)
  return isMachines(name) || /^readme\b/i.test(name)
}

/** System files (`.DS_Store`, an editor's swap file). */
export const isMachines = (name: string): boolean => name.startsWith('.') || name.endsWith('~')

/** The last part of a path. */
export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
