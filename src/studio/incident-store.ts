import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { changed, type FileChange, UnreadableFile } from '../edit/change-file.ts'
import { contentPath, saveContent } from '../edit/save-content.ts'
import { readable } from '../foundation/decode-text.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { digestOfAll } from '../foundation/digest.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { nameDiagnostic } from '../incident/list-incidents.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import type { OpenedFile } from './api-types.ts'
import { fileOf, type StudioContext } from './studio-context.ts'

/** The result of opening or changing a file. */
export type StoreOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The file was changed outside meanwhile: both texts are kept until the editor chooses. */
  | { readonly kind: 'changed'; readonly theirs: OpenedFile }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'taken'; readonly id: string }

function versionOf(text: string): string {
  return digestOfAll([text]).slice(0, 22)
}

/** An incident's file; an oversized or binary one is refused with its diagnostic. */
export function open(workspace: Workspace, id: string): StoreOutcome<OpenedFile> {
  const found = fileOf(workspace, id)
  if (!found) return { kind: 'absent' }
  const { text, diagnostics } = readText(workspace, found.file)
  if (text === undefined) return diagnostics.length > 0 ? { kind: 'refused', diagnostics } : { kind: 'absent' }
  return { kind: 'done', value: { id, file: found.file, text, version: versionOf(text) } }
}

/** The incident whose file has the text of this version; `undefined` where none has. */
export function sameText({ workspace, service }: StudioContext, version: string): string | undefined {
  return service.list().files.find(({ id }) => {
    const found = open(workspace, id)
    return found.kind === 'done' && found.value.version === version
  })?.id
}

/**
 * Saves a text over the version it is based on; `base` is `null` when the editor has seen the other one and insists.
 */
export function save(workspace: Workspace, id: string, text: string, base: string | null): StoreOutcome<OpenedFile> {
  const found = fileOf(workspace, id)
  if (!found) return { kind: 'absent' }
  const { diagnostics } = readable(text, found.file)
  if (diagnostics.length > 0) return { kind: 'refused', diagnostics }
  const now = open(workspace, id)
  if (base !== null && now.kind === 'done' && now.value.version !== base && now.value.text !== text) {
    return { kind: 'changed', theirs: now.value }
  }
  saveContent(workspace.root, found.file, text)
  return { kind: 'done', value: { id, file: found.file, text, version: versionOf(text) } }
}

/** Creates an incident with this text. */
export function create(workspace: Workspace, id: string, text: string): StoreOutcome<OpenedFile> {
  const file = `content/incidents/${id.slice(0, 4)}/${id}.yaml`
  const wrong = nameDiagnostic(file)
  if (wrong) return { kind: 'refused', diagnostics: [wrong] }
  const { diagnostics } = readable(text, file)
  if (diagnostics.length > 0) return { kind: 'refused', diagnostics }
  if (fileOf(workspace, id) || workspace.size(file) !== undefined) return { kind: 'taken', id }
  saveContent(workspace.root, file, text)
  return { kind: 'done', value: { id, file, text, version: versionOf(text) } }
}

/**
 * Gives an incident another id. Its hand-written texts go with it; where its address came from its id, the old one is
 * kept in `former_slugs`, so that links are redirected.
 */
export function rename(workspace: Workspace, id: string, to: string): StoreOutcome<OpenedFile> {
  const found = fileOf(workspace, id)
  const before = open(workspace, id)
  if (!found || before.kind !== 'done') return before
  const made = create(workspace, to, withFormer(before.value.text, id))
  if (made.kind !== 'done') return made
  for (const path of found.companions) {
    const target = made.value.file.replace(/\.yaml$/, path.slice(found.file.length - '.yaml'.length))
    renameSync(contentPath(workspace.root, path), contentPath(workspace.root, target, true))
  }
  // The old file goes last: an interruption leaves two files, never none.
  renameSync(contentPath(workspace.root, found.file), contentPath(workspace.root, made.value.file))
  saveContent(workspace.root, made.value.file, made.value.text)
  return made
}

function withFormer(text: string, id: string): string {
  const read = parseYaml(text)
  const fields = (read.ok ? read.value : null) as Record<string, unknown> | null
  if (fields === null || typeof fields !== 'object' || fields.slug !== undefined || fields.published === undefined)
    return text
  const former = fields.former_slugs
  if (former !== undefined && typeof former !== 'string' && !Array.isArray(former)) return text
  const change: FileChange = { kind: 'append', field: 'former_slugs', value: id }
  try {
    return changed(text, [change])
  } catch (error) {
    if (error instanceof UnreadableFile) return text
    throw error
  }
}

/** Changes when one of these files does: size and time of each. */
export function stampIn(root: string): (paths: readonly string[]) => string {
  return paths =>
    paths
      .map(path => {
        const stat = statSync(join(root, path), { throwIfNoEntry: false })
        return stat ? `${stat.size}:${stat.mtimeMs}` : ''
      })
      .join(' ')
}
